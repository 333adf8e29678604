"""Savings held for a loan: kept back at the payout, freed when it is settled (feature 125)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.borrowing import limits_of
from ledger.domain.cards import Card
from ledger.domain.lending import Direction, LoanContract
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.products import CREDIT_PRODUCT, Hold
from ledger.domain.refusals.loan_life import SavingsFirst


def hold_savings(books: Books, contract: LoanContract, on: date) -> None:
    """Hold the part of the loan that has to be saved first, on the member's savings cards.

    Raises:
        SavingsFirst: less than that is free.
    """
    part = limits_of(books, contract.type, contract.on).savings_first
    if contract.direction is Direction.IN or contract.member is None or part == 0:
        return
    wanted = contract.approved.times(part, Rounding.SATANG_UP)
    missing = max(ZERO, wanted - _held_for(books, contract.card))
    free = {card.number: _free(books, card, on) for card in _savings(books, contract.member)}
    if missing > total(free.values()):
        raise SavingsFirst(contract.member, part, missing, total(free.values()))
    for card, amount in free.items():
        taken = min(amount, missing)
        if taken > ZERO:
            number = books.next_number(Hold)
            books.add(Hold(number, card, taken, on, _reason(contract.card), loan=contract.card))
            missing -= taken


def hold_again(books: Books, contract: LoanContract, on: date) -> None:
    """Hold what is free of the savings again: a payment that settled the loan was taken back."""
    part = limits_of(books, contract.type, contract.on).savings_first
    if contract.member is None or part == 0 or not books.every(Hold, loan=contract.card):
        return
    missing = contract.approved.times(part, Rounding.SATANG_UP) - _held_for(books, contract.card)
    for card in _savings(books, contract.member):
        taken = min(_free(books, card, on), missing)
        if taken > ZERO:
            number = books.next_number(Hold)
            reason = _reason(contract.card)
            books.add(Hold(number, card.number, taken, on, reason, loan=contract.card))
            missing -= taken


def free_savings(books: Books, card: int, on: date) -> None:
    """Release what is held for a loan that is settled."""
    for hold in _holds(books, card):
        books.add(replace(hold, released_on=max(on, hold.on)))


def _held_for(books: Books, card: int) -> Money:
    return total(one.amount for one in _holds(books, card))


def _holds(books: Books, card: int) -> list[Hold]:
    return [one for one in books.every(Hold, loan=card) if one.released_on is None]


def _savings(books: Books, member: str) -> list[Card]:
    cards = books.every(Card, member=member)
    return [
        one
        for one in cards
        if one.kind is CardKind.SAVINGS and one.closed_on is None and one.product != CREDIT_PRODUCT
    ]


def _free(books: Books, card: Card, on: date) -> Money:
    held = books.least_owed(card.number, card.account, since=on)
    on_hold = total(
        one.amount for one in books.every(Hold, card=card.number) if one.released_on is None
    )
    return max(ZERO, held - on_hold)


def _reason(card: int) -> str:
    return f"loan {card}"
