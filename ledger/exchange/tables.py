"""Everything in a book as flat tables, the same ones for CSV, spreadsheets and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import Any

from ledger.domain.money import Money
from ledger.exchange.full_names import full_names
from ledger.exchange.plain_text import signed
from ledger.exchange.whole_book import WholeBook

Cell = str | int | bool | Money | Decimal | date | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A name, its columns, and its rows one at a time; a ``detail`` is left away while empty.

    ``above`` is what a workbook says over the columns.
    """

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]
    detail: bool = False
    above: tuple[str, ...] = ()


def all_tables(whole: WholeBook) -> Iterator[Table]:
    """The tables that together say what the book says, each asked for when its turn comes."""
    yield accounts_table(whole)
    yield lines_table(whole)
    yield _table("members", _MEMBER, whole.members)
    yield _table("receipts", _RECEIPT, whole.receipts)
    yield _table("vouchers", _VOUCHER, whole.vouchers)


def journal_table(whole: WholeBook) -> Table:
    """The journal as ``import-journal`` takes it: signed amounts, accounts by their full names."""
    names = full_names(whole.accounts)
    rows = (
        (entry.number, entry.on, names[line.account], signed(line), entry.memo)
        for entry in whole.entries()
        for line in entry.lines
    )
    return Table("journal", ("entry", "date", "account", "amount", "memo"), rows)


def accounts_table(whole: WholeBook) -> Table:
    names = full_names(whole.accounts)
    rows = ((names[row.account], *_cells(_ACCOUNT, row)) for row in whole.accounts)
    return Table("accounts", ("full_name", *_ACCOUNT), rows)


def lines_table(whole: WholeBook) -> Table:
    """Every line with its entry: what an accountant filters and adds up."""
    rows = (
        (*_cells(_ENTRY, entry), *_cells(_LINE, line))
        for entry in whole.entries()
        for line in entry.lines
    )
    return Table("lines", ("entry", *_ENTRY[1:], *_LINE), rows)


_ACCOUNT = ("account", "kind", "name_th", "name_en", "parent", "head", "closed", "balance")
_ENTRY = ("number", "on", "event", "memo", "papers", "reverses", "reason", "act", "user")
_LINE = ("account", "fund", "debit", "credit", "card", "member")
_MEMBER = ("number", "name", "zone", "household", "kind", "joined", "left", "left_why", "note")
_RECEIPT = (
    *("receipt", "on", "member", "payer", "total", "entry", "void.on", "void.reason"),
    *("paper_book", "paper_number", "replaces", "user"),
)
_VOUCHER = (
    *("voucher", "kind", "on", "amount", "payee", "member", "purpose", "approved_by"),
    *("document", "entry", "reversed_by", "user"),
)


def _table(name: str, fields: tuple[str, ...], rows: Iterable[object]) -> Table:
    columns = tuple(field.replace(".", "_") for field in fields)
    return Table(name, columns, (_cells(fields, row) for row in rows))


def _cells(fields: tuple[str, ...], row: object) -> Row:
    return tuple(_cell(row, field) for field in fields)


def _cell(row: object, field: str) -> Cell:
    before, dot, last = field.rpartition(".")
    inner: Any = attrgetter(before)(row) if dot else row
    value: Any = None if inner is None else getattr(inner, last)
    if isinstance(value, Enum):
        return str(value.value)
    return " ".join(value) if isinstance(value, tuple) else value
