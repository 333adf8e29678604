"""The limits that every calculation keeps.

Refusals are imported where they are raised: the console has to start fast.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ledger.domain.money import Money

HIGHEST_RATE = Fraction(10)  # 1,000 % a year


def check_count(field: str, count: int, *, least: int, most: int) -> None:
    if not least <= count <= most:
        from ledger.domain.calculation_refusals import CountOutOfRange

        raise CountOutOfRange(field, count, least, most)


def check_amount(field: str, amount: Money, *, least: Money) -> None:
    if amount < least:
        from ledger.domain.calculation_refusals import AmountOutOfRange

        raise AmountOutOfRange(field, amount, least)


def check_rate(field: str, rate: Fraction, *, highest: Fraction = HIGHEST_RATE) -> None:
    if not 0 <= rate <= highest:
        from ledger.domain.calculation_refusals import RateOutOfRange

        raise RateOutOfRange(field, rate, highest)


def check_period(start: date, end: date) -> None:
    if end < start:
        from ledger.domain.calculation_refusals import PeriodEndsBeforeStart

        raise PeriodEndsBeforeStart(start, end)
