"""The plan of a contract: made from its terms or decided by hand, and kept row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.books import Books
from ledger.domain.lending import LendingRules, LoanPlan, LoanPlanRow
from ledger.domain.loan_life import LoanPause
from ledger.domain.loans.from_plan import free_pauses
from ledger.domain.loans.plans import Plan
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
    ``shift`` keeps instalments off, without changing their interest. So many first rows come
    without principal, without interest paid (it waits), and with ``grace_free`` without any.
    """

    instalments: int | None = None
    every: int = 1
    unit: Unit = Unit.MONTH
    first_due: date | None = None
    instalment: Money | None = None
    grace_principal: int = 0
    grace_interest: int = 0
    grace_free: int = 0
    residue: Residue = Residue.LAST
    month_end: MonthEnd = MonthEnd.CLAMP
    level: Level = Level.NOMINAL
    shift: Shift = Shift.NONE
    weekends: bool = False
    holidays: tuple[date, ...] = ()
    payouts: tuple[Payout, ...] = ()
    dates: tuple[date, ...] = ()
    principals: tuple[Money, ...] = ()


def terms_from(
    fields: PlanFields, rules: LendingRules, *, principal: Money, rate: Fraction, on: date
) -> PlanTerms:
    """The terms of a plan: what the command says about it and the rules of its type."""
    return PlanTerms(
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
        grace=Grace(fields.grace_principal, fields.grace_interest, fields.grace_free),
        residue=fields.residue,
        month_end=fields.month_end,
        level=fields.level,
        holidays=Holidays(fields.shift, fields.weekends, fields.holidays),
        payouts=fields.payouts,
        dates=fields.dates,
        principals=fields.principals,
    )


def keep_free_months(books: Books, card: int, terms: PlanTerms, resolution: str) -> None:
    """The first rows of a plan that are free of interest: the days since run so on the card."""
    for pause in free_pauses(terms):
        books.add(
            LoanPause(
                card=card,
                number=books.next_number(LoanPause, card=card),
                start=pause.start,
                end=pause.end,
                interest=pause.interest,
                penalty=pause.penalty,
                extended_by=0,
                resolution=resolution,
                agreed=True,
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
