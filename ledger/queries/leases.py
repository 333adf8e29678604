"""Land leases: rent owed to the owner, billed to members, collected and remitted, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.cards import Card
from ledger.domain.days import Month
from ledger.domain.grants import counting
from ledger.domain.land import LandArea
from ledger.domain.leases import (
    Lease,
    LeaseRent,
    Remittance,
    RentBill,
    owed_through,
    owed_to_owner,
)
from ledger.domain.money import ZERO, Money, total
from ledger.domain.products import Charge
from ledger.domain.refusals.leases import UnknownLease
from ledger.queries.arrears import paid_on_charges
from ledger.queries.naming import names_of
from ledger.queries.plots import plots_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Billed:
    """What charges of one type ask by a day: ``billed`` is always collected plus outstanding.

    A charge counts from the day it falls due; what was paid before that day counts as billed.
    """

    billed: Money
    collected: Money
    outstanding: Money


@dataclass(frozen=True, slots=True)
class LeaseRow:
    """One lease on a day.

    ``owed`` is what the owner asks through the month of the day, ``open`` what of it is not
    remitted; ``held`` was collected and not remitted (negative: the cooperative advanced it).
    """

    code: str
    card: int
    owner: str
    area: LandArea
    plotted: LandArea
    on: date
    ends_on: date | None
    owed: Money
    billed: Money
    collected: Money
    outstanding: Money
    remitted: Money
    held: Money
    open: Money


@dataclass(frozen=True, slots=True)
class Leases:
    """All leases on a day with their sums."""

    at: date
    rows: tuple[LeaseRow, ...]
    owed: Money
    billed: Money
    collected: Money
    outstanding: Money
    remitted: Money
    held: Money
    open: Money


@dataclass(frozen=True, slots=True)
class LeaseMonth:
    """One month: what the owner asks, and what members were billed for it and paid of that."""

    month: Month
    owed: Money
    billed: Money
    collected: Money


@dataclass(frozen=True, slots=True)
class LeaseMember:
    """What one member was billed by a lease, paid, and still owes."""

    member: str
    name: str
    plots: tuple[str, ...]
    billed: Money
    collected: Money
    outstanding: Money


@dataclass(frozen=True, slots=True)
class LeaseCard:
    """A lease with its rents, months, members and remittances up to a day.

    ``booked`` is what the ledger holds on the lease's card; ``difference`` is ``booked`` less what
    was collected and not remitted, and must be zero.
    """

    at: date
    lease: Lease
    row: LeaseRow
    rents: tuple[LeaseRent, ...]
    months: tuple[LeaseMonth, ...]
    members: tuple[LeaseMember, ...]
    remittances: tuple[Remittance, ...]
    booked: Money
    difference: Money


def leases(reader: Reader, *, at: date | None = None) -> Leases:
    """Every lease that began by a day: owed, billed, collected, remitted and the differences."""
    day = last_day(reader, at)
    rows = tuple(_row(reader, one, day) for one in reader.every(Lease) if one.on <= day)
    return Leases(
        at=day,
        rows=rows,
        owed=total(row.owed for row in rows),
        billed=total(row.billed for row in rows),
        collected=total(row.collected for row in rows),
        outstanding=total(row.outstanding for row in rows),
        remitted=total(row.remitted for row in rows),
        held=total(row.held for row in rows),
        open=total(row.open for row in rows),
    )


def lease_card(reader: Reader, *, lease: str, at: date | None = None) -> LeaseCard:
    """A lease on a day: rent billed, collected and remitted, with the difference shown.

    Raises:
        UnknownLease: there is none of that code.
    """
    found = reader.newest(Lease, lease)
    if found is None:
        raise UnknownLease(lease)
    day = last_day(reader, at)
    row = _row(reader, found, day)
    booked = booked_on(reader, found.card, day)
    return LeaseCard(
        at=day,
        lease=found,
        row=row,
        rents=tuple(reader.every(LeaseRent, lease=lease)),
        months=_months(reader, found, day),
        members=_members(reader, found, day),
        remittances=counting(reader, reader.every(Remittance, card=found.card), day),
        booked=booked,
        difference=booked - row.held,
    )


def billed_by(reader: Reader, charges: Iterable[Charge], day: date) -> Billed:
    """What these charges ask by a day, what was paid on them, and what is open."""
    paid = paid_on_charges(reader, day)
    billed, collected = ZERO, ZERO
    for one in charges:
        got = paid.get(one.number, ZERO)
        asked = got if one.cancelled or one.due_on > day else one.amount
        billed, collected = billed + asked, collected + got
    return Billed(billed, collected, billed - collected)


def booked_on(reader: Reader, card: int, day: date) -> Money:
    """What the ledger says the cooperative owes on a card at the end of a day."""
    found = reader.newest(Card, card)
    return ZERO if found is None else -reader.card_balance(card, found.account, at=day)


def _row(reader: Reader, lease: Lease, day: date) -> LeaseRow:
    told = billed_by(reader, reader.every(Charge, type=lease.charge_type), day)
    remittances = counting(reader, reader.every(Remittance, card=lease.card), day)
    remitted = total(one.amount for one in remittances)
    owed = owed_through(lease, reader.every(LeaseRent, lease=lease.code), Month.of(day))
    plotted = sum(one.area.hundredths for one in plots_of(reader, lease.code, day))
    return LeaseRow(
        code=lease.code,
        card=lease.card,
        owner=lease.owner,
        area=lease.area,
        plotted=LandArea(plotted),
        on=lease.on,
        ends_on=lease.ends_on,
        owed=owed,
        billed=told.billed,
        collected=told.collected,
        outstanding=told.outstanding,
        remitted=remitted,
        held=told.collected - remitted,
        open=owed - remitted,
    )


def _months(reader: Reader, lease: Lease, day: date) -> tuple[LeaseMonth, ...]:
    rents = reader.every(LeaseRent, lease=lease.code)
    charges = {one.number: one for one in reader.every(Charge, type=lease.charge_type)}
    asked: dict[str, list[Charge]] = {}
    for bill in reader.every(RentBill, lease=lease.code):
        asked.setdefault(bill.month, []).append(charges[bill.charge])
    first = Month.of(lease.on)
    found = []
    for at in range(Month.of(day).months_since(first) + 1):
        month = first.plus(at)
        told = billed_by(reader, asked.get(month.iso, ()), day)
        owed = owed_to_owner(lease, rents, month)
        found.append(LeaseMonth(month, owed, told.billed, told.collected))
    return tuple(found)


def _members(reader: Reader, lease: Lease, day: date) -> tuple[LeaseMember, ...]:
    charges: dict[str, list[Charge]] = {}
    for one in reader.every(Charge, type=lease.charge_type):
        charges.setdefault(one.member, []).append(one)
    held: dict[str, list[str]] = {}
    for plot in plots_of(reader, lease.code, day):
        if plot.holder:
            held.setdefault(plot.holder, []).append(plot.code)
    numbers = sorted({*charges, *held})
    names = names_of(reader, numbers)
    found = []
    for number in numbers:
        told = billed_by(reader, charges.get(number, ()), day)
        plots = tuple(held.get(number, ()))
        parts = (told.billed, told.collected, told.outstanding)
        found.append(LeaseMember(number, names.get(number, ""), plots, *parts))
    return tuple(found)
