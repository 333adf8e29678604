"""``satcha plan``: the terms of a loan in, its table of instalments out (console.md)."""

from __future__ import annotations

import json
from typing import Any

from ledger.domain.codec import read_value
from ledger.domain.loans.plans import Plan, plan_of
from ledger.domain.loans.terms import PlanTerms

Case = PlanTerms

_CENTS = tuple(f".{satang:02d}" for satang in range(100))


def answer(case: object) -> dict[str, Any]:
    """``{"rows": [{"n", "due", "days", "principal", "interest", "total", "balance"}], "totals"}``.

    Raises:
        The refusals of reading and those of ``plan_of``.
    """
    found: dict[str, Any] = json.loads(answer_text(case))
    return found


def answer_text(case: object) -> str:
    """The same as JSON. Thousands of plans of hundreds of rows are written straight as text."""
    return plan_text(plan_of(read_value(PlanTerms, case)))


def plan_text(plan: Plan) -> str:
    cents = _CENTS
    columns = zip(plan.dues, plan.days, plan.principal, plan.interest, plan.balance, strict=True)
    rows = ", ".join(
        [
            f'{{"n": {n}, "due": "{due}", "days": {days}, '
            f'"principal": "{paid // 100}{cents[paid % 100]}", '
            f'"interest": "{cost // 100}{cents[cost % 100]}", '
            f'"total": "{(paid + cost) // 100}{cents[(paid + cost) % 100]}", '
            f'"balance": "{left // 100}{cents[left % 100]}"}}'
            for n, (due, days, paid, cost, left) in enumerate(columns, start=1)
        ]
    )
    totals = plan.totals
    return (
        f'{{"rows": [{rows}], "totals": {{"principal": "{totals.principal.as_decimal()}", '
        f'"interest": "{totals.interest.as_decimal()}", "total": "{totals.total.as_decimal()}"}}}}'
    )
