"""The equal instalment, exactly: from nominal periods or from the days each row counts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ledger.domain.accrual import YearPart
from ledger.domain.loans.terms import PlanTerms, Unit
from ledger.domain.money import Rounding


def nominal_rate(terms: PlanTerms, annual_rate: Fraction) -> Fraction:
    """The rate of one regular period: r/12 a month whatever the days (domain.md 1.3)."""
    if terms.unit is Unit.MONTH:
        return annual_rate * terms.every / 12
    days = terms.every * (7 if terms.unit is Unit.WEEK else 1)
    year = {YearPart.MONTHS: 364 if terms.unit is Unit.WEEK else 365}.get(terms.day_count)
    if year is None:
        year = 360 if terms.day_count in (YearPart.ACTUAL_360, YearPart.THIRTY_360) else 365
    return annual_rate * days / year


def nominal_level(owed: int, rate: Fraction, count: int, rounding: Rounding) -> int:
    """A = P i / (1 - (1+i)^-n), rounded once; in satang."""
    if rate == 0:
        return rounding.ratio(owed, count)
    grown = (rate.numerator + rate.denominator) ** count
    return rounding.ratio(
        owed * rate.numerator * grown, rate.denominator * (grown - rate.denominator**count)
    )


def level_by_days(
    owed: int, factors: Sequence[int], whole: int, *, rounding: Rounding, adjust: int = 0
) -> int:
    """The amount that, paid in every row, repays exactly by the rows' own factors; in satang.

    ``adjust`` is added to the interest of the first row, over ``whole``.
    """
    top, bottom = 1, 1  # what one satang in each row is worth on the first due day
    for factor in reversed(factors[1:]):
        grown = whole + factor
        top, bottom = bottom * grown + top * whole, bottom * grown
    return rounding.ratio((owed * (whole + factors[0]) + adjust) * bottom, whole * top)
