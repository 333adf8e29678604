"""The register of dividend and refund: what each member gets, how it was paid, who was not paid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals.closing import NothingUnpaid, YearNotAllocated
from ledger.domain.year_end import DuePayment, MemberDue, SurplusAllocation
from ledger.queries.entries import papers_of
from ledger.queries.naming import names_of
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class DuePaid:
    """One payment that stands: ``debts`` of it met debts, the rest went out or into ``card``."""

    entry: int
    on: date
    papers: tuple[str, ...]
    amount: Money
    debts: Money
    bank: str
    card: int | None


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One member of the register; ``missed`` rows cost the refund."""

    member: str
    name: str
    zone: str
    dividend: Money
    refund: Money
    total: Money
    interest_paid: Money
    missed: int
    paid: Money
    unpaid: Money
    payments: tuple[DuePaid, ...]


@dataclass(frozen=True, slots=True)
class DividendRegister:
    """The register of a year's allocation, of all members, of one, or of those not paid yet."""

    year: int
    allocation: int
    on: date
    resolution: str
    dividend_rate: Fraction | None
    refund_rate: Fraction | None
    unpaid_only: bool
    rows: tuple[RegisterRow, ...]
    dividend: Money
    refund: Money
    total: Money
    paid: Money
    unpaid: Money


def dividend_register(
    reader: Reader, *, year: int, member: str | None = None, unpaid_only: bool = False
) -> DividendRegister:
    """Who gets how much of the year's surplus and how it was paid (feature 33).

    Raises:
        YearNotAllocated: no resolution on the surplus of the year stands.
        NothingUnpaid: the member named gets nothing.
    """
    allocation = _standing(reader, year)
    paid = _payments(reader, allocation.number)
    named = {} if member is None else {"member": member}
    dues = [
        one
        for one in reader.every(MemberDue, allocation=allocation.number, **named)
        if one.dividend + one.refund > ZERO
    ]
    if member is not None and not dues:
        raise NothingUnpaid(member, year)
    rows = _rows(reader, dues, paid)
    if unpaid_only:
        rows = [row for row in rows if row.unpaid > ZERO]
    return DividendRegister(
        year=year,
        allocation=allocation.number,
        on=allocation.on,
        resolution=allocation.resolution,
        dividend_rate=allocation.dividend_rate,
        refund_rate=allocation.refund_rate,
        unpaid_only=unpaid_only,
        rows=tuple(rows),
        dividend=total(row.dividend for row in rows),
        refund=total(row.refund for row in rows),
        total=total(row.total for row in rows),
        paid=total(row.paid for row in rows),
        unpaid=total(row.unpaid for row in rows),
    )


def unpaid_dues(reader: Reader, member: str, at: date) -> Money:
    """Dividend and refund that one member was due at the end of a day and did not get by then."""
    left = ZERO
    for allocation in reader.every(SurplusAllocation):
        entry = allocation.entry
        if entry is None or allocation.on > at or reader.reversed_by(entry) is not None:
            continue
        named = {"allocation": allocation.number, "member": member}
        left += total(one.dividend + one.refund for one in reader.every(MemberDue, **named))
        left -= total(
            one.dividend + one.refund
            for one in reader.every(DuePayment, **named)
            if one.on <= at and reader.reversed_by(one.entry) is None
        )
    return left


def _standing(reader: Reader, year: int) -> SurplusAllocation:
    for one in reader.every(SurplusAllocation, year=year):
        if one.entry is not None and reader.reversed_by(one.entry) is None:
            return one
    raise YearNotAllocated(year)


def _payments(reader: Reader, allocation: int) -> dict[str, list[DuePaid]]:
    """The payments that stand, by member."""
    kept = [
        one
        for one in reader.every(DuePayment, allocation=allocation)
        if reader.reversed_by(one.entry) is None
    ]
    papers = papers_of(reader, [one.entry for one in kept])
    found: dict[str, list[DuePaid]] = {}
    for one in kept:
        found.setdefault(one.member, []).append(
            DuePaid(
                entry=one.entry,
                on=one.on,
                papers=papers.get(one.entry, ()),
                amount=one.dividend + one.refund,
                debts=one.debts,
                bank=one.bank,
                card=one.card,
            )
        )
    return found


def _rows(
    reader: Reader, dues: Iterable[MemberDue], payments: dict[str, list[DuePaid]]
) -> list[RegisterRow]:
    names = names_of(reader)
    zones = dict(
        reader.rows(
            "SELECT number, zone FROM members AS n WHERE act ="
            " (SELECT MAX(act) FROM members WHERE number = n.number)"
        )
    )
    rows = []
    for one in dues:
        mine = tuple(payments.get(one.member, ()))
        amount, paid = one.dividend + one.refund, total(each.amount for each in mine)
        rows.append(
            RegisterRow(
                member=one.member,
                name=names.get(one.member, ""),
                zone=str(zones.get(one.member, "")),
                dividend=one.dividend,
                refund=one.refund,
                total=amount,
                interest_paid=one.interest_paid,
                missed=one.missed,
                paid=paid,
                unpaid=amount - paid,
                payments=mine,
            )
        )
    return rows
