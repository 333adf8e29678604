"""Forms of the auditor's desk: questions and answers, findings, replies, and clearing a flag."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from typing_extensions import override

from desktop.audit.state import clearing
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import LongTextField, PickField, TextField
from desktop.parts.words import Label, Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, month_field, months_back
from desktop.session.session import Session
from ledger.domain.auditing import Confirmed, Inspection
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.red_flags import FlagTest
from ledger.queries.audit_desk import ConfirmationRow, QuestionView
from ledger.queries.red_flags.looking import FlagRow
from ledger.usecases.auditing import (
    AnswerAuditQuestion,
    FollowInspection,
    RecordConfirmation,
    RecordInspection,
    SettleAuditQuestion,
)
from ledger.usecases.flag_clearing import ClearRedFlag
from reports.words.choices import REPLIES
from reports.words.red_flag_signs import sign_sentence
from reports.words.red_flag_tests import how_to_clear
from reports.words.voice import Voice


class SayDialog(CommandDialog):
    """What is said to a question: the treasurer's answer, or the auditor's last word."""

    def __init__(
        self, session: Session, voice: Voice, question: QuestionView, *, settles: bool
    ) -> None:
        super().__init__(
            session,
            voice,
            title=_settle if settles else _answer,
            verb=_settle if settles else _answer,
        )
        self._question = question.question
        self._settles = settles
        self.form.add_wide(Label(lambda _voice: question.text, voice))
        self.text = self.add("text", lambda voice: voice.tr("What is said"), LongTextField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> Command | None:
        day, text = self.day.day(), self.text.words()
        if day is None or not text:
            return None
        if self._settles:
            return SettleAuditQuestion(question=self._question, text=text, on=day)
        return AnswerAuditQuestion(question=self._question, text=text, on=day)


class FindingDialog(CommandDialog):
    """A finding of the inspector for the month's follow-up table."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("New finding"),
            verb=lambda voice: voice.tr("Keep the finding"),
        )
        months = months_back(session.today)
        self.month = self.add("month", lambda voice: voice.tr("Month"), month_field(voice, months))
        self.topic = self.add("topic", lambda voice: voice.tr("Topic"), TextField(voice))
        self.found = self.add(
            "found", lambda voice: voice.tr("What was found"), LongTextField(voice)
        )
        self.effect = self.add(
            "effect", lambda voice: voice.tr("Effect"), TextField(voice), optional=True
        )
        self.recommendation = self.add(
            "recommendation",
            lambda voice: voice.tr("Recommendation"),
            TextField(voice),
            optional=True,
        )

    @override
    def command(self) -> RecordInspection | None:
        month = self.month.picked()
        topic, found = self.topic.words(), self.found.words()
        if not isinstance(month, Month) or not topic or not found:
            return None
        return RecordInspection(
            month=month,
            topic=topic,
            found=found,
            effect=self.effect.words(),
            recommendation=self.recommendation.words(),
        )


class FollowDialog(CommandDialog):
    """What became of a finding; once it is put right it leaves the table of later months."""

    def __init__(self, session: Session, voice: Voice, finding: Inspection) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Follow a finding up"),
            verb=lambda voice: voice.tr("Keep the result"),
        )
        self._finding = finding.number
        self.form.add_wide(Label(lambda _voice: f"{finding.topic}: {finding.found}", voice))
        self.became = self.add("result", lambda voice: voice.tr("Result"), LongTextField(voice))
        self.settled = self.add(
            "settled",
            lambda voice: voice.tr("State"),
            PickField(voice, [(False, _open), (True, _right)]),
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> FollowInspection | None:
        day, result = self.day.day(), self.became.words()
        if day is None or not result:
            return None
        return FollowInspection(
            inspection=self._finding, result=result, on=day, settled=self.settled.picked() is True
        )


class ReplyDialog(CommandDialog):
    """The member's reply to the slip with her balance; her own figure where she disagrees."""

    def __init__(self, session: Session, voice: Voice, row: ConfirmationRow, at: date) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Reply of a member"),
            verb=lambda voice: voice.tr("Keep the reply"),
        )
        self._card, self._at = row.card, at
        self.form.add_wide(Label(_card_says(row), voice))
        self.reply = self.add(
            "outcome",
            lambda voice: voice.tr("Reply"),
            PickField(voice, [(one, _reply(one)) for one in Confirmed]),
        )
        self.stated = self.add(
            "stated",
            lambda voice: voice.tr("The member's paper says"),
            MoneyField(voice),
            optional=True,
        )
        self.note = self.add(
            "note", lambda voice: voice.tr("Note"), TextField(voice), optional=True
        )

    @override
    def command(self) -> RecordConfirmation | None:
        outcome = self.reply.picked()
        if not isinstance(outcome, Confirmed):
            return None
        disagreed = outcome is Confirmed.DISAGREED
        return RecordConfirmation(
            card=self._card,
            at=self._at,
            outcome=outcome,
            stated=self.stated.amount() if disagreed else None,
            note=self.note.words(),
        )


class ClearDialog(CommandDialog):
    """What was found behind an exception, and by whom; it stays in the list."""

    def __init__(self, session: Session, voice: Voice, test: FlagTest, row: FlagRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Clear a red flag"),
            verb=lambda voice: voice.tr("Clear it"),
        )
        self._row = row
        self.form.add_wide(Label(lambda voice: sign_sentence(row, voice), voice))
        self.form.add_wide(Label(lambda voice: how_to_clear(test, voice), voice))
        self.note = self.add("note", lambda voice: voice.tr("What was found"), LongTextField(voice))
        self.by = self.add("by", lambda voice: voice.tr("Cleared by"), TextField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> ClearRedFlag | None:
        day, note, by = self.day.day(), self.note.words(), self.by.words()
        if day is None or not note or not by:
            return None
        return clearing(self._row, note=note, by=by, on=day)


def _answer(voice: Voice) -> str:
    return voice.tr("Answer the question")


def _settle(voice: Voice) -> str:
    return voice.tr("Settle the question")


def _open(voice: Voice) -> str:
    return voice.tr("still open")


def _right(voice: Voice) -> str:
    return voice.tr("put right")


def _reply(outcome: Confirmed) -> Says:
    return lambda voice: voice.tr(REPLIES[outcome])


def _card_says(row: ConfirmationRow) -> Callable[[Voice], str]:
    def says(voice: Voice) -> str:
        return voice.tr("{member} {name}, {account}: the book says {amount} baht").format(
            member=voice.digits(row.member),
            name=row.holder,
            account=voice.name(row.name_th, row.name_en),
            amount=voice.money(row.booked),
        )

    return says
