"""A form for the number of the receipt that a lender sends after the repayment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import AskedDialog, picks, words
from desktop.session.more import Deed
from desktop.session.screen import Screen
from ledger.domain.commands import Command
from ledger.queries.loan_paper import LoanPaper
from ledger.queries.next_instalments import LenderRepayment, lender_repayments
from ledger.usecases.lender_receipts import NoteLenderReceipt
from reports.words.voice import Voice


def deeds_of(screen: Screen, loan: Callable[[], LoanPaper | None]) -> tuple[Deed, ...]:
    """The further forms of the area; of the loan that is open, or of all in the list."""

    def opens() -> QDialog | None:
        found = loan()
        card = None if found is None else found.loan.contract.card
        return receipt_form(screen.session, screen.voice, card)

    return (Deed("note-lender-receipt", _title, opens),)


def receipt_form(session: Session, voice: Voice, card: int | None = None) -> QDialog | None:
    """Repayments without a receipt first, the newest of each kind first."""
    rows = session.ask(lender_repayments, card=card).rows
    if not rows:
        return None
    ordered = sorted(rows, key=lambda row: (bool(row.receipt), -row.on.toordinal()))

    def noted(*, repayment: tuple[int, int], receipt: str) -> Command:
        return NoteLenderReceipt(card=repayment[0], payment=repayment[1], receipt=receipt)

    return AskedDialog(
        session,
        voice,
        title=_title,
        verb=lambda voice: voice.tr("Note the receipt"),
        asks=(
            picks(
                "repayment",
                lambda voice: voice.tr("Repayment"),
                [((row.card, row.payment), _said(row)) for row in ordered],
            ),
            words("receipt", lambda voice: voice.tr("Number of the lender's receipt")),
        ),
        makes=noted,
    )


def _said(row: LenderRepayment) -> Says:
    def said(voice: Voice) -> str:
        facts = voice.tr("{day}: {name}, {amount} baht").format(
            day=voice.day(row.on), name=row.lender, amount=voice.money(row.amount)
        )
        return f"{facts} ({row.receipt})" if row.receipt else facts

    return said


def _title(voice: Voice) -> str:
    return voice.tr("Receipt of the lender")
