"""Money on a loan: paying it out, receiving an instalment with its split, giving it up."""

from __future__ import annotations

from typing_extensions import override

from desktop.loans.state import card_numbers
from desktop.parts.day_field import DayField
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.parts.words import Says, Tick
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_or_bank, picked_bank
from desktop.session.loan_fields import WholeField
from desktop.session.rule_fields import RateField
from desktop.session.session import Session
from ledger.domain.commands import Outcome
from ledger.queries.loan_paper import LoanPaper
from ledger.usecases.lending import RescheduleLoan, SetLoanRate
from ledger.usecases.loan_easing import DeclareMoratorium
from ledger.usecases.loan_payouts import PayOutLoan
from ledger.usecases.provisioning import PostProvision
from ledger.usecases.repaying import WriteOffLoan
from reports.words.loan_words import plans_of
from reports.words.voice import Voice


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
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return PayOutLoan(
            card=self._card,
            amount=amount,
            on=day,
            bank=picked_bank(self.place),
            purpose=self.purpose.words(),
            approved_by=self.approved_by.words(),
            clears=card_numbers(self.clears.words()),
        )


class LoanRateDialog(CommandDialog):
    """The yearly rate of a loan from a day on."""

    def __init__(self, session: Session, voice: Voice, loan: LoanPaper) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Set an interest rate"),
            verb=lambda voice: voice.tr("Set the rate"),
        )
        self._card = loan.loan.contract.card
        self.rate = self.add("rate", lambda voice: voice.tr("Percent a year"), RateField(voice))
        self.day = self.add(
            "from_day", lambda voice: voice.tr("From day"), business_day(session, voice)
        )
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice), optional=True
        )

    @override
    def command(self) -> SetLoanRate | None:
        rate, day = self.rate.rate(), self.day.day()
        if rate is None or day is None:
            return None
        return SetLoanRate(
            card=self._card, from_day=day, rate=rate, resolution=self.resolution.words()
        )


class RescheduleDialog(CommandDialog):
    """A new plan for what is owed; the old one is kept."""

    def __init__(self, session: Session, voice: Voice, loan: LoanPaper) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("New plan"),
            verb=lambda voice: voice.tr("Keep the new plan"),
            tells=_plans,
        )
        self._card = loan.loan.contract.card
        self.instalments = self.add(
            "instalments", lambda voice: voice.tr("Number of instalments"), WholeField(voice)
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.first_due = self.add(
            "first_due",
            lambda voice: voice.tr("First due day"),
            DayField(voice, session.today),
            optional=True,
        )
        self.grace = self.add(
            "grace_principal",
            lambda voice: voice.tr("First instalments without principal"),
            WholeField(voice),
            optional=True,
        )
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )
        self.reason = self.add(
            "reason", lambda voice: voice.tr("Reason"), TextField(voice), optional=True
        )

    @override
    def command(self) -> RescheduleLoan | None:
        instalments, day = self.instalments.whole(), self.day.day()
        if instalments is None or day is None:
            return None
        return RescheduleLoan(
            card=self._card,
            on=day,
            instalments=instalments,
            first_due=self.first_due.day(),
            grace_principal=self.grace.whole() or 0,
            resolution=self.resolution.words(),
            reason=self.reason.words(),
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


def _plans(outcome: Outcome) -> Says:
    return lambda voice: "\n".join(plans_of(outcome, voice))
