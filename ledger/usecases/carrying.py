"""Beginning in the middle: members and what every card and account held on the cut-over day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.entries import GENERAL_FUND, Line, Side
from ledger.domain.money import ZERO, Money
from ledger.domain.products import SavingsProduct, ShareType
from ledger.domain.refusals import (
    AmountNotPositive,
    CardsDiffer,
    NothingToDo,
    UnknownAccount,
    UnknownProduct,
)
from ledger.usecases.members import AdmitMember, admit_members, the_member
from ledger.usecases.opening import open_savings_card, open_share_card
from ledger.usecases.recording import balanced, record_lines, the_bank, the_card

_EVENT = "opening"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBalance:
    """What a card held: a member's savings or shares, or (without ``member``) a bank account."""

    product: str
    amount: Money
    member: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountBalance:
    """A row of the trial balance on paper: baht on one side, debit positive in ``amount``."""

    account: str
    amount: Money
    fund: str = GENERAL_FUND


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryForward(Command):
    """Take over the books on paper at the end of a day, all of it in one act.

    Control accounts stand in ``accounts`` with their totals on paper and are booked from
    ``cards``; where the two differ nothing is booked (domain.md 5.6).
    """

    on: date
    members: tuple[AdmitMember, ...] = ()
    cards: tuple[CardBalance, ...] = ()
    accounts: tuple[AccountBalance, ...] = ()
    source: str = ""


def carry_forward(command: CarryForward, books: Books) -> None:
    """Admit the members and book one opening entry, which is taken back by reversing it.

    Raises:
        CardsDiffer, Unbalanced, UnknownAccount, UnknownProduct, UnknownMember, AmountNotPositive,
        NothingToDo: why nothing was taken over.
    """
    if not (command.members or command.cards or command.accounts):
        raise NothingToDo("carry-forward")
    admit_members(command.members, books)
    lines = [*_card_lines(command, books)]
    totals = _totals(lines)
    lines += _account_lines(command, books, totals)
    for account, left in totals.items():
        raise CardsDiffer(account, ZERO, left, ZERO - left)
    if lines:
        record_lines(
            books,
            balanced(tuple(lines)),
            on=command.on,
            event=_EVENT,
            memo=command.source,
        )
    # Each admission has said its own member and cards; the whole is what matters here.
    books.make(
        members=len(command.members),
        cards=len(command.cards),
        accounts=len(command.accounts),
        source=command.source,
    )


def _card_lines(command: CarryForward, books: Books) -> Iterator[Line]:
    cards = {(one.member, one.product): one for one in books.every(Card) if one.closed_on is None}
    for row in command.cards:
        if row.amount <= ZERO:
            raise AmountNotPositive("cards.amount", row.amount)
        if row.member:
            card = cards.get((row.member, row.product)) or _new_card(row, command.on, books)
            side = Side.CREDIT
        else:
            card = the_card(books, the_bank(books, row.product).card)
            side = Side.DEBIT
        yield Line(card.account, side, row.amount, card.fund, card.number, _EVENT)


def _new_card(row: CardBalance, on: date, books: Books) -> Card:
    the_member(books, row.member)
    if (product := books.newest(SavingsProduct, row.product)) is not None:
        return the_card(books, open_savings_card(books, product, member=row.member, on=on))
    if (shares := books.newest(ShareType, row.product)) is not None:
        return the_card(books, open_share_card(books, shares, member=row.member, on=on))
    raise UnknownProduct(row.product)


def _totals(lines: list[Line]) -> dict[str, Money]:
    totals: dict[str, Money] = {}
    for line in lines:
        totals[line.account] = totals.get(line.account, ZERO) + line.debit - line.credit
    return totals


def _account_lines(command: CarryForward, books: Books, totals: dict[str, Money]) -> Iterator[Line]:
    """The lines of accounts without cards; totals that agree with the cards are taken out."""
    paper: dict[str, Money] = {}
    for row in command.accounts:
        account = books.newest(Account, row.account)
        if account is None:
            raise UnknownAccount(row.account)
        if account.card is not None:
            paper[row.account] = paper.get(row.account, ZERO) + row.amount
        elif row.amount != ZERO:
            side = Side.DEBIT if row.amount > ZERO else Side.CREDIT
            yield Line(row.account, side, abs(row.amount), row.fund, event=_EVENT)
    for code, amount in paper.items():
        held = totals.pop(code, ZERO)
        if held != amount:
            raise CardsDiffer(code, amount, held, amount - held)
