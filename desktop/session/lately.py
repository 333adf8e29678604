"""What was booked a moment ago, so that the same form filled in twice is asked about (T21)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.parts.words import Says
from ledger.domain.commands import Command, Outcome
from reports.words.voice import Voice

WITHIN = 10  # minutes
_MOST = 50


def minutes_now() -> int:
    return time.monotonic_ns() // 60_000_000_000


@dataclass(slots=True)
class Lately:
    """The commands of this session that moved money, each with the minute when it was booked."""

    now: Callable[[], int] = minutes_now
    booked: list[tuple[Command, int]] = field(default_factory=list)

    def note(self, command: Command, outcome: Outcome) -> None:
        if outcome.entries:
            self.booked = [*self.booked[-_MOST:], (command, self.now())]

    def says(self, command: Command) -> Says | None:
        """That just this was booked within the last ten minutes; None where it was not."""
        ages = [self.now() - when for one, when in self.booked if one == command]
        if not ages or min(ages) >= WITHIN:
            return None
        minutes = min(ages) + 1

        def said(voice: Voice) -> str:
            return voice.tr_n(
                "The same was booked less than {count} minute ago. Book it again if it is meant.",
                "The same was booked less than {count} minutes ago. Book it again if it is meant.",
                minutes,
            ).format(count=voice.number(minutes))

        return said
