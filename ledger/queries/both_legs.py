"""Both legs of on-lending side by side: what members owe and pay, what the cooperative owes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.lending import Direction
from ledger.domain.loan_quality import long_term_of, steps_at
from ledger.domain.loans.contract import Card, Due
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Divided, Owing, divided_by
from ledger.queries.loans import LoanRow, named_loans, row_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPair:
    """One received loan beside the members' loans lent on from it (domain.md 1.8).

    ``gap`` is the members' balance less the lender's; ``spread`` the interest and penalties that
    members paid less those paid to the lender; ``held_back`` all that was collected less all that
    was paid on. ``longest`` is the last due day of the members' loans when it lies behind the last
    of the source, ``outlasting`` the cards of those that do. Long-term is principal due more than
    twelve months after the day.
    """

    source: LoanRow
    drawn: Money
    repaid: Divided
    balance: Money
    source_late: Money
    source_long_term: Money
    next_instalment: Due | None
    members: int
    lent: Money
    members_balance: Money
    members_long_term: Money
    collected: Divided
    members_late: Money
    members_in_arrears: int
    gap: Money
    spread: Money
    held_back: Money
    source_ends: date | None
    longest: date | None
    outlasting: tuple[int, ...]


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
    gap: Money
    source_late: Money
    members_late: Money


@dataclass(frozen=True, slots=True)
class Leg:
    """One loan of either leg with its card on the day."""

    row: LoanRow
    card: Card
    loan: Owing


def both_legs(reader: Reader, *, at: date | None = None) -> BothLegs:
    """Each loan from CODI, a bank or the city fund with what was lent on from it, on a day."""
    day = last_day(reader, at)
    rows = tuple(_pair(source, lent_on, day) for source, lent_on in pairs_of(reader, day))
    return BothLegs(
        at=day,
        rows=rows,
        balance=total(row.balance for row in rows),
        members_balance=total(row.members_balance for row in rows),
        collected=total(_all(row.collected) for row in rows),
        paid=total(_all(row.repaid) for row in rows),
        spread=total(row.spread for row in rows),
        gap=total(row.gap for row in rows),
        source_late=total(row.source_late for row in rows),
        members_late=total(row.members_late for row in rows),
    )


def pairs_of(reader: Reader, day: date) -> list[tuple[Leg, list[Leg]]]:
    """Every received loan with the loans lent on from it, each as it stands on the day."""
    steps = steps_at(reader, day)
    read = []
    for loan, name in named_loans(reader):
        card = loan.card(at=day)
        read.append(Leg(row_of(loan, card.standing, name, steps), card, loan))
    return [
        (source, [one for one in read if one.row.source == source.row.card])
        for source in read
        if source.row.direction is Direction.IN
    ]


def _pair(source: Leg, lent_on: list[Leg], day: date) -> LegPair:
    repaid, collected = divided_by(source.card), _collected(lent_on)
    members_balance = total(one.row.outstanding for one in lent_on)
    ends, outlasting = last_due(source.loan), _outlasting(source, lent_on)
    return LegPair(
        source=source.row,
        drawn=source.row.paid_out,
        repaid=repaid,
        balance=source.row.outstanding,
        source_late=source.row.amount_late,
        source_long_term=long_term_of(source.card, day),
        next_instalment=next(iter(source.card.coming), None),
        members=len(lent_on),
        lent=total(one.row.paid_out for one in lent_on),
        members_balance=members_balance,
        members_long_term=total(_long_term(one, day) for one in lent_on),
        collected=collected,
        members_late=total(one.row.amount_late for one in lent_on),
        members_in_arrears=sum(one.row.days_late > 0 for one in lent_on),
        gap=members_balance - source.row.outstanding,
        spread=collected.interest + collected.penalty - repaid.interest - repaid.penalty,
        held_back=_all(collected) - _all(repaid),
        source_ends=ends,
        longest=max((one for leg in outlasting if (one := last_due(leg.loan))), default=None),
        outlasting=tuple(leg.row.card for leg in outlasting),
    )


def _collected(lent_on: Iterable[Leg]) -> Divided:
    paid = [divided_by(one.card) for one in lent_on]
    return Divided(
        total(one.principal for one in paid),
        total(one.interest for one in paid),
        total(one.penalty for one in paid),
    )


def _long_term(leg: Leg, day: date) -> Money:
    return ZERO if leg.row.written_off_on is not None else long_term_of(leg.card, day)


def _outlasting(source: Leg, lent_on: list[Leg]) -> list[Leg]:
    end = last_due(source.loan)
    return [
        one
        for one in lent_on
        if end is not None and (last := last_due(one.loan)) is not None and last > end
    ]


def last_due(loan: Owing) -> date | None:
    """The last due day of the plan in force."""
    version = loan.plans[-1].version
    return max((due.day for due in loan.dues(version)), default=None)


def _all(parts: Divided) -> Money:
    return parts.principal + parts.interest + parts.penalty
