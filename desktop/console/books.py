"""Opening the book that a call names, for writing or only for reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.console.arguments import Given, Option
from desktop.console.texts import N_
from ledger.book import Book
from ledger.domain.refusals import BookReadOnly

USER_OPTION = Option("user", "NAME", N_("who does it, as the acts will say"))


@contextmanager
def book_to_write(given: Given) -> Iterator[Book]:
    with Book.open(Path(given.places["BOOK"]), user=given.option("user")) as book:
        yield book


@contextmanager
def book_to_read(given: Given) -> Iterator[Book]:
    """The book, also from where nothing can be written, such as a locked memory card."""
    path = Path(given.places["BOOK"])
    try:
        book = Book.open(path, user=given.option("user"))
    except BookReadOnly:
        book = Book.open_for_reading(path)
    with book:
        yield book
