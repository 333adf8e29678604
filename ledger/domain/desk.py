"""Where drafts lie on the desk, for those that closing a month has to know of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ledger.domain.refusals import NotADay

SHEETS = "collection:"


def sheet_place(on: date, zones: Iterable[str]) -> str:
    """The place of a collection sheet that is being typed."""
    return f"{SHEETS}{on.isoformat()}:{','.join(zones)}"


def kept_place(place: str) -> str:
    """A place as the screens name it; of a sheet with every zone the last colon may be left out.

    A sheet that lay under another name would be seen by no screen and by no closing.

    Raises:
        NotADay: a sheet is meant, and its day is none.
    """
    if not place.startswith(SHEETS):
        return place
    day, _, zones = place.removeprefix(SHEETS).partition(":")
    try:
        on = date.fromisoformat(day)
    except ValueError as error:
        raise NotADay("place", day) from error
    return sheet_place(on, zones.split(","))


def day_of_sheet(place: str) -> date | None:
    """The day of the sheet that lies at a place; None where no sheet does."""
    day, colon, _ = place.removeprefix(SHEETS).partition(":")
    if not (place.startswith(SHEETS) and colon):
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
