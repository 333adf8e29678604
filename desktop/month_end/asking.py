"""What the end of a month asks of the book, put together from the questions that exist."""

from __future__ import annotations

from datetime import date
from typing import Any

from ledger.domain.days import Month
from ledger.queries.closings import Closings, closings
from ledger.queries.month_checklist import MonthChecklist, month_checklist


def month_end(reader: Any, *, today: date) -> tuple[Closings, MonthChecklist | None]:
    """The months and their states, and the checklist of the one that can be closed next."""
    found = closings(reader)
    following = next_to_close(found, Month.of(today))
    if following is None:
        return found, None
    return found, month_checklist(reader, month=following, today=today)


def next_to_close(found: Closings, this: Month) -> Month | None:
    """The oldest month that is over and still open; None when there is none."""
    closed = found.closed_through
    over = [row.month for row in found.months if row.month < this]
    return min((month for month in over if closed is None or month > closed), default=None)
