"""Where drafts lie on the desk, for those that closing a month has to know of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

SHEETS = "collection:"


def sheet_place(on: date, zones: Iterable[str]) -> str:
    """The place of a collection sheet that is being typed."""
    return f"{SHEETS}{on.isoformat()}:{','.join(zones)}"


def day_of_sheet(place: str) -> date | None:
    """The day of the sheet that lies at a place; None where no sheet does."""
    day, colon, _ = place.removeprefix(SHEETS).partition(":")
    if not (place.startswith(SHEETS) and colon):
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
