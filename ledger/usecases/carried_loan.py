"""A contract in mid-life as it stands on paper, and the instalments that are still owed of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from ledger.domain.days import plus_months
from ledger.domain.lending import (
    LendingRules,
)
from ledger.domain.limits import check_amount, check_rate
from ledger.domain.loans.contract import Due
from ledger.domain.loans.plans import plan_of
from ledger.domain.loans.terms import InterestOn, Method, PlanTerms, Unit
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.refusals.carrying import (
    DayNotInOrder,
    LateAboveOwed,
    LateDayMissing,
    NothingLeftOfLoan,
    PaidOutAboveApproved,
    RestNotPlanned,
)
from ledger.domain.refusals.owing import AdvanceNotKept
from ledger.usecases.planning import PlanFields, terms_from


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedLoan(PlanFields):
    """One contract in mid-life: with a ``member`` for a loan given, else from a ``lender``.

    ``paid_out`` (all that was approved unless it is given) less ``repaid`` is the principal owed.
    ``late_principal`` of it fell due on ``late_since`` and later; the rest is repaid by
    ``instalments`` from ``first_due`` on. ``late_interest`` and ``penalty`` were owed at the end of
    ``reckoned_to``, the day up to which interest had been reckoned: the cut-over day unless it is
    given. ``advance`` was paid ahead and is kept for instalments to come. ``source`` is the
    contract number of the received loan that this one is lent on from.
    """

    type: str
    on: date
    approved: Money
    rate: Fraction
    member: str | None = None
    lender: str = ""
    contract_number: str = ""
    purpose: str = ""
    paid_out: Money | None = None
    repaid: Money = ZERO
    reckoned_to: date | None = None
    late_since: date | None = None
    late_principal: Money = ZERO
    late_interest: Money = ZERO
    penalty: Money = ZERO
    advance: Money = ZERO
    source: str = ""
    guarantors: tuple[str, ...] = ()

    @property
    def party(self) -> str:
        return self.member or self.lender

    @property
    def lent(self) -> Money:
        return self.approved if self.paid_out is None else self.paid_out

    @property
    def owed(self) -> Money:
        return self.lent - self.repaid


def check_carried(loan: CarriedLoan, cut_over: date) -> None:
    """Whether the amounts and days of a contract in mid-life go together.

    Raises:
        NothingLeftOfLoan, PaidOutAboveApproved, LateAboveOwed, LateDayMissing, DayNotInOrder,
        RestNotPlanned, RateOutOfRange, AmountOutOfRange, AdvanceNotKept: why not.
    """
    check_rate("rate", loan.rate)
    _check_advance(loan)
    if loan.lent > loan.approved:
        raise PaidOutAboveApproved(loan.party, loan.approved, loan.lent)
    if loan.owed <= ZERO:
        raise NothingLeftOfLoan(loan.party, loan.lent, loan.repaid)
    if loan.late_principal > loan.owed:
        raise LateAboveOwed(loan.party, loan.owed, loan.late_principal)
    if loan.late_principal + loan.late_interest > ZERO and loan.late_since is None:
        raise LateDayMissing(loan.party)
    if loan.owed > loan.late_principal and loan.first_due is None:
        raise RestNotPlanned(loan.party, loan.owed - loan.late_principal)
    for earlier, later in _days_in_order(loan, cut_over):
        if earlier > later:
            raise DayNotInOrder(loan.party, later, earlier)


def _check_advance(loan: CarriedLoan) -> None:
    check_amount("advance", loan.advance, least=ZERO)
    if loan.member is None and loan.advance > ZERO:
        raise AdvanceNotKept("advance")


def _days_in_order(loan: CarriedLoan, cut_over: date) -> Iterator[tuple[date, date]]:
    reckoned = loan.reckoned_to or cut_over
    yield loan.on, reckoned
    yield reckoned, cut_over
    if loan.late_since is not None:
        yield loan.on, loan.late_since
        yield loan.late_since, cut_over
    if loan.first_due is not None:
        yield cut_over, loan.first_due


def rows_of(loan: CarriedLoan, rules: LendingRules, cut_over: date) -> list[Due]:
    """The instalments still owed: those that are late, then those to come.

    Raises:
        The refusals of ``loans.refusals`` for terms that make no plan.
    """
    left = loan.owed - loan.late_principal
    late = _late_rows(loan)
    if left == ZERO:
        return late
    terms = terms_to_come(loan, rules, cut_over)
    plan = plan_of(terms)
    if rules.interest is InterestOn.DECLINING:
        return late + [Due(row.due, row.principal, row.interest) for row in plan.rows]
    # Flat interest is reckoned on what was lent, however much of it is still owed.
    days = [row.due for row in plan.rows]
    whole = plan_of(replace(terms, principal=loan.lent, instalments=len(days), instalment=None))
    interest = [row.interest for row in whole.rows]
    principal = [row.principal for row in plan.rows]
    if rules.method is Method.EQUAL_INSTALMENT:
        principal = _level(left, interest, loan.instalment, rules.instalment_rounding)
    return late + [Due(*row) for row in zip(days, principal, interest, strict=True)]


def terms_to_come(loan: CarriedLoan, rules: LendingRules, cut_over: date) -> PlanTerms:
    """The terms of what is still to come, counted from where interest was reckoned last."""
    fields = loan
    if loan.instalments is None and loan.instalment is None:
        fields = replace(loan, instalments=1)
    left, since = loan.owed - loan.late_principal, min(loan.reckoned_to or cut_over, _before(loan))
    return terms_from(fields, rules, principal=left, rate=loan.rate, on=since)


def _level(
    left: Money, interest: Sequence[Money], instalment: Money | None, rounding: Rounding
) -> list[Money]:
    """The principal of rows that come to one amount with their interest; the last takes the rest.

    What is left of the loan and the interest given are all that is owed.
    """
    whole = left + total(interest)
    level = instalment
    if level is None:
        level = Money(rounding.ratio(whole.satang, len(interest)))
    parts: list[Money] = []
    for cost in interest[:-1]:
        parts.append(max(ZERO, min(level - cost, left)))
        left -= parts[-1]
    return [*parts, left]


def _before(loan: CarriedLoan) -> date:
    """The day from which the first instalment to come counts its interest."""
    if loan.first_due is None:
        return date.max
    if loan.unit is Unit.MONTH:
        return plus_months(loan.first_due, -loan.every)
    return loan.first_due - timedelta(days=loan.every * (7 if loan.unit is Unit.WEEK else 1))


def _late_rows(loan: CarriedLoan) -> list[Due]:
    """What is late, in equal parts on the due days that have passed; the last takes the rest."""
    if loan.late_since is None or loan.late_principal + loan.late_interest == ZERO:
        return []
    days = [loan.late_since]
    if loan.first_due is not None and loan.unit is Unit.MONTH:
        while (day := plus_months(loan.late_since, loan.every * len(days))) < loan.first_due:
            days.append(day)
    principal, interest = (
        _in_parts(amount, len(days)) for amount in (loan.late_principal, loan.late_interest)
    )
    return [Due(*row) for row in zip(days, principal, interest, strict=True)]


def _in_parts(amount: Money, parts: int) -> list[Money]:
    each = Money(amount.satang // parts)
    return [*[each] * (parts - 1), amount - total([each] * (parts - 1))]
