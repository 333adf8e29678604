"""The plan of a contract: made from its terms or decided by hand, and kept row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.books import Books
from ledger.domain.lending import LendingRules, LoanPlan, LoanPlanRow
from ledger.domain.loans.plans import Plan, plan_of
from ledger.domain.loans.terms import (
    Grace,
    Holidays,
    Level,
    Method,
    MonthEnd,
    Payout,
    PlanRounding,
    PlanTerms,
    Residue,
    Shift,
    Unit,
)
from ledger.domain.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFields:
    """What a command says about a plan; the rest are the rules of the contract's type.

    ``dates`` are irregular due days; ``principals`` the parts decided by hand, one a row;
    ``payouts`` the days and parts in which the loan will be paid out; ``holidays`` the days that
    ``shift`` keeps instalments off, without changing their interest.
    """

    instalments: int | None = None
    every: int = 1
    unit: Unit = Unit.MONTH
    first_due: date | None = None
    instalment: Money | None = None
    grace_principal: int = 0
    grace_interest: int = 0
    residue: Residue = Residue.LAST
    month_end: MonthEnd = MonthEnd.CLAMP
    level: Level = Level.NOMINAL
    shift: Shift = Shift.NONE
    weekends: bool = False
    holidays: tuple[date, ...] = ()
    payouts: tuple[Payout, ...] = ()
    dates: tuple[date, ...] = ()
    principals: tuple[Money, ...] = ()


def plan_from(
    fields: PlanFields, rules: LendingRules, *, principal: Money, rate: Fraction, on: date
) -> Plan:
    """The plan of these fields under these rules.

    Raises:
        The refusals of ``loans.refusals`` for terms that make no plan.
    """
    return plan_of(
        PlanTerms(
            principal=principal,
            annual_rate=rate,
            disbursed=on,
            instalments=fields.instalments,
            every=fields.every,
            unit=fields.unit,
            method=Method.BY_HAND if fields.principals else rules.method,
            interest=rules.interest,
            day_count=rules.day_count,
            first_due=fields.first_due,
            instalment=fields.instalment,
            rounding=PlanRounding(
                interest=rules.rounding,
                instalment=rules.instalment_rounding,
                principal=rules.principal_rounding,
            ),
            grace=Grace(principal=fields.grace_principal, interest=fields.grace_interest),
            residue=fields.residue,
            month_end=fields.month_end,
            level=fields.level,
            holidays=Holidays(fields.shift, fields.weekends, fields.holidays),
            payouts=fields.payouts,
            dates=fields.dates,
            principals=fields.principals,
        )
    )


def add_plan(  # noqa: PLR0913 - the fields of the row
    books: Books, card: int, plan: Plan, *, on: date, resolution: str = "", reason: str = ""
) -> None:
    """Keep a plan as the next version; the versions before it stay."""
    version = len(books.every(LoanPlan, card=card)) + 1
    books.add(LoanPlan(card, version, on, plan.totals.principal, resolution, reason))
    for row in plan.rows:
        books.add(LoanPlanRow(card, version, row.n, row.due, row.principal, row.interest))
