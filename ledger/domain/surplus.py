"""Allocation of the year's surplus: the proposal's lines, the residue to reserve, the legal tests.

The order is that of domain.md 3.2: League fee, dividend, refund and round sums first; whatever is
left, odd satang included, goes to the reserve; then the law is tested.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from ledger.domain.limits import check_amount, check_rate
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.refusals import Refusal

_NEAREST = Rounding.SATANG_HALF_UP
_MOST_LEAGUE_FEE = Money(3_000_000)  # 30,000 baht


class Use(Enum):
    """What a part of the surplus is for."""

    LEAGUE = "league"
    DIVIDEND = "dividend"
    PATRONAGE = "patronage"
    BONUS = "bonus"
    EQUALISATION = "equalisation"
    PUBLIC_BENEFIT = "public_benefit"
    WELFARE = "welfare"
    EDUCATION = "education"
    OTHER = "other"
    RESERVE = "reserve"
    # What of a loss the reserve cannot meet; no surplus is allocated to it.
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One line of the proposal: a sum, or a part of the surplus (a part of one, not percent)."""

    use: Use
    amount: Money | None = None
    part: Fraction | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that may go to a use: a part of the surplus, a sum, or both."""

    use: Use
    part: Fraction | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SurplusRule:
    """The limits in force; all are settings (domain.md 3.2 gives the defaults).

    Act s.60: at least ``reserve_part`` to the reserve; League fee ``league_part`` up to
    ``league_most``. ``dividend_rate`` is the highest dividend on ``share_capital``, tested where
    that capital is given.
    """

    reserve_part: Fraction = Fraction(1, 10)
    league_part: Fraction = Fraction(1, 100)
    league_most: Money = _MOST_LEAGUE_FEE
    dividend_rate: Fraction = Fraction(1, 10)
    ceilings: tuple[Ceiling, ...] = (Ceiling(Use.BONUS, part=Fraction(1, 10)),)
    share_capital: Money | None = None


@dataclass(frozen=True, slots=True)
class AllocatedLine:
    """``percent`` is the part of the surplus in hundredths of a percent, rounded by itself."""

    use: Use
    name: str
    amount: Money
    percent: int


class LegalTest(Enum):
    """What is tested after the residue has gone to the reserve."""

    ADDS_UP = "adds_up"
    RESERVE = "reserve"
    LEAGUE = "league"
    DIVIDEND_RATE = "dividend_rate"
    CEILING = "ceiling"


@dataclass(frozen=True, slots=True)
class LegalOutcome:
    """One test: the amount found and the limit it has to keep."""

    test: LegalTest
    use: Use
    found: Money
    limit: Money
    holds: bool


@dataclass(frozen=True, slots=True)
class Allocation:
    """All lines, the reserve last; together exactly the surplus.

    ``drawn`` comes to the dividend from the equalisation fund besides; it is no part of a line.
    """

    surplus: Money
    lines: tuple[AllocatedLine, ...]
    tests: tuple[LegalOutcome, ...]
    drawn: Money = ZERO

    @property
    def is_lawful(self) -> bool:
        return all(test.holds for test in self.tests)

    @property
    def reserve(self) -> Money:
        return self.lines[-1].amount


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

    test: LegalTest
    use: Use
    found: Money
    limit: Money


@dataclass(eq=False)
class BadProposalLine(Refusal):
    """A line needs a sum or a part, not both, and not below zero; the reserve is never typed."""

    use: Use
    title: str


@dataclass(frozen=True, slots=True)
class _Whole:
    """The whole dividend, with what is drawn for it, and the most that members may get."""

    amount: Money
    most: Money | None


def league_fee(surplus: Money, rule: SurplusRule) -> Money:
    """The fee for the Cooperative League: a part of the surplus, up to the set amount."""
    return min(rule.league_most, surplus.times(rule.league_part, _NEAREST))


def check_limits(rule: SurplusRule) -> None:
    """Whether every part is one, and no limit below zero.

    Raises:
        RateOutOfRange, AmountOutOfRange.
    """
    for name in ("reserve_part", "league_part", "dividend_rate"):
        check_rate(f"rule.{name}", getattr(rule, name), highest=Fraction(1))
    check_amount("rule.league_most", rule.league_most, least=ZERO)
    if rule.share_capital is not None:
        check_amount("rule.share_capital", rule.share_capital, least=ZERO)
    for at, ceiling in enumerate(rule.ceilings):
        if ceiling.part is not None:
            check_rate(f"rule.ceilings.{at}.part", ceiling.part, highest=Fraction(1))
        if ceiling.amount is not None:
            check_amount(f"rule.ceilings.{at}.amount", ceiling.amount, least=ZERO)


def allocate(
    surplus: Money,
    proposal: Sequence[ProposalLine],
    rule: SurplusRule,
    *,
    drawn: Money = ZERO,
    most_dividend: Money | None = None,
) -> Allocation:
    """The proposal carried out to the satang; a League line is added where none is proposed.

    The dividend's line is what the surplus gives to it; with what is ``drawn`` from the
    equalisation fund it still keeps the highest rate: it is at most ``most_dividend``, what
    members would get at that rate, where the time for which they held their shares is known.

    Raises:
        NoSurplus, BadProposalLine, AllocationExceedsSurplus, and those of ``check_limits``.
    """
    check_limits(rule)
    if surplus <= ZERO:
        raise NoSurplus(surplus)
    lines = [(line.use, line.name, _amount(line, surplus)) for line in proposal]
    if not any(use is Use.LEAGUE for use, _, _ in lines):
        lines.insert(0, (Use.LEAGUE, "", league_fee(surplus, rule)))
    used = total(amount for _, _, amount in lines)
    if used > surplus:
        raise AllocationExceedsSurplus(surplus, used)
    lines.append((Use.RESERVE, "", surplus - used))
    allocated = tuple(
        AllocatedLine(use, name, amount, _percent(amount, surplus)) for use, name, amount in lines
    )
    whole = _Whole(_sum_of(allocated, Use.DIVIDEND) + drawn, most_dividend)
    return Allocation(surplus, allocated, tuple(_tests(surplus, allocated, rule, whole)), drawn)


def lawful(allocation: Allocation) -> Allocation:
    """The same allocation, if the law allows it.

    Raises:
        AllocationUnlawful: with the first test that does not hold.
    """
    for test in allocation.tests:
        if not test.holds:
            raise AllocationUnlawful(test.test, test.use, test.found, test.limit)
    return allocation


def _amount(line: ProposalLine, surplus: Money) -> Money:
    if line.use in (Use.RESERVE, Use.CARRIED) or (line.amount is None) == (line.part is None):
        raise BadProposalLine(line.use, line.name)
    amount = line.amount
    if line.part is not None:
        amount = surplus.times(line.part, _NEAREST)
    if amount is None or amount < ZERO:
        raise BadProposalLine(line.use, line.name)
    return amount


def _percent(amount: Money, surplus: Money) -> int:
    # Each line is rounded by itself, so the printed column may not add to 100.00 (domain.md 3.2).
    return _NEAREST.ratio(amount.satang * 10_000, surplus.satang)


def _tests(
    surplus: Money, lines: Sequence[AllocatedLine], rule: SurplusRule, dividend: _Whole
) -> Iterator[LegalOutcome]:
    whole = total(line.amount for line in lines)
    yield LegalOutcome(LegalTest.ADDS_UP, Use.OTHER, whole, surplus, whole == surplus)
    reserve, least = lines[-1].amount, surplus.times(rule.reserve_part, _NEAREST)
    yield LegalOutcome(LegalTest.RESERVE, Use.RESERVE, reserve, least, reserve >= least)
    league, most = _sum_of(lines, Use.LEAGUE), league_fee(surplus, rule)
    yield LegalOutcome(LegalTest.LEAGUE, Use.LEAGUE, league, most, league <= most)
    yield from _dividend_tests(dividend, rule)
    for ceiling in rule.ceilings:
        found = _sum_of(lines, ceiling.use)
        for limit in _limits(ceiling, surplus):
            yield LegalOutcome(LegalTest.CEILING, ceiling.use, found, limit, found <= limit)


def _dividend_tests(dividend: _Whole, rule: SurplusRule) -> Iterator[LegalOutcome]:
    # Whoever bought in December holds a whole share and earns a twelfth: the capital of the year's
    # last day alone would let a rate above the highest pass.
    limits = [] if dividend.most is None else [dividend.most]
    if rule.share_capital is not None:
        limits.append(rule.share_capital.times(rule.dividend_rate, _NEAREST))
    if limits:
        found, limit = dividend.amount, min(limits)
        yield LegalOutcome(LegalTest.DIVIDEND_RATE, Use.DIVIDEND, found, limit, found <= limit)


def _limits(ceiling: Ceiling, surplus: Money) -> Iterator[Money]:
    if ceiling.part is not None:
        yield surplus.times(ceiling.part, _NEAREST)
    if ceiling.amount is not None:
        yield ceiling.amount


def _sum_of(lines: Sequence[AllocatedLine], use: Use) -> Money:
    return total(line.amount for line in lines if line.use is use)
