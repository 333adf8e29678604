"""Financial position, and income and expense, by the reporting groups of the chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account, Kind
from ledger.domain.days import Month, day_after, day_before
from ledger.domain.entries import Side
from ledger.domain.lending import LoanContract
from ledger.domain.money import ZERO, Money
from ledger.queries.accounts import added_up, in_tree
from ledger.queries.loan_terms import TermSplit, term_split
from ledger.queries.standing import last_day, the_cooperative, year_start
from ledger.queries.sums import NOTHING, Sums, sums_at, sums_before, sums_between
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Line:
    """One account or head; amounts are positive on the normal side of their kind.

    ``amounts`` stand in the order of the statement's columns.
    """

    account: str
    name_th: str
    name_en: str
    level: int
    head: bool
    amounts: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """All accounts of a kind that hold anything in one of the columns, and their totals."""

    kind: Kind
    lines: tuple[Line, ...]
    totals: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class FinancialPosition:
    """Assets against liabilities and equity, columns ``at`` and ``compared_with``.

    ``result_of_year`` is income less expense since the fiscal year began, ``result_before`` that
    of earlier years as far as no closing entry has moved it to equity. Totals of assets equal
    totals of liabilities, equity and both results. ``terms`` splits both legs of loans by when
    they fall due, in the same two columns; only on the last day of a fiscal year, else None.
    """

    at: date
    compared_with: date
    after_closing: bool
    assets: Section
    liabilities: Section
    equity: Section
    result_of_year: tuple[Money, Money]
    result_before: tuple[Money, Money]
    liabilities_and_equity: tuple[Money, Money]
    terms: tuple[TermSplit, TermSplit] | None = None


@dataclass(frozen=True, slots=True)
class IncomeAndExpense:
    """Income and expense, columns: the month, the month before it, the fiscal year to date."""

    month: Month
    year_from: Month
    income: Section
    expense: Section
    net: tuple[Money, Money, Money]


def financial_position(
    reader: Reader,
    *,
    at: date | None = None,
    compared_with: date | None = None,
    after_closing: bool = False,
) -> FinancialPosition:
    """The position at the end of a day beside an earlier one, by default the last month's end.

    On the last day of a fiscal year the result of the year stands beside the equity, unless the
    position ``after_closing`` is asked for: then it is part of it.
    """
    day = last_day(reader, at)
    earlier = compared_with or day_before(Month.of(day).first)
    sums = sums_before(reader, day_after(day)) if after_closing else sums_at(reader, day)
    columns = [sums, sums_at(reader, earlier)]
    accounts = reader.every(Account)
    assets = section(accounts, Kind.ASSET, columns)
    liabilities = section(accounts, Kind.LIABILITY, columns)
    equity = section(accounts, Kind.EQUITY, columns)
    results = [_result(accounts, sums) for sums in columns]
    before = [_result_before(reader, accounts, one) for one in (day, earlier)]
    if results[0] == ZERO and after_closing:
        before[0] = ZERO  # a closing takes whatever earlier years had left
    right = [liabilities.totals[at] + equity.totals[at] + results[at] for at in range(len(columns))]
    return FinancialPosition(
        at=day,
        compared_with=earlier,
        after_closing=after_closing,
        assets=assets,
        liabilities=liabilities,
        equity=equity,
        result_of_year=(results[0] - before[0], results[1] - before[1]),
        result_before=(before[0], before[1]),
        liabilities_and_equity=(right[0], right[1]),
        terms=_terms(reader, day, earlier),
    )


def _terms(reader: Reader, day: date, earlier: date) -> tuple[TermSplit, TermSplit] | None:
    """A whole portfolio is reckoned, so only statements of a year's end ask for it."""
    month = Month.of(day)
    is_year_end = month.number == the_cooperative(reader).year_ends_in and day == month.last
    if not is_year_end or not reader.every(LoanContract):
        return None
    return term_split(reader, day), term_split(reader, earlier)


def income_and_expense(reader: Reader, *, month: Month) -> IncomeAndExpense:
    """The result of a month with the last month and the fiscal year to date beside it."""
    year_from, before = year_start(reader, month), month.plus(-1)
    columns = [
        sums_between(reader, since.first, until.last)
        for since, until in ((month, month), (before, before), (year_from, month))
    ]
    accounts = reader.every(Account)
    income = section(accounts, Kind.INCOME, columns)
    expense = section(accounts, Kind.EXPENSE, columns)
    net = [one - other for one, other in zip(income.totals, expense.totals, strict=True)]
    return IncomeAndExpense(month, year_from, income, expense, (net[0], net[1], net[2]))


def section(accounts: Iterable[Account], kind: Kind, columns: Iterable[Sums]) -> Section:
    """The accounts of a kind in the order of the tree, without those that hold nothing."""
    mine = [account for account in accounts if account.kind is kind]
    added = [added_up(mine, _amounts(mine, sums)) for sums in columns]
    lines = [
        Line(
            account.code,
            account.name_th,
            account.name_en,
            level,
            account.head,
            tuple(one[account.code] for one in added),
        )
        for account, level in in_tree(mine)
    ]
    roots = [account.code for account in mine if account.parent is None]
    totals = tuple(Money(sum(one[code].satang for code in roots)) for one in added)
    # A head stays while anything under it does, even where its sum happens to be nothing.
    kept = _kept(mine, {line.account for line in lines if any(map(_is_something, line.amounts))})
    return Section(kind, tuple(line for line in lines if line.account in kept), totals)


def _kept(accounts: list[Account], holding: set[str]) -> set[str]:
    parents = {account.code: account.parent for account in accounts}
    kept: set[str] = set()
    for code in holding:
        at: str | None = code
        while at is not None and at not in kept:
            kept.add(at)
            at = parents[at]
    return kept


def _amounts(accounts: Iterable[Account], sums: Sums) -> dict[str, Money]:
    found = {}
    for account in accounts:
        balance = sums.get(account.code, NOTHING).balance
        found[account.code] = balance if account.kind.normal_side is Side.DEBIT else -balance
    return found


def _is_something(amount: Money) -> bool:
    return amount != ZERO


def _result(accounts: Iterable[Account], sums: Sums) -> Money:
    """Income less expense, of everything up to the day of the sums."""
    booked = [sums.get(one.code, NOTHING) for one in accounts if one.kind.in_result]
    return Money(sum(one.credit - one.debit for one in booked))


def _result_before(reader: Reader, accounts: Iterable[Account], day: date) -> Money:
    """The result of all fiscal years before that of the day."""
    first = year_start(reader, Month.of(day)).first
    return _result(accounts, sums_before(reader, first))
