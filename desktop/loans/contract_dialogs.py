"""From asking for a loan to its contract: the application, the decision, the terms."""

from __future__ import annotations

from typing_extensions import override

from desktop.loans.limit_said import limit_said
from desktop.loans.state import ContractForm
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.loan_fields import loan_types, member_chooser, type_field
from desktop.session.plan_part import PlanPart
from desktop.session.rule_fields import RateField
from desktop.session.session import Session
from ledger.domain.lending import Direction
from ledger.domain.loan_life import LoanApplication
from ledger.queries.loans import LoanRow, loans
from ledger.usecases.lending import OpenLoan
from ledger.usecases.loan_applying import ApplyForLoan, DecideLoanApplication
from reports.words.voice import Voice


class ApplicationDialog(CommandDialog):
    """A member asks for a loan."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Application for a loan"),
            verb=lambda voice: voice.tr("Keep the application"),
        )
        self.member = self.add(
            "member", lambda voice: voice.tr("Member"), member_chooser(session, voice)
        )
        types = session.ask(loan_types)
        self.type = self.add(
            "type", lambda voice: voice.tr("Type"), type_field(voice, types, Direction.OUT)
        )
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.purpose = self.add("purpose", lambda voice: voice.tr("Purpose"), TextField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        for field in (self.member, self.type):
            field.changed.connect(self._say_limit)

    def _say_limit(self) -> None:
        self.amount.hint(limit_said(self.session, self.member.chosen(), self.type.picked()))

    @override
    def command(self) -> ApplyForLoan | None:
        member, kind = self.member.chosen(), self.type.picked()
        amount, day = self.amount.amount(), self.day.day()
        if not (isinstance(member, str) and isinstance(kind, str)):
            return None
        if amount is None or day is None:
            return None
        return ApplyForLoan(
            member=member, type=kind, amount=amount, purpose=self.purpose.words(), on=day
        )


class DecisionDialog(CommandDialog):
    """What the committee decided on an application."""

    def __init__(self, session: Session, voice: Voice, application: LoanApplication) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Decision of the committee"),
            verb=lambda voice: voice.tr("Keep the decision"),
        )
        self._application = application
        self.approved = self.form.add(
            lambda voice: voice.tr("Decision"),
            PickField(
                voice,
                [
                    (True, lambda voice: voice.tr("approved")),
                    (False, lambda voice: voice.tr("rejected")),
                ],
            ),
        )
        self.amount = self.add("amount", lambda voice: voice.tr("Granted"), MoneyField(voice))
        self.amount.set_amount(application.amount)
        self.amount.hint(limit_said(session, application.member, application.type))
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )
        self.decided_by = self.add(
            "decided_by", lambda voice: voice.tr("Decided by"), TextField(voice), optional=True
        )
        self.reason = self.add(
            "reason", lambda voice: voice.tr("Reason"), TextField(voice), optional=True
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> DecideLoanApplication | None:
        day, approved = self.day.day(), self.approved.picked() is True
        if day is None:
            return None
        return DecideLoanApplication(
            application=self._application.number,
            approved=approved,
            on=day,
            resolution=self.resolution.words(),
            decided_by=self.decided_by.words(),
            amount=self.amount.amount() if approved else None,
            reason=self.reason.words(),
        )


class ContractDialog(CommandDialog):
    """The terms of a loan to a member; from an application they are what was approved."""

    def __init__(
        self, session: Session, voice: Voice, application: LoanApplication | None = None
    ) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Loan contract"),
            verb=lambda voice: voice.tr("Make the contract"),
        )
        self._application = application
        self.member = self.add(
            "member", lambda voice: voice.tr("Member"), member_chooser(session, voice)
        )
        types = session.ask(loan_types)
        self.type = self.add(
            "type", lambda voice: voice.tr("Type"), type_field(voice, types, Direction.OUT)
        )
        self.approved = self.add(
            "approved", lambda voice: voice.tr("Approved amount"), MoneyField(voice)
        )
        self.rate = self.add("rate", lambda voice: voice.tr("Percent a year"), RateField(voice))
        self.day = self.add(
            "on", lambda voice: voice.tr("Contract day"), business_day(session, voice)
        )
        self.plan = PlanPart(self, session)
        self.source = self.form.add(
            lambda voice: voice.tr("Lent on from"), _source_field(session, voice)
        )
        self._add_papers(voice)
        if application is not None:
            self._fill(application)

    @override
    def command(self) -> OpenLoan | None:
        member, kind = self.member.chosen(), self.type.picked()
        approved, rate = self.approved.amount(), self.rate.rate()
        plan, day = self.plan.fields(), self.day.day()
        if not (isinstance(member, str) and isinstance(kind, str) and day):
            return None
        if approved is None or rate is None or plan is None:
            return None
        source = self.source.picked()
        form = ContractForm(
            type=kind,
            member=member,
            approved=approved,
            rate=rate,
            on=day,
            plan=plan,
            purpose=self.purpose.words(),
            resolution=self.resolution.words(),
            approved_by=self.approved_by.words(),
            contract_number=self.contract_number.words(),
            guarantors=self.guarantors.words(),
            source=source if isinstance(source, int) else None,
            application=None if self._application is None else self._application.number,
        )
        return form.command()

    def _add_papers(self, voice: Voice) -> None:
        self.guarantors = self.add(
            "guarantors",
            lambda voice: voice.tr("Member numbers of the guarantors"),
            TextField(voice),
            optional=True,
        )
        self.contract_number = self.add(
            "contract_number",
            lambda voice: voice.tr("Contract number"),
            TextField(voice),
            optional=True,
        )
        self.purpose = self.add(
            "purpose", lambda voice: voice.tr("Purpose"), TextField(voice), optional=True
        )
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice), optional=True
        )
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )

    def _fill(self, application: LoanApplication) -> None:
        self.member.choose(application.member)
        self.type.pick(application.type)
        self.approved.set_amount(application.granted)
        self.purpose.set_words(application.purpose)
        self.resolution.set_words(application.resolution)
        self.approved_by.set_words(application.decided_by)
        if application.instalments is not None:
            self.plan.instalments.set_words(str(application.instalments))


def _source_field(session: Session, voice: Voice) -> PickField:
    rows = session.ask(loans, at=session.today, leg=Direction.IN).rows
    own: list[tuple[int | None, Says]] = [(None, lambda voice: voice.tr("Own money"))]
    return PickField(voice, [*own, *((row.card, _lender(row)) for row in rows)])


def _lender(row: LoanRow) -> Says:
    return lambda voice: f"{row.name} ({voice.digits(str(row.card))})"
