"""The rules of a kept contract, as the engine of loans takes them."""

from __future__ import annotations

from ledger.domain.accrual import RateFrom
from ledger.domain.lending import LendingRules
from ledger.domain.loans.contract import LoanRules, Part, Pause, PenaltyRule, Split
from ledger.domain.loans.terms import InterestOn, PlanRounding


def rules_of_contract(
    contract: LendingRules, rates: tuple[RateFrom, ...], pauses: tuple[Pause, ...] = ()
) -> LoanRules:
    usual = Split.BY_PLAN if contract.interest is InterestOn.FLAT else Split.BY_DAYS
    return LoanRules(
        rates=rates,
        day_count=contract.day_count,
        method=contract.method,
        rounding=PlanRounding(
            interest=contract.rounding,
            instalment=contract.instalment_rounding,
            principal=contract.principal_rounding,
        ),
        split=contract.split or usual,
        order=tuple(Part(name) for name in contract.order.split()),
        penalty=PenaltyRule(
            kind=contract.penalty_kind,
            amount=contract.penalty_amount,
            annual_rate=contract.penalty_rate,
            grace_days=contract.penalty_grace,
            cap=contract.penalty_cap,
            day_count=contract.day_count,
            rounding=contract.rounding,
        ),
        early=contract.early,
        pauses=pauses,
    )
