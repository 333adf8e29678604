"""Paying out a loan: in money or goods, in parts, and with older loans cleared out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.entries import Line
from ledger.domain.lending import Direction, LoanContract, LoanPayout
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Owing, settlement_of
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals.loan_life import ClearsAnother, ClearsTooMuch
from ledger.domain.refusals.owing import (
    NothingOwed,
    PayoutAboveApproval,
    PayoutBeforeContract,
    WrongLeg,
)
from ledger.usecases.founding import the_account
from ledger.usecases.loan_cards import moves_of, places_of_loan, restate, the_loan
from ledger.usecases.loan_holding import hold_savings
from ledger.usecases.loan_limits import check_payout
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.recording import event_lines, money_place, positive, record_lines
from ledger.usecases.repaying import Instalment, LoanItem, instalments, keep_instalments
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class PayOutLoan(Command):
    """A part of a loan paid out to the member, or drawn from the lender.

    ``clears`` are older loans of the member that are settled out of it, so that only the rest is
    paid; ``goods`` is the account of stock or purchases where a loan is given in kind.
    """

    card: int
    amount: Money
    on: date
    bank: str | None = None
    purpose: str = ""
    milestone: str = ""
    payee: str = ""
    approved_by: str = ""
    document: str = ""
    clears: tuple[int, ...] = ()
    goods: str | None = None


def pay_out_loan(command: PayOutLoan, books: Books) -> None:
    loan = the_loan(books, command.card)
    contract, amount = loan.contract, positive(command.amount)
    if contract.direction is Direction.IN and (command.clears or command.goods):
        raise WrongLeg(command.card)
    if command.on < contract.on:
        raise PayoutBeforeContract(command.card, command.on, contract.on)
    if loan.paid_out + amount > contract.approved:
        raise PayoutAboveApproval(command.card, contract.approved, loan.paid_out, amount)
    if contract.member is not None:
        check_membership(the_member(books, contract.member), command.on)
        check_payout(books, contract, amount, on=command.on, clears=command.clears)
        hold_savings(books, contract, command.on)
    out = contract.direction is Direction.OUT
    event = "loan_paid_out" if out else "borrowing_drawn"
    cleared = instalments(books, _to_clear(books, command, contract), command.on)
    lines = _payout_lines(books, command, loan, cleared)
    posted = record_lines(books, lines, on=command.on, event=event, memo=command.purpose)
    add_voucher(
        books,
        VoucherKind.PAYMENT if out else VoucherKind.RECEIPT,
        posted,
        purpose=command.purpose,
        payee=command.payee or contract.lender,
        member=contract.member,
        approved_by=command.approved_by,
        document=command.document,
    )
    number = books.next_number(LoanPayout, card=command.card)
    books.add(
        LoanPayout(
            command.card,
            number,
            command.on,
            amount,
            posted.number,
            command.purpose,
            command.milestone,
        )
    )
    keep_instalments(books, cleared, posted.number)
    restate(books, command.card, on=command.on)


def _payout_lines(
    books: Books, command: PayOutLoan, loan: Owing, cleared: Mapping[int, Instalment]
) -> list[Line]:
    """What is paid out in money or goods, and what goes straight into older loans."""
    contract, card = loan.contract, places_of_loan(loan)["card"]
    spent = total(one.paid.amount for one in cleared.values())
    left = command.amount - spent
    if left < ZERO:
        raise ClearsTooMuch(spent, command.amount)
    out = contract.direction is Direction.OUT
    event = "loan_paid_out" if out else "borrowing_drawn"
    money = (
        Place(the_account(books, command.goods).code, contract.fund)
        if command.goods
        else money_place(books, command.bank, contract.fund)
    )
    lines = event_lines(books, event, left, {"card": card, "money": money}) if left > ZERO else []
    for one in cleared.values():
        for part, amount, places in moves_of(books, one.loan, one.parts, card):
            lines += event_lines(books, part, amount, places)
    return lines


def _to_clear(books: Books, command: PayOutLoan, contract: LoanContract) -> list[LoanItem]:
    """What settles each of the older loans on the day.

    Raises:
        ClearsAnother: one of them is somebody else's, or the loan itself.
    """
    found = []
    for card in command.clears:
        old = the_loan(books, card, Direction.OUT)
        if old.contract.member != contract.member or card == command.card:
            raise ClearsAnother(card, contract.member or "")
        owed = settlement_of(old, old.card(at=command.on), command.on)
        if owed == ZERO:
            raise NothingOwed(card, command.on)
        found.append(LoanItem(card, owed, None, None))
    return found
