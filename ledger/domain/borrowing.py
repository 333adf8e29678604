"""How much a member may borrow: what is held, what is owed, and the limits of a loan type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from ledger.domain.accounts import CardKind
from ledger.domain.cards import Card
from ledger.domain.days import Month
from ledger.domain.dividing import capped, in_rounds
from ledger.domain.lending import Direction, Guarantor, LoanContract
from ledger.domain.loan_life import LoanLimits
from ledger.domain.loans.contract import Standing
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.owing import Kept, Owing, settlement_of
from ledger.domain.products import CREDIT_PRODUCT
from ledger.domain.records import Record
from ledger.domain.sanctions import Missed, missed_instalments

R = TypeVar("R", bound=Record)


class Holding(Kept, Protocol):
    """What an open book and a reader have in common, with the balances of cards."""

    def card_balance(self, card: int, account: str, *, at: date | None = None) -> Money: ...

    def card_balances(
        self, cards: Iterable[int], account: str, *, at: date
    ) -> dict[int, Money]: ...


def limits_of(kept: Kept, kind: str, on: date) -> LoanLimits:
    """The limits of a type on a day; without a setting nothing is limited."""
    found = [one for one in kept.every(LoanLimits, type=kind) if one.from_day <= on]
    return max(found, key=lambda one: one.from_day, default=LoanLimits(kind, on))


def limit_of(kept: Holding, member: str, limits: LoanLimits, on: date) -> Money | None:
    """The most that a member may owe of the type; None where the rules set no limit.

    By savings and shares the shares of both are added; ``most`` caps whatever they make.
    """
    parts = [
        held_by(kept, member, card_kind, on).times(share, Rounding.SATANG_DOWN)
        for card_kind, share in (
            (CardKind.SAVINGS, limits.of_savings),
            (CardKind.SHARE, limits.of_shares),
        )
        if share is not None
    ]
    by_holding = total(parts) if parts else None
    chosen = [one for one in (by_holding, limits.most) if one is not None]
    return min(chosen, default=None)


def held_by(kept: Holding, member: str, kind: CardKind, on: date) -> Money:
    """What a member holds on all cards of a kind at the end of a day."""
    cards = [
        one
        for one in kept.every(Card, member=member)
        # What was paid too much on a loan is no saving.
        if one.kind is kind and one.product != CREDIT_PRODUCT
    ]
    return total(-kept.card_balance(one.number, one.account, at=on) for one in cards)


def running_loans(kept: Holding, member: str) -> list[LoanContract]:
    """The contracts of a member on which something is owed by the books."""
    return [
        one
        for one in kept.every(LoanContract, member=member)
        if one.direction is Direction.OUT and kept.card_balance(one.card, one.account) != ZERO
    ]


def running_guarantees(kept: Holding, member: str) -> list[int]:
    """The cards of the loans still owed for which a member stands."""
    found = []
    for one in kept.every(Guarantor, member=member):
        contract = kept.newest(LoanContract, one.card)
        if one.released_on is None and contract is not None:
            owed = kept.card_balance(contract.card, contract.account)
            found += [one.card] if owed != ZERO else []
    return found


def missed_instalments_on(loan: Owing, grace_days: int, on: date) -> list[Missed]:
    """The instalments of a loan missed by a day; what was given up is not missed any more.

    Nobody misses an instalment of money that was not paid out yet.
    """
    off = loan.write_off
    day = on if off is None else min(on, off.on)
    begins = min((one.on for one in loan.payouts), default=date.max)
    ended = [row for row in loan.card(at=day).ended if row.due >= begins]
    return missed_instalments(ended, grace_days, day)


def missed_of(loan: Owing, on: date) -> int:
    """How many due days have passed since the oldest one that is not met."""
    since = loan.card(at=on).standing.late_since
    if since is None:
        return 0
    return sum(since <= due.day < on for due in loan.dues(loan.plans[-1].version))


def oldest_first(loans: Sequence[Owing], on: date) -> list[Owing]:
    """The loans in the order of paying: by the oldest day that is late, else by the next due."""
    return sorted(loans, key=lambda one: (first_day(one.card(at=on).standing), one.contract.card))


def first_day(standing: Standing) -> date:
    """The day that counts for the order of paying."""
    return standing.late_since or standing.next_due or date.max


def divided_over(loans: Sequence[Owing], amount: Money, on: date) -> dict[int, Money]:
    """How a sum goes over loans: what is late on all, this month's instalments, the rest."""
    cards = {one.contract.card: one.card(at=on) for one in loans}
    late = {card: one.standing.due for card, one in cards.items()}
    asked = {card: one.due_through(Month.of(on).last) for card, one in cards.items()}
    owed = {one.contract.card: settlement_of(one, cards[one.contract.card], on) for one in loans}
    return in_rounds(capped((late, asked, owed), owed), amount)
