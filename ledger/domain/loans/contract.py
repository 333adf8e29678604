"""What decides how payments are divided, what happens to a loan, and how its card shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property

from ledger.domain.accrual import RateFrom, YearPart
from ledger.domain.loans.terms import Method, PlanRounding
from ledger.domain.money import ZERO, Money, Rounding, total

_TO_THE_SATANG = PlanRounding()


class Part(Enum):
    """The parts of a payment."""

    PENALTY = "penalty"
    INTEREST_ARREARS = "interest_arrears"
    INTEREST = "interest"
    PRINCIPAL = "principal"


# domain.md 1.3: penalty first, then interest in arrears, then current interest, then principal.
USUAL_ORDER = (Part.PENALTY, Part.INTEREST_ARREARS, Part.INTEREST, Part.PRINCIPAL)


class Early(Enum):
    """What becomes of money beyond what is due: fewer instalments, smaller ones, or kept."""

    SHORTEN = "shorten"
    LOWER = "lower"
    ADVANCE = "advance"


class Split(Enum):
    """Where a payment's interest comes from.

    ``by_days``: the days since the last one (the rule; domain.md 1.3). ``by_plan``: the plan's own
    column, for flat interest. ``proportional``: principal and interest in the proportion of their
    totals in the plan.
    """

    BY_DAYS = "by_days"
    BY_PLAN = "by_plan"
    PROPORTIONAL = "proportional"


class PenaltyKind(Enum):
    """What a missed instalment costs (domain.md 1.4)."""

    NONE = "none"
    FIXED = "fixed"
    OVERDUE_PRINCIPAL = "overdue_principal"
    OVERDUE_INSTALMENT = "overdue_instalment"


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyRule:
    """``amount`` for each missed instalment, or ``annual_rate`` on what is overdue of it.

    An instalment is missed when the day of ``grace_days`` after its due day has passed; percent
    then counts from the due day. ``cap`` is the most one instalment can cost. ``on_penalty`` lets
    unpaid penalty bear penalty itself.
    """

    kind: PenaltyKind = PenaltyKind.NONE
    amount: Money = ZERO
    annual_rate: Fraction = Fraction(0)
    grace_days: int = 0
    cap: Money | None = None
    on_penalty: bool = False
    day_count: YearPart = YearPart.ACTUAL_365
    rounding: Rounding = Rounding.SATANG_HALF_UP


@dataclass(frozen=True, slots=True)
class Pause:
    """A moratorium, both days included; ``interest`` and ``penalty`` say whether they still run."""

    start: date
    end: date
    interest: bool = False
    penalty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanRules:
    """The rules of one contract; ``method`` tells whether the instalment or its principal is owed.

    With equal instalments a row is met by its total, however it divides; with all other methods
    by its principal, and by the interest of the days.
    """

    rates: tuple[RateFrom, ...]
    day_count: YearPart = YearPart.ACTUAL_365
    method: Method = Method.EQUAL_INSTALMENT
    rounding: PlanRounding = _TO_THE_SATANG
    split: Split = Split.BY_DAYS
    order: tuple[Part, ...] = USUAL_ORDER
    penalty: PenaltyRule = PenaltyRule()
    early: Early = Early.SHORTEN
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """A row of the plan that the card keeps to."""

    day: date
    principal: Money
    interest: Money


@dataclass(frozen=True, slots=True)
class PaidOut:
    """Money paid out to the borrower."""

    date: dt.date
    amount: Money


@dataclass(frozen=True, slots=True)
class Charged:
    """A penalty charged by hand."""

    date: dt.date
    amount: Money


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """From this day on the given rows are owed in place of all unpaid ones."""

    date: dt.date
    dues: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment; ``early`` overrides the contract's choice for this one.

    One that is ``kept`` in a book already is left over whole where an earlier one, found later,
    has settled the loan; a new one is refused then.
    """

    date: dt.date
    amount: Money
    early: Early | None = None
    kept: bool = False


Event = PaidOut | Charged | Rescheduled | Paid


class Kind(Enum):
    """What a line of the card tells."""

    OPENING = "opening"
    PAID_OUT = "paid_out"
    CHARGED = "charged"
    PENALTY = "penalty"
    RESCHEDULED = "rescheduled"
    PAYMENT = "payment"
    FROM_ADVANCE = "from_advance"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One happening; the four parts, ``advance`` and ``over`` of a payment add up to ``amount``.

    ``over`` is what is left when nothing is owed any more. From an advance the four parts add up
    and ``advance`` is negative. ``outstanding`` and the three after it are as they stand then;
    interest that runs on since the last payment is not in them.
    """

    date: dt.date
    kind: Kind
    amount: Money = ZERO
    penalty: Money = ZERO
    interest_arrears: Money = ZERO
    interest: Money = ZERO
    principal: Money = ZERO
    advance: Money = ZERO
    over: Money = ZERO
    outstanding: Money = ZERO
    arrears_left: Money = ZERO
    penalty_left: Money = ZERO
    advance_left: Money = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the loan stands at the end of a day.

    ``interest`` runs since the last payment and is not late; ``days_late`` count from the oldest
    due day that is not met; ``due`` is all that would be asked on this day.
    """

    day: date
    outstanding: Money
    interest_arrears: Money
    interest: Money
    penalty: Money
    advance: Money
    overdue_principal: Money
    amount_late: Money
    days_late: int
    late_since: date | None
    next_due: date | None
    due: Money
    settled_on: date | None


@dataclass(frozen=True, slots=True)
class Ended:
    """A row whose due day has ended: whether it was missed then, and the day it was met after."""

    due: date
    missed: bool
    met_on: date | None


@dataclass(frozen=True)
class Card:
    """A loan's card: what happened, how it stands, the rows that ended, and those still to come.

    ``tell_ended`` and ``foresee`` make the rows that ended and those to come, ``principal_after``
    tells how much principal of them falls due after a day: a list of thousands of loans does
    without the rows.
    """

    lines: tuple[CardLine, ...]
    standing: Standing
    tell_ended: Callable[[], tuple[Ended, ...]] = field(repr=False, compare=False)
    foresee: Callable[[], tuple[Due, ...]] = field(repr=False, compare=False)
    principal_after: Callable[[date], Money] = field(repr=False, compare=False)

    @cached_property
    def ended(self) -> tuple[Ended, ...]:
        return self.tell_ended()

    @cached_property
    def coming(self) -> tuple[Due, ...]:
        return self.foresee()

    def due_through(self, day: date) -> Money:
        """What is late with its penalty, and the rows due up to that day."""
        coming = [one for one in self.coming if one.day <= day]
        due = self.standing.due + total(one.principal + one.interest for one in coming)
        # The first row to come carries the interest that is late already.
        return due - self.standing.interest_arrears if coming else due
