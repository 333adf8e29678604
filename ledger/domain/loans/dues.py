"""When instalments fall due: regular, irregular, at month ends and around holidays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ledger.domain.days import Month, plus_months
from ledger.domain.loans.terms import Holidays, MonthEnd, PlanTerms, Shift, Unit

_DAYS = {Unit.WEEK: 7, Unit.DAY: 1}
_IN_EVERY_MONTH = 28


def due_days(terms: PlanTerms, count: int) -> list[date]:
    """The contract's due days, not yet moved by holidays: these decide the interest."""
    if terms.dates:
        return list(terms.dates)
    first = first_due(terms)
    if terms.unit is Unit.MONTH:
        return _monthly(first, terms.every, count, terms.month_end)
    step = timedelta(days=terms.every * _DAYS[terms.unit])
    return [first + step * at for at in range(count)]


def first_due(terms: PlanTerms) -> date:
    """The day given, else one period after the payout."""
    if terms.dates:
        return terms.dates[0]
    if terms.first_due is not None:
        return terms.first_due
    if terms.unit is Unit.MONTH:
        return plus_months(terms.disbursed, terms.every)
    return terms.disbursed + timedelta(days=terms.every * _DAYS[terms.unit])


def _monthly(first: date, every: int, count: int, month_end: MonthEnd) -> list[date]:
    start = first.year * 12 + first.month - 1
    numbers = range(start, start + count * every, every)
    if first.day <= _IN_EVERY_MONTH:
        return [date(number // 12, number % 12 + 1, first.day) for number in numbers]
    return [
        _in_month(Month(number // 12, number % 12 + 1), first.day, month_end) for number in numbers
    ]


def _in_month(month: Month, day: int, month_end: MonthEnd) -> date:
    last = month.last
    if day <= last.day:
        return date(month.year, month.number, day)
    return last if month_end is MonthEnd.CLAMP else last + timedelta(days=1)


def shifted(days: Sequence[date], holidays: Holidays, disbursed: date) -> list[date]:
    """The days on which instalments are collected, moved off holidays.

    Raises:
        DueDaysDoNotRise: two instalments would meet on one day, or the first on the payout's.
    """
    if holidays.shift is Shift.NONE:
        return list(days)
    step = timedelta(days=1 if holidays.shift is Shift.AFTER else -1)
    closed = frozenset(holidays.days)
    moved = [_open_day(day, step, closed, weekends=holidays.weekends) for day in days]
    before = disbursed
    for day in moved:
        if day <= before:
            from ledger.domain.loans.refusals import DueDaysDoNotRise

            raise DueDaysDoNotRise(day, before)
        before = day
    return moved


def _open_day(day: date, step: timedelta, closed: frozenset[date], *, weekends: bool) -> date:
    while day in closed or (weekends and day.weekday() >= 5):
        day += step
    return day
