"""What an act needs of the use cases and the file, loaded together when the first one is run."""

from __future__ import annotations

from ledger.book.beginning import begun
from ledger.book.carrying_out import LOOKED_THROUGH, carried_out, check_closing
from ledger.book.pausing import collector_paused

__all__ = [
    "LOOKED_THROUGH",
    "begun",
    "carried_out",
    "check_closing",
    "collector_paused",
]
