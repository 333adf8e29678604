"""What a plan of instalments is made from, with the names that settings and the console use."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.accrual import RateFrom, YearPart
from ledger.domain.money import Money, Rounding

MOST_INSTALMENTS = 1_200
MOST_YEARS = 100


class Unit(Enum):
    """The unit of ``every``: an instalment every so many of them."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"


class Method(Enum):
    """What is equal from row to row, or who decides the principal parts."""

    EQUAL_INSTALMENT = "equal_instalment"
    EQUAL_PRINCIPAL = "equal_principal"
    BULLET = "bullet"
    BY_HAND = "by_hand"


class InterestOn(Enum):
    """Interest on what is still owed, or on the whole loan to the end (flat)."""

    DECLINING = "declining"
    FLAT = "flat"


class Residue(Enum):
    """Which row takes what rounding leaves over; ``spread`` computes every row anew."""

    LAST = "last"
    FIRST = "first"
    SPREAD = "spread"


class MonthEnd(Enum):
    """Where a due day goes that the month lacks: its last day, or the first of the next."""

    CLAMP = "clamp"
    ROLL = "roll"


class Shift(Enum):
    """Where an instalment goes that falls on a holiday; its interest never moves with it."""

    NONE = "none"
    AFTER = "after"
    BEFORE = "before"


class Level(Enum):
    """What an equal instalment is computed from (domain.md 1.3).

    ``nominal`` takes every period as equally long (a month is r/12), as printed tables do;
    ``days`` solves the instalment that the counted days of each period need exactly.
    """

    NOMINAL = "nominal"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class PlanRounding:
    """Three policies: the interest of a row, the equal instalment, the equal principal part."""

    interest: Rounding = Rounding.SATANG_HALF_UP
    instalment: Rounding = Rounding.SATANG_HALF_UP
    principal: Rounding = Rounding.SATANG_HALF_UP


@dataclass(frozen=True, slots=True)
class Grace:
    """So many first rows without principal, without interest paid, and without any interest.

    Interest that waits under ``interest`` falls due with the first row after; under ``free`` none
    is charged at all.
    """

    principal: int = 0
    interest: int = 0
    free: int = 0


@dataclass(frozen=True, slots=True)
class Payout:
    """One part of the loan paid out on its day; it earns interest from the day after."""

    date: dt.date
    amount: Money


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days on which nobody collects: the named ones, and Saturdays and Sundays when asked."""

    shift: Shift = Shift.NONE
    weekends: bool = False
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """All that decides a plan; the fields are those of ``satcha plan`` (console.md).

    Rates are parts of one a year. ``instalment`` fixes the equal amount (of the principal part
    with equal principal); without ``instalments`` the plan then runs until all is repaid.
    ``dates`` are irregular due days in place of ``every``; ``principals`` the parts decided by
    hand, one a row; ``rates`` later changes of the rate; ``payouts`` the parts of the principal.
    """

    principal: Money
    annual_rate: Fraction
    disbursed: date
    instalments: int | None = None
    every: int = 1
    unit: Unit = Unit.MONTH
    method: Method = Method.EQUAL_INSTALMENT
    interest: InterestOn = InterestOn.DECLINING
    day_count: YearPart = YearPart.ACTUAL_365
    first_due: date | None = None
    instalment: Money | None = None
    rounding: PlanRounding = PlanRounding()
    grace: Grace = Grace()
    residue: Residue = Residue.LAST
    month_end: MonthEnd = MonthEnd.CLAMP
    holidays: Holidays = Holidays()
    level: Level = Level.NOMINAL
    dates: tuple[date, ...] = ()
    principals: tuple[Money, ...] = ()
    payouts: tuple[Payout, ...] = ()
    rates: tuple[RateFrom, ...] = ()
