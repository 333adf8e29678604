"""A clock and chance that are the same whenever the practice book is made again."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time

from ledger.book.chance import THAI_TIME

_EVENING = time(18, 30)


class PlannedClock:
    """Shows the moment that the diary has come to; it never runs backwards."""

    def __init__(self, day: date) -> None:
        self._moment = datetime.combine(day, _EVENING, THAI_TIME)

    def now(self) -> datetime:
        return self._moment

    def move_to(self, day: date) -> None:
        """Go on to the evening of that day; an earlier day leaves the clock where it is."""
        self._moment = max(self._moment, datetime.combine(day, _EVENING, THAI_TIME))


class SeededChance:
    """Letters that follow from a seed: book, salts and command ids repeat with it."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._count = 0

    def letters(self, count: int) -> str:
        self._count += 1
        text = ""
        while len(text) < count:
            source = f"practice/{self._seed}/{self._count}/{len(text)}"
            text += hashlib.sha256(source.encode()).hexdigest()
        return text[:count]
