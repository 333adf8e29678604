"""Which terms make no plan: each reason a named refusal, found before anything is computed."""

from __future__ import annotations

from datetime import date, timedelta

from ledger.domain.limits import check_amount, check_count, check_rate
from ledger.domain.loans.dues import first_due
from ledger.domain.loans.terms import (
    MOST_INSTALMENTS,
    MOST_YEARS,
    InterestOn,
    Method,
    PlanTerms,
    Unit,
)
from ledger.domain.money import ZERO, Money, total

_ONE_SATANG = Money(1)
# A hundred years of months of 31 days, so that 1,200 monthly instalments still fit.
_LONGEST = timedelta(days=MOST_YEARS * 12 * 31)
_DAYS = {Unit.MONTH: 31, Unit.WEEK: 7, Unit.DAY: 1}


def check_terms(terms: PlanTerms) -> None:
    """Raise the refusal that says why these terms make no plan; pass in silence."""
    _check_amounts(terms)
    _check_rates(terms)
    _check_rows(terms)
    _check_days(terms)


def most_rows(terms: PlanTerms) -> int:
    """How many rows the plan can have: as asked, or as many as fit into the longest term."""
    given = len(terms.dates) or len(terms.principals) or terms.instalments
    if given:
        return given
    return min(MOST_INSTALMENTS, _LONGEST // timedelta(days=terms.every * _DAYS[terms.unit]))


def _check_amounts(terms: PlanTerms) -> None:
    check_amount("principal", terms.principal, least=_ONE_SATANG)
    if terms.instalment is not None:
        check_amount("instalment", terms.instalment, least=_ONE_SATANG)
    if terms.principals:
        check_amount("principals", min(terms.principals), least=ZERO)
        if total(terms.principals) != terms.principal:
            from ledger.domain.loans.refusals import PlanRowsDoNotAddUp

            raise PlanRowsDoNotAddUp(terms.principal, total(terms.principals))


def _check_rates(terms: PlanTerms) -> None:
    for rate in (terms.annual_rate, *(change.annual_rate for change in terms.rates)):
        check_rate("annual_rate", rate)


def _check_rows(terms: PlanTerms) -> None:
    rows = _rows(terms)
    if rows is not None:
        check_count("instalments", rows, least=1, most=MOST_INSTALMENTS)
    check_count("every", terms.every, least=1, most=MOST_INSTALMENTS)
    for name in ("principal", "interest", "free"):
        check_count(f"grace.{name}", getattr(terms.grace, name), least=0, most=MOST_INSTALMENTS)
    grace = max(terms.grace.principal, terms.grace.interest)
    if grace >= most_rows(terms):
        from ledger.domain.loans.refusals import GraceTooLong

        raise GraceTooLong(grace, most_rows(terms))
    _check_combination(terms)


def _rows(terms: PlanTerms) -> int | None:
    """How many rows the terms ask for; None where a fixed instalment decides."""
    asked = terms.instalments
    for name, given in (("dates", len(terms.dates)), ("principals", len(terms.principals))):
        if given and asked is not None and asked != given:
            check_count("instalments", asked, least=given, most=given)
        asked = given or asked
        if name == "dates" and given and terms.first_due not in (None, terms.dates[0]):
            from ledger.domain.loans.refusals import FieldsDoNotGoTogether

            raise FieldsDoNotGoTogether("first_due", "dates")
    return asked


def _check_combination(terms: PlanTerms) -> None:
    flat = terms.interest is InterestOn.FLAT
    by_hand = terms.method is Method.BY_HAND
    clashes = (
        (by_hand and not terms.principals, "method", "principals"),
        (bool(terms.principals) and not by_hand, "method", "principals"),
        (by_hand and terms.grace.principal > 0, "principals", "grace.principal"),
        (by_hand and bool(terms.payouts), "principals", "payouts"),
        (by_hand and terms.instalment is not None, "principals", "instalment"),
        (terms.method is Method.BULLET and terms.instalment is not None, "method", "instalment"),
        (flat and bool(terms.payouts), "interest", "payouts"),
    )
    for clash, first, second in clashes:
        if clash:
            from ledger.domain.loans.refusals import FieldsDoNotGoTogether

            raise FieldsDoNotGoTogether(first, second)
    counted = terms.instalments is not None or terms.dates or terms.principals
    if not counted and (terms.instalment is None or flat):
        from ledger.domain.refusals import MissingField

        raise MissingField("instalments")


def _check_days(terms: PlanTerms) -> None:
    length = timedelta(days=terms.every * _DAYS[terms.unit]) * (_rows(terms) or 1)
    if not terms.dates and length > _LONGEST:
        from ledger.domain.loans.refusals import PlanTooLong

        raise PlanTooLong(MOST_YEARS)
    first = first_due(terms)
    if first <= terms.disbursed:
        from ledger.domain.loans.refusals import FirstDueNotAfterPayout

        raise FirstDueNotAfterPayout(first, terms.disbursed)
    if first - terms.disbursed > _LONGEST:
        from ledger.domain.loans.refusals import PlanTooLong

        raise PlanTooLong(MOST_YEARS)
    for before, due in zip(terms.dates, terms.dates[1:], strict=False):
        if due <= before:
            from ledger.domain.loans.refusals import DueDaysDoNotRise

            raise DueDaysDoNotRise(due, before)


def check_payouts(terms: PlanTerms, last_due: date) -> None:
    """Refuse payouts that are not the principal, or lie outside the plan's days."""
    if not terms.payouts:
        return
    for payout in terms.payouts:
        check_amount("payouts", payout.amount, least=_ONE_SATANG)
        if not terms.disbursed <= payout.date < last_due:
            from ledger.domain.loans.refusals import PayoutOutsidePlan

            raise PayoutOutsidePlan(payout.date, terms.disbursed, last_due)
    paid = total(payout.amount for payout in terms.payouts)
    if paid != terms.principal:
        from ledger.domain.loans.refusals import PayoutsDoNotAddUp

        raise PayoutsDoNotAddUp(terms.principal, paid)
    first = min(payout.date for payout in terms.payouts)
    if first != terms.disbursed:
        from ledger.domain.loans.refusals import PayoutOutsidePlan

        raise PayoutOutsidePlan(first, terms.disbursed, last_due)
