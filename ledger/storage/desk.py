"""The desk: drafts that change freely, outside the chain; no paper or balance reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ledger.domain.desk import SHEETS, day_of_sheet


def save(connection: Any, place: str, items: Iterable[tuple[str, str]]) -> None:
    """Keep items of a place; an empty value takes the item away."""
    for item, value in items:
        if value:
            connection.execute(
                "INSERT INTO desk_drafts VALUES (?, ?, ?)"
                " ON CONFLICT (place, item) DO UPDATE SET value = excluded.value",
                (place, item, value),
            )
        else:
            connection.execute(
                "DELETE FROM desk_drafts WHERE place = ? AND item = ?", (place, item)
            )


def sheets_until(connection: Any, until: date) -> list[tuple[date, int]]:
    """The days, up to this one, of sheets that lie typed on the desk, with their lines."""
    rows = connection.execute(
        "SELECT place, COUNT(*) FROM desk_drafts WHERE place LIKE ? GROUP BY place ORDER BY place",
        (f"{SHEETS}%",),
    )
    days = [(day_of_sheet(place), lines) for place, lines in rows.fetchall()]
    return [(day, lines) for day, lines in days if day is not None and day <= until]


def drop(connection: Any, place: str) -> None:
    connection.execute("DELETE FROM desk_drafts WHERE place = ?", (place,))
