"""The limit of the machine: the same rows put into a bare file, without any rule."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any, Self

from ledger.book import Book
from ledger.domain.commands import Outcome
from ledger.storage import file

_TABLES = """
CREATE TABLE entries (
  number INTEGER PRIMARY KEY, day TEXT, event TEXT, memo TEXT, reverses INTEGER, reason TEXT,
  act INTEGER);
CREATE TABLE lines (
  entry INTEGER, line INTEGER, day TEXT, account TEXT, fund TEXT, card INTEGER, debit INTEGER,
  credit INTEGER, event TEXT, act INTEGER);
CREATE INDEX lines_by_account ON lines (account, day);
CREATE INDEX lines_by_card ON lines (card, day);
"""

Rows = Sequence[tuple[Any, ...]]


class BareFile:
    """Entries and lines in a plain file with two indexes, under the settings of a book."""

    def __init__(self, path: Path) -> None:
        self._connection = file._connect(path)
        file._settle(self._connection)
        self._connection.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        file.close(self._connection)

    def put(self, entries: Rows, lines: Rows) -> float:
        """Write them in one durable transaction; answers the seconds it took."""
        before = perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", entries)
        self._connection.executemany(
            "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", lines
        )
        self._connection.execute("COMMIT")
        return perf_counter() - before

    def put_like(self, book: Book, outcome: Outcome) -> tuple[float, int]:
        """The entries and lines of an act; answers the seconds it took, and how many lines."""
        numbers = [posted.number for posted in outcome.entries]
        entries, lines = journal_rows(book, min(numbers), max(numbers))
        return self.put(entries, lines), len(lines)

    def tidy(self) -> None:
        file.checkpoint(self._connection)


def journal_rows(book: Book, first: int, last: int) -> tuple[Rows, Rows]:
    """The entries of these numbers and their lines, as the book holds them."""
    span = (first, last)
    entries = book.ask(
        lambda reader: reader.rows(
            "SELECT number, day, event, memo, reverses, reason, act FROM entries"
            " WHERE number BETWEEN ? AND ? ORDER BY number",
            span,
        )
    )
    lines = book.ask(
        lambda reader: reader.rows(
            "SELECT entry, line, day, account, fund, card, debit, credit, event, act FROM lines"
            " WHERE entry BETWEEN ? AND ? ORDER BY entry, line",
            span,
        )
    )
    return entries, lines
