"""What a power cut left beside a book is never read into another file (trust.md 6.1 and 6.3)."""

from __future__ import annotations

import shutil

import pytest

from ledger.book import Book
from ledger.book.copies import back_up, restore
from ledger.domain.money import baht
from ledger.domain.refusals import BookExists
from ledger.queries.integrity import audit
from ledger.storage import file
from tests.console.calling import call
from tests.support.books import founding


@pytest.fixture
def cut_off(village, tmp_path):
    """A copy of the book on a stick, and the log that it had when the current went off later."""
    _, card = village.saver(baht(500))
    stick = tmp_path / "stick"
    back_up(village.book, stick)
    village.deposit(card, baht(10))
    log = tmp_path / "log"
    shutil.copy(file.log_of(village.book.path), log)
    return stick, log


def leave(log, book):
    shutil.copy(log, file.log_of(book))


def test_nothing_is_restored_into_the_log_of_a_broken_book(cut_off, tmp_path):
    stick, log = cut_off
    target = tmp_path / "back.satcha"
    leave(log, target)

    with pytest.raises(BookExists) as refused:
        restore(stick, target, reason="เครื่องเสีย")

    assert refused.value.path == file.log_of(target)
    assert not target.exists()


@pytest.mark.parametrize("beside", ["back.satcha-journal", "back.satcha.keys-before"])
def test_nor_beside_what_else_is_left_of_one(cut_off, tmp_path, beside):
    stick, _ = cut_off
    (tmp_path / beside).write_bytes(b"left")
    with pytest.raises(BookExists):
        restore(stick, tmp_path / "back.satcha", reason="เครื่องเสีย")
    assert (tmp_path / beside).read_bytes() == b"left"


def test_a_restoration_that_was_cut_off_is_not_read_into_the_next_one(cut_off, tmp_path):
    stick, log = cut_off
    target = tmp_path / "back.satcha"
    leave(log, tmp_path / ".back.satcha.unfinished")

    made = restore(stick, target, reason="เครื่องเสีย")

    with Book.open(target) as book:
        assert book.ask(audit).clean
        assert book.ask(lambda reader: reader.rows("SELECT MAX(number) FROM acts")) == [(made.act,)]
    assert made.act == made.copy.through_act + 1
    assert not list(tmp_path.glob(".back*"))


def test_no_book_is_founded_into_a_log(cut_off, tmp_path):
    _, log = cut_off
    path = tmp_path / "new.satcha"
    leave(log, path)
    with pytest.raises(BookExists):
        Book.found(path, founding())
    answered = call("new", path, "--from", '{"name": "บ้านมั่นคง", "kind": "housing"}')
    assert answered.refusal == "BookExists"
    assert [one.name for one in tmp_path.glob("*new.satcha*")] == ["new.satcha-wal"]


def test_a_backup_that_was_broken_off_leaves_the_stick_with_the_next_one(village, tmp_path):
    """Each pull of a stick would cost it the room of a whole book, in files that nobody sees."""
    stick = tmp_path / "stick"
    stick.mkdir()
    stem = village.book.path.stem
    unfinished = f".{stem}-000001-0123456789ab.satcha.unfinished"
    of_others = (f".{stem}-2-000001-0123456789ab.satcha.unfinished", f".{stem}-letter.unfinished")
    for name in (unfinished, f"{unfinished}-journal", f"{unfinished}.keys", *of_others):
        (stick / name).write_bytes(b"left")

    made = back_up(village.book, stick)

    hidden = sorted(one.name for one in stick.iterdir() if one.name.startswith("."))
    assert hidden == sorted(of_others)
    assert (stick / made.copy.file).exists()
