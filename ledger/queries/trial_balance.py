"""The trial balance of any day, and the balances of a period beside what moved them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account, Kind
from ledger.domain.days import day_after
from ledger.domain.money import ZERO, Money, total
from ledger.queries.standing import last_day
from ledger.queries.sums import NOTHING, sums_at, sums_before
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class TrialBalanceRow:
    """One account. The balance stands on its side: ``debit`` or ``credit``, the other is zero.

    ``balance`` is signed, debit positive; ``name`` is the name in Thai, for programs.
    """

    account: str
    name: str
    name_th: str
    name_en: str
    kind: Kind
    parent: str | None
    debit: Money
    credit: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class TrialBalance:
    """Balances at the end of a day; accounts at zero are left out (console.md)."""

    at: date
    fund: str | None
    after_closing: bool
    rows: tuple[TrialBalanceRow, ...]
    debit: Money
    credit: Money


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One account over a period: ``brought_forward`` and ``balance`` are signed, debit positive."""

    account: str
    name_th: str
    name_en: str
    kind: Kind
    brought_forward: Money
    debit: Money
    credit: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class PeriodBalances:
    """Every account with a balance or a movement; debit and credit are totals of the period."""

    since: date
    until: date
    rows: tuple[PeriodRow, ...]
    debit: Money
    credit: Money


def trial_balance(
    reader: Reader,
    *,
    at: date | None = None,
    fund: str | None = None,
    after_closing: bool = False,
) -> TrialBalance:
    """The balances of all accounts at the end of a day, of a fund or of all funds together.

    Without ``at`` the day is the last one with an entry. On the last day of a fiscal year income
    and expense still stand there, unless the balances ``after_closing`` are asked for.

    Raises:
        UnknownFund: there is no such fund.
    """
    day = last_day(reader, at)
    sums = (
        sums_before(reader, day_after(day), fund) if after_closing else sums_at(reader, day, fund)
    )
    rows = []
    for account in reader.every(Account):
        balance = sums.get(account.code, NOTHING).balance
        if balance != ZERO:
            rows.append(_row(account, balance))
    return TrialBalance(
        at=day,
        fund=fund,
        after_closing=after_closing,
        rows=tuple(rows),
        debit=total(row.debit for row in rows),
        credit=total(row.credit for row in rows),
    )


def period_balances(
    reader: Reader, *, since: date, until: date, fund: str | None = None
) -> PeriodBalances:
    """Brought forward, moved and left on every account, over days that are both included.

    Raises:
        UnknownFund: there is no such fund.
    """
    before, after = sums_before(reader, since, fund), sums_at(reader, until, fund)
    rows = []
    for account in reader.every(Account):
        start, end = before.get(account.code, NOTHING), after.get(account.code, NOTHING)
        moved = end.less(start)
        if start.balance != ZERO or moved != NOTHING:
            rows.append(
                PeriodRow(
                    account=account.code,
                    name_th=account.name_th,
                    name_en=account.name_en,
                    kind=account.kind,
                    brought_forward=start.balance,
                    debit=Money(moved.debit),
                    credit=Money(moved.credit),
                    balance=end.balance,
                )
            )
    debit, credit = total(row.debit for row in rows), total(row.credit for row in rows)
    return PeriodBalances(since, until, tuple(rows), debit, credit)


def _row(account: Account, balance: Money) -> TrialBalanceRow:
    return TrialBalanceRow(
        account=account.code,
        name=account.name_th,
        name_th=account.name_th,
        name_en=account.name_en,
        kind=account.kind,
        parent=account.parent,
        debit=max(balance, ZERO),
        credit=max(-balance, ZERO),
        balance=balance,
    )
