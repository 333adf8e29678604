"""The practice book, made once for all tests that send it out."""

from __future__ import annotations

import pytest

from ledger.book import Book
from ledger.domain.days import Month
from ledger.exchange.whole_book import WholeBook
from ledger.practice import make


@pytest.fixture(scope="session")
def practice(tmp_path_factory):
    path = make(
        tmp_path_factory.mktemp("practice"), members=12, months=4, seed=3, until=Month(2026, 10)
    )
    with Book.open(path) as book:
        yield book


@pytest.fixture
def whole(practice):
    return WholeBook(practice)
