"""Reads an opening workbook whole and collects everything that is wrong with it, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

from ledger.domain.carried import TRIAL_BALANCE
from ledger.domain.money import ZERO, Money
from ledger.domain.refusals import (
    MissingField,
    Refusal,
    SheetColumnsWrong,
)
from ledger.exchange.apart import sheet_rows
from ledger.exchange.cells import shown
from ledger.exchange.opening_sheets import OpeningColumn, opening_sheets, tab_of
from ledger.usecases.carried_loan import CarriedLoan
from ledger.usecases.carrying import AccountBalance, CardBalance, CarryForward
from ledger.usecases.founding import OpenAccount
from ledger.usecases.grant_carrying import CarriedGrant
from ledger.usecases.members import AdmitMember
from ledger.usecases.owning import RegisterAsset
from ledger.usecases.welfare_carrying import CarryBenefit
from ledger.usecases.welfare_joining import JoinWelfare

# What a heading ends with: the program knows a column by it, also where people's words changed.
_WORD = re.compile(r"\[(\w+)\]$")
_SHOWN = 200  # so many problems are kept; the others are only counted


@dataclass(frozen=True, slots=True)
class CellProblem:
    """Why a cell cannot be taken over: where it stands, what it says, and the refusal of it."""

    sheet: str
    row: int
    column: str
    text: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Footing:
    """A control account: its total on paper beside what its cards make, debit positive.

    ``cards`` holds those taken over before, ``count`` are the new ones, ``row`` is where
    the total stands on its sheet (0 where it is missing).
    """

    account: str
    name_th: str
    name_en: str
    paper: Money
    cards: Money
    count: int
    row: int

    @property
    def difference(self) -> Money:
        return self.paper - self.cards


@dataclass(slots=True)
class OpeningFile:
    """What a workbook holds; where something is wrong, what could be read of it.

    The ``known`` ones were taken over before and stand in the workbook as they did.
    """

    on: date | None = None
    members: list[AdmitMember] = field(default_factory=list)
    known_members: int = 0
    cards: list[CardBalance] = field(default_factory=list)
    card_sheets: dict[str, list[CardBalance]] = field(default_factory=dict)
    known_cards: int = 0
    loans: list[CarriedLoan] = field(default_factory=list)
    known_loans: int = 0
    accounts: list[AccountBalance] = field(default_factory=list)
    known_accounts: int = 0
    chart: list[OpenAccount] = field(default_factory=list)
    assets: list[RegisterAsset] = field(default_factory=list)
    welfare: list[JoinWelfare] = field(default_factory=list)
    benefits: list[CarryBenefit] = field(default_factory=list)
    grants: list[CarriedGrant] = field(default_factory=list)
    known_rows: int = 0
    debit: Money = ZERO
    credit: Money = ZERO
    footings: tuple[Footing, ...] = ()
    wrong: int = 0
    problems: list[CellProblem] = field(default_factory=list)

    def command(self, source: str) -> CarryForward:
        """All of it at once, to be rehearsed.

        Raises:
            MissingField: no day is given.
        """
        if self.on is None:
            raise MissingField("settings.cut_over")
        return CarryForward(
            on=self.on,
            members=tuple(self.members),
            cards=tuple(self.cards),
            accounts=tuple(self.accounts),
            loans=tuple(self.loans),
            source=source,
            chart=tuple(self.chart),
            assets=tuple(self.assets),
            welfare=tuple(self.welfare),
            benefits=tuple(self.benefits),
            grants=tuple(self.grants),
        )

    def sheets(self, source: str) -> Iterator[CarryForward]:
        """What every sheet brings, in the order in which they build on each other.

        Raises:
            MissingField: no day is given.
        """
        whole = self.command(source)
        empty = CarryForward(on=whole.on, source=source)
        parts: list[tuple[str, dict[str, Any]]] = [
            ("chart", {"chart": whole.chart}),
            ("members", {"members": whole.members}),
            *((sheet, {"cards": tuple(cards)}) for sheet, cards in self.card_sheets.items()),
            ("borrowings", {"loans": tuple(it for it in whole.loans if it.member is None)}),
            ("loans", {"loans": tuple(it for it in whole.loans if it.member is not None)}),
            ("grants", {"grants": whole.grants}),
            ("assets", {"assets": whole.assets}),
            ("welfare", {"welfare": whole.welfare}),
            ("benefits", {"benefits": whole.benefits}),
            (TRIAL_BALANCE, {"accounts": whole.accounts}),
        ]
        for sheet, rows in parts:
            if any(rows.values()):
                yield replace(empty, sheet=sheet, **rows)

    @property
    def known(self) -> int:
        """How many rows stand in the book already."""
        cards = self.known_cards + self.known_loans + self.known_accounts
        return self.known_members + cards + self.known_rows

    def refuse(self, problem: CellProblem) -> None:
        self.wrong += 1
        if len(self.problems) < _SHOWN:
            self.problems.append(problem)


def opening_rows(
    path: Path, rows: Callable[[int], None] | None = None
) -> Iterator[tuple[str, int, dict[OpeningColumn, Any]]]:
    """Sheet, row number and cells of every row that says something, sheets in their order.

    ``rows`` hears how many were read, row by row; what it raises ends the reading.

    Raises:
        WorkbookTooLarge, WorkbookLocked, WorkbookHasMacros, WorkbookUnreadable,
        SheetColumnsWrong: why it cannot be read at all.
        OSError: the file cannot be opened.
    """
    places: list[OpeningColumn | None] = []
    sheets = opening_sheets()
    tabs = {name: sheet for sheet in sheets for name in (tab_of(sheet), sheet)}
    for read, (tab, number, row) in enumerate(sheet_rows(path, tuple(tabs)), 1):
        sheet = tabs[tab]
        if rows is not None:
            rows(read)
        if number == 1:
            places = _places(sheet, sheets[sheet], row)
        elif any(shown(cell) for cell in row):
            # A row ends with its last cell: those after it are empty, not left out.
            named = zip_longest(places, row)
            yield sheet, number, {column: cell for column, cell in named if column}


def _places(
    sheet: str, columns: tuple[OpeningColumn, ...], heading: tuple[Any, ...]
) -> list[OpeningColumn | None]:
    """Which column stands where; columns of the user's own are left alone."""
    names: dict[str, OpeningColumn] = {}
    for column in columns:
        names |= dict.fromkeys((column.heading, column.name, column.th, column.en), column)
    places = [_named(names, shown(cell)) for cell in heading]
    if any(column.needed and column not in places for column in columns):
        needed = tuple(column.heading for column in columns if column.needed)
        raise SheetColumnsWrong(sheet, tuple(shown(cell) for cell in heading), needed)
    return places


def _named(names: dict[str, OpeningColumn], said: str) -> OpeningColumn | None:
    word = _WORD.search(said)
    return names.get(said) or (names.get(word[1]) if word else None)
