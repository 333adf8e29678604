"""A fixed deposit paid out before its term to a member who stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.earning import interest_to
from ledger.domain.entries import EARLY_WITHDRAWAL, Entry, Gathered
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import SavingsProduct
from ledger.domain.refusals import CardClosed, CardWrong, OnHold
from ledger.domain.refusals.saving import EarlyMovedSince, NoEarlyRate, NothingOnDeposit, TermIsOver
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.recording import check_day, gather_event, money_place, record, the_card
from ledger.usecases.saving import held_back, the_savings_product
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawEarly(Command):
    """All of a fixed deposit before its term, with interest at the product's ``early_rate``.

    It is never divided: the whole deposit is paid out with what it earned at that rate from its
    first day to the day before, less what was credited already, which is never asked back; then
    the account is closed. Reversing the entry opens it again. A rehearsal is the preview.
    """

    card: int
    on: date
    bank: str | None = None
    approved_by: str = ""
    note: str = ""


def withdraw_early(command: WithdrawEarly, books: Books) -> None:
    check_day(books, command.on)
    card = the_card(books, command.card)
    product = _fixed(books, card, command.on)
    held = _held(books, card, command.on)
    interest = interest_to(books, card, command.on)
    gathered, place = Gathered(), Place(card.account, card.fund, card.number)
    if interest > ZERO:
        cost = Place(product.interest_account or "", product.fund)
        ends = {"card": place, "interest": cost}
        gather_event(books, gathered, "savings_interest", interest, ends)
    money = money_place(books, command.bank, card.fund)
    gather_event(books, gathered, "withdrawal", held + interest, {"card": place, "money": money})
    entry = Entry(
        on=command.on, event=EARLY_WITHDRAWAL, lines=gathered.lines(), memo=command.note.strip()
    )
    posted = record(books, entry)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=command.note.strip(),
        member=card.member,
        approved_by=command.approved_by,
    )
    # The entry is sealed before the card's closing is written: nothing may be booked after it.
    books.entry(posted.number)
    books.add(replace(card, closed_on=command.on))
    books.make(
        card=card.number,
        deposit=held.as_decimal(),
        interest=interest.as_decimal(),
        paid=(held + interest).as_decimal(),
    )


def open_after_reversal(books: Books, entry: Entry) -> None:
    """A deposit whose early payment is taken back is open again, before the mirror is booked."""
    if entry.event != EARLY_WITHDRAWAL:
        return
    for number in {line.card for line in entry.lines if line.card is not None}:
        card = books.newest(Card, number)
        member = None if card is None else books.newest(Member, card.member or "")
        # Who has left since gets nothing back on a card: that settlement is undone first.
        if card is not None and card.kind is CardKind.SAVINGS and member and member.left is None:
            books.add(replace(card, closed_on=None))


def _fixed(books: Books, card: Card, on: date) -> SavingsProduct:
    """The product of a fixed deposit that may be taken out early.

    Raises:
        CardWrong, CardClosed, TermIsOver, NoEarlyRate: why it may not.
    """
    if card.kind is not CardKind.SAVINGS or card.member is None:
        raise CardWrong(card.account, card.number)
    if card.closed_on is not None:
        raise CardClosed(card.number, card.closed_on)
    check_membership(the_member(books, card.member), on)
    if card.matures_on is None or on >= card.matures_on:
        raise TermIsOver(card.number)
    product = the_savings_product(books, card.product)
    if product.early_rate is None:
        raise NoEarlyRate(card.number, product.code, card.matures_on)
    return product


def _held(books: Books, card: Card, on: date) -> Money:
    """All that is on the deposit.

    Raises:
        EarlyMovedSince, NothingOnDeposit, OnHold: it cannot be paid out on the day.
    """
    moved = books.movements(card.number, card.account)
    if moved and moved[-1].on > on:
        raise EarlyMovedSince(card.number, on, moved[-1].on)
    held = -books.card_balance(card.number, card.account)
    if held <= ZERO:
        raise NothingOnDeposit(card.number)
    on_hold = held_back(books, card.number, on)
    if on_hold > ZERO:
        raise OnHold(card.number, held, on_hold, held)
    return held
