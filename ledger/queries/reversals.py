"""Reversals of a period: what was taken back, when it had been booked, why and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ledger.domain.money import Money, total
from ledger.queries.entries import papers_of
from ledger.queries.standing import known
from ledger.storage.columns import said
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ReversalRow:
    """One reversal beside its original; ``earlier_month`` says that the original's month was over.

    ``event`` and ``memo`` are those of the original, ``papers`` its receipt or voucher.
    """

    entry: int
    on: date
    reason: str
    user: str
    booked_at: datetime
    original: int
    original_on: date
    event: str
    memo: str
    papers: tuple[str, ...]
    amount: Money
    earlier_month: bool


@dataclass(frozen=True, slots=True)
class Reversals:
    """All reversals dated in a period, in order of their entries."""

    since: date
    until: date
    rows: tuple[ReversalRow, ...]
    total: Money


def reversals(reader: Reader, *, since: date, until: date) -> Reversals:
    """What was reversed on the days from since to until, both included."""
    rows = reader.rows(
        f"SELECT x.number, x.day, {said('x.reason')}, a.user, a.recorded_at, e.number, e.day,"
        f" e.event, {said('e.memo')}, (SELECT SUM(debit) FROM lines WHERE entry = e.number)"
        " FROM entries AS x JOIN entries AS e ON e.number = x.reverses"
        " JOIN acts AS a ON a.number = x.act"
        f" WHERE x.day BETWEEN ? AND ?{known(reader, 'x.act')} ORDER BY x.day, x.number",
        (since.isoformat(), until.isoformat()),
    )
    papers = papers_of(reader, [row[5] for row in rows])
    found = []
    for entry, day, reason, user, at, original, original_day, event, memo, satang in rows:
        found.append(
            ReversalRow(
                entry=entry,
                on=date.fromisoformat(day),
                reason=reason or "",
                user=user,
                booked_at=datetime.fromisoformat(at),
                original=original,
                original_on=date.fromisoformat(original_day),
                event=event,
                memo=memo,
                papers=papers.get(original, ()),
                amount=Money(satang),
                earlier_month=original_day[:7] < day[:7],
            )
        )
    return Reversals(since, until, tuple(found), total(row.amount for row in found))
