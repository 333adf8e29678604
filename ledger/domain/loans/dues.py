"""When instalments fall due: regular, irregular, at month ends and around holidays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ledger.domain.days import Month
from ledger.domain.loans.terms import Holidays, MonthEnd, PlanTerms, Shift, Unit

_DAYS = {Unit.WEEK: 7, Unit.DAY: 1}
_IN_EVERY_MONTH = 28


def due_days(terms: PlanTerms, count: int) -> list[date]:
    """The contract's due days, not yet moved by holidays: these decide the interest."""
    if terms.dates:
        return list(terms.dates)
    if terms.unit is Unit.MONTH:
        return _monthly(terms, count)
    step = timedelta(days=terms.every * _DAYS[terms.unit])
    first = terms.first_due or terms.disbursed + step
    return [first + step * at for at in range(count)]


def free_until(terms: PlanTerms) -> date | None:
    """The due day up to which no interest is charged at all; None without ``Grace.free``."""
    free = terms.grace.free
    if not free:
        return None
    days = due_days(terms, min(free, terms.instalments or free))
    return days[min(free, len(days)) - 1]


def first_due(terms: PlanTerms) -> date:
    """The day given, else one period after the payout."""
    return due_days(terms, 1)[0]


def _monthly(terms: PlanTerms, count: int) -> list[date]:
    """Every so many months on the day of the first due day, or of the payout where none is given.

    A payout on the 31st so falls due on the last day of February and on 31 March again.
    """
    anchor, start = terms.first_due or terms.disbursed, 0 if terms.first_due else terms.every
    first = anchor.year * 12 + anchor.month - 1 + start
    numbers = range(first, first + count * terms.every, terms.every)
    if anchor.day <= _IN_EVERY_MONTH:
        return [date(number // 12, number % 12 + 1, anchor.day) for number in numbers]
    months = [Month(number // 12, number % 12 + 1) for number in numbers]
    return [_in_month(month, anchor.day, terms.month_end) for month in months]


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
