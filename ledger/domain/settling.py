"""A member who leaves: what is hers, how it meets her debts, what is paid out or still owed.

Set-off (domain.md 2.6): shares, deposits and their interest up to the day, less loans, less other
dues. Each loan is met in the order of its contract (1.3), what is late the longest first; then what
was written off and never came in; dues come last.
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
from ledger.domain.days import day_after, day_before
from ledger.domain.earning import Moving, bears_interest, credited_through, earned
from ledger.domain.lending import Direction, LoanContract, LoanWriteOff
from ledger.domain.loan_life import LoanRecovery
from ledger.domain.loans.contract import CardLine, Early, Kind, Paid
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.owing import Owing, owing_of, settlement_of
from ledger.domain.products import Charge, ChargePayment, SavingsProduct
from ledger.domain.records import Record


class SettledKind(Enum):
    """What a line of a settlement speaks of; those of the first three are hers."""

    SHARES = "shares"
    SAVINGS = "savings"
    CONTRIBUTION = "contribution"
    LOAN = "loan"
    CHARGE = "charge"
    WRITTEN_OFF = "written_off"


@dataclass(frozen=True, slots=True)
class SettledItem(Record):
    """One card or charge: ``amount`` is what it gives, or what is met of it.

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


@dataclass(frozen=True, slots=True)
class MemberSettlement(Record):
    """A membership ended in one act: ``on`` is the day of the money, ``left`` of the membership.

    ``set_off`` and ``payment`` are the entries, where there was anything to book; ``undone`` is
    why it was taken back, empty while it stands.
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


class Settling(Moving, Holding, Protocol):
    """What an open book and a reader have in common that a settlement is reckoned from."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What leaving comes to: ``payable`` to the member, ``shortfall`` still owed on loans."""

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
        return total(one.left for one in self.items if one.kind is SettledKind.LOAN)


def settle_up(
    kept: Settling, member: str, on: date, *, number: int = 0, share_value: Fraction = Fraction(1)
) -> Reckoned:
    """What a member who leaves on a day has and owes, and how the one meets the other.

    ``share_value`` is what one baht of shares is worth where the cooperative has losses.
    """
    cards = kept.every(Card, member=member)
    rows = [*_shares(kept, cards, share_value), *_savings(kept, cards, on)]
    credit = total(row[5] for row in rows)
    items = [SettledItem(number, at, *row) for at, row in enumerate(rows, start=1)]
    rest = credit
    for loan, share, owed in _loans(kept, member, credit, on):
        items.append(_loan_item(number, len(items) + 1, loan, share, owed, on))
        rest -= share
    for card, left in given_up(kept, member):
        met = min(rest, left)
        off = (SettledKind.WRITTEN_OFF, card, None, left, ZERO, met, left - met)
        items.append(SettledItem(number, len(items) + 1, *off))
        rest -= met
    loans, dues, dropped = credit - rest, ZERO, ZERO
    for charge, open_now in open_charges_of(kept, member):
        met = min(rest, open_now)
        row = (SettledKind.CHARGE, None, charge.number, open_now, ZERO, met, open_now - met)
        items.append(SettledItem(number, len(items) + 1, *row))
        rest, dues, dropped = rest - met, dues + met, dropped + open_now - met
    return Reckoned(tuple(items), credit, loans, dues, dropped)


def open_charges_of(kept: Settling, member: str) -> list[tuple[Charge, Money]]:
    """A member's charges on which something is open, oldest first."""
    found = []
    for charge in kept.every(Charge, member=member, cancelled=False):
        paid = total(
            one.amount
            for one in kept.every(ChargePayment, charge=charge.number)
            if kept.reversed_by(one.entry) is None
        )
        if charge.amount > paid:
            found.append((charge, charge.amount - paid))
    return found


def given_up(kept: Settling, member: str) -> list[tuple[int, Money]]:
    """The loans of a member that were written off, with what never came in of them."""
    found = []
    for contract in kept.every(LoanContract, member=member, direction=Direction.OUT):
        if kept.every(LoanWriteOff, card=contract.card):
            left = never_recovered(kept, owing_of(kept, contract.card))
            found += [(contract.card, left)] if left > ZERO else []
    return found


def never_recovered(kept: Settling, loan: Owing) -> Money:
    """What was written off of a loan and did not come in after all."""
    if loan.write_off is None:
        return ZERO
    return loan.write_off.amount - total(
        one.amount
        for one in kept.every(LoanRecovery, card=loan.contract.card)
        if kept.reversed_by(one.entry) is None
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
            interest = _interest(kept, card, on)
            yield SettledKind.SAVINGS, card.number, None, held, interest, held + interest, ZERO


def _interest(kept: Settling, card: Card, on: date) -> Money:
    product = kept.newest(SavingsProduct, card.product)
    if product is None or not bears_interest(product):
        return ZERO
    last = credited_through(kept, product.code)
    start = None if last is None else day_after(last)
    return earned(kept, product, card, start, day_before(on))


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
