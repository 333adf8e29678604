"""Journals of other programs: entries with accounts by name; a long one is several acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ledger.domain.accounts import Account, Kind
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.entries import Entry, Line, Side
from ledger.domain.import_runs import ImportKind
from ledger.domain.money import ZERO, Money
from ledger.domain.refusals import ImportUnbalanced, UnknownKindOfAccount
from ledger.usecases.import_back import keep_run
from ledger.usecases.recording import record

# The five kinds by the first part of a full name, as hledger, ledger and beancount name them.
KINDS = {
    "assets": Kind.ASSET,
    "asset": Kind.ASSET,
    "liabilities": Kind.LIABILITY,
    "liability": Kind.LIABILITY,
    "equity": Kind.EQUITY,
    "income": Kind.INCOME,
    "revenues": Kind.INCOME,
    "revenue": Kind.INCOME,
    "expenses": Kind.EXPENSE,
    "expense": Kind.EXPENSE,
}
# The heads of an empty chart (charts/journal.tsv) have figures: "equity" itself may be posted to.
_HEADS = ("10000", "20000", "30000", "40000", "50000")


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One row of a journal file: amount signed, debit positive; ``line`` is its place there."""

    entry: str
    on: date
    account: str
    amount: Money
    memo: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJournal(Command):
    """The rows of a journal; rows of one entry stand together. Rows at zero are left out.

    ``continued``: they go on with the file whose first rows the import before brought.
    """

    rows: tuple[JournalRow, ...]
    source: str = ""
    continued: bool = False


def import_journal(command: ImportJournal, books: Books) -> None:
    opened: dict[str, str] = {}
    numbers: list[int] = []
    for name, group in groupby(command.rows, key=lambda row: (row.entry, row.on)):
        rows = list(group)
        posted = _import_entry(books, name[0], rows, opened)
        numbers += [] if posted is None else [posted]
    keep_run(books, ImportKind.ENTRIES, command.source, numbers, continued=command.continued)
    books.make(entries=len(numbers), accounts=len(opened), source=command.source)


def _import_entry(
    books: Books, name: str, rows: list[JournalRow], opened: dict[str, str]
) -> int | None:
    """The number of the entry; None where all its rows are at zero."""
    lines = tuple(
        Line(
            _account(books, row, opened),
            Side.DEBIT if row.amount > ZERO else Side.CREDIT,
            row.amount if row.amount > ZERO else -row.amount,
            event="import",
        )
        for row in rows
        if row.amount != ZERO
    )
    if not lines:
        return None
    left = sum(row.amount.satang for row in rows)
    if left != 0:
        raise ImportUnbalanced(name, rows[0].line, Money(left))
    entry = Entry(on=rows[0].on, event="import", lines=lines, memo=rows[0].memo)
    return record(books, entry).number


def _account(books: Books, row: JournalRow, opened: dict[str, str]) -> str:
    """The account of that full name; made where there is none yet."""
    name = row.account.strip()
    if name in opened or books.newest(Account, name) is not None:
        return name
    kind = KINDS.get(name.partition(":")[0].casefold())
    if kind is None:
        raise UnknownKindOfAccount(name, row.line)
    head = _HEADS[list(Kind).index(kind)]
    parent = head if books.newest(Account, head) is not None else None
    books.add(Account(name, kind, name, name, parent))
    opened[name] = name
    return name
