"""A loan of either leg on new terms: another rate from a day on, a new plan for what is owed."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.text_fields import TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.plan_part import PlanPart
from desktop.session.rule_fields import RateField
from desktop.session.session import Session
from ledger.domain.commands import Outcome
from ledger.queries.loan_paper import LoanPaper
from ledger.usecases.lending import RescheduleLoan, SetLoanRate
from reports.words.loan_words import plans_of
from reports.words.voice import Voice


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
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.plan = PlanPart(self, session)
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )
        self.reason = self.add(
            "reason", lambda voice: voice.tr("Reason"), TextField(voice), optional=True
        )

    @override
    def command(self) -> RescheduleLoan | None:
        plan, day = self.plan.fields(), self.day.day()
        if plan is None or day is None:
            return None
        return RescheduleLoan(
            card=self._card,
            on=day,
            **plan,
            resolution=self.resolution.words(),
            reason=self.reason.words(),
        )


def _plans(outcome: Outcome) -> Says:
    return lambda voice: "\n".join(plans_of(outcome, voice))
