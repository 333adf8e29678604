"""The rows a borrower owes: what of each is unpaid, what was missed, and what that costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.domain.accrual import RateFrom, WholeRates
from ledger.domain.loans.contract import Due, PenaltyKind, PenaltyRule


@dataclass(slots=True)
class Obligation:
    """One row: amounts in satang; ``unpaid`` is of its total, or of its principal.

    ``late_interest`` is interest that this row left unpaid where only principal is owed by rows;
    ``penalty_top`` what its penalty has run to, over the bottom of the penalty's rates; with
    ``defers`` its interest waits for a later row (grace).
    """

    day: date
    principal: int
    interest: int
    unpaid: int
    late_interest: int = 0
    missed: bool = False
    met_on: date | None = None
    penalty_top: int = 0
    penalty_paid: int = 0
    is_charged: bool = False
    defers: bool = False

    @property
    def is_late(self) -> bool:
        return self.missed and (self.unpaid > 0 or self.late_interest > 0)

    def copied(self) -> Obligation:
        return Obligation(
            self.day,
            self.principal,
            self.interest,
            self.unpaid,
            self.late_interest,
            self.missed,
            self.met_on,
            self.penalty_top,
            self.penalty_paid,
            self.is_charged,
            self.defers,
        )


def obligations(dues: Iterable[Due], *, by_total: bool) -> list[Obligation]:
    """The rows as they are owed before anything is paid.

    Where only principal is owed by rows, one that the plan gives no interest before others that
    bear some asks for none: it waits for the next (``Grace.interest``).
    """
    rows = list(dues)
    bearing = [at for at, due in enumerate(rows) if due.interest.satang]
    last = bearing[-1] if bearing and not by_total else -1
    return [
        Obligation(
            due.day,
            due.principal.satang,
            due.interest.satang,
            due.principal.satang + (due.interest.satang if by_total else 0),
            defers=at < last and due.interest.satang == 0,
        )
        for at, due in enumerate(rows)
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


class Penalties:
    """The penalty rule of one contract with its rates as whole numbers."""

    __slots__ = ("_grace", "rates", "rule")

    def __init__(self, rule: PenaltyRule, rates: Sequence[RateFrom]) -> None:
        self.rule = rule
        self.rates = WholeRates(rates, rule.day_count)
        self._grace = timedelta(days=rule.grace_days)

    def grow(self, rows: Sequence[Obligation], *, since: date, until: date) -> None:
        """Let penalty in percent run from ``since`` (excluded) to ``until`` on what rows owe."""
        if not rows:
            return
        rule, cost = self.rule, self.rates.cost(since, until)
        for row in rows:
            if not row.is_late or until <= row.day:
                continue
            base = row.unpaid + row.late_interest
            if rule.kind is PenaltyKind.OVERDUE_PRINCIPAL:
                # Interest is paid before principal, so what is left of a row is principal first.
                base = min(row.unpaid, row.principal)
            if rule.on_penalty:
                base += self.left(row, until)
            row.penalty_top += base * cost

    def count_charged(self, rows: Sequence[Obligation], through: date) -> None:
        """Fixed penalties of rows missed by a day are in what was brought forward on it."""
        for row in rows:
            if row.day + self._grace < through:
                row.is_charged, row.penalty_paid = True, self.rule.amount.satang

    def left(self, row: Obligation, day: date) -> int:
        """What the row's penalty is on the day and still unpaid."""
        rule = self.rule
        if rule.kind is PenaltyKind.NONE or day <= row.day + self._grace:
            return 0
        if rule.kind is PenaltyKind.FIXED:
            earned = rule.amount.satang if row.is_charged else 0
        else:
            earned = rule.rounding.ratio(row.penalty_top, self.rates.bottom)
        if rule.cap is not None:
            earned = min(earned, rule.cap.satang)
        return max(0, earned - row.penalty_paid)
