"""What an act needs of the use cases and the file, loaded together when the first one is run."""

from __future__ import annotations

from ledger.book.carrying_out import LOOKED_THROUGH, carried_out, check_closing
from ledger.book.pausing import collector_paused
from ledger.storage.unit import UnitOfWork

__all__ = [
    "LOOKED_THROUGH",
    "UnitOfWork",
    "carried_out",
    "check_closing",
    "collector_paused",
]
