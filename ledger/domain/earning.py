"""What a savings account earned by its product's rule, for postings and for whoever leaves."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Protocol

from ledger.domain.books import Movement as Moved
from ledger.domain.cards import Card
from ledger.domain.carried import EVENT
from ledger.domain.days import Month, day_after, day_before
from ledger.domain.interest import (
    EarningBalance,
    InterestRule,
    Movement,
    RateStep,
    interest_for,
)
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Kept
from ledger.domain.products import (
    InterestMethod,
    InterestPosting,
    SavingsProduct,
    SavingsRate,
)
from ledger.domain.refusals import NoInterest

_EARNING = {
    InterestMethod.DAILY: EarningBalance.DAILY,
    InterestMethod.LOWEST_OF_MONTH: EarningBalance.LOWEST_OF_MONTH,
    InterestMethod.AVERAGE: EarningBalance.AVERAGE,
}


class Moving(Kept, Protocol):
    """What an open book and a reader have in common, with the movements of cards."""

    def movements(self, card: int, account: str) -> list[Moved]: ...


def rule_of(product: SavingsProduct, rates: list[SavingsRate]) -> InterestRule:
    """The product's rule as the calculation takes it.

    Raises:
        NoInterest: the product bears none.
    """
    method = _EARNING.get(product.method)
    if method is None or product.interest_account is None:
        raise NoInterest(product.code)
    return InterestRule(
        method=method,
        rates=tuple(RateStep(rate.from_day, rate.rate, rate.from_amount) for rate in rates),
        day_count=product.day_count,
        rounding=product.rounding,
        minimum=product.minimum_for_interest,
        cutoff_day=product.cutoff_day,
        tiers=product.tiers,
    )


def bears_interest(product: SavingsProduct) -> bool:
    return product.method in _EARNING and product.interest_account is not None


def credited_through(kept: Kept, product: str) -> date | None:
    """The last day whose interest was credited by a posting that counts; None before the first."""
    counting = [
        posting.through
        for posting in kept.every(InterestPosting, product=product)
        if kept.reversed_by(posting.entry) is None
    ]
    return max(counting, default=None)


def earned(
    kept: Moving, product: SavingsProduct, card: Card, start: date | None, through: date
) -> Money:
    """Interest of one account from ``start``, or from its beginning, to ``through``, both included.

    Raises:
        NoInterest: the product bears none.
    """
    moved = [one for one in kept.movements(card.number, card.account) if one.on <= through]
    if not moved:
        return ZERO
    first = _first_day(product, card, moved[0])
    begin = max(first, start) if start is not None else first
    if through < begin:
        return ZERO
    begin = min(begin, moved[0].on) if start is None else begin
    movements = [Movement(one.on, -one.amount) for one in moved]
    rates = sorted(
        kept.every(SavingsRate, product=product.code),
        key=lambda rate: (rate.from_day, rate.from_amount),
    )
    return interest_for(rule_of(product, rates), movements, begin, through).rounded


def _first_day(product: SavingsProduct, card: Card, first: Moved) -> date:
    """The day on which an account begins to earn, or not to.

    Where a month's lowest balance earns, a new account had nothing in it before its first money
    came, as an old one that was empty; what was taken over from paper had been there before.
    """
    if product.method is InterestMethod.LOWEST_OF_MONTH and first.event != EVENT:
        return Month.of(card.opened_on).first
    return card.opened_on


def interest_to(kept: Moving, card: Card, on: date) -> Money:
    """What an account earned and was not credited, when its money is taken out on a day.

    A fixed deposit left before its term earns its product's ``early_rate`` from the first day on,
    where there is one; what was credited before is taken off, and never asked back.
    """
    product = kept.newest(SavingsProduct, card.product)
    if product is None or not bears_interest(product):
        return ZERO
    early = card.matures_on is not None and on < card.matures_on
    if early and product.early_rate is not None:
        return _earned_early(kept, product, card, day_before(on))
    last = credited_through(kept, product.code)
    start = None if last is None else day_after(last)
    return earned(kept, product, card, start, day_before(on))


def _earned_early(kept: Moving, product: SavingsProduct, card: Card, through: date) -> Money:
    moved = [one for one in kept.movements(card.number, card.account) if one.on <= through]
    paid_in = [Movement(one.on, -one.amount) for one in moved if one.event != "savings_interest"]
    if not paid_in or through < card.opened_on:
        return ZERO
    begin = min(_first_day(product, card, moved[0]), paid_in[0].date)
    rates = [SavingsRate(product.code, begin, ZERO, product.early_rate or Fraction(0))]
    whole = interest_for(rule_of(product, rates), paid_in, begin, through).rounded
    credited = total(-one.amount for one in moved if one.event == "savings_interest")
    return max(ZERO, whole - credited)
