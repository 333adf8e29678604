"""The time side of a plan: what one satang costs in each row, as whole numbers over one bottom.

Fractions would be exact too, but cost more than the whole rest of a plan; so rows carry integers
and every division happens once, in the named rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import lcm

from ledger.domain.accrual import RateFrom, YearPart, interest_factor
from ledger.domain.days import plus_months
from ledger.domain.loans.terms import PlanTerms, Unit

_WEEKS_OF_A_YEAR = 52
_ALWAYS = date(2, 1, 1)


@dataclass(frozen=True, slots=True)
class Course:
    """Rows in time: the interest of row k on a balance is ``balance * factors[k] / whole``.

    ``days`` are the counted days of each row; ``starts`` the day each row begins to count from
    (excluded) and ``ends`` its due day before any holiday shift.
    """

    starts: Sequence[date]
    ends: Sequence[date]
    days: list[int]
    factors: list[int]
    whole: int


def course_of(terms: PlanTerms, ends: Sequence[date]) -> Course:
    """Factors for the given due days; rows within ``grace.free`` cost nothing."""
    starts = [terms.disbursed, *ends[:-1]]
    days = _days(terms.day_count, starts, ends)
    if terms.rates:
        factors, whole = _with_changing_rates(terms, starts, ends)
    else:
        units, year = _units(terms, starts, ends)
        rate = terms.annual_rate
        factors = [unit * rate.numerator for unit in units]
        whole = year * rate.denominator
    if terms.grace.free:
        factors[: terms.grace.free] = [0] * min(terms.grace.free, len(factors))
    return Course(starts, ends, days, factors, whole)


def rates_of(terms: PlanTerms) -> list[RateFrom]:
    """The rate of the contract and its later changes, in order of days."""
    later = sorted(terms.rates, key=lambda change: change.since)
    return [RateFrom(_ALWAYS, terms.annual_rate), *later]


def with_payouts(terms: PlanTerms, course: Course) -> tuple[Course, dict[int, tuple[int, int]]]:
    """The course on a bottom fine enough for payouts within rows, and what joins each row.

    The second answer is row → (satang paid out, their interest in that row over ``whole``).
    """
    if not terms.payouts:
        return course, {0: (terms.principal.satang, terms.principal.satang * course.factors[0])}
    parts = [(payout, _row_of(course, payout.date)) for payout in terms.payouts]
    shares = [_share_of_row(terms, course, row, payout.date) for payout, row in parts]
    finer = lcm(*(share.denominator for share in shares))
    factors = [factor * finer for factor in course.factors]
    joined: dict[int, tuple[int, int]] = {}
    for (payout, row), share in zip(parts, shares, strict=True):
        added, cost = joined.get(row, (0, 0))
        one = factors[row] * share.numerator // share.denominator
        joined[row] = (added + payout.amount.satang, cost + payout.amount.satang * one)
    return replace(course, factors=factors, whole=course.whole * finer), joined


def _row_of(course: Course, day: date) -> int:
    """The row that counts the day after this one."""
    return next(row for row, end in enumerate(course.ends) if end > day)


def _share_of_row(terms: PlanTerms, course: Course, row: int, since: date) -> Fraction:
    """The part of the row's cost that falls after the day ``since``."""
    rates, counting = rates_of(terms), _index_counting(terms)
    end = course.ends[row]
    full = interest_factor(rates, counting, course.starts[row], end)
    return interest_factor(rates, counting, since, end) / full if full else Fraction(0)


def _days(counting: YearPart, starts: Sequence[date], ends: Sequence[date]) -> list[int]:
    index = counting.index if counting is YearPart.THIRTY_360 else date.toordinal
    places = [index(starts[0]), *map(index, ends)]
    return [after - before for before, after in pairwise(places)]


def _units(terms: PlanTerms, starts: Sequence[date], ends: Sequence[date]) -> tuple[list[int], int]:
    """The length of every row in units, and how many units make a year."""
    if terms.day_count is not YearPart.MONTHS:
        index: Callable[[date], int] = terms.day_count.index
        places = [index(starts[0]), *map(index, ends)]
        units = [after - before for before, after in pairwise(places)]
        return units, terms.day_count.whole
    if terms.unit is not Unit.MONTH and not terms.dates:
        days = [(end - start).days for start, end in zip(starts, ends, strict=True)]
        return days, _WEEKS_OF_A_YEAR * 7 if terms.unit is Unit.WEEK else 365
    if terms.dates:
        return list(map(_month_units, starts, ends)), YearPart.MONTHS.whole
    # A regular row is a whole number of months however the calendar clamps or rolls its day; only
    # a first one whose due day is given can be broken.
    regular = terms.every * YearPart.MONTHS.whole // 12
    first = regular if terms.first_due is None else _month_units(starts[0], ends[0])
    return [first, *[regular] * (len(ends) - 1)], YearPart.MONTHS.whole


def _month_units(start: date, end: date) -> int:
    """Whole months, and days left over as a part of the month they lie in."""
    month = YearPart.MONTHS.whole // 12
    count = (end.year - start.year) * 12 + end.month - start.month
    if plus_months(start, count) == end or plus_months(end, -count) == start:
        return count * month
    if plus_months(start, count) > end:
        count -= 1
    since = plus_months(start, count)
    length = (plus_months(start, count + 1) - since).days
    return count * month + (end - since).days * month // length


def _with_changing_rates(
    terms: PlanTerms, starts: Sequence[date], ends: Sequence[date]
) -> tuple[list[int], int]:
    units, year = _units(terms, starts, ends)
    rates, counting = rates_of(terms), _index_counting(terms)
    exact = []
    for unit, start, end in zip(units, starts, ends, strict=True):
        counted = counting.between(start, end)
        average = interest_factor(rates, counting, start, end) / counted if counted else counted
        exact.append(average * Fraction(unit, year))
    whole = lcm(*(part.denominator for part in exact))
    return [part.numerator * (whole // part.denominator) for part in exact], whole


def _index_counting(terms: PlanTerms) -> YearPart:
    """How parts of a row are weighed: by days of the month with whole months, else as counted."""
    if terms.day_count is YearPart.MONTHS and terms.unit is not Unit.MONTH:
        return YearPart.ACTUAL_365
    return terms.day_count
