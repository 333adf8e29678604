"""How good loans are: classes by the days they are late, and the allowance each class needs.

The registrar's rule of B.E. 2544 has five classes; days and rates are the cooperative's setting
(domain.md 3.5). Without one the widely used table stands: more than 90 days 20 %, more than 180
days 50 %, more than 365 days 100 %.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.days import plus_months
from ledger.domain.lending import Direction
from ledger.domain.loans.contract import Card
from ledger.domain.money import ZERO, Money, Rounding
from ledger.domain.owing import Kept, Owing
from ledger.domain.products import Hold
from ledger.domain.records import Record

_NOTHING: Mapping[int, Money] = {}


class LoanClass(Enum):
    """The five classes of the registrar's rule, from good to lost."""

    NORMAL = "normal"
    SUBSTANDARD = "substandard"
    DOUBTFUL = "doubtful"
    DOUBTFUL_OF_LOSS = "doubtful_of_loss"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class LoanClassStep(Record):
    """From ``from_day`` on, loans late by more than so many days are of this class.

    ``rate`` is the part of the base that is set aside; ``suspends`` says that interest is no
    longer counted as income before it is paid; ``withdrawn`` steps were left out when the table
    of their day was set anew.
    """

    table = "loan_class_steps"
    key = ("from_day", "more_than")

    from_day: date
    more_than: int
    loan_class: LoanClass
    rate: Fraction
    suspends: bool
    resolution: str = ""
    withdrawn: bool = False


def _usual(days: int, loan_class: LoanClass, percent: int) -> LoanClassStep:
    rate = Fraction(percent, 100)
    return LoanClassStep(date(1, 1, 1), days, loan_class, rate, suspends=days > 0)


USUAL_STEPS = (
    _usual(0, LoanClass.NORMAL, 0),
    _usual(90, LoanClass.SUBSTANDARD, 20),
    _usual(180, LoanClass.DOUBTFUL, 50),
    _usual(365, LoanClass.LOSS, 100),
)


def steps_at(kept: Kept, day: date) -> tuple[LoanClassStep, ...]:
    """The table that holds on a day, by rising days."""
    found = [one for one in kept.every(LoanClassStep) if one.from_day <= day and not one.withdrawn]
    newest = max((one.from_day for one in found), default=None)
    if newest is None:
        return USUAL_STEPS
    table = [one for one in found if one.from_day == newest]
    return tuple(sorted(table, key=lambda one: one.more_than))


def step_of(
    days_late: int, steps: Sequence[LoanClassStep], *, restructured: bool = False
) -> LoanClassStep:
    """The step for so many days late.

    A loan with a new plan that is late again is at least substandard (domain.md 1.5).
    """
    found = steps[0]
    for step in steps:
        if days_late > step.more_than:
            found = step
    if restructured and days_late > 0 and found.loan_class is LoanClass.NORMAL:
        return next((one for one in steps if one.loan_class is not LoanClass.NORMAL), found)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One loan to a member on a day.

    ``security`` are savings held for it; the base is what is owed with accrued interest, less
    that, and ``allowance`` the part of the base that its class sets aside. ``interest_unpaid`` is
    interest run up and not paid, whether it is accrued in the books or not.
    """

    loan: Owing
    card: Card
    loan_class: LoanClass
    rate: Fraction
    suspends: bool
    security: Money
    base: Money
    allowance: Money
    interest_unpaid: Money


def assessments(
    loans: Iterable[tuple[Owing, Card]],
    holds: Iterable[Hold],
    steps: Sequence[LoanClassStep],
    accrued: Mapping[int, Money] = _NOTHING,
) -> list[Assessment]:
    """Every loan to a member that is owed, with its class and the allowance it needs.

    Written off loans are gone; ``holds`` are those of the day, ``accrued`` the interest that the
    books hold as receivable, by card.
    """
    held: dict[int, Money] = {}
    for hold in holds:
        if hold.loan is not None:
            held[hold.loan] = held.get(hold.loan, ZERO) + hold.amount
    found = []
    for loan, card in loans:
        off = loan.write_off
        gone = off is not None and off.on <= card.standing.day
        if loan.contract.direction is Direction.IN or gone or card.standing.outstanding == ZERO:
            continue
        number = loan.contract.card
        booked = accrued.get(number, ZERO)
        found.append(_assessment(loan, card, held.get(number, ZERO), steps, booked))
    return found


def holds_on(kept: Kept, day: date) -> list[Hold]:
    """The holds that are in force at the end of a day."""
    return [
        one
        for one in kept.every(Hold)
        if one.on <= day and (one.released_on is None or one.released_on > day)
    ]


def _assessment(
    loan: Owing, card: Card, security: Money, steps: Sequence[LoanClassStep], accrued: Money
) -> Assessment:
    standing = card.standing
    again = len([one for one in loan.plans if one.on <= standing.day]) > 1
    step = step_of(standing.days_late, steps, restructured=again)
    base = max(ZERO, standing.outstanding + accrued - security)
    return Assessment(
        loan=loan,
        card=card,
        loan_class=step.loan_class,
        rate=step.rate,
        suspends=step.suspends,
        security=security,
        base=base,
        allowance=base.times(step.rate, Rounding.SATANG_HALF_UP),
        interest_unpaid=standing.interest + standing.interest_arrears,
    )


def long_term_of(card: Card, day: date) -> Money:
    """Principal that falls due more than twelve months after the day; what is late is owed now."""
    end, standing = plus_months(day, 12), card.standing
    later = card.principal_after(end)
    # What is late is foreseen in the last row.
    late = standing.overdue_principal if later > ZERO else ZERO
    return max(ZERO, min(standing.outstanding, later - late))
