"""Reads a journal from CSV; rows that cannot be read are collected, so that one look shows all.

The columns are ``entry, date, account, amount`` and, if there is one, ``memo``, in any order. Rows
of one entry stand together; the amount is signed, debit positive, with at most two decimals.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

from ledger.book import given_files
from ledger.domain.codec import read_value
from ledger.domain.money import Money
from ledger.domain.refusals import (
    BadRow,
    ImportUnbalanced,
    MissingField,
    NotText,
    Refusal,
    UnknownKindOfAccount,
)
from ledger.domain.refusals.importing import QuoteAstray
from ledger.exchange.csv_files import unescaped
from ledger.exchange.encodings import encoding_of
from ledger.usecases.importing import KINDS, JournalRow

NEEDED = ("entry", "date", "account", "amount")
COLUMNS = (*NEEDED, "memo")
# The first parts of full names under which accounts can be made (console.md, import-journal).
BEGINNINGS = tuple(KINDS)

_SHOWN = 100  # so many problems are kept with their texts; the others are only counted
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be booked: its line in the file, the column, and the refusal of its text."""

    line: int
    column: str
    text: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class JournalFile:
    """What a file holds. Where something is wrong, ``rows`` are those that could be read.

    ``count`` is how many could, also where they were not kept. ``wrong`` counts all problems,
    ``problems`` are the first hundred of them.
    """

    columns: tuple[str, ...]
    rows: tuple[JournalRow, ...] = ()
    count: int = 0
    wrong: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def columns_fit(self) -> bool:
        """Whether the first line names what is needed, once each, and nothing that is unknown."""
        found = set(self.columns)
        once = len(found) == len(self.columns)
        return once and found >= set(NEEDED) and found <= set(COLUMNS)


def read_journal(
    path: Path, accounts: Collection[str] = (), *, keeping: bool = True
) -> JournalFile:
    """The rows of a file in UTF-8, with or without its mark, or in Windows-874.

    ``accounts`` are those that may be named besides full names under the five kinds. Without
    ``keeping`` the rows are only looked at, so that memory does not grow with the file.

    Raises:
        NotText: it is in neither encoding.
        NotAPlainFile, FileTooLarge, OSError: it cannot be read.
    """
    with _opened(path) as text:
        return _read(text, accounts, keeping=keeping)


def journal_pieces(
    path: Path, accounts: Collection[str], most: int
) -> Iterator[tuple[JournalRow, ...]]:
    """The rows of a file that was looked through, whole entries, about so many at a time.

    Raises:
        Refusal, OSError: the file is not as it was then.
    """
    with _opened(path) as text:
        records = _records(text)
        _, header, _ = next(records, (0, [], ""))
        reader = _RowReader(tuple(name.strip().casefold() for name in header), accounts)
        piece: list[JournalRow] = []
        for rows in _entries(reader.sure_row(*record) for record in records):
            piece += rows
            if len(piece) >= most:
                yield tuple(piece)
                piece = []
        if piece:
            yield tuple(piece)


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    encoding = encoding_of(path)
    if encoding is None:
        raise NotText(str(path))
    try:
        with given_files.text(path, given_files.JOURNAL_FILE, encoding) as text:
            yield text
    except UnicodeDecodeError as error:  # it was changed since its encoding was looked at
        raise NotText(str(path)) from error


def _read(text: TextIO, accounts: Collection[str], *, keeping: bool) -> JournalFile:
    records = _records(text)
    _, header, fault = next(records, (0, [], ""))
    found = JournalFile(tuple(name.strip().casefold() for name in header))
    if fault or not found.columns_fit:
        return found
    reader = _RowReader(found.columns, accounts)
    count = 0
    kept: list[JournalRow] = []
    unbalanced: list[Problem] = []
    read = (row for record in records if (row := reader.row(*record)) is not None)
    for rows in _entries(read):
        count += len(rows)
        kept += rows if keeping else []
        unbalanced += _unbalanced(rows)
    if not reader.wrong:
        for problem in unbalanced:
            reader.note(problem)
    return JournalFile(found.columns, tuple(kept), count, reader.wrong, tuple(reader.problems))


def _entries(rows: Iterable[JournalRow]) -> Iterator[list[JournalRow]]:
    """Rows of one entry on one day, as they stand together."""
    for _, group in groupby(rows, key=lambda row: (row.entry, row.on)):
        yield list(group)


def _records(text: TextIO) -> Iterator[tuple[int, list[str], str]]:
    """Line, fields and fault of every record that holds something."""
    table = csv.reader(text, strict=True)
    while True:
        line = table.line_num + 1
        try:
            record = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            # A quotation mark that is out of place: what follows would be read askew.
            yield line, [], str(error)
            return
        if any(part and not part.isspace() for part in record):
            yield line, record, ""


class _RowReader:
    """Makes rows of records; days, accounts and amounts that come again are read once."""

    def __init__(self, columns: tuple[str, ...], accounts: Collection[str]) -> None:
        self.wrong = 0
        self.problems: list[Problem] = []
        self._columns = columns
        self._accounts = accounts
        remembered = lru_cache(maxsize=_REMEMBERED)
        self._read: Mapping[str, Callable[[str], Any]] = {
            "entry": remembered(_entry),
            "date": remembered(_day),
            "account": remembered(self._account),
            "amount": remembered(_amount),
            "memo": remembered(_memo),
        }

    def row(self, line: int, record: list[str], fault: str) -> JournalRow | None:
        if fault or len(record) != len(self._columns):
            self.note(self._misshapen(line, record, fault))
            return None
        named = dict(zip(self._columns, record, strict=True))
        try:
            return self._made(line, named)
        except Refusal:
            for problem in self._wrong_in(line, named):
                self.note(problem)
            return None

    def sure_row(self, line: int, record: list[str], fault: str) -> JournalRow:
        """The row of a record that was looked at before.

        Raises:
            Refusal: it is another one by now.
        """
        if fault or len(record) != len(self._columns):
            raise self._misshapen(line, record, fault).refusal
        return self._made(line, dict(zip(self._columns, record, strict=True)))

    def note(self, problem: Problem) -> None:
        self.wrong += 1
        if len(self.problems) < _SHOWN:
            self.problems.append(problem)

    def _made(self, line: int, named: Mapping[str, str]) -> JournalRow:
        read = self._read
        return JournalRow(
            entry=read["entry"](named["entry"]),
            on=read["date"](named["date"]),
            account=read["account"](named["account"]),
            amount=read["amount"](named["amount"]),
            memo=read["memo"](named.get("memo", "")),
            line=line,
        )

    def _wrong_in(self, line: int, named: Mapping[str, str]) -> Iterator[Problem]:
        for column, text in named.items():
            try:
                self._read[column](text)
            except UnknownKindOfAccount:
                yield Problem(line, column, text, UnknownKindOfAccount(text.strip(), line))
            except Refusal as refusal:
                yield Problem(line, column, text, refusal)

    def _misshapen(self, line: int, record: list[str], fault: str) -> Problem:
        """A row that the format does not allow, or with fields missing or to spare."""
        if fault:
            return Problem(line, "", fault, QuoteAstray(line))
        at = min(len(record), len(self._columns))
        column = self._columns[at] if at < len(self._columns) else str(at + 1)
        text = record[at] if at < len(record) else ""
        return Problem(line, column, text, BadRow(line, column, text))

    def _account(self, text: str) -> str:
        name: str = read_value(str, text.strip(), "account")
        if not name:
            raise MissingField("account")
        if name not in self._accounts and _beginning(name) not in BEGINNINGS:
            raise UnknownKindOfAccount(name, 0)
        return name


def _beginning(name: str) -> str:
    return name.partition(":")[0].casefold()


def _entry(text: str) -> str:
    name: str = read_value(str, text.strip(), "entry")
    if not name:
        raise MissingField("entry")
    return name


def _day(text: str) -> date:
    day: date = read_value(date, text.strip(), "date")
    return day


def _amount(text: str) -> Money:
    amount: Money = read_value(Money, text.strip(), "amount")
    return amount


def _memo(text: str) -> str:
    memo: str = read_value(str, unescaped(text.strip().replace("\r\n", "\n")), "memo")
    return memo


def _unbalanced(rows: list[JournalRow]) -> Iterator[Problem]:
    """What is wrong with an entry whose rows do not add up to zero."""
    left = sum(row.amount.satang for row in rows)
    if left:
        entry, line = rows[0].entry, rows[0].line
        yield Problem(line, "amount", entry, ImportUnbalanced(entry, line, Money(left)))
