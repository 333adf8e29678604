"""Months and their state: open, closed or locked, and the history of closings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ledger.domain.closing_period import AS_TEXTS
from ledger.domain.days import Month
from ledger.queries.standing import known, last_day
from ledger.storage.columns import said
from ledger.storage.reading import Reader


class MonthState(Enum):
    """What may still happen to a month's entries."""

    OPEN = "open"
    CLOSED = "closed"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month with what was booked in it; ``closed_at`` is when it was closed, if it is."""

    month: Month
    state: MonthState
    entries: int
    closed_at: datetime | None
    closed_by: str


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """One closing and how far the months are shut after it.

    ``what`` is ``close``, ``reopen``, ``lock``, or ``restore`` where a copy was locked again.
    """

    number: int
    what: str
    closed_through: Month | None
    locked_through: Month | None
    reason: str
    act: int
    user: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Closings:
    """The months with entries, newest first, and every closing, oldest first."""

    closed_through: Month | None
    locked_through: Month | None
    months: tuple[MonthRow, ...]
    history: tuple[ClosingRow, ...]

    def state_of(self, month: Month) -> MonthState:
        if self.locked_through is not None and month <= self.locked_through:
            return MonthState.LOCKED
        if self.closed_through is not None and month <= self.closed_through:
            return MonthState.CLOSED
        return MonthState.OPEN


def closings(reader: Reader) -> Closings:
    """How far the book is closed, month by month, and how it came to that."""
    history = tuple(_history(reader))
    last = history[-1] if history else None
    found = Closings(
        closed_through=last.closed_through if last else None,
        locked_through=last.locked_through if last else None,
        months=(),
        history=history,
    )
    return Closings(
        found.closed_through, found.locked_through, tuple(_months(reader, found)), history
    )


def _history(reader: Reader) -> list[ClosingRow]:
    rows = reader.rows(
        f"SELECT c.number, c.what, c.closed_through, c.locked_through, {said('c.reason')},"
        " c.act, a.user, a.recorded_at FROM closings AS c JOIN acts AS a ON a.number = c.act"
        f" WHERE true{known(reader, 'c.act')} ORDER BY c.number"
    )
    return [
        ClosingRow(
            number,
            what,
            _month(closed),
            _month(locked),
            reason,
            act,
            user,
            datetime.fromisoformat(at),
        )
        for number, what, closed, locked, reason, act, user, at in rows
    ]


def _months(reader: Reader, found: Closings) -> list[MonthRow]:
    first = reader.one("SELECT MIN(day) FROM entries")
    if first is None or first[0] is None:
        return []
    month, start = Month.of(last_day(reader)), Month.of(date.fromisoformat(first[0]))
    rows = []
    while month >= start:
        since = _closed_since(found.history, month)
        rows.append(
            MonthRow(
                month=month,
                state=found.state_of(month),
                entries=_entries(reader, month),
                closed_at=None if since is None else since.at,
                closed_by="" if since is None else since.user,
            )
        )
        month = month.plus(-1)
    return rows


def _closed_since(history: tuple[ClosingRow, ...], month: Month) -> ClosingRow | None:
    """The closing since which the month has been closed without a break."""
    found = None
    for one in reversed(history):
        if one.closed_through is None or one.closed_through < month:
            break
        found = one
    return found


def _entries(reader: Reader, month: Month) -> int:
    row = reader.one(
        "SELECT COUNT(*) FROM entries WHERE day BETWEEN ? AND ?"
        f" AND event NOT IN ({AS_TEXTS}){known(reader)}",
        (month.first.isoformat(), month.last.isoformat()),
    )
    return int(row[0]) if row else 0


def _month(text: str | None) -> Month | None:
    return None if text is None else Month.parse(text)
