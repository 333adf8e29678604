"""Interest on savings: from movements and a product's rule to the exact amount and its rounding.

Conventions (domain.md 2.1, peers.md 3). The balance at the end of a day earns for that day: money
earns from the day it is paid in up to the day before it is taken out. A period includes its first
and its last day. Interest is an exact fraction until the one rounding of the posting.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from itertools import groupby

from ledger.domain.accrual import YearPart
from ledger.domain.days import Month, day_after, day_before
from ledger.domain.limits import check_amount, check_count, check_period, check_rate
from ledger.domain.money import ZERO, Money, Rounding
from ledger.domain.refusals import Refusal


class EarningBalance(Enum):
    """Which balance earns: each day's, the month's lowest, or the average."""

    DAILY = "daily"
    LOWEST_OF_MONTH = "lowest_of_month"
    AVERAGE = "average"


class Tiers(Enum):
    """With steps by amount: the whole balance at its step's rate, or each slice at its own."""

    WHOLE = "whole"
    SLICE = "slice"


class AverageOver(Enum):
    """The stretch whose days are averaged."""

    MONTH = "month"
    POSTING = "posting"


@dataclass(frozen=True, slots=True)
class RateStep:
    """A yearly rate (part of one) from a day on, for balances from an amount on.

    All steps of the same day replace those of earlier days; ``months`` is the shortest term that
    gets this rate.
    """

    since: date
    annual_rate: Fraction
    from_amount: Money = ZERO
    months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestRule:
    """How a product's interest is computed.

    ``minimum``: a balance below it earns nothing. ``cutoff_day``: with the lowest balance of the
    month, money paid in up to this day counts as there from the first; 0 counts even the balance
    brought forward, so that nothing paid in during a month earns in it.
    """

    method: EarningBalance = EarningBalance.DAILY
    rates: tuple[RateStep, ...] = ()
    day_count: YearPart = YearPart.ACTUAL_365
    rounding: Rounding = Rounding.SATANG_HALF_UP
    minimum: Money = ZERO
    cutoff_day: int = 1
    tiers: Tiers = Tiers.WHOLE
    average_over: AverageOver = AverageOver.MONTH
    term_months: int = 0


@dataclass(frozen=True, slots=True)
class Movement:
    """Money in (positive) or out on a day."""

    date: dt.date
    amount: Money


@dataclass(frozen=True, slots=True)
class InterestPart:
    """One stretch with one balance and one rate; both days included, amounts in exact satang."""

    start: date
    end: date
    days: int
    balance: Fraction
    annual_rate: Fraction
    exact: Fraction


@dataclass(frozen=True, slots=True)
class InterestResult:
    """One posting: its parts, the exact sum in satang, and the amount booked."""

    parts: tuple[InterestPart, ...]
    exact: Fraction
    rounded: Money


@dataclass(eq=False)
class BalanceBelowZero(Refusal):
    """The movements take more out than is there."""

    day: date
    balance: Money


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One balance over some days, both included."""

    start: date
    end: date
    balance: Fraction

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def interest_for(
    rule: InterestRule, movements: Sequence[Movement], start: date, end: date
) -> InterestResult:
    """The interest of one posting; movements before ``start`` make the balance brought forward.

    Raises:
        PeriodEndsBeforeStart, BalanceBelowZero, RateOutOfRange, CountOutOfRange, AmountOutOfRange.
    """
    check_period(start, end)
    check_rule(rule)
    held = _held(movements, start, end)
    parts = tuple(
        part
        for stretch in _earning(rule, held, _brought_forward(movements, start))
        if stretch.balance >= max(1, rule.minimum.satang)
        for part in _parts(rule, stretch)
    )
    exact = sum((part.exact for part in parts), Fraction(0))
    return InterestResult(parts, exact, rule.rounding.of(exact))


def check_rule(rule: InterestRule) -> None:
    """Refuse rates, amounts and days that no product can have."""
    check_count("cutoff_day", rule.cutoff_day, least=0, most=31)
    check_amount("minimum", rule.minimum, least=ZERO)
    for step in rule.rates:
        check_rate("annual_rate", step.annual_rate)
        check_amount("from_amount", step.from_amount, least=ZERO)


def posting_periods(
    start: date, end: date, months: int, *, year_end: int = 12
) -> list[tuple[date, date]]:
    """Cut start to end (both included) into postings of so many months; 0 makes one posting.

    Postings end with the months counted back from ``year_end``, the last month of the year: every
    six months of a calendar year end with June and December.
    """
    if months == 0:
        return [(start, end)]
    found = []
    while start <= end:
        ahead = (year_end - start.month) % months
        last = min(end, Month.of(start).plus(ahead).last)
        found.append((start, last))
        start = day_after(last)
    return found


def _brought_forward(movements: Sequence[Movement], start: date) -> int:
    return sum(movement.amount.satang for movement in movements if movement.date < start)


def _held(movements: Sequence[Movement], start: date, end: date) -> list[_Stretch]:
    """The end-of-day balances as stretches, without gap from start to end."""
    balance, since, found = _brought_forward(movements, start), start, []
    _check_not_below_zero(start, balance)
    inside = sorted(
        (one for one in movements if start <= one.date <= end), key=lambda one: one.date
    )
    for day, of_day in groupby(inside, key=lambda one: one.date):
        if day > since:
            found.append(_Stretch(since, day_before(day), Fraction(balance)))
        balance, since = balance + sum(one.amount.satang for one in of_day), day
        _check_not_below_zero(day, balance)
    found.append(_Stretch(since, end, Fraction(balance)))
    return found


def _check_not_below_zero(day: date, balance: int) -> None:
    if balance < 0:
        raise BalanceBelowZero(day, Money(balance))


def _earning(rule: InterestRule, held: list[_Stretch], forward: int) -> Iterator[_Stretch]:
    """The stretches whose balances earn, by the rule's method."""
    if rule.method is EarningBalance.DAILY:
        yield from held
    elif rule.method is EarningBalance.AVERAGE and rule.average_over is AverageOver.POSTING:
        yield _averaged(held)
    else:
        before = Fraction(forward)
        for month in _by_month(held):
            if rule.method is EarningBalance.AVERAGE:
                yield _averaged(month)
            else:
                yield _lowest(month, rule.cutoff_day, before)
            before = month[-1].balance


def _by_month(held: list[_Stretch]) -> list[list[_Stretch]]:
    months: list[list[_Stretch]] = []
    for stretch in held:
        start = stretch.start
        while start <= stretch.end:
            last = min(stretch.end, Month.of(start).last)
            piece = _Stretch(start, last, stretch.balance)
            if months and Month.of(months[-1][0].start).holds(start):
                months[-1].append(piece)
            else:
                months.append([piece])
            start = day_after(last)
    return months


def _averaged(held: list[_Stretch]) -> _Stretch:
    days = sum(stretch.days for stretch in held)
    weighed = sum((stretch.balance * stretch.days for stretch in held), Fraction(0))
    return _Stretch(held[0].start, held[-1].end, weighed / days)


def _lowest(month: list[_Stretch], cutoff_day: int, before: Fraction) -> _Stretch:
    """The lowest balance from the cutoff day on; a stretch that ends before it is judged whole."""
    start, end = month[0].start, month[-1].end
    counted = [stretch.balance for stretch in month if stretch.end.day >= cutoff_day]
    lowest = min(counted or [stretch.balance for stretch in month])
    return _Stretch(start, end, min(lowest, before) if cutoff_day == 0 else lowest)


def _parts(rule: InterestRule, stretch: _Stretch) -> Iterator[InterestPart]:
    """Cut a stretch where the rate changes, and its balance where the steps do."""
    for start, end, table in _tables(rule, stretch):
        time = rule.day_count.between(day_before(start), end)
        for balance, rate in _slices(rule.tiers, table, stretch.balance):
            days = (end - start).days + 1
            yield InterestPart(start, end, days, balance, rate, balance * rate * time)


def _tables(rule: InterestRule, stretch: _Stretch) -> Iterator[tuple[date, date, list[RateStep]]]:
    """The rate tables in force within the stretch, each with its days."""
    days = sorted({step.since for step in rule.rates})
    for since, following in zip(days, [*days[1:], None], strict=False):
        start = max(stretch.start, since)
        end = stretch.end if following is None else min(stretch.end, following - timedelta(days=1))
        if start <= end:
            yield (
                start,
                end,
                [
                    step
                    for step in rule.rates
                    if step.since == since and step.months <= rule.term_months
                ],
            )


def _slices(
    tiers: Tiers, table: list[RateStep], balance: Fraction
) -> Iterator[tuple[Fraction, Fraction]]:
    """Amounts of the balance with the rate each earns."""
    # The longest term comes last, so that among equal amounts it wins.
    steps = {step.from_amount.satang: step for step in sorted(table, key=lambda one: one.months)}
    reached = [steps[amount] for amount in sorted(steps) if amount <= balance]
    if tiers is Tiers.WHOLE:
        reached = reached[-1:]
    for step, following in zip(reached, [*reached[1:], None], strict=False):
        floor = 0 if tiers is Tiers.WHOLE else step.from_amount.satang
        top = balance if following is None else Fraction(following.from_amount.satang)
        yield top - floor, step.annual_rate
