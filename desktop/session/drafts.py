"""What lies on the desk at a place: asked like any question, read by no paper and no balance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def drafts(reader: Any, *, place: str) -> Mapping[str, str]:
    """By item the text that was kept there (ledger.usecases.collecting.SaveDrafts)."""
    rows = reader.rows("SELECT item, value FROM desk_drafts WHERE place = ?", (place,))
    return {str(item): str(value) for item, value in rows}
