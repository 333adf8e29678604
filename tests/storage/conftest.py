"""Books for the tests of the file: a fresh one, and one in which every table holds a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.books import Village, found_village
from tests.support.full import fill


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    made = found_village(tmp_path)
    with made.book:
        yield made


@pytest.fixture(scope="session")
def full_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed file of a book with a row in every table; copy it before you write."""
    made = fill(found_village(tmp_path_factory.mktemp("full"), year_ends_in=2))
    made.book.close()
    return made.book.path
