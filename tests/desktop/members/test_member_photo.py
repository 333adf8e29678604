"""A member's photo: any picture becomes a small JPEG, and stands beside the name."""

from __future__ import annotations

import base64
import os

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.members.photo import PhotoFrame, small_jpeg
from desktop.members.screen import MembersScreen
from ledger.domain.photos import LARGEST_PHOTO, is_jpeg
from ledger.queries.photo import member_photo
from reports.words.voice import Voice

PNG = base64.b64decode(  # one pixel, so that only what follows it is too large
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


@pytest.fixture
def picture(tmp_path):
    image = QImage(900, 1_600, QImage.Format.Format_ARGB32)
    image.fill(QColor(200, 30, 30, 128))
    path = tmp_path / "large.png"
    assert image.save(str(path))
    return path


@pytest.fixture
def screen(qtbot, opened):
    made = MembersScreen(opened.session, Voice("en"), opened.asks)
    qtbot.addWidget(made)
    made.show()
    made.open_at("0001")
    return made


def kept(opened):
    return opened.session.ask(member_photo, member="0001").jpeg


def test_a_large_picture_becomes_a_small_jpeg_on_white(picture):
    jpeg = small_jpeg(picture) or b""
    image = QImage.fromData(jpeg)

    assert is_jpeg(jpeg)
    assert len(jpeg) < LARGEST_PHOTO
    assert (image.width(), image.height()) == (270, 480)
    assert QColor(image.pixel(5, 5)).red() > 200  # not the black of what was transparent


def test_what_is_no_picture_makes_none(tmp_path):
    path = tmp_path / "letter.jpg"
    path.write_text("no picture", encoding="utf-8")

    assert small_jpeg(path) is None


@pytest.mark.parametrize("kind", ["of another format", "of 26 megapixels", "a pipe", "large"])
def test_what_may_not_be_read_makes_no_photo(tmp_path, kind):
    path = tmp_path / "picture.png"
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "large":
        path.write_bytes(PNG + b"\0" * (10 << 20))
    else:
        large = kind == "of 26 megapixels"
        image = QImage(26_000 if large else 10, 1_000, QImage.Format.Format_Mono)
        drawn = path if large else path.with_suffix(".bmp")
        assert image.save(str(drawn))
        drawn.rename(path)

    assert small_jpeg(path) is None


def test_no_frame_where_there_is_no_photo(qtbot):
    frame = PhotoFrame(Voice("th"))
    qtbot.addWidget(frame)

    frame.show_photo(None)

    assert not frame.isVisible()
    assert frame.accessibleName() != ""


def test_a_photo_is_chosen_shown_and_taken_out(screen, opened, picture):
    opened.asks._answers += [0, picture]
    screen.page.choose_photo.click()
    assert kept(opened) == small_jpeg(picture)
    assert screen.page.photo.isVisible()

    opened.asks._answers += [1]
    screen.page.choose_photo.click()
    assert kept(opened) is None
    assert not screen.page.photo.isVisible()


def test_a_file_that_is_no_picture_is_said(screen, opened, tmp_path):
    path = tmp_path / "letter.jpg"
    path.write_text("no picture", encoding="utf-8")
    opened.asks._answers += [0, path]

    screen.page.choose_photo.click()

    assert "no picture that can be read" in opened.asks.told[0]


def test_nothing_to_take_out_is_said(screen, opened):
    opened.asks._answers += [1]

    screen.page.choose_photo.click()

    assert "no photo of member 0001" in opened.asks.told[0]
