"""The desk: drafts that change freely, outside the chain; no paper or balance reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def save(connection: Any, place: str, items: Iterable[tuple[str, str]]) -> None:
    """Keep items of a place; an empty value takes the item away."""
    for item, value in items:
        if value:
            connection.execute(
                "INSERT INTO desk_drafts VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (place, item, value),
            )
        else:
            connection.execute(
                "DELETE FROM desk_drafts WHERE place = ? AND item = ?", (place, item)
            )


def drop(connection: Any, place: str) -> None:
    connection.execute("DELETE FROM desk_drafts WHERE place = ?", (place,))
