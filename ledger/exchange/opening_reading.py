"""Makes what an opening workbook says into one command, each row checked with those before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ledger.domain.accounts import Account
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.identity import problem_of
from ledger.domain.lending import Direction, LoanType
from ledger.domain.members import Person
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals import (
    BadNationalId,
    CardsDiffer,
    HeadPostedTo,
    MissingField,
    NotAChoice,
    Refusal,
    RowTwice,
    UnknownAccount,
    UnknownMember,
)
from ledger.domain.refusals.carrying import (
    CarriedAlready,
    LateAboveOwed,
    LateDayMissing,
    NothingLeftOfLoan,
    PaidOutAboveApproved,
    PartsDiffer,
    RestNotPlanned,
    SourceNotFound,
)
from ledger.exchange.cells import (
    cell_amount,
    cell_count,
    cell_day,
    cell_digits,
    cell_rate,
    cell_text,
    shown,
)
from ledger.exchange.opening_file import CellProblem, Footing, OpeningFile, opening_rows
from ledger.exchange.opening_sheets import OpeningColumn
from ledger.queries.opening import OpeningLists
from ledger.usecases.carried_loan import CarriedLoan, check_carried, rows_of
from ledger.usecases.carrying import AccountBalance, CardBalance
from ledger.usecases.members import AdmitMember

_READERS: dict[str, Callable[[Any], Any]] = {
    "amount": cell_amount,
    "count": cell_count,
    "day": cell_day,
    "digits": cell_digits,
    "rate": cell_rate,
}
_EMPTY: dict[str, Any] = {"amount": ZERO, "count": None, "day": None, "rate": None}
_BETWEEN = re.compile(r"[\s,;]+")
_KEYS = {
    "members": ("number",),
    "savings": ("member", "product"),
    "shares": ("member", "product"),
    "banks": ("bank",),
    "borrowings": ("lender", "type", "contract_number", "on"),
    "loans": ("member", "type", "contract_number", "on"),
    "accounts": ("account", "fund"),
}
_COLUMN_OF = {
    LateAboveOwed: "late_principal",
    LateDayMissing: "late_since",
    NothingLeftOfLoan: "repaid",
    PaidOutAboveApproved: "paid_out",
    PartsDiffer: "outstanding",
    RestNotPlanned: "first_due",
    SourceNotFound: "source",
}
_OF_LOAN = frozenset(one.name for one in fields(CarriedLoan))


def read_opening(path: Path, lists: OpeningLists) -> OpeningFile:
    """The workbook's rows, checked against the book's own lists; nothing is written.

    Raises:
        WorkbookTooLarge, WorkbookLocked, WorkbookHasMacros, WorkbookUnreadable,
        SheetColumnsWrong: why it cannot be read at all.
        OSError: the file cannot be opened.
    """
    reading = _Reading(OpeningFile(), lists)
    for sheet, number, row in opening_rows(path):
        reading.take(sheet, number, row)
    reading.foot()
    return reading.found


@dataclass(slots=True)
class _Reading:
    """The workbook so far, so that a row can be compared with those before it."""

    found: OpeningFile
    lists: OpeningLists
    members: set[str] = field(default_factory=set)
    taken: set[tuple[str, ...]] = field(default_factory=set)
    accounts: dict[str, Account] = field(default_factory=dict)
    types: dict[str, LoanType] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    paper: dict[str, tuple[Money, int]] = field(default_factory=dict)
    cards: dict[str, list[Money]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lists = self.lists
        self.accounts = {one.code: one for one in lists.accounts}
        self.types = {one.code: one for one in lists.loan_types}
        self.sources = set(lists.sources)
        self.choices = {
            "zone": lists.zones,
            "savings": lists.savings,
            "shares": lists.shares,
            "bank": lists.banks,
            "loan": lists.types_of(Direction.OUT),
            "borrowing": lists.types_of(Direction.IN),
        }

    def take(self, sheet: str, number: int, row: dict[OpeningColumn, Any]) -> None:
        values: dict[str, Any] = {}
        before = self.found.wrong
        for column, cell in row.items():
            try:
                values[column.name] = self._value(column, cell)
            except Refusal as refusal:
                self._refuse(sheet, number, column.name, cell, refusal)
        if self.found.wrong > before:
            return
        try:
            self._take_row(sheet, number, values)
        except Refusal as refusal:
            name = _COLUMN_OF.get(type(refusal), _KEYS.get(sheet, ("cut_over",))[0])
            self._refuse(sheet, number, name, values.get(name), refusal)

    def foot(self) -> None:
        """Lay the totals of control accounts beside what their cards make (domain.md 5.6)."""
        made = []
        controls = {code for code, one in self.accounts.items() if one.card is not None}
        before = dict.fromkeys(controls, ZERO)
        for (code, _), amount in self.lists.carried.accounts.items():
            before[code] = before.get(code, ZERO) + amount
        for code in sorted(controls):
            new = self.cards.get(code, [])
            cards = total(new) + before[code]
            paper, row = self.paper.get(code, (ZERO, 0))
            if paper == ZERO and cards == ZERO:
                continue
            account = self.accounts[code]
            one = Footing(code, account.name_th, account.name_en, paper, cards, len(new), row)
            made.append(one)
            # Before the other sheets can be read whole, a difference would say nothing.
            if one.difference != ZERO and not self.found.wrong:
                refusal = CardsDiffer(code, paper, cards, one.difference)
                self._refuse("accounts", row, "account", code, refusal)
        self.found.footings = tuple(made)

    def _value(self, column: OpeningColumn, cell: Any) -> Any:
        read = _READERS.get(column.kind) or cell_text
        value: Any = read(cell) if shown(cell) else None
        if value is None or value == "":
            if column.needed:
                raise MissingField(column.name)
            return () if column.kind == "members" else _EMPTY.get(column.kind, "")
        self._check(column, value)
        return self._several(value) if column.kind == "members" else value

    def _several(self, text: str) -> tuple[str, ...]:
        numbers = tuple(one for one in _BETWEEN.split(text) if one)
        for one in numbers:
            if one not in self.lists.members | self.members:
                raise UnknownMember(one)
        return numbers

    def _check(self, column: OpeningColumn, value: Any) -> None:
        choices = self.choices.get(column.kind)
        if choices is not None and value not in choices:
            raise NotAChoice(column.name, value, choices)
        if column.kind == "member" and not (value in self.lists.members or value in self.members):
            raise UnknownMember(value)
        if column.kind == "account" and value not in self.accounts:
            raise UnknownAccount(value)
        if column.kind == "digits" and (problem := problem_of(value)) is not None:
            raise BadNationalId(problem.value)

    def _take_row(self, sheet: str, number: int, values: dict[str, Any]) -> None:
        if sheet == "settings":
            self.found.on = values["cut_over"]
            return
        key = tuple(str(values.get(name, "")) for name in _KEYS[sheet])
        if (sheet, *key) in self.taken:
            raise RowTwice(" ".join(key).strip())
        self.taken.add((sheet, *key))
        if sheet == "members":
            self._take_member(values)
        elif sheet == "accounts":
            self._take_account(number, values)
        elif sheet in {"loans", "borrowings"}:
            self._take_loan(values)
        elif values["balance"] != ZERO:
            self._take_card(sheet, values)

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

    def _take_card(self, sheet: str, values: dict[str, Any]) -> None:
        product = values.get("product") or values["bank"]
        amount: Money = values["balance"]
        member = values.get("member", "")
        if self._known(self.lists.carried.cards.get((member, product)), amount, product):
            self.found.known_cards += 1
            return
        # The cooperative owes members what they hold; a bank owes it to the cooperative.
        account = self.lists.account_of[product]
        held = ZERO - amount if member else amount
        self.cards.setdefault(account, []).append(held)
        card = CardBalance(product=product, amount=amount, member=member)
        self.found.cards.append(card)
        self.found.card_sheets.setdefault(sheet, []).append(card)

    def _take_loan(self, values: dict[str, Any]) -> None:
        given = {name: it for name, it in values.items() if name in _OF_LOAN and it is not None}
        for name in ("paid_out", "instalment"):
            if given.get(name) == ZERO:
                del given[name]
        loan = CarriedLoan(**given)
        kind = self.types[loan.type]
        self._check_loan(loan, kind, values.get("outstanding", ZERO))
        if loan.member is None:
            self.sources.add(loan.contract_number)
        elif loan.source and loan.source not in self.sources:
            raise SourceNotFound(loan.source)
        place = (loan.party, loan.type, loan.contract_number, loan.on)
        if self._known(self.lists.carried.loans.get(place), loan.owed, loan.party):
            self.found.known_loans += 1
            return
        held = loan.owed if loan.member else ZERO - loan.owed
        self.cards.setdefault(kind.account, []).append(held)
        self.found.loans.append(loan)

    def _check_loan(self, loan: CarriedLoan, kind: LoanType, outstanding: Money) -> None:
        if outstanding not in {ZERO, loan.owed}:
            raise PartsDiffer(outstanding, loan.owed, outstanding - loan.owed)
        if self.found.on is not None:
            check_carried(loan, self.found.on)
            rows_of(loan, kind, self.found.on)

    def _take_account(self, number: int, values: dict[str, Any]) -> None:
        debit, credit = values.get("debit", ZERO), values.get("credit", ZERO)
        if (amount := debit - credit) == ZERO:
            return
        code = values["account"]
        account, fund = self.accounts[code], values.get("fund") or GENERAL_FUND
        if account.head:
            raise HeadPostedTo(code)
        self.found.debit += debit
        self.found.credit += credit
        if account.card is not None:
            paper, _ = self.paper.get(code, (ZERO, 0))
            self.paper[code] = paper + amount, number
        elif self._known(self.lists.carried.accounts.get((code, fund)), amount, code):
            self.found.known_accounts += 1
            return
        self.found.accounts.append(AccountBalance(account=code, amount=amount, fund=fund))

    def _known(self, before: Money | None, amount: Money, what: str) -> bool:
        """Whether this was taken over before and says the same.

        Raises:
            CarriedAlready: it says something else.
        """
        if before is None or before == ZERO:
            return False
        if before != amount:
            raise CarriedAlready(what, before, self.lists.carried.entry)
        return True

    def _refuse(self, sheet: str, row: int, column: str, cell: Any, refusal: Refusal) -> None:
        self.found.refuse(CellProblem(sheet, row, column, shown(cell), refusal))
