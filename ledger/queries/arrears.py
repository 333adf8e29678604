"""Who has not paid: promises and charges that are open on a day, member by member."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.cards import Card
from ledger.domain.days import Month
from ledger.domain.members import Member, Zone
from ledger.domain.money import ZERO, Money, total
from ledger.domain.products import Charge, ChargeType
from ledger.queries.naming import Name, names_of, product_names
from ledger.queries.promises import PromiseStanding, promise_standings
from ledger.queries.standing import known, last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something a member has still to pay: a promise on a card, or a charge.

    ``owed`` includes the month of the day, ``overdue`` is the part of earlier months; ``months``
    counts the promised months not fully paid, ``since`` is the first of them, or the day on which
    the charge fell due. ``amount`` is the monthly promise or the charge as asked.
    """

    item: str
    name_th: str
    name_en: str
    card: int | None
    charge: int | None
    amount: Money
    owed: Money
    overdue: Money
    months: int
    since: Month | date


@dataclass(frozen=True, slots=True)
class MemberInArrears:
    """A member with everything open."""

    member: str
    name: str
    zone: str
    household: str
    items: tuple[OpenItem, ...]
    owed: Money
    overdue: Money


@dataclass(frozen=True, slots=True)
class Arrears:
    """Members with anything open at the end of a day, in the order of the sheet."""

    at: date
    zone: str | None
    zones: Mapping[str, str]
    rows: tuple[MemberInArrears, ...]
    members: int
    owed: Money
    overdue: Money


def arrears(reader: Reader, *, at: date | None = None, zone: str | None = None) -> Arrears:
    """Who has not paid by the end of a day: present members by zone, then number.

    Promised are all months up to and including the month of the day (domain.md 2.1); charges count
    from the day they fall due.
    """
    day = last_day(reader, at)
    present = [
        one
        for one in reader.every(Member)
        if one.is_member_on(day) and (zone is None or one.zone == zone)
    ]
    items = open_items(reader, day)
    owing = [one for one in present if items.get(one.number)]
    owing.sort(key=lambda one: (one.zone, one.number))
    names = names_of(reader, (one.number for one in owing))
    rows = tuple(_row(one, names[one.number], tuple(items[one.number])) for one in owing)
    return Arrears(
        at=day,
        zone=zone,
        zones={one.code: one.name for one in reader.every(Zone)},
        rows=rows,
        members=len(present),
        owed=total(row.owed for row in rows),
        overdue=total(row.overdue for row in rows),
    )


def open_items(reader: Reader, day: date, member: str | None = None) -> dict[str, list[OpenItem]]:
    """Everything open on a day by member, of one or of all; promises before charges."""
    fixed = {} if member is None else {"member": member}
    cards = [card for card in reader.every(Card, **fixed) if _is_open(card, day)]
    numbers = None if member is None else [card.number for card in cards]
    standings = promise_standings(reader, at=day, cards=numbers)
    products = product_names(reader)
    found: dict[str, list[OpenItem]] = {}
    for card in cards:
        standing = standings.get(card.number)
        if card.member is not None and standing is not None and standing.due > ZERO:
            name = products.get((card.kind, card.product), Name(card.product, card.product))
            found.setdefault(card.member, []).append(_promise_item(standing, name))
    for number, item in _charge_items(reader, day, member):
        found.setdefault(number, []).append(item)
    return found


def _is_open(card: Card, day: date) -> bool:
    kinds = (CardKind.SAVINGS, CardKind.SHARE, CardKind.CONTRIBUTION)
    return card.kind in kinds and (card.closed_on is None or day < card.closed_on)


def _promise_item(standing: PromiseStanding, name: Name) -> OpenItem:
    return OpenItem(
        item="promise",
        name_th=name.th,
        name_en=name.en,
        card=standing.card,
        charge=None,
        amount=standing.monthly,
        owed=standing.due,
        overdue=standing.overdue,
        months=standing.months,
        since=standing.since or Month(1, 1),
    )


def _charge_items(reader: Reader, day: date, member: str | None) -> Iterable[tuple[str, OpenItem]]:
    fixed: dict[str, object] = {} if member is None else {"member": member}
    charges = [one for one in reader.every(Charge, cancelled=False, **fixed) if one.due_on <= day]
    if not charges:
        return
    types = {one.code: one for one in reader.every(ChargeType)}
    paid = paid_on_charges(reader, day)
    for charge in charges:
        left = charge.amount - paid.get(charge.number, ZERO)
        if left > ZERO:
            yield charge.member, _charge_item(charge, types[charge.type], left, day)


def _charge_item(charge: Charge, kind: ChargeType, left: Money, day: date) -> OpenItem:
    earlier = charge.due_on < Month.of(day).first
    return OpenItem(
        item="charge",
        name_th=kind.name_th,
        name_en=kind.name_en,
        card=None,
        charge=charge.number,
        amount=charge.amount,
        owed=left,
        overdue=left if earlier else ZERO,
        months=0,
        since=charge.due_on,
    )


def paid_on_charges(reader: Reader, day: date) -> dict[int, Money]:
    """By charge what was paid by the day; a payment counts until the day it was reversed."""
    rows = reader.rows(
        "SELECT p.charge, SUM(p.amount) FROM charge_payments AS p"
        " JOIN entries AS e ON e.number = p.entry AND e.day <= ?1"
        f" LEFT JOIN entries AS x ON x.reverses = p.entry AND x.day <= ?1{known(reader, 'x.act')}"
        f" WHERE x.number IS NULL{known(reader, 'p.act')} GROUP BY p.charge",
        (day.isoformat(),),
    )
    return {charge: Money(satang) for charge, satang in rows}


def _row(member: Member, name: str, items: tuple[OpenItem, ...]) -> MemberInArrears:
    return MemberInArrears(
        member=member.number,
        name=name,
        zone=member.zone,
        household=member.household,
        items=items,
        owed=total(item.owed for item in items),
        overdue=total(item.overdue for item in items),
    )
