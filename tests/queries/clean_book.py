"""A cooperative in which everything is as it should be: no red flag may show in its book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ledger.domain.loan_life import CollateralKind
from ledger.domain.members import Person
from ledger.domain.money import Money, baht
from ledger.domain.papers import DENOMINATIONS
from ledger.queries.red_flags import RedFlags, red_flags
from ledger.usecases.banking import MatchBankLine, RecordStatement, StatementLine
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.loan_security import PledgeCollateral
from ledger.usecases.members import OpenZone
from ledger.usecases.vouching import MoveMoney, PayExpense
from tests.support.books import Village, found_village
from tests.support.lending import contract, pay, pay_out, with_types

JANUARY, FEBRUARY, MARCH = date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 10)
TODAY = date(2026, 3, 20)
LONG_AGO = date(2024, 1, 1)
CHAIR = "ประธาน"


@dataclass(slots=True)
class CleanBook:
    """The village with the member numbers and cards of its two members and one loan."""

    village: Village
    saver: str
    card: int
    borrower: str
    other: int
    loan: int

    def on(self, day: date) -> Village:
        """The village on another day: what is entered then is entered in time."""
        self.village.clock.set(day)
        return self.village

    def run(self, command: Any, on: date | None = None) -> Any:
        return self.on(on or TODAY).run(command)

    def entry(self) -> int:
        """The number of the newest entry."""
        return int(self.village.one("SELECT MAX(number) FROM entries"))

    def ask(self, **named: Any) -> RedFlags:
        return self.village.book.ask(red_flags, at=TODAY, **named)

    def member(self, given: str = "คนใหม่", on: date = LONG_AGO, **fields: Any) -> str:
        """One more member, in a household of her own."""
        admitted = {name: fields.pop(name) for name in ("zone", "household") if name in fields}
        number, _ = self.on(on).member(person=Person(given=given, **fields), on=on, **admitted)
        return number

    def lent(self, member: str | None = None, on: date = JANUARY, **named: Any) -> int:
        """A loan as it should be, paid out in cash that was saved before."""
        found = member or self.member()
        if member is None:
            self.saved(found, on=date(2025, 10, 2))
        fields: dict[str, Any] = {"contract_number": "ก-๑", **named}
        guarantors = fields.pop("guarantors", (self.saver,))
        self.on(on)
        card = contract(self.village, found, baht(300), on=on, guarantors=guarantors, **fields)
        pay_out(self.village, card, baht(300), on, approved_by=CHAIR)
        return card

    def saved(self, member: str, amount: Money | None = None, on: date = date(2026, 1, 5)) -> int:
        village = self.on(on)
        card = village.savings(member, on=on)
        village.deposit(card, baht(400) if amount is None else amount, on=on)
        return card

    def spend(self, amount: Money, on: date = TODAY, **named: Any) -> None:
        fields = {"account": "53020", "payee": "ร้าน", "purpose": "ของใช้", **named}
        fields.setdefault("approved_by", CHAIR)
        self.run(PayExpense(amount=amount, on=on, **fields), on)

    def count(self, on: date, more: Money | None = None) -> None:
        """The cash as it is, or with so much more (or less) in it."""
        held = self.village.balance("11010", at=on) + (Money(0) if more is None else more)
        self.run(CountCash(on=on, pieces=pieces_of(held), counted_by=CHAIR, reason="ทอน"), on)


def pieces_of(amount: Money) -> tuple[Pieces, ...]:
    left, found = amount.satang, []
    for note in DENOMINATIONS:
        number, left = divmod(left, note.satang)
        if number:
            found.append(Pieces(denomination=note, pieces=number))
    return tuple(found)


def clean_book(folder: Path) -> CleanBook:
    """Three months of two members, a bank with its statement, a loan and an expense."""
    village = found_village(folder, today=LONG_AGO, cash_limit=baht(5_000))
    village.run(OpenZone(code="ก", name="โซนริมคลอง"))
    saver, _ = village.member(
        person=Person(given="มาลี", phone="0810000001", national_id="1100000000008"),
        household="ก-๑",
        on=LONG_AGO,
    )
    second = Person(given="บุญมี", phone="0810000002")
    borrower, _ = village.member(person=second, household="ก-๒", on=LONG_AGO)
    village.bank("GSB")
    card, other = village.savings(saver, on=LONG_AGO), village.savings(borrower, on=LONG_AGO)
    with_types(village)
    made = CleanBook(village, saver, card, borrower, other, 0)
    for month, day in enumerate((JANUARY, FEBRUARY, MARCH), start=1):
        made.on(day)
        village.deposit(card, baht(2_000), on=day)
        village.deposit(other, baht(100), on=day)
        village.run(MoveMoney(amount=baht(500), on=day, target="GSB"))
        line = StatementLine(on=day, amount=baht(500), text="ฝาก", balance=baht(500 * month))
        village.run(RecordStatement(bank="GSB", lines=(line,)))
        village.run(MatchBankLine(bank="GSB", line=month, entry=made.entry()))
        made.count(day)
        if month == 1:
            made.loan = made.lent(borrower, date(2026, 1, 12))
            land = PledgeCollateral(
                card=made.loan,
                kind=CollateralKind.LAND,
                description="โฉนด ๑",
                value=baht(900),
                on=date(2026, 1, 12),
            )
            village.run(land)
        else:
            pay(village, made.loan, baht(30), day)
    village.withdraw(card, baht(50), on=MARCH, approved_by=CHAIR)
    made.spend(baht(75, 25), MARCH)
    made.on(TODAY)
    return made
