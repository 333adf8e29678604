"""Dividend on shares by time held, and patronage refund on interest paid (domain.md 3.2)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.days import Month
from ledger.domain.limits import check_amount, check_count, check_period, check_rate
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.refusals import Refusal


class WeightRule(Enum):
    """What part of the year's rate a share payment earns (domain.md 3.2, a to d).

    ``month_after``: from the month after, 11/12 … 0/12 (a; with ``months`` of 11 it is c).
    ``month_of``: from the month itself, 12/12 … 1/12 (b). ``days``: from the day itself, days/365
    or the days of the actual year (d).
    """

    MONTH_AFTER = "month_after"
    MONTH_OF = "month_of"
    DAYS = "days"


class RoundingPer(Enum):
    """Whether each payment's dividend is rounded, or their sum once for the member."""

    LINE = "line"
    MEMBER = "member"


class YearLength(Enum):
    """The bottom of the weights by days."""

    DAYS_365 = "365"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class DividendRule:
    """How a year's dividend is computed.

    ``start`` and ``end`` are the first and last day of the year. ``cutoff_day``: money paid in
    later than this day of a month counts for the next month. ``months``: the contributing months
    where they are not those of the year. Rates are parts of one; ``highest_rate`` is the
    regulation's ceiling, where one is to be kept.
    """

    start: date
    end: date
    rate: Fraction
    weights: WeightRule = WeightRule.MONTH_AFTER
    cutoff_day: int = 31
    months: int | None = None
    year_length: YearLength = YearLength.DAYS_365
    rounding: Rounding = Rounding.SATANG_HALF_UP
    rounding_per: RoundingPer = RoundingPer.LINE
    highest_rate: Fraction | None = None

    @property
    def whole(self) -> int:
        """How many contributing months make the full rate."""
        count = Month.of(self.end).months_since(Month.of(self.start)) + 1
        return count if self.months is None else self.months


@dataclass(frozen=True, slots=True)
class ShareMovement:
    """Shares bought (positive) or returned on a day, in baht of par value."""

    date: dt.date
    amount: Money


@dataclass(frozen=True, slots=True)
class DividendLine:
    """One amount with its weight; ``date`` is None for the shares brought forward.

    ``dividend`` is rounded when the rule rounds per line; ``exact`` is in satang.
    """

    date: dt.date | None
    amount: Money
    weight: Fraction
    exact: Fraction
    dividend: Money


@dataclass(frozen=True, slots=True)
class Dividend:
    lines: tuple[DividendLine, ...]
    total: Money


@dataclass(eq=False)
class ShareMovementOutsideYear(Refusal):
    """A share movement that does not lie within the year."""

    day: date
    start: date
    end: date


@dataclass(eq=False)
class SharesBelowZero(Refusal):
    """More shares are returned than are held."""

    day: date
    held: Money


def dividend_for(
    rule: DividendRule, opening: Money, movements: Sequence[ShareMovement]
) -> Dividend:
    """One member's dividend: the shares brought forward earn the full rate.

    Shares returned lose what they would have earned from the month (or day) of their return on;
    the latest bought go first, so a payment never costs dividend. With rounding per member the
    lines show the exact amounts cut off, and the sum is rounded once.

    Raises:
        ShareMovementOutsideYear, SharesBelowZero, and those of ``check_rule``.
    """
    weighed = _weighed(rule, opening, movements)
    lines = [_line(rule, None, opening, Fraction(1))] if opening != ZERO else []
    lines += [_line(rule, one.date, one.amount, weight) for one, weight in weighed]
    if rule.rounding_per is RoundingPer.LINE:
        return Dividend(tuple(lines), total(line.dividend for line in lines))
    exact = sum((line.exact for line in lines), Fraction(0))
    return Dividend(tuple(lines), rule.rounding.of(exact))


def share_time(rule: DividendRule, opening: Money, movements: Sequence[ShareMovement]) -> Fraction:
    """Satang × part of the year held: the weight by which a given sum is shared out.

    Raises:
        ShareMovementOutsideYear, SharesBelowZero, and those of ``check_rule``.
    """
    weighed = _weighed(rule, opening, movements)
    return opening.satang + sum(
        (one.amount.satang * weight for one, weight in weighed), Fraction(0)
    )


def patronage_refund(
    interest_paid: Money, rate: Fraction, *, missed: int, rounding: Rounding
) -> Money:
    """Refund of loan interest paid in the year; none for who missed an instalment (domain.md 8)."""
    if missed > 0:
        return ZERO
    return interest_paid.times(rate, rounding)


def _weighed(
    rule: DividendRule, opening: Money, movements: Sequence[ShareMovement]
) -> list[tuple[ShareMovement, Fraction]]:
    """The movements in order of days, each with the part of the year it counts for."""
    check_rule(rule)
    check_amount("opening", opening, least=ZERO)
    held = [(opening.satang, Fraction(1))]
    weighed = []
    for movement in sorted(movements, key=lambda one: one.date):
        _check_within(rule, movement.date)
        weight = _weight(rule, movement)
        if movement.amount < ZERO:
            weight = _returned(held, movement, weight)
        else:
            held.append((movement.amount.satang, weight))
        weighed.append((movement, weight))
    return weighed


def _check_within(rule: DividendRule, day: date) -> None:
    if not rule.start <= day <= rule.end:
        raise ShareMovementOutsideYear(day, rule.start, rule.end)


def check_rule(rule: DividendRule) -> None:
    """Refuse a rate above its ceiling, a year that ends before it starts, and impossible days."""
    check_period(rule.start, rule.end)
    highest = Fraction(1) if rule.highest_rate is None else rule.highest_rate
    check_rate("rate", rule.rate, highest=highest)
    check_count("cutoff_day", rule.cutoff_day, least=1, most=31)
    check_count("months", rule.whole, least=1, most=24)


def _returned(
    held: list[tuple[int, Fraction]], movement: ShareMovement, weight: Fraction
) -> Fraction:
    """The weight of a return: what it takes from ``held`` loses no more than it would earn."""
    left, lost = -movement.amount.satang, Fraction(0)
    while left > 0:
        if not held:
            raise SharesBelowZero(movement.date, Money(-left))
        amount, earning = held.pop()
        taken = min(amount, left)
        if amount > taken:
            held.append((amount - taken, earning))
        lost += taken * min(weight, earning)
        left -= taken
    return lost / -movement.amount.satang


def _line(rule: DividendRule, day: date | None, amount: Money, weight: Fraction) -> DividendLine:
    exact = amount.satang * rule.rate * weight
    per_line = rule.rounding_per is RoundingPer.LINE
    shown = rule.rounding if per_line else Rounding.SATANG_DOWN
    return DividendLine(day, amount, weight, exact, shown.of(exact))


def _weight(rule: DividendRule, movement: ShareMovement) -> Fraction:
    if rule.weights is WeightRule.DAYS:
        return _weight_by_days(rule, movement.date)
    number = Month.of(movement.date).months_since(Month.of(rule.start))
    bought = movement.amount > ZERO
    if bought and movement.date.day > rule.cutoff_day:
        number += 1
    # What is returned has earned until the end of the month before, whichever rule holds.
    waits = 1 if bought and rule.weights is WeightRule.MONTH_AFTER else 0
    whole = rule.whole
    return Fraction(min(max(whole - number - waits, 0), whole), whole)


def _weight_by_days(rule: DividendRule, day: date) -> Fraction:
    held = (rule.end - day).days + 1
    year = 365
    if rule.year_length is YearLength.ACTUAL:
        year = (rule.end - rule.start).days + 1
        # A shorter first year still earns a yearly rate by days of a whole year.
        year = max(year, 366 if calendar.isleap(rule.end.year) else 365)
    return min(Fraction(held, year), Fraction(1))
