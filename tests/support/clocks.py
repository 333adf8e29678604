"""A clock that stands until a test moves it, and chance that repeats itself."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time, timedelta, timezone

THAI_TIME = timezone(timedelta(hours=7))


class StandingClock:
    """Shows the same moment until somebody sets another day."""

    def __init__(self, day: date, at: time = time(18, 30)) -> None:
        self.moment = datetime.combine(day, at, THAI_TIME)

    def now(self) -> datetime:
        return self.moment

    def set(self, day: date) -> None:
        self.moment = datetime.combine(day, self.moment.time(), THAI_TIME)


class CountedLetters:
    """Letters that never repeat within one run and are the same in every run."""

    def __init__(self, seed: str = "test") -> None:
        self.seed = seed
        self.count = 0

    def letters(self, count: int) -> str:
        self.count += 1
        text = ""
        while len(text) < count:
            text += hashlib.sha256(f"{self.seed}/{self.count}/{len(text)}".encode()).hexdigest()
        return text[:count]
