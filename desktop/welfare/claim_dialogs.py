"""Forms of claims: filed with the check beside it, decided, paid, cancelled."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.day_field import DayField
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Label, Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_or_bank, picked_bank
from desktop.session.session import Session
from desktop.welfare.state import check_text, filed_text, separate
from ledger.domain.commands import Outcome
from ledger.domain.consents import OF_HEALTH, ConsentTo
from ledger.queries.consents import consents
from ledger.queries.welfare_claims import ClaimRow, RuleView, benefit_rules, welfare_claim
from ledger.queries.welfare_members import welfare_members
from ledger.usecases.welfare_claiming import (
    CancelWelfareClaim,
    DecideWelfareClaim,
    FileWelfareClaim,
    PayWelfareClaim,
)
from reports.words.voice import Voice


class ClaimDialog(CommandDialog):
    """What is asked for; the check of the rule stands there before it is filed."""

    def __init__(self, session: Session, voice: Voice, member: str | None = None) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Claim a benefit"),
            verb=lambda voice: voice.tr("File the claim"),
            tells=self._checked,
        )
        self.member = self.add(
            "member", lambda voice: voice.tr("Member"), fund_member_chooser(session, voice)
        )
        rules = session.ask(benefit_rules, at=session.today).rows
        self._of_health = frozenset(one.rule.code for one in rules if one.rule.heading in OF_HEALTH)
        self.benefit = self.add(
            "benefit",
            lambda voice: voice.tr("Benefit"),
            PickField(voice, [(one.rule.code, _named(one)) for one in rules]),
        )
        self.admitted = self.add(
            "admitted",
            lambda voice: voice.tr("Admitted, or begun, on"),
            DayField(voice, session.today),
            optional=True,
        )
        self.start = self.add(
            "start", lambda voice: voice.tr("From day"), business_day(session, voice)
        )
        self.end = self.add(
            "end",
            lambda voice: voice.tr("Up to and including"),
            DayField(voice, session.today),
            optional=True,
        )
        self.day = self.add(
            "on", lambda voice: voice.tr("Day of the claim"), business_day(session, voice)
        )
        self.documents = self.add(
            "documents",
            lambda voice: voice.tr("Documents, with semicolons between"),
            TextField(voice),
            optional=True,
        )
        self.payee = self.add(
            "payee",
            lambda voice: voice.tr("Paid to, if not the member"),
            TextField(voice),
            optional=True,
        )
        if member is not None:
            self.member.choose(member)

    @override
    def command(self) -> FileWelfareClaim | None:
        member, benefit = self.member.chosen(), self.benefit.picked()
        start, day = self.start.day(), self.day.day()
        if not (isinstance(member, str) and isinstance(benefit, str)):
            return None
        if start is None or day is None:
            return None
        return FileWelfareClaim(
            member=member,
            benefit=benefit,
            start=start,
            end=self.end.day(),
            on=day,
            documents=separate(self.documents.words()),
            payee=self.payee.words(),
            admitted=self.admitted.day(),
        )

    def _checked(self, outcome: Outcome) -> Says:
        """What the check finds, and that her consent to health data is missing where it is."""
        missing = self._lacks_consent()

        def says(voice: Voice) -> str:
            asked = voice.tr(
                "Her consent to health data is not recorded: let her sign the consent form."
            )
            return " ".join((filed_text(outcome, voice), *((asked,) if missing else ())))

        return says

    def _lacks_consent(self) -> bool:
        member = self.member.chosen()
        if self.benefit.picked() not in self._of_health or not isinstance(member, str):
            return False
        return self.session.ask(consents, member=member).in_force(ConsentTo.HEALTH) is None


class DecideClaimDialog(CommandDialog):
    """The committee decides; the check stands above what is filled in."""

    def __init__(self, session: Session, voice: Voice, row: ClaimRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Decision on a claim"),
            verb=lambda voice: voice.tr("Save the decision"),
        )
        self._claim = row.claim
        view = session.ask(welfare_claim, claim=row.claim)
        self.check = self.form.add_wide(Label(lambda voice: check_text(view, voice), voice))
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
        self.approved.pick(view.check.is_payable)
        self.amount = self.add(
            "amount", lambda voice: voice.tr("Less than allowed"), MoneyField(voice), optional=True
        )
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice), optional=True
        )
        self.committee = self.add(
            "committee",
            lambda voice: voice.tr("Three of the committee, with semicolons between"),
            TextField(voice),
            optional=True,
        )
        self.chair = self.add(
            "chair", lambda voice: voice.tr("Chairperson"), TextField(voice), optional=True
        )
        self.reason = self.add(
            "reason", lambda voice: voice.tr("Reason"), TextField(voice), optional=True
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> DecideWelfareClaim | None:
        day, approved = self.day.day(), self.approved.picked() is True
        if day is None:
            return None
        return DecideWelfareClaim(
            claim=self._claim,
            approved=approved,
            on=day,
            resolution=self.resolution.words(),
            committee=separate(self.committee.words()),
            chair=self.chair.words(),
            amount=self.amount.amount() if approved else None,
            reason=self.reason.words(),
        )


class PayClaimDialog(CommandDialog):
    """An approved claim is paid, with its voucher."""

    def __init__(self, session: Session, voice: Voice, row: ClaimRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Pay a claim"),
            verb=lambda voice: voice.tr("Pay out"),
        )
        self._claim = row.claim
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )
        self.payee = self.add(
            "payee",
            lambda voice: voice.tr("Paid to, if not the member"),
            TextField(voice),
            optional=True,
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> PayWelfareClaim | None:
        day = self.day.day()
        if day is None:
            return None
        return PayWelfareClaim(
            claim=self._claim,
            on=day,
            bank=picked_bank(self.place),
            payee=self.payee.words(),
        )


class CancelClaimDialog(CommandDialog):
    """A claim that no longer counts; a payment on it is reversed."""

    def __init__(self, session: Session, voice: Voice, row: ClaimRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Cancel a claim"),
            verb=lambda voice: voice.tr("Cancel the claim"),
        )
        self._claim = row.claim
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.reason = self.add("reason", lambda voice: voice.tr("Reason"), TextField(voice))

    @override
    def command(self) -> CancelWelfareClaim | None:
        day = self.day.day()
        if day is None:
            return None
        return CancelWelfareClaim(claim=self._claim, on=day, reason=self.reason.words())


def fund_member_chooser(session: Session, voice: Voice) -> Chooser:
    """Anybody who is or was in the fund: the family may claim after a death."""
    rows = session.ask(welfare_members, at=session.today).rows
    known = {row.member: row.name for row in rows}
    return Chooser(voice, [Choice(number, name, number, "") for number, name in known.items()])


def _named(view: RuleView) -> Says:
    return lambda voice: voice.name(view.rule.name_th, view.rule.name_en)
