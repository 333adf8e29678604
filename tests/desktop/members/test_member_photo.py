"""A member's photo: any picture becomes a small JPEG, and stands beside the name."""

from __future__ import annotations

import base64
import os

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.members.consent_forms import consent_form, withdraw_form
from desktop.members.photo import PhotoFrame, small_jpeg
from desktop.members.screen import MembersScreen
from desktop.parts.text_fields import PickField
from ledger.domain.consents import ConsentTo
from ledger.domain.photos import LARGEST_PHOTO, Photo, plain_jpeg
from ledger.queries.photo import member_photo
from ledger.queries.position import member_position
from ledger.usecases.consenting import RecordConsent
from ledger.usecases.photographing import SetMemberPhoto
from reports.words.voice import Voice
from tests.desktop.gallery import texts, type_into

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

    assert plain_jpeg(jpeg) == jpeg
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


def signs(number):
    """Fill in the form that asks for the consent, and send it off by Enter."""

    def fill(dialog):
        dialog.show()
        assert "needs her consent" in " ".join(texts(dialog))
        type_into(dialog.asked["document"].edit, number)
        dialog.book()
        dialog.hide()
        return bool(dialog.result())

    return fill


def test_a_photo_is_chosen_with_its_consent_shown_and_taken_out(screen, opened, picture):
    opened.asks._answers += [0, picture]
    screen.opens = signs("ย.12/2569")
    screen.page.choose_photo.click()
    assert kept(opened) == small_jpeg(picture)
    assert screen.page.photo.isVisible()
    row = screen.page.consents.model.row_at(0)
    assert (row.covers, row.given_on, row.document) == (
        ConsentTo.PHOTO,
        opened.session.today,
        "ย.12/2569",
    )

    opened.asks._answers += [1]
    screen.page.choose_photo.click()
    assert kept(opened) is None
    assert not screen.page.photo.isVisible()


def test_who_consented_is_not_asked_for_it_again(screen, opened, picture):
    today = opened.session.today
    opened.session.run(RecordConsent(member="0001", covers=ConsentTo.PHOTO, on=today, document="1"))
    opened.asks._answers += [0, picture]
    screen.page.choose_photo.click()
    assert kept(opened) == small_jpeg(picture)


def test_a_consent_that_is_taken_back_takes_the_photo_with_it(screen, opened, picture):
    today = opened.session.today
    opened.session.run(
        SetMemberPhoto(
            member="0001", photo=Photo(small_jpeg(picture) or b""), document="1", on=today
        )
    )
    assert screen.page.photo.isVisible()
    voice = Voice("en")
    position = opened.session.ask(member_position, member="0001", at=today)
    taken = withdraw_form(opened.session, voice, position)
    assert taken is not None
    taken.show()
    taken.rehearse()
    assert "erased for good" in taken.preview.text.text()
    taken.book()
    taken.hide()

    assert kept(opened) is None
    assert not screen.page.photo.isVisible()
    assert screen.page.consents.model.row_at(0).withdrawn_on == today
    assert withdraw_form(opened.session, voice, position) is None
    recorded = consent_form(opened.session, voice, position)
    assert recorded is not None
    covers = recorded.asked["covers"]
    assert isinstance(covers, PickField)
    covers.pick(ConsentTo.PHOTO)
    type_into(recorded.asked["document"].edit, "2")
    assert recorded.command() == RecordConsent(
        member="0001", covers=ConsentTo.PHOTO, on=today, document="2"
    )


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
