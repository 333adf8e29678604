"""One sum over several loans of a member, and advances that have met their instalments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.borrowing import divided_over, oldest_first, running_loans
from ledger.domain.commands import Command
from ledger.domain.lending import Direction, LoanContract, LoanPosting
from ledger.domain.loans.contract import Early
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Owing
from ledger.domain.refusals.loan_life import ClearsAnother
from ledger.domain.refusals.owing import LoanTwice, NoLoanToPay
from ledger.usecases.loan_cards import restate, the_loan
from ledger.usecases.members import the_member
from ledger.usecases.recording import check_day, positive
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, visit


@dataclass(frozen=True, slots=True, kw_only=True)
class PayLoans(Command):
    """A member pays one sum on all her loans, or on those named in ``cards``, in that order.

    First everything late is paid on each, the oldest due day first; then the instalments of the
    month; what is left repays early. ``rest`` is the savings account for more than is owed.
    """

    member: str
    amount: Money
    on: date
    cards: tuple[int, ...] = ()
    early: Early | None = None
    rest: int | None = None
    bank: str | None = None
    payer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseLoanAdvances(Command):
    """Book what instalments up to today have met out of money kept in advance."""

    on: date


def pay_loans(command: PayLoans, books: Books) -> None:
    the_member(books, command.member)
    amount = positive(command.amount)
    loans = _loans_of(books, command)
    shares = divided_over(loans, amount, command.on)
    over = amount - total(shares.values())
    last = loans[-1].contract.card
    shares[last] += over
    items = tuple(
        Item(
            item=ItemKind.LOAN,
            amount=share,
            card=card,
            early=command.early,
            rest=command.rest if card == last else None,
        )
        for card, share in shares.items()
        if share > ZERO
    )
    visited = visit(
        ReceiveVisit(
            member=command.member,
            on=command.on,
            items=items,
            payer=command.payer,
            bank=command.bank,
            note=command.note,
        ),
        books,
    )
    books.make(splits=visited.splits)


def use_loan_advances(command: UseLoanAdvances, books: Books) -> None:
    check_day(books, command.on)
    for card in sorted({one.card for one in books.every(LoanPosting) if one.advance > ZERO}):
        contract = books.newest(LoanContract, card)
        if contract is not None and books.card_balance(card, contract.account) != ZERO:
            restate(books, card, on=command.on)


def _loans_of(books: Books, command: PayLoans) -> list[Owing]:
    """The loans to pay, in the order of paying.

    Raises:
        NoLoanToPay, ClearsAnother, LoanTwice: there is none, or one is not the member's.
    """
    cards = command.cards or tuple(one.card for one in running_loans(books, command.member))
    found: list[Owing] = []
    for at, card in enumerate(cards):
        if card in cards[:at]:
            raise LoanTwice(card)
        loan = the_loan(books, card, Direction.OUT)
        if loan.contract.member != command.member:
            raise ClearsAnother(card, command.member)
        if loan.payouts and loan.payouts[0].on <= command.on:
            found.append(loan)
    if not found:
        raise NoLoanToPay(command.member, command.on)
    return found if command.cards else oldest_first(found, command.on)
