"""The budget of a fiscal year beside what was earned and spent so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.accounts import Account, Kind
from ledger.domain.budgets import Budget, BudgetLine
from ledger.domain.days import Month
from ledger.domain.entries import Side
from ledger.domain.money import ZERO, Money, total
from ledger.queries.standing import last_day, year_start
from ledger.queries.sums import NOTHING, Sums, sums_between
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One account; ``left`` is the budget less what was booked, ``used`` a part of one.

    ``used`` is None where there is no budget.
    """

    account: str
    name_th: str
    name_en: str
    budget: Money
    actual: Money
    left: Money
    used: Fraction | None


@dataclass(frozen=True, slots=True)
class BudgetSection:
    """Income or expense, every account with a budget or anything booked."""

    kind: Kind
    rows: tuple[BudgetRow, ...]
    total: BudgetRow


@dataclass(frozen=True, slots=True)
class BudgetComparison:
    """From the beginning of the fiscal year to a day; ``resolution`` is empty without a budget.

    ``budgeted`` and ``net`` are income less expense by the budget and by the books.
    """

    at: date
    since: date
    year: int
    resolution: str
    decided_on: date | None
    income: BudgetSection
    expense: BudgetSection
    budgeted: Money
    net: Money


def budget_comparison(reader: Reader, *, at: date | None = None) -> BudgetComparison:
    """Budget and actual of the fiscal year in which the day lies, up to the end of that day."""
    day = last_day(reader, at)
    first = year_start(reader, Month.of(day))
    year = first.plus(11).year
    found = reader.newest(Budget, year)
    lines = {one.account: one.amount for one in reader.every(BudgetLine, year=year)}
    sums = sums_between(reader, first.first, day)
    accounts = reader.every(Account)
    income = _section(accounts, Kind.INCOME, lines, sums)
    expense = _section(accounts, Kind.EXPENSE, lines, sums)
    return BudgetComparison(
        at=day,
        since=first.first,
        year=year,
        resolution="" if found is None else found.resolution,
        decided_on=None if found is None else found.on,
        income=income,
        expense=expense,
        budgeted=income.total.budget - expense.total.budget,
        net=income.total.actual - expense.total.actual,
    )


def _section(
    accounts: list[Account], kind: Kind, lines: dict[str, Money], sums: Sums
) -> BudgetSection:
    rows = []
    for account in accounts:
        if account.kind is not kind or account.head:
            continue
        balance = sums.get(account.code, NOTHING).balance
        actual = balance if kind.normal_side is Side.DEBIT else -balance
        budget = lines.get(account.code, ZERO)
        if (budget, actual) != (ZERO, ZERO):
            rows.append(_row(account.code, account.name_th, account.name_en, budget, actual))
    whole = _row("", "", "", total(one.budget for one in rows), total(one.actual for one in rows))
    return BudgetSection(kind, tuple(rows), whole)


def _row(code: str, name_th: str, name_en: str, budget: Money, actual: Money) -> BudgetRow:
    used = None if budget == ZERO else Fraction(actual.satang, budget.satang)
    return BudgetRow(code, name_th, name_en, budget, actual, budget - actual, used)
