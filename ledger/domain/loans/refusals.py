"""Every way in which plans and divisions of payments say no; sentences are made in reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals import Refusal


@dataclass(eq=False)
class FieldsDoNotGoTogether(Refusal):
    """Two settings that exclude each other."""

    first: str
    second: str


@dataclass(eq=False)
class FirstDueNotAfterPayout(Refusal):
    """The first instalment would fall due on or before the day the money is paid out."""

    first_due: date
    disbursed: date


@dataclass(eq=False)
class DueDaysDoNotRise(Refusal):
    """A due day that is not after the one before it."""

    due: date
    before: date


@dataclass(eq=False)
class PlanTooLong(Refusal):
    """The plan would run for more than so many years."""

    years: int


@dataclass(eq=False)
class InstalmentNeverRepays(Refusal):
    """The instalment does not even cover the interest of a row, so the debt never falls."""

    instalment: Money
    interest: Money
    n: int


@dataclass(eq=False)
class GraceTooLong(Refusal):
    """Grace leaves no row for the repayment."""

    grace: int
    instalments: int


@dataclass(eq=False)
class PayoutsDoNotAddUp(Refusal):
    """The parts paid out are not the principal."""

    principal: Money
    payouts: Money


@dataclass(eq=False)
class PayoutOutsidePlan(Refusal):
    """A payout before the first one's day, or not before the last instalment is due."""

    day: date
    first: date
    last: date


@dataclass(eq=False)
class PlanRowsDoNotAddUp(Refusal):
    """The principal parts decided by hand are not the principal."""

    principal: Money
    rows: Money


@dataclass(eq=False)
class PaymentBeforePayout(Refusal):
    """A payment or charge dated before anything was paid out."""

    day: date


@dataclass(eq=False)
class PaymentOnSettledLoan(Refusal):
    """A payment on a loan on which nothing is owed any more."""

    day: date
    settled: date


@dataclass(eq=False)
class NotAPaymentOrder(Refusal):
    """The order must name each part of a payment exactly once."""

    order: tuple[str, ...]
    parts: tuple[str, ...]
