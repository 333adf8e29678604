"""Unpaid interest of every loan beside what the books have accrued of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accruing import Accrued, accruals
from ledger.domain.lending import Direction
from ledger.domain.money import Money, total
from ledger.queries.loans import named_loans
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class AccruedRow:
    """One loan; ``name`` is the borrower's or the lender's, ``change`` what a run would book."""

    card: int
    type: str
    contract_number: str
    member: str | None
    name: str
    unpaid: Money
    booked: Money
    wanted: Money
    change: Money
    suspended: bool


@dataclass(frozen=True, slots=True)
class AccruedLeg:
    """All loans of one direction with something unpaid or accrued."""

    direction: Direction
    rows: tuple[AccruedRow, ...]
    unpaid: Money
    booked: Money
    change: Money


@dataclass(frozen=True, slots=True)
class AccruedInterest:
    """Both legs at the end of a day; ``due`` is how much a run would book in all."""

    at: date
    lent: AccruedLeg
    borrowed: AccruedLeg
    due: Money


def accrued_interest(reader: Reader, *, at: date | None = None) -> AccruedInterest:
    """What is unpaid on loans of both legs, what is accrued, and what is suspended."""
    day = last_day(reader, at)
    named = named_loans(reader)
    names = {loan.contract.card: name for loan, name in named}
    found = accruals(reader, [loan for loan, _ in named], day)
    lent, borrowed = (_leg(found, leg, names) for leg in (Direction.OUT, Direction.IN))
    return AccruedInterest(day, lent, borrowed, total(abs(one.change) for one in found))


def _leg(found: list[Accrued], leg: Direction, names: dict[int, str]) -> AccruedLeg:
    rows = tuple(
        AccruedRow(
            card=one.loan.contract.card,
            type=one.loan.contract.type,
            contract_number=one.loan.contract.contract_number,
            member=one.loan.contract.member,
            name=names[one.loan.contract.card],
            unpaid=one.unpaid,
            booked=one.booked,
            wanted=one.wanted,
            change=one.change,
            suspended=one.suspended,
        )
        for one in found
        if one.loan.contract.direction is leg
    )
    return AccruedLeg(
        direction=leg,
        rows=rows,
        unpaid=total(one.unpaid for one in rows),
        booked=total(one.booked for one in rows),
        change=total(one.change for one in rows),
    )
