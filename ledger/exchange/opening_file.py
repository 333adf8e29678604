"""Reads an opening workbook whole and collects everything that is wrong with it, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ledger.domain.entries import GENERAL_FUND
from ledger.domain.identity import problem_of
from ledger.domain.members import Person
from ledger.domain.money import ZERO, Money
from ledger.domain.refusals import (
    BadNationalId,
    HeadPostedTo,
    MissingField,
    NotAChoice,
    Refusal,
    RowTwice,
    SheetColumnsWrong,
    UnknownAccount,
    UnknownMember,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from ledger.exchange.cells import cell_amount, cell_day, cell_digits, cell_text, shown
from ledger.exchange.opening_sheets import OpeningColumn, opening_sheets
from ledger.exchange.untrusted import check_workbook
from ledger.queries.opening import OpeningLists
from ledger.usecases.carrying import AccountBalance, CardBalance, CarryForward
from ledger.usecases.members import AdmitMember

MOST_CELLS = 200_000  # trust.md 6.6
_SHOWN = 200  # so many problems are kept; the others are only counted
_READERS: dict[str, Callable[[Any], Any]] = {
    "amount": cell_amount,
    "day": cell_day,
    "digits": cell_digits,
}


@dataclass(frozen=True, slots=True)
class CellProblem:
    """Why a cell cannot be taken over: where it stands, what it says, and the refusal of it."""

    sheet: str
    row: int
    column: str
    text: str
    refusal: Refusal


@dataclass(slots=True)
class OpeningFile:
    """What a workbook holds; where something is wrong, what could be read of it."""

    on: date | None = None
    members: list[AdmitMember] = field(default_factory=list)
    known_members: int = 0
    cards: list[CardBalance] = field(default_factory=list)
    accounts: list[AccountBalance] = field(default_factory=list)
    wrong: int = 0
    problems: list[CellProblem] = field(default_factory=list)

    def command(self, source: str) -> CarryForward:
        if self.on is None:
            raise MissingField("settings.cut_over")
        return CarryForward(
            on=self.on,
            members=tuple(self.members),
            cards=tuple(self.cards),
            accounts=tuple(self.accounts),
            source=source,
        )

    def refuse(self, problem: CellProblem) -> None:
        self.wrong += 1
        if len(self.problems) < _SHOWN:
            self.problems.append(problem)


def read_opening(path: Path, lists: OpeningLists) -> OpeningFile:
    """The workbook's rows, checked against the book's own lists; nothing is written.

    Raises:
        WorkbookTooLarge, WorkbookLocked, WorkbookHasMacros, WorkbookUnreadable,
        SheetColumnsWrong: why it cannot be read at all.
        OSError: the file cannot be opened.
    """
    check_workbook(path)
    found = OpeningFile()
    reading = _Reading(found, lists)
    for sheet, number, row in _rows(path):
        reading.take(sheet, number, row)
    return found


def _rows(path: Path) -> Iterator[tuple[str, int, dict[OpeningColumn, Any]]]:
    try:
        yield from _rows_inside(path)
    except Refusal:
        raise
    except Exception as error:  # the library raises of every kind on files made by others
        raise WorkbookUnreadable(path.name) from error


def _rows_inside(path: Path) -> Iterator[tuple[str, int, dict[OpeningColumn, Any]]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    cells = 0
    for name, columns in opening_sheets().items():
        if name not in book.sheetnames:
            continue
        places: list[OpeningColumn | None] = []
        for number, row in enumerate(book[name].iter_rows(values_only=True), start=1):
            cells += len(row)
            if cells > MOST_CELLS:
                raise WorkbookTooLarge(path.name)
            if number == 1:
                places = _places(name, columns, row)
            elif any(shown(cell) for cell in row):
                named = zip(places, row, strict=False)
                yield name, number, {column: cell for column, cell in named if column}
    book.close()


def _places(
    sheet: str, columns: tuple[OpeningColumn, ...], heading: tuple[Any, ...]
) -> list[OpeningColumn | None]:
    """Which column stands where; columns of the user's own are left alone."""
    names: dict[str, OpeningColumn] = {}
    for column in columns:
        names |= dict.fromkeys((column.heading, column.name, column.th, column.en), column)
    places = [names.get(shown(cell)) for cell in heading]
    if any(column.needed and column not in places for column in columns):
        needed = tuple(column.heading for column in columns if column.needed)
        raise SheetColumnsWrong(sheet, tuple(shown(cell) for cell in heading), needed)
    return places


@dataclass(slots=True)
class _Reading:
    """The workbook so far, so that a row can be compared with those before it."""

    found: OpeningFile
    lists: OpeningLists
    members: set[str] = field(default_factory=set)
    taken: set[tuple[str, ...]] = field(default_factory=set)
    heads: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.heads = {one.code: one.head for one in self.lists.accounts}

    def take(self, sheet: str, number: int, row: dict[OpeningColumn, Any]) -> None:
        values: dict[str, Any] = {}
        before = self.found.wrong
        for column, cell in row.items():
            try:
                values[column.name] = self._value(column, cell)
            except Refusal as refusal:
                self._refuse(sheet, number, column.name, cell, refusal)
        if self.found.wrong == before:
            self._take_row(sheet, number, values)

    def _value(self, column: OpeningColumn, cell: Any) -> Any:
        read = _READERS.get(column.kind) or cell_text
        value: Any = read(cell) if shown(cell) else None
        if value is None:
            if column.needed:
                raise MissingField(column.name)
            return ZERO if column.kind == "amount" else ""
        self._check(column, value)
        return value

    def _check(self, column: OpeningColumn, value: Any) -> None:
        choices = {
            "zone": self.lists.zones,
            "savings": self.lists.savings,
            "shares": self.lists.shares,
            "bank": self.lists.banks,
        }.get(column.kind)
        if choices is not None and value not in choices:
            raise NotAChoice(column.name, value, choices)
        if column.kind == "member" and value not in self.lists.members | self.members:
            raise UnknownMember(value)
        if column.kind == "account" and value not in self.heads:
            raise UnknownAccount(value)
        if column.kind == "digits" and (problem := problem_of(value)) is not None:
            raise BadNationalId(problem.value)

    def _take_row(self, sheet: str, number: int, values: dict[str, Any]) -> None:
        if sheet == "settings":
            self.found.on = values["cut_over"]
            return
        names = [column.name for column in opening_sheets()[sheet] if column.needed]
        key = (sheet, *(str(values[one]) for one in names if one not in {"balance", "given"}))
        if sheet == "members":
            key = (sheet, values["number"])
        if key in self.taken:
            self._refuse(sheet, number, names[0], key[1], RowTwice(key[1]))
            return
        self.taken.add(key)
        if sheet == "members":
            self._take_member(values)
        elif sheet == "accounts":
            self._take_account(number, values)
        elif values["balance"] != ZERO:
            product = values.get("product") or values.get("bank", "")
            amount: Money = values["balance"]
            member = values.get("member", "")
            self.found.cards.append(CardBalance(product=product, amount=amount, member=member))

    def _take_member(self, values: dict[str, Any]) -> None:
        number = values.pop("number")
        self.members.add(number)
        if number in self.lists.members:
            self.found.known_members += 1  # the workbook goes on where it stopped
            return
        joined, zone = values.pop("joined"), values.pop("zone", "")
        household = values.pop("household", "")
        person = Person(**values)
        self.found.members.append(
            AdmitMember(person=person, on=joined, number=number, zone=zone, household=household)
        )

    def _take_account(self, number: int, values: dict[str, Any]) -> None:
        amount = values.get("debit", ZERO) - values.get("credit", ZERO)
        if amount == ZERO:
            return
        code = values["account"]
        if self.heads[code]:
            self._refuse("accounts", number, "account", code, HeadPostedTo(code))
            return
        fund = values.get("fund") or GENERAL_FUND
        self.found.accounts.append(AccountBalance(account=code, amount=amount, fund=fund))

    def _refuse(self, sheet: str, row: int, column: str, cell: Any, refusal: Refusal) -> None:
        self.found.refuse(CellProblem(sheet, row, column, shown(cell), refusal))
