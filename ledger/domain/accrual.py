"""How days and rates become exact interest: the one arithmetic that savings, loans and plans share.

Every way of counting is an index of days: the part of a year between two days is the difference of
their indexes. So interest(a, b) + interest(b, c) = interest(a, c) holds by construction and each
day is charged exactly once (trust.md 7.1, rule 22).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from math import lcm

from ledger.domain.days import Month, is_leap

_DAYS_OF_TWO_YEARS = 365 * 366
# The least number that 28, 29, 30 and 31 divide: a day is a whole number of these in any month.
_MONTH = 377_580
_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class YearPart(Enum):
    """How days become a part of a year; the first day is excluded, the last included.

    ``actual/actual`` weighs each day by its own calendar year. ``30/360`` counts the 31st as the
    30th (the European form, which adds up over any split). ``months`` makes each calendar month a
    twelfth of a year, and each day an equal part of its month.
    """

    ACTUAL_365 = "actual/365"
    ACTUAL_ACTUAL = "actual/actual"
    ACTUAL_360 = "actual/360"
    THIRTY_360 = "30/360"
    MONTHS = "months"

    @property
    def whole(self) -> int:
        """How many units of the index make one year."""
        return _WHOLE[self.value]

    @property
    def index(self) -> Callable[[date], int]:
        """The function from a day to its place on the scale of this way of counting."""
        return _INDEX[self.value]

    def between(self, start: date, end: date) -> Fraction:
        """The exact part of a year from start (excluded) to end (included)."""
        index = self.index
        return Fraction(index(end) - index(start), self.whole)


def _index_30_360(day: date) -> int:
    return day.year * 360 + day.month * 30 + min(day.day, 30)


def _index_actual(day: date) -> int:
    leap = is_leap(day.year)
    of_year = _DAYS_BEFORE_MONTH[day.month] + day.day + (1 if leap and day.month > 2 else 0)
    return day.year * _DAYS_OF_TWO_YEARS + of_year * (365 if leap else 366)


def _index_months(day: date) -> int:
    length = Month.of(day).last.day
    return (day.year * 12 + day.month) * _MONTH + day.day * (_MONTH // length)


_WHOLE = {
    "actual/365": 365,
    "actual/actual": _DAYS_OF_TWO_YEARS,
    "actual/360": 360,
    "30/360": 360,
    "months": 12 * _MONTH,
}
_INDEX: dict[str, Callable[[date], int]] = {
    "actual/365": date.toordinal,
    "actual/actual": _index_actual,
    "actual/360": date.toordinal,
    "30/360": _index_30_360,
    "months": _index_months,
}


@dataclass(frozen=True, slots=True)
class RateFrom:
    """A yearly rate as a part of one, in force from that day (included) until the next one."""

    since: date
    annual_rate: Fraction


def rate_at(rates: Sequence[RateFrom], day: date) -> Fraction:
    """The rate in force on the day; zero before the first one. Rates stand in order of days."""
    found = Fraction(0)
    for rate in rates:
        if rate.since > day:
            break
        found = rate.annual_rate
    return found


def rate_pieces(
    rates: Sequence[RateFrom], start: date, end: date
) -> Iterator[tuple[date, date, Fraction]]:
    """Cut start (excluded) to end (included) where the rate changes: (start, end, rate)."""
    for position, rate in enumerate(rates):
        until = rates[position + 1].since - timedelta(days=1) if rate is not rates[-1] else end
        begin = max(start, rate.since - timedelta(days=1))
        stop = min(end, until)
        if stop > begin:
            yield begin, stop, rate.annual_rate


def interest_factor(
    rates: Sequence[RateFrom], counting: YearPart, start: date, end: date
) -> Fraction:
    """What one satang earns from start (excluded) to end (included), exactly."""
    return sum(
        (
            rate * counting.between(begin, stop)
            for begin, stop, rate in rate_pieces(rates, start, end)
        ),
        Fraction(0),
    )


class WholeRates:
    """Rates as whole numbers over one ``bottom``, for what is computed often: exact and quick."""

    __slots__ = ("_costs", "_index", "bottom")

    def __init__(self, rates: Sequence[RateFrom], counting: YearPart) -> None:
        per_rate = lcm(*(rate.annual_rate.denominator for rate in rates))
        self.bottom = per_rate * counting.whole
        self._index = counting.index
        # Each rate with the last day before it: days count with their first one excluded.
        self._costs = [
            (
                rate.since - timedelta(days=1),
                rate.annual_rate.numerator * (per_rate // rate.annual_rate.denominator),
            )
            for rate in rates
        ]

    def cost(self, start: date, end: date) -> int:
        """What one satang earns from start (excluded) to end (included), over ``bottom``."""
        index, costs = self._index, self._costs
        if len(costs) == 1 and start >= costs[0][0]:
            return costs[0][1] * (index(end) - index(start))
        found, until = 0, end
        for before, cost in reversed(costs):
            begin = max(start, before)
            if until > begin:
                found += cost * (index(until) - index(begin))
                until = begin
        return found
