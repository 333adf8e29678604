"""Everything a book keeps, kind by kind as it stands now, for who writes all of it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ledger.domain.records import Record
from ledger.storage.register import RECORDS

if TYPE_CHECKING:
    from ledger.book import Book


def kept_records(book: Book) -> Iterator[tuple[type[Record], Sequence[Record]]]:
    """Every kind of record with the current version of each, one kind at a time."""
    for kind in RECORDS:
        yield kind, book.ask(lambda reader, kind=kind: reader.every(kind))  # type: ignore[misc]  # bound now, asked now
