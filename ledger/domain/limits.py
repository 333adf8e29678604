"""The limits that every calculation keeps, and the refusals that name what lies outside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.money import Money
from ledger.domain.refusals import Refusal

HIGHEST_RATE = Fraction(10)  # 1,000 % a year


@dataclass(eq=False)
class CountOutOfRange(Refusal):
    """A count below the least or above the most that the field takes."""

    field: str
    count: int
    least: int
    most: int


@dataclass(eq=False)
class AmountOutOfRange(Refusal):
    """An amount below the least that the field takes."""

    field: str
    amount: Money
    least: Money


@dataclass(eq=False)
class RateOutOfRange(Refusal):
    """A yearly rate below zero or above the highest; both as parts of one."""

    field: str
    rate: Fraction
    highest: Fraction


@dataclass(eq=False)
class PeriodEndsBeforeStart(Refusal):
    """The last day of a period lies before its first."""

    start: date
    end: date


def check_count(field: str, count: int, *, least: int, most: int) -> None:
    if not least <= count <= most:
        raise CountOutOfRange(field, count, least, most)


def check_amount(field: str, amount: Money, *, least: Money) -> None:
    if amount < least:
        raise AmountOutOfRange(field, amount, least)


def check_rate(field: str, rate: Fraction, *, highest: Fraction = HIGHEST_RATE) -> None:
    if not 0 <= rate <= highest:
        raise RateOutOfRange(field, rate, highest)


def check_period(start: date, end: date) -> None:
    if end < start:
        raise PeriodEndsBeforeStart(start, end)
