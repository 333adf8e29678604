"""Money on a loan: paying it out, receiving an instalment with its split, giving it up."""

from __future__ import annotations

from typing_extensions import override

from desktop.loans.state import card_numbers
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.parts.words import Tick
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import account_chooser, business_day, cash_or_bank, picked_bank
from desktop.session.loan_fields import WholeField
from desktop.session.session import Session
from ledger.domain.accounts import Kind
from ledger.queries.loan_paper import LoanPaper
from ledger.usecases.loan_easing import DeclareMoratorium
from ledger.usecases.loan_payouts import PayOutLoan
from ledger.usecases.provisioning import PostProvision
from ledger.usecases.repaying import WriteOffLoan
from reports.words.voice import Voice

_OF_GOODS = (Kind.ASSET, Kind.EXPENSE)


class PayoutDialog(CommandDialog):
    """A part of the loan is paid out; older loans can be cleared out of it."""

    def __init__(self, session: Session, voice: Voice, loan: LoanPaper) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Pay out a loan"),
            verb=lambda voice: voice.tr("Pay out"),
        )
        self._card = loan.loan.contract.card
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.amount.set_amount(loan.loan.contract.approved - loan.loan.row.paid_out)
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )
        self.purpose = self.add(
            "purpose", lambda voice: voice.tr("Purpose"), TextField(voice), optional=True
        )
        self.milestone = self.add(
            "milestone", lambda voice: voice.tr("Milestone"), TextField(voice), optional=True
        )
        self.goods = self.add(
            "goods",
            lambda voice: voice.tr("In kind, out of the account"),
            account_chooser(session, voice, kinds=_OF_GOODS),
            optional=True,
        )
        self.clears = self.add(
            "clears",
            lambda voice: voice.tr("Card numbers of loans that are cleared"),
            TextField(voice),
            optional=True,
        )
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )

    @override
    def command(self) -> PayOutLoan | None:
        amount, day, goods = self.amount.amount(), self.day.day(), self.goods.chosen()
        if amount is None or day is None:
            return None
        return PayOutLoan(
            card=self._card,
            amount=amount,
            on=day,
            bank=picked_bank(self.place),
            purpose=self.purpose.words(),
            milestone=self.milestone.words(),
            goods=goods if isinstance(goods, str) else None,
            approved_by=self.approved_by.words(),
            clears=card_numbers(self.clears.words()),
        )


class MoratoriumDialog(CommandDialog):
    """Many loans rest at once; those that were chosen stand there already."""

    def __init__(self, session: Session, voice: Voice, cards: tuple[int, ...]) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Moratorium"),
            verb=lambda voice: voice.tr("Let the loans rest"),
        )
        self.cards = self.add(
            "cards", lambda voice: voice.tr("Card numbers"), TextField(voice, longest=2_000)
        )
        self.cards.set_words(", ".join(map(str, cards)))
        self.start = self.add(
            "start", lambda voice: voice.tr("From day"), business_day(session, voice)
        )
        self.end = self.add(
            "end", lambda voice: voice.tr("Up to and including"), business_day(session, voice)
        )
        self.extended_by = self.add(
            "extended_by",
            lambda voice: voice.tr("Months that the term grows by"),
            WholeField(voice),
        )
        self.interest = self.form.add_wide(Tick(lambda voice: voice.tr("Interest runs on"), voice))
        self.penalty = self.form.add_wide(Tick(lambda voice: voice.tr("Penalty runs on"), voice))
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )

    @override
    def command(self) -> DeclareMoratorium | None:
        start, end, months = self.start.day(), self.end.day(), self.extended_by.whole()
        if start is None or end is None or months is None:
            return None
        return DeclareMoratorium(
            cards=card_numbers(self.cards.words()),
            start=start,
            end=end,
            extended_by=months,
            interest=self.interest.isChecked(),
            penalty=self.penalty.isChecked(),
            resolution=self.resolution.words(),
        )


class WriteOffDialog(CommandDialog):
    """The principal of a loan is given up by resolution."""

    def __init__(self, session: Session, voice: Voice, loan: LoanPaper) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Write off a loan"),
            verb=lambda voice: voice.tr("Write off"),
        )
        self._card = loan.loan.contract.card
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )
        self.allowance = self.form.add_wide(
            Tick(lambda voice: voice.tr("Against the allowance"), voice)
        )
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )

    @override
    def command(self) -> WriteOffLoan | None:
        day = self.day.day()
        if day is None:
            return None
        return WriteOffLoan(
            card=self._card,
            on=day,
            resolution=self.resolution.words(),
            allowance=self.allowance.isChecked(),
            approved_by=self.approved_by.words(),
        )


class ProvisionDialog(CommandDialog):
    """The allowance is brought to what the loans of the day need."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Allowance for doubtful loans"),
            verb=lambda voice: voice.tr("Book the change"),
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.rehearse()

    @override
    def command(self) -> PostProvision | None:
        day = self.day.day()
        return None if day is None else PostProvision(on=day, approved_by=self.approved_by.words())
