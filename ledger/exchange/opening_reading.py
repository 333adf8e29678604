"""Makes what an opening workbook says into one command, each row checked with those before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ledger.domain.accounts import Account
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.lending import LoanType
from ledger.domain.members import Person
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals import (
    CardsDiffer,
    HeadPostedTo,
    MissingField,
    Refusal,
    RowTwice,
)
from ledger.domain.refusals.carrying import (
    BothSidesFilled,
    CarriedAlready,
    LateAboveOwed,
    LateDayMissing,
    NothingLeftOfLoan,
    PaidOutAboveApproved,
    PartsDiffer,
    RestNotPlanned,
    SourceNotFound,
)
from ledger.exchange.cells import shown
from ledger.exchange.opening_file import CellProblem, Footing, OpeningFile, opening_rows
from ledger.exchange.opening_grants import GRANT_SHEETS, GrantReading
from ledger.exchange.opening_registers import REGISTERS, RegisterReading
from ledger.exchange.opening_sheets import OpeningColumn
from ledger.exchange.opening_values import Values
from ledger.queries.opening import OpeningLists
from ledger.usecases.carried_loan import CarriedLoan, check_carried, rows_of
from ledger.usecases.carrying import AccountBalance, CardBalance
from ledger.usecases.members import AdmitMember

_KEYS = {
    "members": ("number",),
    "savings": ("member", "product"),
    "shares": ("member", "product"),
    "banks": ("bank",),
    "borrowings": ("lender", "type", "contract_number", "on"),
    "loans": ("member", "type", "contract_number", "on"),
    "accounts": ("account", "fund"),
    "chart": ("code",),
    "assets": ("number",),
    "welfare": ("member",),
    "benefits": ("member", "benefit", "on"),
    "grants": ("code",),
    "grant_lines": ("grant", "line"),
    "grant_spent": ("grant", "line", "household"),
}
_COLUMN_OF = {
    BothSidesFilled: "credit",
    LateAboveOwed: "late_principal",
    LateDayMissing: "late_since",
    NothingLeftOfLoan: "repaid",
    PaidOutAboveApproved: "paid_out",
    PartsDiffer: "outstanding",
    RestNotPlanned: "first_due",
    SourceNotFound: "source",
}
_OF_LOAN = frozenset(one.name for one in fields(CarriedLoan))


def read_opening(
    path: Path, lists: OpeningLists, rows: Callable[[int], None] | None = None
) -> OpeningFile:
    """The workbook's rows, checked against the book's own lists; ``rows`` hears how many so far.

    Raises:
        WorkbookTooLarge, WorkbookLocked, WorkbookHasMacros, WorkbookUnreadable,
        SheetColumnsWrong: why it cannot be read at all.
        OSError: the file cannot be opened.
    """
    reading = _Reading(OpeningFile(), lists)
    for sheet, number, row in opening_rows(path, rows):
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
    paper: dict[str, tuple[Money, int]] = field(default_factory=dict)
    cards: dict[str, list[Money]] = field(default_factory=dict)
    plain: dict[str, tuple[Money, int]] = field(default_factory=dict)
    registers: RegisterReading = field(init=False)
    grants: GrantReading = field(init=False)
    values: Values = field(init=False)

    def __post_init__(self) -> None:
        lists = self.lists
        self.accounts = {one.code: one for one in lists.accounts}
        self.types = {one.code: one for one in lists.loan_types}
        self.sources = set(lists.sources)
        self.values = Values(lists, self.members, self.accounts)
        self.grants = GrantReading(self.found, lists)
        self.registers = RegisterReading(self.found, lists, self.accounts)

    def take(self, sheet: str, number: int, row: dict[OpeningColumn, Any]) -> None:
        if sheet != "chart":
            self._settle_chart()
        values: dict[str, Any] = {}
        before = self.found.wrong
        for column, cell in row.items():
            try:
                values[column.name] = self.values.value(column, cell)
            except Refusal as refusal:
                self._refuse(sheet, number, column.name, cell, refusal)
        if self.found.wrong > before:
            if sheet == "members" and values.get("number"):
                self.members.add(values["number"])  # rows below that name her are not wrong too
            return
        try:
            self._take_row(sheet, number, values)
        except Refusal as refusal:
            name = _COLUMN_OF.get(type(refusal), _KEYS.get(sheet, ("cut_over",))[0])
            self._refuse(sheet, number, name, values.get(name), refusal)

    def foot(self) -> None:
        """Lay the totals of control accounts beside what their cards make (domain.md 5.6)."""
        self._settle_chart()
        self._settle_grants()
        if self.found.on is None and not self.found.wrong:
            self._refuse("settings", 2, "cut_over", "", MissingField("cut_over"))
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
        made += self._foot_assets()
        self.found.footings = tuple(made)

    def _foot_assets(self) -> Iterator[Footing]:
        """Accounts of assets whose register does not add up to the total on paper."""
        for code, parts in self.registers.sums.items():
            account, (paper, row) = self.accounts[code], self.plain.get(code, (ZERO, 0))
            if paper == ZERO and not self.found.assets:
                continue
            count = len(self.found.assets)
            one = Footing(code, account.name_th, account.name_en, paper, parts, count, row)
            if one.difference != ZERO and not self.found.wrong:
                refusal = PartsDiffer(paper, parts, one.difference)
                self._refuse("accounts", row, "account", code, refusal)
            yield one

    def _settle_grants(self) -> None:
        held = self.grants.settle(lambda *wrong: self._refuse("grants", *wrong))
        account = self.lists.roles.get("grant_unspent")
        if self.found.grants and account is not None:
            self.cards.setdefault(account, []).append(held)

    def _settle_chart(self) -> None:
        if self.registers.chart:
            self.registers.settle_chart(lambda *wrong: self._refuse("chart", *wrong))

    def _take_row(self, sheet: str, number: int, values: dict[str, Any]) -> None:
        if sheet == "settings":
            self.found.on = values["cut_over"]
            return
        key = tuple(str(values.get(name, "")) for name in _KEYS[sheet])
        if (sheet, *key) in self.taken:
            raise RowTwice(" ".join(key).strip())
        self.taken.add((sheet, *key))
        beside = {
            **dict.fromkeys(REGISTERS, self.registers.take),
            **dict.fromkeys(GRANT_SHEETS, self.grants.take),
        }
        if sheet in beside:
            beside[sheet](sheet, number, values)
        elif sheet == "members":
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
        if ZERO not in {debit, credit}:
            raise BothSidesFilled(code, debit, credit)
        account, fund = self.accounts[code], values.get("fund") or GENERAL_FUND
        if account.head:
            raise HeadPostedTo(code)
        self.found.debit += debit
        self.found.credit += credit
        held, _ = self.plain.get(code, (ZERO, 0))
        self.plain[code] = held + amount, number
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
