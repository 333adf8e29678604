"""Ratios of a fiscal year for network and committee, each with what it is a ratio of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.accounts import BookKind, RoleAccount
from ledger.domain.days import Month, day_before
from ledger.domain.money import ZERO, Money, total
from ledger.queries.cash_flow import cash_flow
from ledger.queries.financial import FinancialPosition, financial_position
from ledger.queries.loan_quality import LoanQuality, loan_quality
from ledger.queries.members import members_in_out
from ledger.queries.standing import last_day, the_cooperative, year_start
from ledger.storage.reading import Reader


class RatioKind(Enum):
    """What is measured (domain.md 3.7)."""

    CAPITAL_GROWTH = "capital_growth"
    DEBT_TO_EQUITY = "debt_to_equity"
    RETURN_ON_EQUITY = "return_on_equity"
    RETURN_ON_ASSETS = "return_on_assets"
    RESERVE_TO_ASSETS = "reserve_to_assets"
    BORROWERS_OF_MEMBERS = "borrowers_of_members"
    LATE_LOANS = "late_loans"
    EXPENSE_TO_INCOME = "expense_to_income"
    LIQUIDITY = "liquidity"


class Base(Enum):
    """Which equity and assets returns are measured on; official papers use both."""

    ENDING = "ending"
    AVERAGE = "average"


class Grade(Enum):
    """Where the reserve stands against the supervisor's marks (domain.md 3.7)."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Ratio:
    """``above`` over ``below``; money in baht, members by number. None over nothing."""

    kind: RatioKind
    above: Money | int
    below: Money | int
    value: Fraction | None
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class Ratios:
    """The ratios at the end of a day, of the fiscal year up to it; ``base`` says on what."""

    at: date
    year_from: date
    base: Base
    rows: tuple[Ratio, ...]


# High above the first, low below the second: a service cooperative, and a savings one.
_MARKS = {BookKind.HOUSING: (Fraction(1, 4), Fraction(3, 20))}
_OTHER_MARKS = (Fraction(1, 10), Fraction(1, 25))


@dataclass(frozen=True, slots=True)
class _Standing:
    """Both ends of the year, in the words of the ratios."""

    position: FinancialPosition
    quality: LoanQuality
    cash: Money
    reserve: Money

    def assets(self, column: int) -> Money:
        return self.position.assets.totals[column]

    def debts(self, column: int) -> Money:
        return self.position.liabilities.totals[column]

    def equity(self, column: int) -> Money:
        return self.position.liabilities_and_equity[column] - self.debts(column)


def ratios(reader: Reader, *, at: date | None = None, base: Base = Base.ENDING) -> Ratios:
    """The ratios of the fiscal year up to a day, with the denominator stated (domain.md 3.7)."""
    day = last_day(reader, at)
    start = year_start(reader, Month.of(day)).first
    flow = cash_flow(reader, since=start, until=day)
    standing = _Standing(
        position=financial_position(reader, at=day, compared_with=day_before(start)),
        quality=loan_quality(reader, at=day),
        cash=flow.closing,
        reserve=_reserve(reader, day),
    )
    rows = (
        *_of_capital(standing, flow.result, base, the_cooperative(reader).kind),
        *_of_loans(reader, standing, start, day),
        _expense_to_income(reader, day, flow.result),
        _liquidity(standing),
    )
    return Ratios(day, start, base, rows)


def _of_capital(
    standing: _Standing, result: Money, base: Base, kind: BookKind
) -> tuple[Ratio, ...]:
    before, now, assets = standing.equity(1), standing.equity(0), standing.assets(0)
    equity_base, asset_base = now, assets
    if base is Base.AVERAGE:
        equity_base = _mean(before, now)
        asset_base = _mean(standing.assets(1), assets)
    reserve = _ratio(RatioKind.RESERVE_TO_ASSETS, standing.reserve, assets)
    return (
        _ratio(RatioKind.CAPITAL_GROWTH, now - before, before),
        _ratio(RatioKind.DEBT_TO_EQUITY, standing.debts(0), now),
        _ratio(RatioKind.RETURN_ON_EQUITY, result, equity_base),
        _ratio(RatioKind.RETURN_ON_ASSETS, result, asset_base),
        Ratio(reserve.kind, reserve.above, reserve.below, reserve.value, _grade(reserve, kind)),
    )


def _of_loans(reader: Reader, standing: _Standing, start: date, day: date) -> tuple[Ratio, ...]:
    rows = standing.quality.rows
    borrowers = len({row.member for row in rows if row.outstanding > ZERO})
    members = members_in_out(reader, since=start, until=day).closing
    late = total(row.outstanding for row in rows if row.days_late > _LATE_DAYS)
    return (
        _ratio(RatioKind.BORROWERS_OF_MEMBERS, borrowers, members),
        _ratio(RatioKind.LATE_LOANS, late, standing.quality.outstanding),
    )


_LATE_DAYS = 90


def _expense_to_income(reader: Reader, day: date, result: Money) -> Ratio:
    from ledger.queries.financial import income_and_expense

    income = income_and_expense(reader, month=Month.of(day)).income.totals[2]
    return _ratio(RatioKind.EXPENSE_TO_INCOME, income - result, income)


def _liquidity(standing: _Standing) -> Ratio:
    """Money and principal due within a year, over debts without principal due later."""
    quality = standing.quality
    soon = standing.cash + quality.lent.short
    return _ratio(RatioKind.LIQUIDITY, soon, standing.debts(0) - quality.borrowed.long)


def _reserve(reader: Reader, day: date) -> Money:
    role = reader.newest(RoleAccount, "reserve")
    return ZERO if role is None else -reader.balance(role.account, at=day)


def _grade(ratio: Ratio, kind: BookKind) -> Grade | None:
    if ratio.value is None:
        return None
    high, low = _MARKS.get(kind, _OTHER_MARKS)
    if ratio.value > high:
        return Grade.HIGH
    return Grade.LOW if ratio.value < low else Grade.MIDDLE


def _ratio(kind: RatioKind, above: Money | int, below: Money | int) -> Ratio:
    over, under = _count(above), _count(below)
    return Ratio(kind, above, below, None if under <= 0 else Fraction(over, under))


def _count(value: Money | int) -> int:
    return value.satang if isinstance(value, Money) else value


def _mean(one: Money, other: Money) -> Money:
    """Half of both, to the satang, halves up."""
    return Money(-(-(one.satang + other.satang) // 2))
