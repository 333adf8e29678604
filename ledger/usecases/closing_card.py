"""Closing a card: it holds nothing, and nothing that it earned is lost unseen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.days import day_after, day_before
from ledger.domain.earning import bears_interest, credited_through, earned
from ledger.domain.money import ZERO
from ledger.domain.refusals import CardClosed
from ledger.domain.refusals.saving import CardHolds, InterestWaiting
from ledger.usecases.recording import check_has_come, the_card
from ledger.usecases.saving import the_savings_product


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCard(Command):
    """No more entries on a card that holds nothing.

    Money earns up to the day before it is taken out, so an account that was emptied before the
    interest was posted still waits for it: the posting credits it, it is paid out, and then the
    account is closed. Only where the cooperative's rules give nothing for a broken period is it
    closed at once: ``forfeit`` says so. Who leaves is paid it by her settlement (domain.md 2.6).
    """

    card: int
    on: date
    forfeit: bool = False


def close_card(command: CloseCard, books: Books) -> None:
    check_has_come(books, command.on)
    card = the_card(books, command.card)
    if card.closed_on is not None:
        raise CardClosed(card.number, card.closed_on)
    held = -books.card_balance(card.number, card.account)
    if held != ZERO:
        raise CardHolds(card.number, abs(held))
    if card.kind is CardKind.SAVINGS and not command.forfeit:
        _check_nothing_waits(books, card, command.on)
    books.add(replace(card, closed_on=command.on))


def _check_nothing_waits(books: Books, card: Card, on: date) -> None:
    """Whether all interest of an account has been credited.

    Raises:
        InterestWaiting: some of it has not.
    """
    product = the_savings_product(books, card.product)
    if not bears_interest(product):
        return
    last = credited_through(books, product.code)
    waits = earned(books, product, card, None if last is None else day_after(last), day_before(on))
    if waits > ZERO:
        raise InterestWaiting(card.number, product.code, waits)
