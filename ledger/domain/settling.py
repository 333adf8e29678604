"""A member who leaves: what is hers, how it meets her debts, what is paid out or still owed.

Set-off (domain.md 2.6): shares, deposits and their interest up to the day, less loans, less other
dues. Each loan is met in the order of its contract (1.3), what is late the longest first; then
loans that were written off, charges, and contributions to the welfare fund. What that fund pays is
no part of it: it goes to the member or her nominee whatever she owes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Protocol

from ledger.domain.accounts import CardKind
from ledger.domain.borrowing import Holding, divided_over, oldest_first, running_loans
from ledger.domain.cards import Card
from ledger.domain.earning import Moving, interest_to
from ledger.domain.loans.contract import CardLine, Early, Kind, Paid
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.owing import Owing, owing_of, settlement_of
from ledger.domain.records import Record
from ledger.domain.settling_dues import contribution_due, given_up, open_charges_of


class SettledKind(Enum):
    """What a line of a settlement speaks of; those of the first three are hers.

    ``CLAIM`` is a benefit of the welfare fund that was approved before, ``BENEFIT`` one that was
    claimed and approved with the settlement.
    """

    SHARES = "shares"
    SAVINGS = "savings"
    CONTRIBUTION = "contribution"
    LOAN = "loan"
    WRITTEN_OFF = "written_off"
    CHARGE = "charge"
    WELFARE = "welfare"
    CLAIM = "claim"
    BENEFIT = "benefit"


OF_LOANS = frozenset({SettledKind.LOAN, SettledKind.WRITTEN_OFF})
DUES = frozenset({SettledKind.CHARGE, SettledKind.WELFARE})
OF_WELFARE = frozenset({SettledKind.CLAIM, SettledKind.BENEFIT})


@dataclass(frozen=True, slots=True)
class SettledItem(Record):
    """One card, charge or claim: ``amount`` is what it gives, or what is met of it.

    ``held`` is what was on the card, or owed on the loan or charge, before; ``interest`` came to a
    savings account with the settlement. ``left`` is what a share lost, what stays owed on a loan,
    what is no longer asked of a charge, and all of a contribution, which is not given back. A loan
    divides into ``principal``, ``loan_interest`` and ``penalty``, an advance kept for it included.
    """

    table = "settled_items"
    key = ("settlement", "row")
    versions = False

    settlement: int
    row: int
    kind: SettledKind
    card: int | None
    charge: int | None
    held: Money
    interest: Money
    amount: Money
    left: Money
    principal: Money = ZERO
    loan_interest: Money = ZERO
    penalty: Money = ZERO
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class MemberSettlement(Record):
    """A membership ended in one act: ``on`` is the day of the money, ``left`` of the membership.

    ``set_off`` and ``payment`` are the entries, where there was anything to book; ``undone`` is
    why it was taken back, empty while it stands. ``benefits`` is what the welfare fund paid.
    """

    table = "member_settlements"
    key = ("number",)

    number: int
    member: str
    on: date
    left: date
    why: Leaving
    resolution: str
    share_value: Fraction
    credit: Money
    loans: Money
    dues: Money
    payable: Money
    shortfall: Money
    set_off: int | None
    payment: int | None
    note: str = ""
    undone: str = ""
    benefits: Money = ZERO


class Settling(Moving, Holding, Protocol):
    """What an open book and a reader have in common that a settlement is reckoned from."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What leaving comes to: ``payable`` to the member, ``shortfall`` still owed on loans.

    ``dropped`` is what of dues is no longer asked for.
    """

    items: tuple[SettledItem, ...]
    credit: Money
    loans: Money
    dues: Money
    dropped: Money

    @property
    def payable(self) -> Money:
        return self.credit - self.loans - self.dues

    @property
    def shortfall(self) -> Money:
        return total(one.left for one in self.items if one.kind in OF_LOANS)


def settle_up(  # noqa: PLR0913 - what the member leaves by
    kept: Settling,
    member: str,
    on: date,
    *,
    number: int = 0,
    share_value: Fraction = Fraction(1),
    contributes_to: date | None = None,
) -> Reckoned:
    """What a member who leaves on a day has and owes, and how the one meets the other.

    ``share_value`` is what one baht of shares is worth where the cooperative has losses;
    ``contributes_to`` the last day up to which the welfare fund asks for contributions.
    """
    cards = kept.every(Card, member=member)
    rows = [*_shares(kept, cards, share_value), *_savings(kept, cards, on)]
    credit = total(row[5] for row in rows)
    items = [SettledItem(number, at, *row) for at, row in enumerate(rows, start=1)]
    rest = credit
    for loan, share, owed in _loans(kept, member, credit, on):
        items.append(_loan_item(number, len(items) + 1, loan, share, owed, on))
        rest -= share
    for kind, card, charge, owed in _others(kept, member, contributes_to):
        met = min(rest, owed)
        row = (kind, card, charge, owed, ZERO, met, owed - met)
        items.append(SettledItem(number, len(items) + 1, *row))
        rest -= met
    return Reckoned(
        tuple(items),
        credit,
        loans=total(one.amount for one in items if one.kind in OF_LOANS),
        dues=total(one.amount for one in items if one.kind in DUES),
        dropped=total(one.left for one in items if one.kind in DUES),
    )


def last_moved(kept: Settling, member: str) -> date | None:
    """The last day on which anything moved on a card of the member."""
    days = [
        moved[-1].on
        for card in kept.every(Card, member=member)
        if (moved := kept.movements(card.number, card.account))
    ]
    return max(days, default=None)


_Row = tuple[SettledKind, int | None, int | None, Money, Money, Money, Money]


def _others(
    kept: Settling, member: str, contributes_to: date | None
) -> Iterator[tuple[SettledKind, int | None, int | None, Money]]:
    """Debts besides running loans, in the order in which they are met: card, charge and amount."""
    for card, left in given_up(kept, member):
        yield SettledKind.WRITTEN_OFF, card, None, left
    for charge, left in open_charges_of(kept, member):
        yield SettledKind.CHARGE, None, charge.number, left
    due = None if contributes_to is None else contribution_due(kept, member, contributes_to)
    if due is not None:
        yield SettledKind.WELFARE, due[0].card, None, due[1]


def _held(kept: Settling, card: Card) -> Money:
    return -kept.card_balance(card.number, card.account)


def _shares(kept: Settling, cards: Sequence[Card], value: Fraction) -> Iterator[_Row]:
    for card in cards:
        if card.kind is CardKind.SHARE and card.closed_on is None:
            held = _held(kept, card)
            worth = held.times(value, Rounding.SATANG_HALF_UP)
            yield SettledKind.SHARES, card.number, None, held, ZERO, worth, held - worth


def _savings(kept: Settling, cards: Sequence[Card], on: date) -> Iterator[_Row]:
    """Money earns up to the day before it is taken out (ledger.domain.interest)."""
    for card in cards:
        if card.closed_on is not None:
            continue
        held = _held(kept, card)
        if card.kind is CardKind.CONTRIBUTION:
            yield SettledKind.CONTRIBUTION, card.number, None, held, ZERO, ZERO, held
        elif card.kind is CardKind.SAVINGS:
            interest = interest_to(kept, card, on)
            yield SettledKind.SAVINGS, card.number, None, held, interest, held + interest, ZERO


def _loans(
    kept: Settling, member: str, credit: Money, on: date
) -> list[tuple[Owing, Money, Money]]:
    """Each loan with what is met of it and all that settles it on the day."""
    running = [owing_of(kept, one.card) for one in running_loans(kept, member)]
    loans = oldest_first(running, on)
    shares = divided_over(loans, credit, on)
    return [
        (one, shares[one.contract.card], settlement_of(one, one.card(at=on), on)) for one in loans
    ]


def _loan_item(  # noqa: PLR0913, PLR0917 - where the row stands, and what it is made of
    number: int, row: int, loan: Owing, share: Money, owed: Money, on: date
) -> SettledItem:
    card, left = loan.contract.card, owed - share
    if share == ZERO:
        return SettledItem(number, row, SettledKind.LOAN, card, None, owed, ZERO, ZERO, left)
    line = _line_of(loan, share, on)
    return SettledItem(
        number,
        row,
        SettledKind.LOAN,
        card,
        None,
        owed,
        ZERO,
        share,
        left,
        line.principal,
        line.interest + line.interest_arrears,
        line.penalty,
    )


def _line_of(loan: Owing, share: Money, on: date) -> CardLine:
    lines = loan.card(Paid(on, share, Early.SHORTEN), at=on).lines
    return [line for line in lines if line.kind is Kind.PAYMENT][-1]
