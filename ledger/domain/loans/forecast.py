"""The rows of an open loan still to come: as they will divide, or lowered when paid early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ledger.domain.accrual import WholeRates
from ledger.domain.loans import declining
from ledger.domain.loans.contract import Due, LoanRules
from ledger.domain.loans.declining import Columns, Span
from ledger.domain.loans.level import level_by_days
from ledger.domain.loans.obligations import Obligation
from ledger.domain.loans.open_loan import OpenLoan, owes_totals
from ledger.domain.loans.running import ByDays, ByPlan, with_pauses
from ledger.domain.loans.terms import Method
from ledger.domain.money import ZERO, Money, total


def coming_rows(loan: OpenLoan) -> tuple[Due, ...]:
    """The rows after the day reached, if each is paid on its day.

    A row that asks for nothing is left out, and its interest waits for the next. Late amounts are
    taken to be paid with the last row, or with the next where the plan's own interest is owed.
    """
    if isinstance(loan.interest, ByPlan):
        return _by_plan(loan, loan.interest)
    assert isinstance(loan.interest, ByDays)  # noqa: S101  (there is no third kind)
    rows, found, owed = loan.rows[loan.closed :], [], loan.owed
    column, by_total = loan.interest, owes_totals(loan.rules)
    ratio, run, waiting = column.rounding.ratio, column.top, column.late + column.kept
    day = loan.day
    for row in rows:
        if owed == 0:
            break
        run, day = run + owed * column.whole.cost(day, row.day), row.day
        is_last = row is rows[-1]
        nothing = by_total or row.defers or _asks_nothing(loan, row, rows[0])
        if not is_last and row.unpaid == 0 and nothing:
            continue
        if row.defers and not is_last:
            part = min(owed, row.unpaid)
            found.append(Due(row.day, Money(part), ZERO))
            owed -= part
            continue
        interest = ratio(run, column.whole.bottom) + waiting
        part = row.unpaid - (interest if by_total else 0)
        part = owed if is_last else min(owed, max(0, part))
        found.append(Due(row.day, Money(part), Money(interest)))
        owed, run, waiting = owed - part, 0, 0
    return tuple(found)


def _asks_nothing(loan: OpenLoan, row: Obligation, coming: Obligation) -> bool:
    """Whether a row whose principal is met asks for no interest either: only the next one can."""
    return row is coming and loan.is_met(row)


def principal_after(loan: OpenLoan, day: date) -> Money:
    """The principal of the rows to come that fall due after a day."""
    if isinstance(loan.interest, ByPlan) or owes_totals(loan.rules):
        return total(due.principal for due in coming_rows(loan) if due.day > day)
    # Where only the principal of rows is owed, no interest needs to be foreseen.
    rows = loan.rows
    if loan.closed >= len(rows) or rows[-1].day <= day:
        return ZERO
    # The rows up to the day are met first, and whatever is left lies in those after it.
    at, before = loan.closed, 0
    while rows[at].day <= day:
        before += rows[at].unpaid
        at += 1
    return Money(max(0, loan.owed - before))


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
    whole = WholeRates(with_pauses(loan.rules.rates, loan.rules.pauses), loan.rules.day_count)
    days = [row.day for row in rows]
    tops = [whole.cost(before, after) for before, after in zip([day, *days], days, strict=False)]
    span = Span(loan.owed, tops, whole.bottom, loan.rules.rounding.interest.ratio)
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
