"""Contributions by day, week, month, half-year or year: how far they are paid, and what is due.

A contribution pays for the time ahead (domain.md 4.1 names the rhythms, not the day it is due), so
each is due whole from the first day of its period, a yearly one from the first day of its year:
whoever chose to pay by the year is covered for all of it and gets nothing back. Who cannot pay at
once chooses a shorter rhythm; a benefit's ``grace_days`` say how late is not too late, and a
settlement may let the rest go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ledger.domain.days import day_before, plus_months
from ledger.domain.money import ZERO, Money


class Rhythm(Enum):
    """For which time one contribution pays (domain.md 4.1)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    HALF_YEAR = "half_year"
    YEAR = "year"


_BEYOND = date(2400, 1, 1)  # the first day that cannot be written in a book
_DAYS = {Rhythm.DAY: 1, Rhythm.WEEK: 7}
_MONTHS = {Rhythm.MONTH: 1, Rhythm.HALF_YEAR: 6, Rhythm.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Rate:
    """What one period costs, for periods that begin on this day or later."""

    from_day: date
    rhythm: Rhythm
    amount: Money


@dataclass(frozen=True, slots=True)
class Covered:
    """How far money reaches: the last day paid for, and what is left of it for the next period."""

    through: date
    rest: Money


def covered_by(paid: Money, rates: Sequence[Rate], since: date) -> Covered:
    """How far so much pays, in whole periods from ``since`` on.

    Nothing paid reaches to the day before; what would reach beyond 2399 stays the rest. ``rates``
    are those in force, one of them on ``since``.
    """
    begin, left = since, paid
    while True:
        rate, later = _in_force(rates, begin)
        count = min(left.satang // rate.amount.satang, _most(begin, rate.rhythm, later))
        left -= rate.amount * count
        begin = _begin_of(begin, rate.rhythm, count)
        if later is None or begin < later:
            return Covered(day_before(begin), left)


def owed_by(day: date, rates: Sequence[Rate], since: date) -> Money:
    """What all periods cost that have begun by the end of a day, from ``since`` on."""
    begin, owed = since, ZERO
    while begin <= day:
        rate, later = _in_force(rates, begin)
        last = day if later is None else min(day, day_before(later))
        count = _begun_by(begin, rate.rhythm, last)
        owed += rate.amount * count
        begin = _begin_of(begin, rate.rhythm, count)
    return owed


def _in_force(rates: Sequence[Rate], day: date) -> tuple[Rate, date | None]:
    """The rate of the period that begins on a day, and from when the next one is in force."""
    ordered = sorted(rates, key=lambda one: one.from_day)
    begun = [one for one in ordered if one.from_day <= day]
    later = [one.from_day for one in ordered if one.from_day > day]
    return (begun[-1] if begun else ordered[0]), (later[0] if later else None)


def _most(begin: date, rhythm: Rhythm, later: date | None) -> int:
    """How many periods begin before a later rate; without one, how many end within 2399."""
    if later is None:
        return _begun_by(begin, rhythm, _BEYOND) - 1
    return _begun_by(begin, rhythm, day_before(later))


def _begin_of(begin: date, rhythm: Rhythm, count: int) -> date:
    if rhythm in _DAYS:
        return begin + timedelta(days=_DAYS[rhythm] * count)
    return plus_months(begin, _MONTHS[rhythm] * count)


def _begun_by(begin: date, rhythm: Rhythm, day: date) -> int:
    """How many periods from ``begin`` on have begun by a day that is not before it."""
    if rhythm in _DAYS:
        return (day - begin).days // _DAYS[rhythm] + 1
    months = (day.year - begin.year) * 12 + day.month - begin.month
    if plus_months(begin, months) > day:
        months -= 1
    return months // _MONTHS[rhythm] + 1
