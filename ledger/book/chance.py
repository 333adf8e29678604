"""Time and chance come from outside: the PC's own, or those of tests and practice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Protocol

THAI_TIME = timezone(timedelta(hours=7))


class Clock(Protocol):
    """Where time comes from; tests and the practice book bring their own."""

    def now(self) -> datetime:
        """The moment, with its zone."""


class Chance(Protocol):
    """Where chance comes from: salts, command ids and the book's identity."""

    def letters(self, count: int) -> str:
        """So many random hexadecimal letters."""


class SystemClock:
    """The clock of this PC, in Thai time."""

    def now(self) -> datetime:
        # The one place where the program looks at a clock; everywhere else it is passed in.
        return datetime.now(UTC).astimezone(THAI_TIME)  # noqa: TID251


class SystemChance:
    """Chance of the operating system."""

    def letters(self, count: int) -> str:
        import secrets  # on first use: it loads OpenSSL, which no question needs

        return secrets.token_hex((count + 1) // 2)[:count]
