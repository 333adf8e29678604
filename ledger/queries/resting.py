"""Giving memory back between the papers of a long series: what was read once is not read again."""

from __future__ import annotations

from ledger.storage.reading import Reader

TOGETHER = 50  # members between two rests: their pages lie near each other


def let_go(reader: Reader) -> None:
    """Forget the pages of the file that were read; the next question reads its own again."""
    reader.rows("PRAGMA shrink_memory")
