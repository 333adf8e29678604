"""What the frame asks of the book, put together from the questions that exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.shell.state import OpenMonths, open_months
from ledger.domain.cooperative import Closing, Cooperative
from ledger.domain.days import Month
from ledger.queries.standing import Letterhead, letterhead


@dataclass(frozen=True, slots=True)
class Frame:
    """Whose book it is, up to which act, and which months are open."""

    letterhead: Letterhead
    open: OpenMonths


def frame(reader: Any, *, today: Month) -> Frame:
    """What stands around every screen; ``today`` is the month of the business day."""
    closings = reader.every(Closing)
    closed = closings[-1].closed_through if closings else None
    begins = today if closed is not None else _begins(reader, today)
    months = open_months(closed_through=closed, begins=begins, today=today)
    return Frame(letterhead(reader), months)


def _begins(reader: Any, today: Month) -> Month:
    """The month in which the book begins: as the cooperative says, or that of its first entry."""
    (cooperative,) = reader.every(Cooperative)
    if cooperative.starts_on is not None:
        return Month.of(cooperative.starts_on)
    from ledger.queries.journal import journal

    first = journal(reader, limit=1).entries
    return Month.of(first[0].on) if first else today
