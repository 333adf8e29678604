"""What a card needs, taken from the terms of a plan: the rules, the rows and the payouts."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.domain.days import day_after
from ledger.domain.loans.contract import (
    USUAL_ORDER,
    Due,
    Early,
    LoanRules,
    PaidOut,
    Part,
    Pause,
    PenaltyRule,
    Split,
)
from ledger.domain.loans.course import rates_of
from ledger.domain.loans.dues import free_until
from ledger.domain.loans.plans import Plan
from ledger.domain.loans.terms import InterestOn, PlanTerms
from ledger.domain.money import Money

_NO_PENALTY = PenaltyRule()


def rules_of(
    terms: PlanTerms,
    *,
    split: Split | None = None,
    order: Sequence[Part] = USUAL_ORDER,
    penalty: PenaltyRule = _NO_PENALTY,
    early: Early = Early.SHORTEN,
) -> LoanRules:
    """The rules of a contract with this plan; flat interest divides by the plan unless asked."""
    usual = Split.BY_PLAN if terms.interest is InterestOn.FLAT else Split.BY_DAYS
    return LoanRules(
        rates=tuple(rates_of(terms)),
        day_count=terms.day_count,
        method=terms.method,
        rounding=terms.rounding,
        split=split or usual,
        order=tuple(order),
        penalty=penalty,
        early=early,
        pauses=free_pauses(terms),
    )


def free_pauses(terms: PlanTerms) -> tuple[Pause, ...]:
    """The days of the first rows that are free of interest: the days run as the plan says."""
    end = free_until(terms)
    if end is None:
        return ()
    return (Pause(day_after(terms.disbursed), end, interest=False, penalty=True),)


def dues_of(plan: Plan) -> tuple[Due, ...]:
    columns = zip(plan.dues, plan.principal, plan.interest, strict=True)
    return tuple(
        Due(day, Money(principal), Money(interest)) for day, principal, interest in columns
    )


def payouts_of(terms: PlanTerms) -> tuple[PaidOut, ...]:
    """The payouts planned, or the whole principal on its one day."""
    if not terms.payouts:
        return (PaidOut(terms.disbursed, terms.principal),)
    return tuple(PaidOut(one.date, one.amount) for one in terms.payouts)
