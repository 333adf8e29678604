"""An open loan as it changes from event to event while its card is computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ledger.domain.loans.contract import CardLine, Due, Kind, LoanRules, PenaltyKind, Split
from ledger.domain.loans.division import Parts, divide
from ledger.domain.loans.obligations import (
    Obligation,
    Penalties,
    credit,
    credit_interest,
    obligations,
)
from ledger.domain.loans.running import ByPlan, RunningInterest
from ledger.domain.loans.terms import Method
from ledger.domain.money import ZERO, Money

_NOTHING = Parts()


@dataclass(slots=True)
class OpenLoan:
    """All that is known of the loan on the day reached; amounts in satang.

    The first ``closed`` rows are those whose due day has ended, ``late`` those of them that are
    missed or still owe penalty; ``ended`` keeps all that ended, of earlier plans too; ``charges``
    are penalties charged by hand and not yet paid; ``received`` is principal and interest paid
    since the plan ``began``, ``repaid`` the principal of it.
    """

    rules: LoanRules
    rows: list[Obligation]
    interest: RunningInterest
    penalties: Penalties
    began: date
    day: date
    owed: int = 0
    advance: int = 0
    charges: int = 0
    closed: int = 0
    received: int = 0
    repaid: int = 0
    paid_out_on: date | None = None
    settled_on: date | None = None
    late: list[Obligation] = field(default_factory=list)
    ended: list[Obligation] = field(default_factory=list)
    lines: list[CardLine] = field(default_factory=list)

    @property
    def asked(self) -> list[Obligation]:
        """The rows that a payment on this day meets: the late ones and the next."""
        return self.late + self.rows[self.closed : self.closed + 1]

    def is_met(self, row: Obligation) -> bool:
        """Whether the row that comes next asks for nothing more."""
        before = self.rows[self.closed - 1].day if self.closed else self.began
        interest_met = row.defers or owes_totals(self.rules) or self.interest.is_paid_since(before)
        return row.unpaid == 0 and interest_met

    def copied(self, until: date | None = None) -> OpenLoan:
        """A twin that goes its own way; with ``until`` only to be led there without an event."""
        twin = OpenLoan(
            self.rules,
            self.rows[:],
            self.interest.copied(),
            self.penalties,
            self.began,
            self.day,
            self.owed,
            self.advance,
            self.charges,
            self.closed,
            self.received,
            self.repaid,
            self.paid_out_on,
            self.settled_on,
            lines=self.lines[:],
        )
        whole = until is None or self.advance > 0
        kept = {id(row): row.copied() for row in self.late}
        for at in range(0 if whole else self.closed, len(self.rows)):
            row = self.rows[at]
            twin.rows[at] = kept.get(id(row)) or row.copied()
            if not whole and until is not None and row.day > until:
                break
        twin.late = [kept[id(row)] for row in self.late]
        twin.ended = [kept.get(id(row), row) for row in self.ended] if kept else self.ended[:]
        return twin

    # ── days ────────────────────────────────────────────────────────────────────────────────────

    def advance_to(self, day: date) -> None:
        """Let days pass until that morning: due days before it end, interest runs up to it."""
        while self.closed < len(self.rows) and self.rows[self.closed].day < day:
            self._end_due_day(self.rows[self.closed])
        self._run_to(day)

    def end_day(self, day: date) -> None:
        """Let days pass until that evening: a due day on it has ended too."""
        self.advance_to(day)
        if self.closed < len(self.rows) and self.rows[self.closed].day == day:
            self._end_due_day(self.rows[self.closed])

    def _run_to(self, day: date) -> None:
        if day <= self.day:
            return
        self.interest.run_to(day, self.owed)
        rule = self.rules.penalty
        if rule.kind is PenaltyKind.FIXED:
            self._charge_fixed(day)
        elif rule.kind is not PenaltyKind.NONE:
            self.penalties.grow(self.late, since=self.day, until=day)
        self.day = day

    def _charge_fixed(self, day: date) -> None:
        rule = self.rules.penalty
        for row in self.late:
            charged = row.day + timedelta(days=rule.grace_days + 1)
            if not row.is_late or row.is_charged or charged > day:
                continue
            row.is_charged = True
            if any(
                one.start <= charged <= one.end and not one.penalty for one in self.rules.pauses
            ):
                row.penalty_paid = rule.amount.satang

    def _end_due_day(self, row: Obligation) -> None:
        self._run_to(row.day)
        if self.advance:
            self._use_advance(row.day)
        row.missed = row.unpaid > 0 or not (self.is_met(row) or self.interest.owed().total == 0)
        self.interest.close_due(missed=row.missed and not row.defers)
        self.closed += 1
        self.ended.append(row)
        if row.missed and not owes_totals(self.rules):
            others = sum(other.late_interest for other in self.late)
            row.late_interest = max(0, self.interest.owed().arrears - others)
        if row.missed:
            self.late.append(row)

    def _use_advance(self, day: date) -> None:
        parts = divide(Money(self.advance), self.parts_due(), self.rules.order).parts
        if parts.total == ZERO:
            return
        self.advance -= parts.total.satang
        self.take(parts)
        self.settle_if_paid(day)
        self.note_paid(day, Kind.FROM_ADVANCE, parts, advance=-parts.total, over=ZERO)

    # ── money ───────────────────────────────────────────────────────────────────────────────────

    def pay_out(self, day: date, amount: Money) -> None:
        self.owed += amount.satang
        self.paid_out_on = self.paid_out_on or day
        self.settled_on = None
        self.note(day, Kind.PAID_OUT, amount)

    def charge(self, day: date, amount: Money) -> None:
        self.charges += amount.satang
        self.settled_on = None
        self.note(day, Kind.CHARGED, amount)

    def reschedule(self, day: date, dues: Sequence[Due]) -> None:
        """New rows in place of all unpaid ones; penalties and late interest stay owed."""
        self.charges += self.penalty_of_rows()
        for row in self.late:
            row.met_on = row.met_on or day
        self.rows = obligations(dues, by_total=owes_totals(self.rules))
        self.closed, self.received, self.repaid, self.late, self.began = 0, 0, 0, [], day
        if isinstance(self.interest, ByPlan):
            late = self.interest.owed().arrears
            columns = [due.interest.satang for due in dues]
            self.interest = ByPlan([due.day for due in dues], columns, day, late=late)
        self.note(day, Kind.RESCHEDULED)

    def parts_due(self) -> Parts:
        """What a payment on this day should bring: all that is late and the row that comes next.

        With the plan's own interest it is only what is late; later rows are paid one by one.
        """
        interest = self.interest.owed()
        by_days = self.rules.split is Split.BY_DAYS
        current = interest.current if by_days else 0
        unpaid = sum(row.unpaid for row in (self.asked if by_days else self.late))
        if owes_totals(self.rules):
            unpaid = max(0, unpaid - interest.arrears - current)
        is_last = by_days and self.closed + 1 >= len(self.rows)
        return Parts(
            penalty=Money(self.charges + self.penalty_of_rows()),
            interest_arrears=Money(interest.arrears),
            interest=Money(current),
            principal=Money(self.owed if is_last else min(self.owed, unpaid)),
        )

    def settles(self) -> int:
        """All that is owed on this day, in satang, before anything kept in advance."""
        penalty = self.charges + self.penalty_of_rows()
        return penalty + self.interest.owed().total + self.owed

    def take(self, parts: Parts) -> None:
        """Book parts that are due."""
        self._pay_penalty(parts.penalty.satang)
        arrears, current = parts.interest_arrears.satang, parts.interest.satang
        interest = arrears + current
        self.interest.pay(arrears=arrears, current=current)
        principal = parts.principal.satang
        self.owed -= principal
        self.received += interest + principal
        self.repaid += principal
        if self.rules.split is not Split.BY_DAYS:
            credit(self.rows, interest + principal)
        elif owes_totals(self.rules):
            credit(self.asked, interest + principal)
        else:
            credit(self.asked, principal)
            credit_interest(self.late, arrears)
        self._drop_met()

    def penalty_of_rows(self) -> int:
        if self.rules.penalty.kind is PenaltyKind.NONE:
            return 0
        return sum([self.penalties.left(row, self.day) for row in self.late])

    def settle_if_paid(self, day: date) -> None:
        """Mark the loan settled when nothing at all is owed any more."""
        by_days = self.rules.split is Split.BY_DAYS
        rows_met = by_days or not any(row.unpaid for row in self.rows)
        if self.owed == 0 and rows_met and self.parts_due().total == ZERO:
            self.settled_on = day

    def note_paid(
        self, day: date, kind: Kind, parts: Parts, *, advance: Money, over: Money
    ) -> None:
        """Add a line whose amount is the parts, what was put aside and what was left over."""
        amount = parts.total + (advance if kind is Kind.PAYMENT else ZERO) + over
        self.note(day, kind, amount, parts, advance=advance, over=over)

    def note(  # noqa: PLR0913 - what a line tells
        self,
        day: date,
        kind: Kind,
        amount: Money = ZERO,
        parts: Parts = _NOTHING,
        *,
        advance: Money = ZERO,
        over: Money = ZERO,
    ) -> None:
        """Add a line with the balances as they stand."""
        self.lines.append(
            CardLine(
                date=day,
                kind=kind,
                amount=amount,
                penalty=parts.penalty,
                interest_arrears=parts.interest_arrears,
                interest=parts.interest,
                principal=parts.principal,
                advance=advance,
                over=over,
                outstanding=Money(self.owed),
                arrears_left=Money(self.interest.owed().arrears),
                penalty_left=Money(self.charges + self.penalty_of_rows()),
                advance_left=Money(self.advance),
            )
        )

    def _pay_penalty(self, paid: int) -> None:
        by_hand = min(paid, self.charges)
        self.charges -= by_hand
        paid -= by_hand
        for row in self.late:
            taken = min(paid, self.penalties.left(row, self.day))
            row.penalty_paid += taken
            paid -= taken

    def _drop_met(self) -> None:
        # A row that is met before its grace is over goes without ever having cost anything.
        for row in self.late:
            if row.met_on is None and not row.is_late:
                row.met_on = self.day
        self.late = [
            row for row in self.late if row.is_late or self.penalties.left(row, self.day) > 0
        ]


def owes_totals(rules: LoanRules) -> bool:
    """Whether a row is met by its total; else by its principal and the interest of the days."""
    return rules.method is Method.EQUAL_INSTALMENT or rules.split is not Split.BY_DAYS
