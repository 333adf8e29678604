"""Journal entries from a file of somebody else, by a mapping: accounts by code or name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ledger.domain.accounts import Account
from ledger.domain.import_maps import ImportMap
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals import (
    CardMissing,
    HeadPostedTo,
    ImportUnbalanced,
    MissingField,
    Refusal,
    UnknownAccount,
)
from ledger.exchange.cells import cell_day, cell_text, shown
from ledger.exchange.mapped_file import MappedRow, mapped_rows
from ledger.exchange.opening_file import CellProblem
from ledger.exchange.statement_file import signed_amount
from ledger.queries.import_runs import EntryLists
from ledger.usecases.importing import JournalRow

_SHEET = "entries"
_NO_DAYS = date.max, date.min


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One entry of the file; ``recorded`` says that the journal has just such a one already."""

    row: int
    rows: tuple[JournalRow, ...]
    recorded: bool = False

    @property
    def amount(self) -> Money:
        return total(one.amount for one in self.rows if one.amount > ZERO)


@dataclass(slots=True)
class EntryFile:
    """The entries of a file, and what of it cannot be read."""

    entries: list[FileEntry] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of them."""
        days = [one.rows[0].on for one in self.entries]
        return (min(days), max(days)) if days else _NO_DAYS

    def compared(self, lists: EntryLists) -> EntryFile:
        """The same file with its entries laid beside those of the journal."""
        there = Counter(dict(lists.known))
        found = EntryFile(problems=self.problems)
        for one in self.entries:
            place = one.rows[0].on, _sums(one.rows)
            there[place] -= 1
            found.entries.append(FileEntry(one.row, one.rows, recorded=there[place] >= 0))
        return found

    def new(self, also: frozenset[int] = frozenset()) -> tuple[JournalRow, ...]:
        """The rows of new entries, and of those that people tick besides."""
        taken = (one for one in self.entries if not one.recorded or one.row in also)
        return tuple(row for one in taken for row in one.rows)


def read_entries(path: Path, mapping: ImportMap, accounts: dict[str, Account]) -> EntryFile:
    """The entries of a file: rows that stand together and name the same entry, or one a row.

    Raises:
        What ``mapped_rows`` raises: why it cannot be read at all.
        OSError: the file cannot be opened.
    """
    found = EntryFile()
    names = {one.name_th: code for code, one in accounts.items()}
    names |= {one.name_en: code for code, one in accounts.items()} | {it: it for it in accounts}
    reading = _Reading(mapping, accounts, names)
    for number, entry, rows in reading.entries(path, found):
        left = total(one.amount for one in rows)
        if left != ZERO:
            wrong = ImportUnbalanced(entry, number, left)
            found.problems.append(CellProblem(_SHEET, number, "amount", entry, wrong))
        else:
            found.entries.append(FileEntry(number, tuple(rows)))
    return found


@dataclass(slots=True)
class _Reading:
    mapping: ImportMap
    accounts: dict[str, Account]
    names: dict[str, str]

    def entries(self, path: Path, found: EntryFile) -> Iterator[tuple[int, str, list[JournalRow]]]:
        """Every entry whose rows could be read: the row it begins in, its name, its rows."""
        together: list[JournalRow] = []
        begun, name, broken = 0, "", False
        for row in mapped_rows(path, self.mapping):
            mine = shown(row.cells.get("entry")) or f"#{row.number}"
            if mine != name:
                if together and not broken:
                    yield begun, name, together
                together, begun, name, broken = [], row.number, mine, False
            made = self._rows(row, mine)
            if isinstance(made, CellProblem):
                found.problems.append(made)
                broken = True
            else:
                together += made
        if together and not broken:
            yield begun, name, together

    def _rows(self, row: MappedRow, name: str) -> list[JournalRow] | CellProblem:
        column = "on"
        try:
            on = cell_day(row.cells.get("on"))
            memo = " ".join(cell_text(row.cells.get("memo")).split())
            made = []
            for column, amount in _amounts(row):
                account = self._account(cell_text(row.cells.get(column)))
                made.append(
                    JournalRow(
                        entry=name,
                        on=on,
                        account=account,
                        amount=amount,
                        memo=memo,
                        line=row.number,
                    )
                )
        except _InColumn as wrong:
            return _problem(row, wrong.column, wrong.refusal)
        except Refusal as refusal:
            return _problem(row, column, refusal)
        return made

    def _account(self, text: str) -> str:
        if not text:
            raise MissingField("account")
        code = self.names.get(text)
        if code is None:
            raise UnknownAccount(text)
        account = self.accounts[code]
        if account.head:
            raise HeadPostedTo(code)
        if account.card is not None:
            raise CardMissing(code)
        return code


class _InColumn(Exception):
    def __init__(self, column: str, refusal: Refusal) -> None:
        super().__init__(column)
        self.column, self.refusal = column, refusal


def _problem(row: MappedRow, column: str, refusal: Refusal) -> CellProblem:
    return CellProblem(_SHEET, row.number, column, shown(row.cells.get(column)), refusal)


def _amounts(row: MappedRow) -> list[tuple[str, Money]]:
    """The accounts that a row names, with what it books on each, debit positive.

    Raises:
        _InColumn: an amount cannot be read, or there is none.
    """
    found = {name: _signed(row, name) for name in ("amount", "debit", "credit")}
    if all(one is None for one in found.values()):
        raise _InColumn("amount", MissingField("amount"))
    amount, debit, credit = (ZERO if one is None else one for one in found.values())
    whole = amount + debit - credit
    if shown(row.cells.get("debit_account")) or shown(row.cells.get("credit_account")):
        return [("debit_account", whole), ("credit_account", ZERO - whole)]
    return [("account", whole)]


def _signed(row: MappedRow, name: str) -> Money | None:
    cell: Any = row.cells.get(name)
    try:
        return signed_amount(cell)
    except Refusal as refusal:
        raise _InColumn(name, refusal) from refusal


def _sums(rows: tuple[JournalRow, ...]) -> tuple[tuple[str, Money], ...]:
    sums: dict[str, Money] = {}
    for row in rows:
        sums[row.account] = sums.get(row.account, ZERO) + row.amount
    return tuple(sorted(sums.items()))
