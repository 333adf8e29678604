"""What the forms of savings products know and decide, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from ledger.domain.accrual import YearPart
from ledger.domain.days import Month
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.interest import Tiers
from ledger.domain.money import Money, Rounding
from ledger.domain.products import InterestMethod, Nature, SavingsProduct, SavingsRate, ShareType
from ledger.usecases.saving import DefineSavingsProduct
from ledger.usecases.sharing import DefineShareType


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductForm:
    """A savings product as it is filled in; ``change`` makes a new version of its rules."""

    code: str
    name_th: str
    name_en: str
    nature: Nature
    account: str
    interest_account: str | None
    promise: bool
    opened_for_all: bool
    closed: bool
    minimum_balance: Money
    term_months: int
    early_rate: Fraction | None
    method: InterestMethod
    day_count: YearPart
    rounding: Rounding
    interest_months: int
    minimum_for_interest: Money
    tiers: Tiers
    change: bool

    def command(self, before: SavingsProduct | None = None) -> DefineSavingsProduct:
        """The command; what the form does not show stays as it was before."""
        fund = GENERAL_FUND if before is None else before.fund
        cutoff_day = 1 if before is None else before.cutoff_day
        return DefineSavingsProduct(
            code=self.code,
            name_th=self.name_th,
            name_en=self.name_en,
            nature=self.nature,
            account=self.account,
            interest_account=self.interest_account,
            promise=self.promise,
            minimum_balance=self.minimum_balance,
            term_months=self.term_months or None,
            method=self.method,
            day_count=self.day_count,
            rounding=self.rounding,
            interest_months=self.interest_months,
            minimum_for_interest=self.minimum_for_interest,
            tiers=self.tiers,
            opened_for_all=self.opened_for_all,
            closed=self.closed,
            early_rate=self.early_rate,
            change=self.change,
            fund=fund,
            cutoff_day=cutoff_day,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareForm:
    """A share type as it is filled in."""

    code: str
    name_th: str
    name_en: str
    par: Money
    account: str
    one_fifth: bool
    returnable: bool
    opened_for_all: bool
    closed: bool
    change: bool

    def command(self, before: ShareType | None = None) -> DefineShareType:
        """The command; the fund, which the form does not show, stays as it was before."""
        return DefineShareType(
            code=self.code,
            name_th=self.name_th,
            name_en=self.name_en,
            par=self.par,
            account=self.account,
            one_fifth=self.one_fifth,
            returnable=self.returnable,
            opened_for_all=self.opened_for_all,
            closed=self.closed,
            change=self.change,
            fund=GENERAL_FUND if before is None else before.fund,
        )


def rate_now(rates: Sequence[SavingsRate], product: str, today: date) -> tuple[SavingsRate, ...]:
    """The steps in force today; one per amount, the smallest amount first."""
    steps: dict[Money, SavingsRate] = {}
    for rate in sorted(rates, key=lambda one: one.from_day):
        if rate.product == product and rate.from_day <= today:
            steps[rate.from_amount] = rate
    return tuple(steps[amount] for amount in sorted(steps))


def through_offered(today: date, product: SavingsProduct) -> date:
    """The last day that a posting of this product usually ends with, not after today."""
    month = Month.of(today + timedelta(days=1)).plus(-1)
    while month.number % product.interest_months:
        month = month.plus(-1)
    return month.last


def booking_offered(through: date, closed_through: Month | None, today: date) -> date:
    """The day of the entry: the last day that earned, or today where its month is closed."""
    return today if closed_through is not None and Month.of(through) <= closed_through else through


def bears_interest(product: SavingsProduct) -> bool:
    return product.method is not InterestMethod.NONE and product.interest_account is not None
