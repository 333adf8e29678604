"""How calculations say no: counts, amounts, rates and days outside their limits, and worse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.money import Money
from ledger.domain.refusals import Refusal


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


@dataclass(eq=False)
class BalanceBelowZero(Refusal):
    """The movements take more out than is there."""

    day: date
    balance: Money


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


@dataclass(eq=False)
class NoSurplus(Refusal):
    """A loss or nothing: there is nothing to allocate (domain.md 3.2)."""

    surplus: Money


@dataclass(eq=False)
class AllocationExceedsSurplus(Refusal):
    """The lines take more than there is."""

    surplus: Money
    lines: Money


@dataclass(eq=False)
class AllocationUnlawful(Refusal):
    """A legal test does not hold."""

    test: str
    use: str
    found: Money
    limit: Money


@dataclass(eq=False)
class BadProposalLine(Refusal):
    """A line needs a sum or a part, not both, and not below zero; the reserve is never typed."""

    use: str
    name: str
