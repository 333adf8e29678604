"""What a day field knows and decides, without Qt: the text, its day, the question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ledger.domain.days import plus_months
from reports.words.typed_days import AmbiguousDay, UnreadableDay, parse_day
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One state of a day being typed; ``base`` is the business day that ``+1`` refers to."""

    typed: str = ""
    base: date | None = None
    picked: date | None = None

    def with_typed(self, typed: str) -> DayEntry:
        return replace(self, typed=typed, picked=None)

    def at(self, day: date | None) -> DayEntry:
        """The field holds this day: picked in the calendar, or one of two readings."""
        return replace(self, typed="", picked=day)

    @property
    def is_empty(self) -> bool:
        return self.picked is None and not self.typed.strip()

    @property
    def day(self) -> date | None:
        """The day that was typed; None while it is none or has two readings."""
        read = self._read()
        return read if isinstance(read, date) else None

    @property
    def problem(self) -> UnreadableDay | None:
        read = self._read()
        return read if isinstance(read, UnreadableDay) else None

    @property
    def readings(self) -> tuple[date, ...]:
        """The days between which the person has to choose; none when nothing is unclear."""
        read = self._read()
        return read.readings if isinstance(read, AmbiguousDay) else ()

    def stepped(self, *, days: int = 0, months: int = 0) -> date | None:
        """The day so far from the one shown, or from the base while none is shown."""
        start = self.day or self.base
        if start is None:
            return None
        try:
            return plus_months(start, months) + timedelta(days=days)
        except (OverflowError, ValueError):
            return start  # the calendar ends there

    def _read(self) -> date | UnreadableDay | AmbiguousDay:
        if self.picked is not None:
            return self.picked
        try:
            return parse_day(self.typed, base=self.base).day
        except (UnreadableDay, AmbiguousDay) as trouble:
            return trouble


def day_text(day: date | None, voice: Voice) -> str:
    """A day as it stands in the field once it is settled: ``22/11/2569``."""
    return "" if day is None else voice.day(day, "numeric")
