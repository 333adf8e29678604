"""The rows of a plan with interest on what is owed: one segment after each payout or new rate."""

from __future__ import annotations

from dataclasses import replace
from math import gcd, lcm

from ledger.domain.accrual import rate_at
from ledger.domain.loans import declining
from ledger.domain.loans.course import Course, course_of, rates_of, with_payouts
from ledger.domain.loans.declining import Columns, Span
from ledger.domain.loans.level import level_by_days, nominal_level, nominal_rate
from ledger.domain.loans.terms import Level, Method, PlanTerms, Residue
from ledger.domain.money import ZERO, Money


def declining_columns(terms: PlanTerms, course: Course) -> Columns:
    """All rows of the plan.

    Raises:
        InstalmentNeverRepays: the instalment does not cover the interest.
    """
    if terms.payouts or terms.rates:
        return _by_segments(terms, course)
    ratio = terms.rounding.interest.ratio
    return _segment(
        terms, course, Span(terms.principal.satang, course.factors, course.whole, ratio), row=0
    )


def _by_segments(terms: PlanTerms, course: Course) -> Columns:
    """Each payout or change of rate starts the rest of the plan anew from what is owed then."""
    course, joined = with_payouts(terms, course)
    breaks = sorted({0, *joined, *_rows_with_new_rates(terms, course)})
    columns, owed = Columns(), 0
    for row, stop in zip(breaks, [*breaks[1:], len(course.ends)], strict=True):
        added, cost = joined.get(row, (0, 0))
        owed += added
        factors = course.factors[row:]
        adjust = cost - added * factors[0]
        span = Span(owed, factors, course.whole, terms.rounding.interest.ratio, adjust)
        ran = _segment(terms, course, span, row=row) if owed else Columns()
        columns.join(ran, stop - row)
        while stop < len(course.ends) and len(columns.principal) < stop:
            columns.add(0, 0, 0)  # repaid before the next payout
        owed = columns.balance[-1]
    return columns


def _rows_with_new_rates(terms: PlanTerms, course: Course) -> set[int]:
    last = course.ends[-1]
    inside = [change.since for change in terms.rates if terms.disbursed < change.since <= last]
    return {next(row for row, end in enumerate(course.ends) if end >= since) for since in inside}


def _segment(terms: PlanTerms, course: Course, span: Span, *, row: int) -> Columns:
    """The rows from ``row`` to the end, as though nothing else would happen."""
    waiting = max(0, terms.grace.principal - row)
    if terms.method is Method.BULLET:
        waiting = len(span.factors) - 1
    if not waiting:
        return _repaying(terms, course, span, row)
    columns = declining.interest_only(span, waiting)
    repaying = _repaying(terms, course, span.after(waiting, span.owed), row + waiting)
    columns.join(repaying, len(repaying.principal))
    return columns


def _repaying(terms: PlanTerms, course: Course, span: Span, row: int) -> Columns:
    if terms.method is Method.BY_HAND:
        return declining.principal_rows(span, [part.satang for part in terms.principals[row:]])
    if terms.method is Method.EQUAL_PRINCIPAL:
        return _equal_principal(terms, span)
    if terms.residue is Residue.SPREAD and terms.instalment is None:
        return declining.spread_rows(
            span,
            lambda rest, interest: (
                _level(terms, course, rest, len(course.ends) - len(rest.factors)) - interest
            ),
        )
    return _at_level(terms, span, _level(terms, course, span, row))


def _equal_principal(terms: PlanTerms, span: Span) -> Columns:
    ratio = terms.rounding.principal.ratio
    if terms.residue is Residue.SPREAD and terms.instalment is None:
        return declining.spread_rows(span, lambda rest, _: ratio(rest.owed, len(rest.factors)))
    part = ratio(span.owed, len(span.factors))
    if terms.instalment is not None:
        part = terms.instalment.satang
    never = terms.instalments is None and not terms.dates and part * len(span.factors) < span.owed
    if never or (part == 0 and len(span.factors) > 1):
        from ledger.domain.loans.refusals import InstalmentNeverRepays

        raise InstalmentNeverRepays(Money(part), ZERO, len(span.factors))
    if terms.residue is Residue.FIRST:
        return declining.equal_principal_first(span, part)
    return declining.equal_principal_rows(span, part)


def _level(terms: PlanTerms, course: Course, span: Span, row: int) -> int:
    """The equal instalment of the span, whose first row is ``row``."""
    if terms.instalment is not None:
        return terms.instalment.satang
    rounding, rows = terms.rounding.instalment, len(span.factors)
    if terms.level is Level.DAYS or terms.dates or row < terms.grace.free:
        known = _as_known(terms, course, span, row)
        return level_by_days(
            known.owed, known.factors, known.whole, rounding=rounding, adjust=known.adjust
        )
    rate = rate_at(rates_of(terms), course.ends[row])
    return nominal_level(span.owed, nominal_rate(terms, rate), rows, rounding)


def _as_known(terms: PlanTerms, course: Course, span: Span, row: int) -> Span:
    """The span at the rates in force in its first row: later ones make a new instalment then."""
    later = [change for change in terms.rates if change.since > course.ends[row]]
    if not later:
        return span
    rates = tuple(change for change in terms.rates if change not in later)
    known = course_of(replace(terms, rates=rates), course.ends)
    bottom = lcm(known.whole, span.whole)
    factors = [factor * (bottom // known.whole) for factor in known.factors[row:]]
    return Span(span.owed, factors, bottom, span.ratio, span.adjust * (bottom // span.whole))


def _at_level(terms: PlanTerms, span: Span, level: int) -> Columns:
    columns = declining.level_rows(span, level)
    rows = len(columns.principal)
    open_ended = terms.instalments is None and not terms.dates
    if open_ended and rows == len(span.factors):
        from ledger.domain.loans.refusals import InstalmentNeverRepays

        raise InstalmentNeverRepays(Money(level), Money(columns.interest[0]), rows)
    if terms.residue is Residue.FIRST and rows > 1:
        rows = rows if open_ended else len(span.factors)
        step = gcd(span.owed, level, terms.rounding.interest.step)
        return declining.level_rows_first(span, level, rows, step=step)
    return columns
