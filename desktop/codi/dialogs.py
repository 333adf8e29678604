"""Forms of received loans: the contract, drawing, repaying, and the lender's own figure."""

from __future__ import annotations

from typing_extensions import override

from desktop.codi.state import BorrowingForm
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_or_bank, picked_bank
from desktop.session.loan_fields import loan_types, type_field
from desktop.session.plan_part import PlanPart
from desktop.session.rule_fields import RateField, choice_field
from desktop.session.session import Session
from ledger.domain.commands import Outcome
from ledger.domain.lending import Direction
from ledger.domain.loan_life import LenderPaper
from ledger.queries.loan_paper import LoanPaper
from ledger.usecases.lending import OpenLoan
from ledger.usecases.loan_passing import RecordLenderStatement
from ledger.usecases.loan_payouts import PayOutLoan
from ledger.usecases.repaying import RepayLender
from reports.words.loan_words import LENDER_PAPERS, split_of
from reports.words.voice import Voice


class BorrowingDialog(CommandDialog):
    """The contract with CODI, a bank or the city fund."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Contract with a lender"),
            verb=lambda voice: voice.tr("Make the contract"),
        )
        self.type = self.add(
            "type",
            lambda voice: voice.tr("Type"),
            type_field(voice, session.ask(loan_types), Direction.IN),
        )
        self.lender = self.add("lender", lambda voice: voice.tr("Lender"), TextField(voice))
        self.approved = self.add(
            "approved", lambda voice: voice.tr("Approved amount"), MoneyField(voice)
        )
        self.rate = self.add("rate", lambda voice: voice.tr("Percent a year"), RateField(voice))
        self.day = self.add(
            "on", lambda voice: voice.tr("Contract day"), business_day(session, voice)
        )
        self.plan = PlanPart(self, session)
        self.contract_number = self.add(
            "contract_number",
            lambda voice: voice.tr("Contract number"),
            TextField(voice),
            optional=True,
        )
        self.purpose = self.add(
            "purpose", lambda voice: voice.tr("Purpose"), TextField(voice), optional=True
        )

    @override
    def command(self) -> OpenLoan | None:
        kind, day = self.type.picked(), self.day.day()
        approved, rate = self.approved.amount(), self.rate.rate()
        plan = self.plan.fields()
        if not isinstance(kind, str) or day is None or approved is None:
            return None
        if rate is None or plan is None:
            return None
        form = BorrowingForm(
            type=kind,
            lender=self.lender.words(),
            approved=approved,
            rate=rate,
            on=day,
            plan=plan,
            contract_number=self.contract_number.words(),
            purpose=self.purpose.words(),
        )
        return form.command()


class DrawDialog(CommandDialog):
    """A part of the loan is drawn, with its purpose and the milestone it was for."""

    def __init__(self, session: Session, voice: Voice, loan: LoanPaper) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Draw from the lender"),
            verb=lambda voice: voice.tr("Draw"),
        )
        self._card = loan.loan.contract.card
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Received in"), cash_or_bank(session, voice)
        )
        self.purpose = self.add(
            "purpose", lambda voice: voice.tr("Purpose"), TextField(voice), optional=True
        )
        self.milestone = self.add(
            "milestone", lambda voice: voice.tr("Milestone"), TextField(voice), optional=True
        )

    @override
    def command(self) -> PayOutLoan | None:
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return PayOutLoan(
            card=self._card,
            amount=amount,
            on=day,
            bank=picked_bank(self.place),
            purpose=self.purpose.words(),
            milestone=self.milestone.words(),
        )


class RepayDialog(CommandDialog):
    """An instalment to the lender, with the split and the number of the lender's receipt."""

    def __init__(self, session: Session, voice: Voice, loan: LoanPaper) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Repay the lender"),
            verb=lambda voice: voice.tr("Repay"),
            tells=_split,
        )
        self._card = loan.loan.contract.card
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )
        self.receipt = self.add(
            "lender_receipt",
            lambda voice: voice.tr("Number of the lender's receipt"),
            TextField(voice),
            optional=True,
        )
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )

    @override
    def command(self) -> RepayLender | None:
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return RepayLender(
            card=self._card,
            amount=amount,
            on=day,
            bank=picked_bank(self.place),
            lender_receipt=self.receipt.words(),
            approved_by=self.approved_by.words(),
        )


class LenderFigureDialog(CommandDialog):
    """What the lender says is owed at a day; a difference to the books is kept and shown."""

    def __init__(self, session: Session, voice: Voice, loan: LoanPaper) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("The lender's figure"),
            verb=lambda voice: voice.tr("Keep the figure"),
        )
        self._card = loan.loan.contract.card
        self.day = self.add(
            "at", lambda voice: voice.tr("At the end of"), business_day(session, voice)
        )
        self.kind = self.form.add(
            lambda voice: voice.tr("What the lender sent"), choice_field(voice, LENDER_PAPERS)
        )
        self.stated = self.add(
            "stated", lambda voice: voice.tr("Principal owed"), MoneyField(voice)
        )
        self.reference = self.add(
            "reference", lambda voice: voice.tr("Letter or number"), TextField(voice), optional=True
        )

    @override
    def command(self) -> RecordLenderStatement | None:
        stated, day, kind = self.stated.amount(), self.day.day(), self.kind.picked()
        if stated is None or day is None or not isinstance(kind, LenderPaper):
            return None
        return RecordLenderStatement(
            card=self._card, at=day, stated=stated, reference=self.reference.words(), kind=kind
        )


def _split(outcome: Outcome) -> Says:
    return lambda voice: split_of(outcome, voice)
