"""A collection sheet after it was closed: what each member paid, the receipts, and the count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.accounts import Account, CardKind
from ledger.domain.members import Member, Zone
from ledger.domain.money import Money, total
from ledger.domain.papers import SheetPosted, receipt_label
from ledger.domain.products import ChargeType
from ledger.domain.refusals import UnknownSheet
from ledger.queries.cash import CountView, cash_counts
from ledger.queries.naming import Name, names_of, product_names
from ledger.queries.told import fields_told
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class PaidColumn:
    """One column: its kind of receipt item, its code, its names."""

    item: str
    code: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class PaidRow:
    """One member's line; ``amounts`` in the order of the columns, ``receipt`` empty if unpaid."""

    member: str
    name: str
    zone: str
    amounts: tuple[Money | None, ...]
    paid: Money
    receipt: str
    note: str


@dataclass(frozen=True, slots=True)
class PostedSheet:
    """A closed sheet in the order of the printed one, those who did not pay included."""

    sheet: int
    on: date
    zones: Mapping[str, str]
    columns: tuple[PaidColumn, ...]
    rows: tuple[PaidRow, ...]
    paid: Money
    count: CountView | None
    user: str


_Paid = dict[tuple[str, str], int]
_ORDER = ("deposit", "shares", "charge", "fee", "loan", "income")


def posted_sheet(reader: Reader, *, sheet: int) -> PostedSheet:
    """The sheet of that number, filled in.

    Raises:
        UnknownSheet: none of that number was closed.
    """
    found = next((one for one in reader.every(SheetPosted) if one.number == sheet), None)
    if found is None:
        raise UnknownSheet(sheet)
    ((act, user, payload),) = reader.rows(
        "SELECT a.number, a.user, a.payload FROM sheets AS s JOIN acts AS a ON a.number = s.act"
        " WHERE s.number = ?",
        (sheet,),
    )
    then = reader.at_act(act)
    asked = fields_told(reader, payload)
    receipts = _receipts(reader, act, sheet)
    columns = _columns(then, {place for _, paid in receipts.values() for place in paid})
    rows = _rows(then, found, receipts, columns, _notes(asked))
    counted = cash_counts(reader, count=found.cash_count).rows
    return PostedSheet(
        sheet=sheet,
        on=found.on,
        zones={one.code: one.name for one in then.every(Zone)},
        columns=columns,
        rows=rows,
        paid=total(row.paid for row in rows),
        count=counted[0] if counted else None,
        user=user,
    )


def _receipts(reader: Reader, act: int, sheet: int) -> dict[str, tuple[str, _Paid]]:
    """By member the receipt of the act or given before it, and what was paid by kind and code."""
    found: dict[str, tuple[str, _Paid]] = {}
    for member, series, year, number, item, code, satang in reader.rows(
        "SELECT r.member, r.series, r.year, r.number, l.item,"
        " COALESCE(c.product, g.type, l.account, ''), l.amount FROM receipts AS r"
        " JOIN receipt_lines AS l ON l.series = r.series AND l.year = r.year"
        " AND l.number = r.number"
        " LEFT JOIN (SELECT number, MIN(product) AS product FROM cards GROUP BY number) AS c"
        " ON c.number = l.card"
        " LEFT JOIN (SELECT number, MIN(type) AS type FROM charges GROUP BY number) AS g"
        " ON g.number = l.charge"
        " LEFT JOIN sheet_receipts AS s ON s.series = r.series AND s.year = r.year"
        " AND s.number = r.number"
        " WHERE (r.act = ? OR s.sheet = ?) AND r.member IS NOT NULL ORDER BY r.number, l.line",
        (act, sheet),
    ):
        _, paid = found.setdefault(member, (receipt_label(series, year, number), {}))
        paid[item, code] = paid.get((item, code), 0) + satang
    return found


def _notes(asked: Mapping[str, Any]) -> dict[str, str]:
    """What was noted at each member's line of the command."""
    lines = asked.get("lines", ())
    return {str(one["member"]): str(one.get("note") or "") for one in lines}


def _columns(reader: Reader, places: set[tuple[str, str]]) -> tuple[PaidColumn, ...]:
    names = _names(reader)
    found = [
        PaidColumn(
            item,
            code,
            names.get((item, code), Name(code, code)).th,
            names.get((item, code), Name(code, code)).en,
        )
        for item, code in places
    ]
    order = {item: at for at, item in enumerate(_ORDER)}
    return tuple(sorted(found, key=lambda one: (order.get(one.item, len(_ORDER)), one.code)))


def _names(reader: Reader) -> dict[tuple[str, str], Name]:
    items = {CardKind.SHARE: "shares", CardKind.LOAN: "loan"}
    found = {
        (items.get(kind, "deposit"), code): name
        for (kind, code), name in product_names(reader).items()
    }
    for one in reader.every(ChargeType):
        found["charge", one.code] = found["fee", one.code] = Name(one.name_th, one.name_en)
    for account in reader.every(Account):
        found["income", account.code] = Name(account.name_th, account.name_en)
    return found


def _rows(
    reader: Reader,
    sheet: SheetPosted,
    receipts: dict[str, tuple[str, _Paid]],
    columns: tuple[PaidColumn, ...],
    notes: dict[str, str],
) -> tuple[PaidRow, ...]:
    zones = tuple(filter(None, sheet.zones.split(",")))
    there = [
        one
        for one in reader.every(Member)
        if one.number in receipts
        or (one.is_member_on(sheet.on) and (not zones or one.zone in zones))
    ]
    there.sort(key=lambda one: (one.zone, one.number))
    names = names_of(reader, [one.number for one in there])
    found = []
    for member in there:
        receipt, paid = receipts.get(member.number, ("", {}))
        amounts = [paid.get((column.item, column.code)) for column in columns]
        found.append(
            PaidRow(
                member=member.number,
                name=names.get(member.number, ""),
                zone=member.zone,
                amounts=tuple(None if one is None else Money(one) for one in amounts),
                paid=Money(sum(paid.values())),
                receipt=receipt,
                note=notes.get(member.number, ""),
            )
        )
    return tuple(found)
