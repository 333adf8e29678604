"""Refusals of accounts, cards, entries and periods."""

from __future__ import annotations

from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class SumTooLarge(Refusal):
    """Amounts that the book takes one by one come to more than it holds."""

    most: Money


@refusal
class ChartBroken(Refusal):
    """An account does not fit into the chart: its code stands twice, or its parent is wrong."""

    account: str
    defect: str


@refusal
class UnknownAccount(Refusal):
    """No account of that code."""

    account: str


@refusal
class AccountExists(Refusal):
    """The code is taken."""

    account: str


@refusal
class HeadPostedTo(Refusal):
    """A head groups accounts and is never posted to."""

    account: str


@refusal
class AccountClosed(Refusal):
    """The account takes no more entries."""

    account: str


@refusal
class CardMissing(Refusal):
    """The control account needs a card on each line."""

    account: str


@refusal
class CardWrong(Refusal):
    """The card is of another kind than the account's cards."""

    account: str
    card: int


@refusal
class UnknownCard(Refusal):
    """No card of that number."""

    card: int


@refusal
class CardClosed(Refusal):
    """The card is closed."""

    card: int
    closed_on: date


@refusal
class UnknownFund(Refusal):
    """No fund of that code."""

    fund: str


@refusal
class FundExists(Refusal):
    """The fund's code is taken."""

    fund: str


@refusal
class NoRole(Refusal):
    """The chart names no account for this role."""

    role: str


@refusal
class Unbalanced(Refusal):
    """Debits and credits differ within a fund."""

    fund: str
    debit: Money
    credit: Money


@refusal
class TooFewLines(Refusal):
    """An entry has at least two lines."""

    lines: int


@refusal
class AccountHolds(Refusal):
    """An account is closed only when nothing is left on it."""

    account: str
    held: Money


@refusal
class AccountHasRole(Refusal):
    """Receipts and vouchers are booked on the account, so it stays open."""

    account: str
    role: str


@refusal
class OneSideOnly(Refusal):
    """A line written out has an amount on both sides, or on none."""

    account: str


@refusal
class MoneyBothWays(Refusal):
    """The lines written out take money into an account of cash or a bank and out of it again."""

    account: str
    came: Money
    went: Money


@refusal
class FutureDay(Refusal):
    """The day has not come yet."""

    day: date
    today: date


@refusal
class BeforeStart(Refusal):
    """The day lies before the first day of the book."""

    day: date
    starts_on: date


@refusal
class PeriodClosed(Refusal):
    """The day belongs to a month that is closed."""

    day: date
    closed_through: str


@refusal
class PeriodLocked(Refusal):
    """The day belongs to a month that is locked."""

    day: date
    locked_through: str


@refusal
class UnknownEntry(Refusal):
    """No entry of that number."""

    entry: int


@refusal
class AlreadyReversed(Refusal):
    """The entry was reversed before."""

    entry: int
    by: int


@refusal
class ReversalOfReversal(Refusal):
    """A reversal is not reversed; enter the original again."""

    entry: int


@refusal
class CashTooLow(Refusal):
    """There is not so much cash."""

    day: date
    held: Money
    asked: Money


@refusal
class BankTooLow(Refusal):
    """The bank account does not hold so much."""

    bank: str
    day: date
    held: Money
    asked: Money
