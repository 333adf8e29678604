"""The rows a borrower owes: what of each is unpaid, what was missed, and what that costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from ledger.domain.accrual import RateFrom, interest_factor
from ledger.domain.loans.contract import Due, PenaltyKind, PenaltyRule


@dataclass(slots=True)
class Obligation:
    """One row: amounts in satang; ``unpaid`` is of its total, or of its principal.

    ``late_interest`` is interest that this row left unpaid where only principal is owed by rows.
    """

    day: date
    principal: int
    interest: int
    unpaid: int
    late_interest: int = 0
    missed: bool = False
    met_on: date | None = None
    penalty_exact: Fraction = Fraction(0)
    penalty_paid: int = 0
    is_charged: bool = False

    @property
    def is_late(self) -> bool:
        return self.missed and (self.unpaid > 0 or self.late_interest > 0)


def obligations(dues: Iterable[Due], *, by_total: bool) -> list[Obligation]:
    """The rows as they are owed before anything is paid."""
    return [
        Obligation(
            due.day,
            due.principal.satang,
            due.interest.satang,
            due.principal.satang + (due.interest.satang if by_total else 0),
        )
        for due in dues
    ]


def credit(rows: Sequence[Obligation], amount: int) -> None:
    """Meet rows with the amount, the oldest first."""
    for row in rows:
        taken = min(amount, row.unpaid)
        row.unpaid -= taken
        amount -= taken


def credit_interest(rows: Sequence[Obligation], amount: int) -> None:
    """Lessen the interest that rows left unpaid, the oldest first."""
    for row in rows:
        taken = min(amount, row.late_interest)
        row.late_interest -= taken
        amount -= taken


def grow_penalties(
    rows: Iterable[Obligation],
    rule: PenaltyRule,
    rates: Sequence[RateFrom],
    *,
    since: date,
    until: date,
) -> None:
    """Let penalty in percent run from ``since`` (excluded) to ``until`` on what each row owes."""
    for row in rows:
        if not row.is_late or until <= row.day:
            continue
        base = row.unpaid + row.late_interest
        if rule.kind is PenaltyKind.OVERDUE_PRINCIPAL:
            # Interest is paid before principal, so what is left of a row is principal first.
            base = min(row.unpaid, row.principal)
        if rule.on_penalty:
            base += penalty_left(row, rule, until)
        row.penalty_exact += base * interest_factor(rates, rule.day_count, since, until)


def penalty_left(row: Obligation, rule: PenaltyRule, day: date) -> int:
    """What the row's penalty is on the day and still unpaid."""
    if rule.kind is PenaltyKind.NONE or day <= row.day + timedelta(days=rule.grace_days):
        return 0
    if rule.kind is PenaltyKind.FIXED:
        earned = rule.amount.satang if row.is_charged else 0
    else:
        earned = rule.rounding.of(row.penalty_exact).satang
    if rule.cap is not None:
        earned = min(earned, rule.cap.satang)
    return max(0, earned - row.penalty_paid)
