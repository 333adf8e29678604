"""A loan before its first event, or as it is brought forward from other books."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ledger.domain.accrual import RateFrom, WholeRates
from ledger.domain.loans.contract import CardLine, Due, Kind, LoanRules, PenaltyKind, Split
from ledger.domain.loans.obligations import Penalties, obligations
from ledger.domain.loans.open_loan import OpenLoan, owes_totals
from ledger.domain.loans.running import ByDays, ByPlan, RunningInterest, with_pauses

_LONG_AGO = date(2, 1, 1)


def open_loan(
    rules: LoanRules, dues: Sequence[Due], *, opening: CardLine | None, start: date
) -> OpenLoan:
    """The loan before its first event, or as it is brought forward."""
    rates = with_pauses(
        [RateFrom(_LONG_AGO, rules.penalty.annual_rate)], rules.pauses, of_penalty=True
    )
    interest = running_interest(rules, dues, start)
    rows = obligations(dues, by_total=owes_totals(rules))
    loan = OpenLoan(rules, rows, interest, Penalties(rules.penalty, rates), began=start, day=start)
    if opening is not None:
        loan.owed, loan.charges = opening.outstanding.satang, opening.penalty_left.satang
        loan.advance, loan.paid_out_on = opening.advance_left.satang, opening.date
        if rules.penalty.kind is PenaltyKind.FIXED:
            loan.penalties.count_charged(rows, opening.date)
        if isinstance(interest, ByDays):
            interest.late = opening.arrears_left.satang
        loan.note(opening.date, Kind.OPENING)
    return loan


def running_interest(rules: LoanRules, dues: Sequence[Due], start: date) -> RunningInterest:
    if rules.split is Split.BY_DAYS:
        rates = with_pauses(rules.rates, rules.pauses)
        whole = WholeRates(rates, rules.day_count)
        return ByDays(whole, rules.rounding.interest, start, start)
    return ByPlan([due.day for due in dues], [due.interest.satang for due in dues], start)
