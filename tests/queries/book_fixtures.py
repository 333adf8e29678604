"""The small book, kept once per test run and opened anew by every test that changes it."""

from __future__ import annotations

import shutil

import pytest

from ledger.book import Book
from tests.queries.small_book import TREASURER, Counting, SmallBook, small_book


@pytest.fixture(scope="session")
def kept_book(tmp_path_factory):
    small = small_book(tmp_path_factory.mktemp("small") / "small.satcha")
    small.book.close()
    return small


@pytest.fixture(scope="session")
def small(kept_book):
    """The book for reading; no test may change it."""
    book = Book.open_for_reading(kept_book.book.path)
    yield SmallBook(
        book,
        kept_book.clock,
        kept_book.cards,
        kept_book.entries,
        kept_book.receipts,
        kept_book.vouchers,
        kept_book.dues,
    )
    book.close()


@pytest.fixture
def mine(kept_book, tmp_path):
    """A copy of the book that this test may go on with."""
    path = tmp_path / "mine.satcha"
    shutil.copy(kept_book.book.path, path)
    chance = Counting(1_000_000)
    clock = type(kept_book.clock)(kept_book.clock.day, kept_book.clock.looked)
    book = Book.open(path, user=TREASURER, clock=clock, chance=chance)
    yield SmallBook(
        book,
        clock,
        dict(kept_book.cards),
        dict(kept_book.entries),
        dict(kept_book.receipts),
        dict(kept_book.vouchers),
        list(kept_book.dues),
    )
    book.close()
