"""Two programs that open a book at the same moment: one of them is let in (trust.md 7.2, K1)."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import TypeVar

from ledger.domain.refusals import BookInUse

T = TypeVar("T")

TRIES = 6
LONGEST_PAUSE_MS = 200


def let_in(opens: Callable[[], T]) -> T:
    """Try for two seconds in all, after pauses that nobody else makes just as long.

    Both hold the lock for reading and wait for each other's, so that waiting alone lets nobody in.

    Raises:
        BookInUse: somebody keeps the book.
    """
    for _ in range(TRIES - 1):
        try:
            return opens()
        except BookInUse:
            time.sleep(secrets.randbelow(LONGEST_PAUSE_MS) / 1000)
    return opens()
