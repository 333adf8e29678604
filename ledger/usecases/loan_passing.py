"""What befalls a loan: transfer to another, recovery after all, the lender's own figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.lending import Direction, Guarantor
from ledger.domain.loan_life import LenderPaper, LenderStatement, LoanRecovery, LoanTransfer
from ledger.domain.money import Money
from ledger.domain.owing import owing_of
from ledger.domain.papers import VoucherKind
from ledger.domain.refusals.loan_life import NotWrittenOff, RecoveredTooMuch, SameBorrower
from ledger.domain.refusals.owing import WrongLeg
from ledger.domain.settling_dues import never_recovered
from ledger.usecases.guaranteeing import check_no_circle
from ledger.usecases.loan_cards import the_loan
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.recording import (
    check_has_come,
    event_lines,
    given,
    money_place,
    positive,
    record_lines,
    the_card,
)
from ledger.usecases.vouching import add_voucher


class TransferReason(Enum):
    """Why a loan goes over to another member."""

    HEIR = "heir"
    GUARANTOR = "guarantor"
    SALE = "sale"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferLoan(Command):
    """Another member owes the loan from now on: an heir, a guarantor, who takes over the house."""

    card: int
    to: str
    on: date
    reason: TransferReason
    resolution: str
    circle_allowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverLoan(Command):
    """Money comes in on a loan that was written off; it is income of that day."""

    card: int
    amount: Money
    on: date
    bank: str | None = None
    payee: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLenderStatement(Command):
    """The principal that a lender confirms at a day, beside the books; a difference is kept."""

    card: int
    at: date
    stated: Money
    reference: str = ""
    note: str = ""
    kind: LenderPaper = LenderPaper.STATEMENT


def transfer_loan(command: TransferLoan, books: Books) -> None:
    """Write the new borrower; what was paid and owed stays on the card, and no money moves."""
    check_has_come(books, command.on)
    loan = the_loan(books, command.card, Direction.OUT)
    before = loan.contract.member or ""
    if command.to == before:
        raise SameBorrower(command.to, command.card)
    check_membership(the_member(books, command.to), command.on)
    resolution = given(command.resolution, "resolution")
    _check_circles(books, command)
    card: Card = the_card(books, command.card)
    books.add(replace(card, member=command.to))
    books.add(replace(loan.contract, member=command.to))
    # Nobody stands for a loan of her own.
    stands = books.newest(Guarantor, command.card, command.to)
    if stands is not None and stands.released_on is None:
        books.add(replace(stands, released_on=command.on))
    books.add(
        LoanTransfer(
            card=command.card,
            number=books.next_number(LoanTransfer, card=command.card),
            on=command.on,
            from_member=before,
            to_member=command.to,
            reason=command.reason.value,
            resolution=resolution,
        )
    )


def _check_circles(books: Books, command: TransferLoan) -> None:
    for stands in books.every(Guarantor, card=command.card):
        if command.circle_allowed or stands.member == command.to:
            continue
        if stands.released_on is None:
            check_no_circle(books, stands.member, command.to)


def recover_loan(command: RecoverLoan, books: Books) -> None:
    loan = owing_of(books, command.card)
    contract, off = loan.contract, loan.write_off
    if contract.direction is Direction.IN:
        raise WrongLeg(command.card)
    if off is None or command.on < off.on:
        raise NotWrittenOff(command.card)
    amount = positive(command.amount)
    left = never_recovered(books, loan)
    if amount > left:
        raise RecoveredTooMuch(command.card, left, amount)
    places = {"money": money_place(books, command.bank, contract.fund)}
    lines = event_lines(books, "loan_recovered", amount, places)
    posted = record_lines(books, lines, on=command.on, event="loan_recovered", memo=command.note)
    add_voucher(
        books,
        VoucherKind.RECEIPT,
        posted,
        purpose=command.note,
        payee=command.payee,
        member=contract.member,
    )
    number = books.next_number(LoanRecovery, card=command.card)
    books.add(LoanRecovery(command.card, number, command.on, amount, posted.number))


def record_lender_statement(command: RecordLenderStatement, books: Books) -> None:
    check_has_come(books, command.at)
    loan = the_loan(books, command.card, Direction.IN)
    contract = loan.contract
    booked = -books.card_balance(contract.card, contract.account, at=command.at)
    books.add(
        LenderStatement(
            card=command.card,
            at=command.at,
            stated=command.stated,
            booked=booked,
            reference=command.reference.strip(),
            note=command.note.strip(),
            kind=command.kind,
        )
    )
    books.make(difference=(command.stated - booked).as_decimal())
