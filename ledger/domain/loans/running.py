"""Interest as it runs on an open loan: by the days of the balance, or by the plan's own column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Protocol

from ledger.domain.accrual import RateFrom, WholeRates, rate_at
from ledger.domain.loans.contract import Pause
from ledger.domain.money import Rounding


@dataclass(frozen=True, slots=True)
class InterestDue:
    """Interest owed on a day in satang: what is late, and what runs since the last payment."""

    arrears: int
    current: int

    @property
    def total(self) -> int:
        return self.arrears + self.current


class RunningInterest(Protocol):
    """What the card needs to know of a loan's interest."""

    def run_to(self, day: date, owed: int) -> None:
        """Let interest run on ``owed`` up to and including the day."""

    def owed(self) -> InterestDue:
        """What is owed on the day reached."""

    def close_due(self, *, missed: bool) -> None:
        """A due day has ended; interest of a missed one is late from now on."""

    def pay(self, *, arrears: int, current: int) -> None:
        """Interest was paid on the day reached."""

    def is_paid_since(self, day: date) -> bool:
        """Whether all interest was paid on some later day."""

    def copied(self) -> RunningInterest:
        """A twin that runs on by itself."""


@dataclass(slots=True)
class ByDays:
    """Exact interest since the last payment, rounded once.

    Interest never joins the principal: what is late is a bucket of its own. What a payment leaves
    unpaid is ``kept`` and becomes late with the next row that is missed. What has run is ``top``
    over the bottom of the rates, whole numbers, so that nothing is lost and nothing is slow.
    """

    whole: WholeRates
    rounding: Rounding
    reached: date
    paid_to: date
    late: int = 0
    kept: int = 0
    matured: int = 0
    top: int = 0

    def run_to(self, day: date, owed: int) -> None:
        if day > self.reached:
            if owed:
                self.top += owed * self.whole.cost(self.reached, day)
            self.reached = day

    def owed(self) -> InterestDue:
        run = self.rounding.ratio(self.top, self.whole.bottom)
        return InterestDue(self.late + self.matured, self.kept + run - self.matured)

    def close_due(self, *, missed: bool) -> None:
        if missed:
            self.late, self.kept = self.late + self.kept, 0
            self.matured = self.rounding.ratio(self.top, self.whole.bottom)

    def pay(self, *, arrears: int, current: int) -> None:
        owed = self.owed()
        self.late, self.kept = owed.arrears - arrears, owed.current - current
        self.matured, self.top = 0, 0
        if self.late + self.kept == 0:
            self.paid_to = self.reached

    def is_paid_since(self, day: date) -> bool:
        return self.paid_to > day

    def copied(self) -> ByDays:
        return ByDays(
            self.whole,
            self.rounding,
            self.reached,
            self.paid_to,
            self.late,
            self.kept,
            self.matured,
            self.top,
        )


@dataclass(slots=True)
class ByPlan:
    """The plan's interest row by row: the row that comes next is current, those before are late.

    ``late`` is what earlier plans left unpaid.
    """

    days: Sequence[date]
    interest: list[int]
    reached: date
    closed: int = 0
    late: int = 0

    def run_to(self, day: date, owed: int) -> None:  # noqa: ARG002  (flat: whatever is owed)
        self.reached = max(self.reached, day)

    def owed(self) -> InterestDue:
        late = self.late + sum(self.interest[: self.closed])
        return InterestDue(late, sum(self.interest[self.closed : self.closed + 1]))

    def close_due(self, *, missed: bool) -> None:  # noqa: ARG002  (what is paid has left already)
        self.closed += 1

    def pay(self, *, arrears: int, current: int) -> None:
        paid = arrears + current
        old = min(paid, self.late)
        self.late, paid = self.late - old, paid - old
        for row, owed in enumerate(self.interest):
            taken = min(paid, owed)
            self.interest[row] -= taken
            paid -= taken

    def is_paid_since(self, day: date) -> bool:  # noqa: ARG002  (the column knows no days)
        return self.owed().total == 0

    def copied(self) -> ByPlan:
        return replace(self, interest=self.interest[:])


def with_pauses(
    rates: Sequence[RateFrom], pauses: Sequence[Pause], *, of_penalty: bool = False
) -> list[RateFrom]:
    """The rates with zero on the days that a moratorium leaves free."""
    free = [one for one in pauses if not (one.penalty if of_penalty else one.interest)]
    days = sorted(
        {rate.since for rate in rates}
        | {one.start for one in free}
        | {one.end + timedelta(days=1) for one in free}
    )
    return [
        RateFrom(
            day,
            Fraction(0)
            if any(one.start <= day <= one.end for one in free)
            else rate_at(rates, day),
        )
        for day in days
    ]
