"""The quality of loans on a day: ageing, portfolio at risk, classes and their allowance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Protocol, TypeVar

from ledger.domain.accounts import RoleAccount
from ledger.domain.accruing import booked_by_card
from ledger.domain.lending import Direction
from ledger.domain.loan_quality import (
    Assessment,
    LoanClass,
    LoanClassStep,
    assessments,
    holds_on,
    steps_at,
)
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.owing import Owing
from ledger.queries.loan_terms import Terms, terms_of
from ledger.queries.loans import named_loans
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityRow:
    """One loan to a member with its class; amounts as on the day."""

    card: int
    type: str
    member: str
    name: str
    outstanding: Money
    amount_late: Money
    late_since: date | None
    days_late: int
    missed: int
    loan_class: LoanClass
    rate: Fraction
    suspends: bool
    security: Money
    base: Money
    allowance: Money
    interest_unpaid: Money


@dataclass(frozen=True, slots=True)
class AgeBucket:
    """Loans late from so many days to so many; ``to_days`` is None for the last bucket."""

    from_days: int
    to_days: int | None
    loans: int
    outstanding: Money
    amount_late: Money


@dataclass(frozen=True, slots=True)
class ClassSum:
    """What all loans of a class make."""

    loan_class: LoanClass
    more_than: int
    rate: Fraction
    loans: int
    outstanding: Money
    allowance: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanQuality:
    """The portfolio on a day.

    ``par_30`` and ``par_90`` are the parts of what is outstanding on loans more than 30 or 90 days
    late. ``booked`` is the allowance in the books; ``change`` is what a provision would add to it.
    """

    at: date
    steps: tuple[LoanClassStep, ...]
    rows: tuple[QualityRow, ...]
    ageing: tuple[AgeBucket, ...]
    classes: tuple[ClassSum, ...]
    outstanding: Money
    amount_late: Money
    par_30: Fraction
    par_90: Fraction
    needed: Money
    booked: Money
    change: Money
    interest_unpaid: Money
    lent: Terms
    borrowed: Terms


class _Late(Protocol):
    @property
    def days_late(self) -> int: ...


L = TypeVar("L", bound=_Late)

BUCKETS = ((0, 0), (1, 30), (31, 60), (61, 90), (91, 180), (181, 365), (366, None))


def loan_quality(reader: Reader, *, at: date | None = None) -> LoanQuality:
    """Ageing, portfolio at risk, classes and the allowance they need (domain.md 3.5)."""
    day = last_day(reader, at)
    steps = steps_at(reader, day)
    named = [(loan, loan.card(at=day), name) for loan, name in named_loans(reader)]
    names = {loan.contract.card: name for loan, _, name in named}
    pairs = [(loan, card) for loan, card, _ in named]
    accrued = booked_by_card(reader, [loan for loan, _ in pairs], day)
    found = assessments(pairs, holds_on(reader, day), steps, accrued)
    rows = tuple(_row(one, names[one.loan.contract.card]) for one in found)
    outstanding = total(row.outstanding for row in rows)
    needed = total(row.allowance for row in rows)
    booked = _allowance(reader, day)
    return LoanQuality(
        at=day,
        steps=steps,
        rows=rows,
        ageing=tuple(_bucket(rows, *days) for days in BUCKETS),
        classes=tuple(_sum(rows, step) for step in steps),
        outstanding=outstanding,
        amount_late=total(row.amount_late for row in rows),
        par_30=_at_risk(rows, 30, outstanding),
        par_90=_at_risk(rows, 90, outstanding),
        needed=needed,
        booked=booked,
        change=needed - booked,
        interest_unpaid=total(row.interest_unpaid for row in rows),
        lent=terms_of(pairs, Direction.OUT, day),
        borrowed=terms_of(pairs, Direction.IN, day),
    )


def _row(one: Assessment, name: str) -> QualityRow:
    contract, standing = one.loan.contract, one.card.standing
    since = standing.late_since
    return QualityRow(
        card=contract.card,
        type=contract.type,
        member=contract.member or "",
        name=name,
        outstanding=standing.outstanding,
        amount_late=standing.amount_late,
        late_since=since,
        days_late=standing.days_late,
        missed=0 if since is None else _missed(one.loan, since, standing.day),
        loan_class=one.loan_class,
        rate=one.rate,
        suspends=one.suspends,
        security=one.security,
        base=one.base,
        allowance=one.allowance,
        interest_unpaid=one.interest_unpaid,
    )


def _missed(loan: Owing, since: date, day: date) -> int:
    version, missed = loan.plans[-1].version, 0
    for row in loan.rows:
        if row.version == version:
            if row.due >= day:
                break
            missed += since <= row.due
    return missed


def within_days(rows: Iterable[L], from_days: int, to_days: int | None) -> list[L]:
    """Those as many days late as a bucket says; the last bucket has no end."""
    return [
        row
        for row in rows
        if from_days <= row.days_late and (to_days is None or row.days_late <= to_days)
    ]


def _bucket(rows: Iterable[QualityRow], from_days: int, to_days: int | None) -> AgeBucket:
    within = within_days(rows, from_days, to_days)
    return AgeBucket(
        from_days,
        to_days,
        len(within),
        total(row.outstanding for row in within),
        total(row.amount_late for row in within),
    )


def _sum(rows: Iterable[QualityRow], step: LoanClassStep) -> ClassSum:
    of_class = [row for row in rows if row.loan_class is step.loan_class]
    return ClassSum(
        step.loan_class,
        step.more_than,
        step.rate,
        len(of_class),
        total(row.outstanding for row in of_class),
        total(row.allowance for row in of_class),
    )


def _at_risk(rows: Iterable[QualityRow], days: int, outstanding: Money) -> Fraction:
    risky = total(row.outstanding for row in rows if row.days_late > days)
    if outstanding == ZERO:
        return Fraction(0)
    # A percentage with two places, so that it ends in every writing.
    hundredths = Rounding.SATANG_HALF_UP.ratio(risky.satang * 10_000, outstanding.satang)
    return Fraction(hundredths, 10_000)


def _allowance(reader: Reader, day: date) -> Money:
    role = reader.newest(RoleAccount, "loan_allowance")
    return ZERO if role is None else -reader.balance(role.account, at=day)
