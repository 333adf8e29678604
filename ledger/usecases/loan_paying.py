"""One sum over several loans of a member, and advances that have met their instalments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.borrowing import divided_over, oldest_first, running_loans
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.entries import Entry, Gathered
from ledger.domain.lending import Direction, LoanContract, LoanPosting
from ledger.domain.loan_opening import LoanOpening
from ledger.domain.loans.contract import Early
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Owing, owing_of
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import CREDIT_PRODUCT
from ledger.domain.refusals.loan_life import ClearsAnother
from ledger.domain.refusals.owing import LoanOverpaid, LoanTwice, NoLoanToPay
from ledger.usecases.loan_cards import moves_of, restate, the_loan
from ledger.usecases.members import the_member
from ledger.usecases.recording import (
    account_of_role,
    check_day,
    gather_event,
    positive,
    record,
    the_card,
)
from ledger.usecases.repaying import LoanSplit, instalment_of, keep_instalments
from ledger.usecases.saving import check_withdrawal
from ledger.usecases.setting_off import across_funds
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, visit
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class PayLoans(Command):
    """A member pays one sum on all her loans, or on those named in ``cards``, in that order.

    First everything late is paid on each, the oldest due day first; then the instalments of the
    month; what is left repays early. ``rest`` is the savings account for more than is owed, or
    ``credit`` keeps it on the member's credit account.
    """

    member: str
    amount: Money
    on: date
    cards: tuple[int, ...] = ()
    early: Early | None = None
    rest: int | None = None
    credit: bool = False
    bank: str | None = None
    payer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseLoanAdvances(Command):
    """Book what instalments up to today have met out of money kept in advance.

    What lies on a member's credit account pays what is due on her other loans.
    """

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PayLoansFromSavings(Command):
    """Loans are paid out of a savings or credit account of the borrower, without any money.

    ``cards`` names the loans in their order; without it all of them are paid, as with cash. Money
    of the cooperative that has to change funds for it comes from ``bank``, else from the cash box.
    """

    card: int
    amount: Money
    on: date
    cards: tuple[int, ...] = ()
    early: Early | None = None
    bank: str | None = None
    approved_by: str = ""
    note: str = ""


def pay_loans(command: PayLoans, books: Books) -> None:
    the_member(books, command.member)
    amount = positive(command.amount)
    loans = _loans_of(books, command.member, command.cards, command.on)
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
            credit=command.credit and card == last,
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
    ahead = {one.card for one in books.every(LoanPosting) if one.advance > ZERO}
    ahead |= {one.card for one in books.every(LoanOpening) if one.advance > ZERO}
    for card in sorted(ahead):
        contract = books.newest(LoanContract, card)
        if contract is not None and books.card_balance(card, contract.account) != ZERO:
            restate(books, card, on=command.on)
    for one in books.every(Card, product=CREDIT_PRODUCT):
        held = -books.card_balance(one.number, one.account)
        if one.closed_on is None and held > ZERO and one.member is not None:
            due = dict(_due(books, one.member, command.on))
            amount = min(held, total(due.values()))
            if amount > ZERO:
                _pay_from(
                    books,
                    PayLoansFromSavings(
                        card=one.number, amount=amount, on=command.on, cards=tuple(due)
                    ),
                )


def pay_loans_from_savings(command: PayLoansFromSavings, books: Books) -> None:
    books.make(splits=_pay_from(books, command))


def _due(books: Books, member: str, on: date) -> Iterator[tuple[int, Money]]:
    """The member's loans on which anything is due by that day, the oldest due day first."""
    running = [owing_of(books, one.card) for one in running_loans(books, member)]
    for loan in oldest_first(running, on):
        due = loan.card(at=on).due_through(on)
        if due > ZERO and loan.payouts and loan.payouts[0].on <= on:
            yield loan.contract.card, due


def _pay_from(books: Books, command: PayLoansFromSavings) -> tuple[LoanSplit, ...]:
    """One entry from the savings account to the loans.

    Raises:
        UnknownCard, LoanOverpaid, and what ``check_withdrawal`` and ``_loans_of`` raise.
    """
    savings, amount = the_card(books, command.card), positive(command.amount)
    check_withdrawal(books, savings, amount, command.on)
    loans = _loans_of(books, savings.member or "", command.cards, command.on)
    shares = divided_over(loans, amount, command.on)
    if amount > total(shares.values()):
        raise LoanOverpaid(loans[-1].contract.card, command.on, total(shares.values()), amount)
    owing, gathered = account_of_role(books, "payable"), Gathered()
    places = {
        "card": Place(savings.account, savings.fund, savings.number),
        "money": Place(owing, savings.fund),
    }
    gather_event(books, gathered, "withdrawal", amount, places)
    paid = {
        loan.contract.card: instalment_of(loan, share, command.on, early=command.early)
        for loan in loans
        if (share := shares[loan.contract.card]) > ZERO
    }
    for one in paid.values():
        money = Place(owing, one.loan.contract.fund)
        for event, part, ends in moves_of(books, one.loan, one.parts, money):
            gather_event(books, gathered, event, part, ends)
    lines = across_funds(command, books, gathered.lines(), owing)
    posted = record(
        books,
        Entry(on=command.on, event="loan_paid_from_savings", lines=lines, memo=command.note),
    )
    add_voucher(
        books,
        VoucherKind.JOURNAL,
        posted,
        purpose=command.note,
        member=savings.member,
        approved_by=command.approved_by,
    )
    keep_instalments(books, paid, posted.number)
    return tuple(one.split for one in paid.values())


def _loans_of(books: Books, member: str, named: tuple[int, ...], on: date) -> list[Owing]:
    """The loans to pay, in the order of paying.

    Raises:
        NoLoanToPay, ClearsAnother, LoanTwice: there is none, or one is not the member's.
    """
    cards = named or tuple(one.card for one in running_loans(books, member))
    found: list[Owing] = []
    for at, card in enumerate(cards):
        if card in cards[:at]:
            raise LoanTwice(card)
        loan = the_loan(books, card, Direction.OUT)
        if loan.contract.member != member:
            raise ClearsAnother(card, member)
        if loan.payouts and loan.payouts[0].on <= on:
            found.append(loan)
    if not found:
        raise NoLoanToPay(member, on)
    return found if named else oldest_first(found, on)
