"""Funds side by side: each with its own balance sheet, and the income and expense of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account, CardKind, Fund, Kind, RoleAccount
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from ledger.domain.refusals import UnknownFund
from ledger.queries.financial import Section, section
from ledger.queries.standing import last_day, year_start
from ledger.queries.sums import NOTHING, Sums, sums_at, sums_between
from ledger.queries.trading import Trade, trade
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class FundColumn:
    """One fund; ``difference`` is assets less all that stands against them, and must be zero."""

    fund: str
    name_th: str
    name_en: str
    assets: Money
    liabilities: Money
    equity: Money
    result: Money
    difference: Money


@dataclass(frozen=True, slots=True)
class OwedToFunds:
    """What a fund took of a cash box or a bank account beyond its own part: the others' money."""

    fund: str
    name_th: str
    name_en: str
    account: str
    account_th: str
    account_en: str
    amount: Money


@dataclass(frozen=True, slots=True)
class FundPosition:
    """Balance sheet per fund: the amounts of every line stand in the order of ``funds``.

    After the funds comes their sum, the whole book. ``result`` is income less expense that no
    closing entry moved to equity yet. ``owed_to_funds`` names what one fund owes the others because
    it paid with their money (domain.md 4.4: never without a document).
    """

    at: date
    funds: tuple[FundColumn, ...]
    assets: Section
    liabilities: Section
    equity: Section
    result: tuple[Money, ...]
    liabilities_and_equity: tuple[Money, ...]
    agrees: bool
    owed_to_funds: tuple[OwedToFunds, ...] = ()


@dataclass(frozen=True, slots=True)
class FundIncome:
    """Income and expense of one fund from day to day; ``trade`` is there where it sells goods."""

    fund: Fund
    since: date
    until: date
    income: Section
    expense: Section
    net: Money
    trade: Trade | None = None


def fund_position(reader: Reader, *, at: date | None = None) -> FundPosition:
    """Every fund that ever held anything, side by side with the whole book.

    Each fund balances for itself, since every entry does (domain.md 4.4).
    """
    day = last_day(reader, at)
    accounts = reader.every(Account)
    held = [(fund, sums_at(reader, day, fund.code)) for fund in reader.every(Fund)]
    used = [(fund, sums) for fund, sums in held if sums]
    columns = [*(sums for _, sums in used), sums_at(reader, day)]
    assets = section(accounts, Kind.ASSET, columns)
    liabilities = section(accounts, Kind.LIABILITY, columns)
    equity = section(accounts, Kind.EQUITY, columns)
    in_result = [one.code for one in accounts if one.kind.in_result]
    result = tuple(
        Money(-sum(sums.get(code, NOTHING).balance.satang for code in in_result))
        for sums in columns
    )
    right = tuple(
        liabilities.totals[at] + equity.totals[at] + result[at] for at in range(len(columns))
    )
    funds = tuple(
        FundColumn(
            fund=fund.code,
            name_th=fund.name_th,
            name_en=fund.name_en,
            assets=assets.totals[at],
            liabilities=liabilities.totals[at],
            equity=equity.totals[at],
            result=result[at],
            difference=assets.totals[at] - right[at],
        )
        for at, (fund, _) in enumerate(used)
    )
    return FundPosition(
        at=day,
        funds=funds,
        assets=assets,
        liabilities=liabilities,
        equity=equity,
        result=result,
        liabilities_and_equity=right,
        agrees=all(one.difference == ZERO for one in funds) and assets.totals[-1] == right[-1],
        owed_to_funds=tuple(_owed_to_funds(reader, accounts, used)),
    )


def _owed_to_funds(
    reader: Reader, accounts: Sequence[Account], used: Sequence[tuple[Fund, Sums]]
) -> Iterator[OwedToFunds]:
    cash = reader.newest(RoleAccount, "cash")
    for account in accounts:
        holds_money = account.card is CardKind.BANK or (cash and cash.account == account.code)
        for fund, sums in used if holds_money else ():
            amount = sums.get(account.code, NOTHING).balance
            if amount < ZERO:
                yield OwedToFunds(
                    fund=fund.code,
                    name_th=fund.name_th,
                    name_en=fund.name_en,
                    account=account.code,
                    account_th=account.name_th,
                    account_en=account.name_en,
                    amount=-amount,
                )


def fund_income(
    reader: Reader, *, fund: str, since: date | None = None, until: date | None = None
) -> FundIncome:
    """Income and expense of one fund, by default since the fiscal year began.

    Raises:
        UnknownFund: there is no such fund.
    """
    found = reader.newest(Fund, fund)
    if found is None:
        raise UnknownFund(fund)
    day = last_day(reader, until)
    first = since or year_start(reader, Month.of(day)).first
    sums = sums_between(reader, first, day, fund)
    accounts = reader.every(Account)
    income = section(accounts, Kind.INCOME, [sums])
    expense = section(accounts, Kind.EXPENSE, [sums])
    return FundIncome(
        fund=found,
        since=first,
        until=day,
        income=income,
        expense=expense,
        net=income.totals[0] - expense.totals[0],
        trade=trade(reader, accounts, sums),
    )
