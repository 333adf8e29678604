"""Refusals of accounts, cards, entries and periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class ChartBroken(Refusal):
    """An account does not fit into the chart: its code stands twice, or its parent is wrong."""

    account: str
    defect: str


@dataclass(eq=False)
class UnknownAccount(Refusal):
    """No account of that code."""

    account: str


@dataclass(eq=False)
class AccountExists(Refusal):
    """The code is taken."""

    account: str


@dataclass(eq=False)
class HeadPostedTo(Refusal):
    """A head groups accounts and is never posted to."""

    account: str


@dataclass(eq=False)
class AccountClosed(Refusal):
    """The account takes no more entries."""

    account: str


@dataclass(eq=False)
class CardMissing(Refusal):
    """The control account needs a card on each line."""

    account: str


@dataclass(eq=False)
class CardWrong(Refusal):
    """The card is of another kind than the account's cards."""

    account: str
    card: int


@dataclass(eq=False)
class UnknownCard(Refusal):
    """No card of that number."""

    card: int


@dataclass(eq=False)
class CardClosed(Refusal):
    """The card is closed."""

    card: int
    closed_on: date


@dataclass(eq=False)
class UnknownFund(Refusal):
    """No fund of that code."""

    fund: str


@dataclass(eq=False)
class FundExists(Refusal):
    """The fund's code is taken."""

    fund: str


@dataclass(eq=False)
class NoRole(Refusal):
    """The chart names no account for this role."""

    role: str


@dataclass(eq=False)
class Unbalanced(Refusal):
    """Debits and credits differ within a fund."""

    fund: str
    debit: Money
    credit: Money


@dataclass(eq=False)
class TooFewLines(Refusal):
    """An entry has at least two lines."""

    lines: int


@dataclass(eq=False)
class FutureDay(Refusal):
    """The day has not come yet."""

    day: date
    today: date


@dataclass(eq=False)
class BeforeStart(Refusal):
    """The day lies before the first day of the book."""

    day: date
    starts_on: date


@dataclass(eq=False)
class PeriodClosed(Refusal):
    """The day belongs to a month that is closed."""

    day: date
    closed_through: str


@dataclass(eq=False)
class PeriodLocked(Refusal):
    """The day belongs to a month that is locked."""

    day: date
    locked_through: str


@dataclass(eq=False)
class UnknownEntry(Refusal):
    """No entry of that number."""

    entry: int


@dataclass(eq=False)
class AlreadyReversed(Refusal):
    """The entry was reversed before."""

    entry: int
    by: int


@dataclass(eq=False)
class ReversalOfReversal(Refusal):
    """A reversal is not reversed; enter the original again."""

    entry: int


@dataclass(eq=False)
class CashTooLow(Refusal):
    """There is not so much cash."""

    day: date
    held: Money
    asked: Money
