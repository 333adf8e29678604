"""Samples for an auditor: drawn by a seed, so that anybody draws the same ones again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.fingerprint import encode_value
from ledger.domain.money import Money, total
from ledger.queries.naming import names_of
from ledger.storage.reading import Reader


class Sampled(Enum):
    """What a sample is drawn from."""

    RECEIPTS = "receipts"
    VOUCHERS = "vouchers"
    ENTRIES = "entries"
    LOANS = "loans"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One thing drawn: its number, its day, its amount, and whose it is where it is somebody's."""

    key: str
    on: date
    amount: Money
    member: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn from how much; ``value_share`` is the part of the whole amount it covers.

    Thing for thing, SHA-256 over seed and number decides: the smallest are drawn.
    """

    kind: Sampled
    since: date | None
    until: date
    seed: str
    rows: tuple[SampleRow, ...]
    population: int
    value: Money
    sampled_value: Money
    value_share: Fraction


_STATEMENTS = {
    Sampled.RECEIPTS: (
        "SELECT series || year || '/' || printf('%06d', number), \"on\", total, member"
        ' FROM receipts WHERE "on" BETWEEN ? AND ?'
    ),
    Sampled.VOUCHERS: (
        "SELECT series || year || '/' || printf('%06d', number), \"on\", amount, member"
        ' FROM vouchers WHERE "on" BETWEEN ? AND ?'
    ),
    Sampled.ENTRIES: (
        "SELECT number, day, (SELECT SUM(debit) FROM lines WHERE entry = number), NULL"
        " FROM entries WHERE day BETWEEN ? AND ?"
    ),
    Sampled.LOANS: (
        'SELECT card, "on", approved, member FROM loan_contracts AS c'
        " WHERE direction = 'out' AND \"on\" BETWEEN ? AND ?"
        " AND act = (SELECT MAX(act) FROM loan_contracts WHERE card = c.card)"
    ),
    # Everybody who is a member on the last day, and weighs what the cooperative owes her then:
    # whoever has balances confirmed does not ask the newest members only.
    Sampled.MEMBERS: (
        "SELECT number, joined, (SELECT COALESCE(SUM(l.credit - l.debit), 0) FROM lines AS l"
        " WHERE l.day <= ?2"
        " AND l.card IN (SELECT number FROM cards WHERE member = m.number AND kind <> 'loan')),"
        " number FROM members AS m WHERE joined <= ?2 AND (m.left IS NULL OR m.left > ?2)"
        " AND act = (SELECT MAX(act) FROM members WHERE number = m.number)"
    ),
}


def sample(  # noqa: PLR0913 - what a sample is drawn by
    reader: Reader,
    *,
    kind: Sampled,
    count: int,
    seed: str,
    until: date,
    since: date | None = None,
) -> Sample:
    """So many things of a period, drawn by the seed; all of them where there are no more.

    Of members, everybody on the last day counts, whenever she joined.
    """
    first = date.min if since is None else since
    rows = reader.rows(_STATEMENTS[kind], (first.isoformat(), until.isoformat()))
    drawn = sorted(rows, key=lambda row: _lot(seed, str(row[0])))[: max(count, 0)]
    names = names_of(reader, (row[3] for row in drawn if row[3] is not None))
    found = tuple(
        SampleRow(
            key=str(key),
            on=date.fromisoformat(day),
            amount=Money(satang or 0),
            member=member,
            name=names.get(member or "", ""),
        )
        for key, day, satang, member in sorted(drawn, key=lambda row: (row[1], str(row[0])))
    )
    value = total(Money(row[2] or 0) for row in rows)
    covered = total(one.amount for one in found)
    share = Fraction(covered.satang, value.satang) if value.satang else Fraction(0)
    return Sample(kind, since, until, seed, found, len(rows), value, covered, share)


def _lot(seed: str, key: str) -> bytes:
    return hashlib.sha256(encode_value(seed) + encode_value(key)).digest()
