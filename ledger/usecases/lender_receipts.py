"""The number of a lender's receipt, noted when it comes after the repayment."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.lending import Direction
from ledger.domain.loan_life import LenderReceipt
from ledger.domain.refusals.loan_quality import UnknownRepayment
from ledger.usecases.loan_cards import the_loan
from ledger.usecases.recording import given


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLenderReceipt(Command):
    """CODI's receipt number for a repayment made before (domain.md 1.2)."""

    card: int
    payment: int
    receipt: str


def note_lender_receipt(command: NoteLenderReceipt, books: Books) -> None:
    loan = the_loan(books, command.card, Direction.IN)
    receipt = given(command.receipt, "lender_receipt")
    if all(one.number != command.payment for one in loan.payments):
        raise UnknownRepayment(command.card, command.payment)
    books.add(LenderReceipt(command.card, command.payment, receipt))
