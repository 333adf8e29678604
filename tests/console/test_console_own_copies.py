"""A book copies itself on the console too: before what books much at once, and after long work."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from desktop.console import own_copies
from ledger.book import Book
from ledger.book.own_copies import folder_of, newest_act
from tests.console.calling import a_book, call

ENTRY = "entry,date,account,amount\n1,2025-01-05,assets:cash,5\n1,2025-01-05,equity:start,-5\n"
MORE = ENTRY.replace("5\n", "6\n")
CLOSINGS = [{"command": "close-month", "json": {"month": f"2025-0{month}"}} for month in (1, 2)]


@pytest.fixture
def book(tmp_path):
    made = a_book(tmp_path, kind="journal", starts_on=None)
    assert imported(made).code == 0
    assert copies(made) == []  # before it there was nothing that could have been lost
    return made


def imported(book, *options, text=ENTRY):
    file = book.parent / "journal.csv"
    file.write_text(text, encoding="utf-8")
    return call("import-journal", book, file, *options)


def batch(book, *lines):
    return call("batch", book, "-", stdin="\n".join(map(json.dumps, lines)))


def copies(book):
    return sorted(path.name for path in folder_of(book).glob("*"))


def through(book):
    """The acts that the copies of the book end with."""
    return [int(name.split("-")[-2]) for name in copies(book) if name.endswith(".satcha")]


def newest(book):
    with Book.open(book) as opened:
        return newest_act(opened)


def test_before_an_import_the_book_is_copied_as_it_was(book, tmp_path):
    before = newest(book)

    assert imported(book, text=MORE).json["act"] == before + 1

    assert through(book) == [before]
    assert call("restore", folder_of(book), "--to", tmp_path / "back.satcha").code == 0
    assert call("ask", tmp_path / "back.satcha", "journal").json["entries_in_all"] == 1


def test_what_books_nothing_leaves_no_copy(book):
    before = newest(book)

    assert imported(book, "--dry-run", text=MORE).code == 0
    assert imported(book).code == 0  # the same file once more
    assert imported(book, text=ENTRY.replace("2025", "2999")).code == 2
    assert call("run", book, "close-month", "--json", '{"month": "2999-01"}').code == 2

    assert (newest(book), folder_of(book).exists()) == (before, False)


def test_a_batch_copies_itself_once_before_its_first_closing(book):
    before = newest(book)

    assert batch(book, *CLOSINGS).code == 0

    assert through(book) == [before]


def test_after_a_batch_work_of_two_hours_is_copied(book, monkeypatch):
    fund = {"command": "open-zone", "json": {"code": "a", "name": "a"}}
    assert batch(book, fund).code == 0
    assert through(book) == []

    monkeypatch.setattr(own_copies, "EVERY", timedelta())
    assert batch(book, {**fund, "json": {"code": "b", "name": "b"}}).code == 0

    assert through(book) == [newest(book) - 1]


def test_a_copy_that_fails_is_said_and_holds_up_nobody(book):
    folder_of(book).write_text("in the way", encoding="utf-8")

    answered = imported(book, text=MORE)

    assert answered.code == 0
    assert "could not copy itself" in answered.err
