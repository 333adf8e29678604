"""The rows of an open loan still to come: as they will divide, or lowered when paid early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import lcm

from ledger.domain.accrual import interest_factor
from ledger.domain.loans import declining
from ledger.domain.loans.contract import Due, LoanRules
from ledger.domain.loans.declining import Columns, Span
from ledger.domain.loans.level import level_by_days
from ledger.domain.loans.obligations import Obligation
from ledger.domain.loans.open_loan import OpenLoan, owes_totals
from ledger.domain.loans.running import ByPlan, with_pauses
from ledger.domain.loans.terms import Method
from ledger.domain.money import ZERO, Money


def coming_rows(loan: OpenLoan) -> tuple[Due, ...]:
    """The rows after the day reached, if each is paid on its day.

    A row that asks for nothing is left out, and its interest waits for the next. Late amounts are
    taken to be paid with the last row, or with the next where the plan's own interest is owed.
    """
    if isinstance(loan.interest, ByPlan):
        return _by_plan(loan, loan.interest)
    rows, found, owed = loan.rows[loan.closed :], [], loan.owed
    exact, waiting = loan.interest.run_so_far()
    factors = _factors(loan.rules, loan.day, [row.day for row in rows])
    for row, factor in zip(rows, factors, strict=True):
        if owed == 0:
            break
        if row is not rows[-1] and _asks_nothing(loan, row, is_next=row is rows[0]):
            exact += owed * factor
            continue
        interest = loan.rules.rounding.interest.of(exact + owed * factor).satang + waiting
        part = row.unpaid - (interest if owes_totals(loan.rules) else 0)
        part = owed if row is rows[-1] else min(owed, max(0, part))
        found.append(Due(row.day, Money(part), Money(interest)))
        owed, exact, waiting = owed - part, Fraction(0), 0
    return tuple(found)


def _asks_nothing(loan: OpenLoan, row: Obligation, *, is_next: bool) -> bool:
    if owes_totals(loan.rules):
        return row.unpaid == 0
    return is_next and loan.is_met(row)


def _by_plan(loan: OpenLoan, column: ByPlan) -> tuple[Due, ...]:
    """What is left of each row; the last takes what is late as well."""
    found: list[Due] = []
    owed, late = loan.owed, column.owed().arrears
    # What is repaid has met the first rows, so what is owed lies in the last ones.
    for at in range(len(loan.rows) - 1, loan.closed - 1, -1):
        part = owed if at == loan.closed else min(owed, loan.rows[at].principal)
        owed -= part
        found.append(Due(loan.rows[at].day, Money(part), Money(column.interest[at])))
    if found:
        first = found[-1]
        found[-1] = replace(first, interest=first.interest + Money(late))
    return tuple(due for due in reversed(found) if due.principal + due.interest > ZERO)


def lowered_rows(loan: OpenLoan, day: date) -> None:
    """Spread what is owed anew over the rows after the next one, which is paid.

    There are such rows: where the next one is the last, all that is owed is due with it.
    """
    rows = loan.rows[loan.closed + 1 :]
    factors = _factors(loan.rules, day, [row.day for row in rows])
    whole = lcm(*(factor.denominator for factor in factors))
    tops = [factor.numerator * (whole // factor.denominator) for factor in factors]
    span = Span(loan.owed, tops, whole, loan.rules.rounding.interest.ratio)
    columns = _spread(loan.rules, span, rows)
    by_total = owes_totals(loan.rules)
    for at, row in enumerate(rows):
        within = at < len(columns.principal)
        row.principal = columns.principal[at] if within else 0
        row.interest = columns.interest[at] if within else 0
        row.unpaid = row.principal + (row.interest if by_total else 0)


def _spread(rules: LoanRules, span: Span, rows: Sequence[Obligation]) -> Columns:
    if rules.method is Method.EQUAL_INSTALMENT:
        rounding = rules.rounding.instalment
        return declining.level_rows(
            span, level_by_days(span.owed, span.factors, span.whole, rounding=rounding)
        )
    if rules.method is Method.EQUAL_PRINCIPAL:
        part = rules.rounding.principal.ratio(span.owed, len(span.factors))
        return declining.equal_principal_rows(span, part)
    # By hand and in one sum at the end: every part shrinks in the same proportion.
    parts = Money(span.owed).shared_by([row.principal for row in rows])
    return declining.principal_rows(span, [part.satang for part in parts])


def _factors(rules: LoanRules, start: date, days: Sequence[date]) -> list[Fraction]:
    """What one satang costs from each day to the next, beginning with ``start``."""
    rates = with_pauses(rules.rates, rules.pauses)
    return [
        interest_factor(rates, rules.day_count, before, after)
        for before, after in zip([start, *days], days, strict=False)
    ]
