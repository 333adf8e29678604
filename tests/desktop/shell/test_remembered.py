"""What this PC remembers between two starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.session.preferences import Preferences
from desktop.shell.remembered import Remembered, remember_in, remembered_in


def test_nothing_is_remembered_on_the_first_start(tmp_path):
    assert remembered_in(tmp_path) == Remembered()


def test_what_is_remembered_comes_back(tmp_path):
    kept = Remembered("สมใจ", (Path("/a/สหกรณ์.satcha"),), Preferences("en", 150, dark=True))

    remember_in(tmp_path / "new", kept)

    assert remembered_in(tmp_path / "new") == kept


def test_the_book_opened_last_stands_first_and_once():
    kept = Remembered("", (Path("a"), Path("b")))

    assert kept.with_opened(Path("b"), user="x").recent == (Path("b"), Path("a"))


def test_only_the_last_few_are_remembered():
    kept = Remembered()
    for number in range(20):
        kept = kept.with_opened(Path(str(number)), user="x")

    assert len(kept.recent) == 8
    assert kept.recent[0] == Path("19")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"recent": 7, "preferences": []}', "null"])
def test_a_broken_file_is_as_good_as_none(tmp_path, text):
    (tmp_path / "desk.json").write_text(text, encoding="utf-8")

    assert remembered_in(tmp_path).recent == ()


def test_a_place_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")

    remember_in(tmp_path / "file" / "under", Remembered("x"))
