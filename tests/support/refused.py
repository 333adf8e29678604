"""What a refusal must be: its name and facts as expected, and not one row written."""
# ruff: noqa: S608 - statements over every table of our own

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from ledger.book import Book
from ledger.domain.refusals import Refusal


def content(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of an open book."""
    return book.ask(_content)


def _content(reader: Any) -> dict[str, list[tuple[Any, ...]]]:
    names = reader.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {name: reader.rows(f"SELECT * FROM {name}") for (name,) in names}


@contextmanager
def refused(book: Book, kind: type[Refusal], **facts: object) -> Iterator[None]:
    """Expect this refusal with at least these facts, and a book that is as it was before."""
    before = content(book)
    with pytest.raises(Refusal) as caught:
        yield
    assert type(caught.value) is kind, repr(caught.value)
    for name, fact in facts.items():
        assert getattr(caught.value, name) == fact, name
    assert content(book) == before
