"""Both legs of on-lending side by side: what members owe and pay, what the cooperative owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.lending import Direction
from ledger.domain.loan_quality import steps_at
from ledger.domain.loans.contract import Card, Due
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Divided, Owing, divided_by
from ledger.queries.loans import LoanRow, named_loans, row_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader

_NOTHING = Divided(ZERO, ZERO, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPair:
    """One received loan beside the members' loans lent on from it (domain.md 1.8).

    ``gap`` is the members' balance less the lender's; ``spread`` the interest and penalties that
    members paid less those paid to the lender. ``longest`` is the last due day of the members'
    loans when it lies behind the last of the source.
    """

    source: LoanRow
    drawn: Money
    repaid: Divided
    balance: Money
    next_instalment: Due | None
    members: int
    lent: Money
    members_balance: Money
    collected: Divided
    members_late: Money
    gap: Money
    spread: Money
    longest: date | None


@dataclass(frozen=True, slots=True)
class BothLegs:
    """Every received loan, and the sums of both legs."""

    at: date
    rows: tuple[LegPair, ...]
    balance: Money
    members_balance: Money
    collected: Money
    paid: Money
    spread: Money


@dataclass(frozen=True, slots=True)
class _Read:
    row: LoanRow
    card: Card
    loan: Owing


def both_legs(reader: Reader, *, at: date | None = None) -> BothLegs:
    """Each loan from CODI, a bank or the city fund with what was lent on from it, on a day."""
    day = last_day(reader, at)
    read, steps = [], steps_at(reader, day)
    for loan, name in named_loans(reader):
        card = loan.card(at=day)
        read.append(_Read(row_of(loan, card.standing, name, steps), card, loan))
    rows = tuple(
        _pair(source, [one for one in read if one.row.source == source.row.card])
        for source in read
        if source.row.direction is Direction.IN
    )
    return BothLegs(
        at=day,
        rows=rows,
        balance=total(row.balance for row in rows),
        members_balance=total(row.members_balance for row in rows),
        collected=total(_all(row.collected) for row in rows),
        paid=total(_all(row.repaid) for row in rows),
        spread=total(row.spread for row in rows),
    )


def _pair(source: _Read, lent_on: list[_Read]) -> LegPair:
    repaid, collected = divided_by(source.card), _NOTHING
    for one in lent_on:
        paid = divided_by(one.card)
        collected = Divided(
            collected.principal + paid.principal,
            collected.interest + paid.interest,
            collected.penalty + paid.penalty,
        )
    members_balance = total(one.row.outstanding for one in lent_on)
    return LegPair(
        source=source.row,
        drawn=source.row.paid_out,
        repaid=repaid,
        balance=source.row.outstanding,
        next_instalment=next(iter(source.card.coming), None),
        members=len(lent_on),
        lent=total(one.row.paid_out for one in lent_on),
        members_balance=members_balance,
        collected=collected,
        members_late=total(one.row.amount_late for one in lent_on),
        gap=members_balance - source.row.outstanding,
        spread=collected.interest + collected.penalty - repaid.interest - repaid.penalty,
        longest=_outlasting(source, lent_on),
    )


def _outlasting(source: _Read, lent_on: list[_Read]) -> date | None:
    last = max((one for each in lent_on if (one := _last_due(each.loan))), default=None)
    end = _last_due(source.loan)
    return last if last is not None and end is not None and last > end else None


def _last_due(loan: Owing) -> date | None:
    version = loan.plans[-1].version
    return max((due.day for due in loan.dues(version)), default=None)


def _all(parts: Divided) -> Money:
    return parts.principal + parts.interest + parts.penalty
