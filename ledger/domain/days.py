"""Months as periods, and days beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

ERA_OFFSET = 543  # Buddhist era = common era + 543


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One calendar month of the common era; the period that is closed and reported."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12:
            raise ValueError("a month has a number from 1 to 12")

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``YYYY-MM`` (common era).

        Raises:
            ValueError: the text has another form.
        """
        year, dash, number = text.partition("-")
        if not (dash and len(year) == 4 and len(number) == 2 and (year + number).isascii()):
            raise ValueError("a month is written YYYY-MM")
        return cls(int(year), int(number))

    @property
    def iso(self) -> str:
        """The month as programs write it: ``YYYY-MM``, common era."""
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        if self.number == 12:
            return date(self.year, 12, 31)
        return date(self.year, self.number + 1, 1) - timedelta(days=1)

    def plus(self, months: int) -> Month:
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)

    def months_since(self, earlier: Month) -> int:
        return (self.year - earlier.year) * 12 + self.number - earlier.number

    def holds(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.number)


def plus_months(day: date, months: int) -> date:
    """The same day so many months later; the last day of the month where that day is missing."""
    month = Month.of(day).plus(months)
    return date(month.year, month.number, min(day.day, month.last.day))


def day_after(day: date) -> date:
    return day + timedelta(days=1)


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def is_leap(year: int) -> bool:
    # Not from ``calendar``, which loads ``locale``: every call of the console would wait for both.
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
