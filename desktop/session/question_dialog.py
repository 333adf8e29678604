"""The auditor's question to the treasurer, asked at her desk or at the entry itself."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.text_fields import LongTextField
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.loan_fields import WholeField, member_chooser
from desktop.session.session import Session
from ledger.usecases.auditing import AskAuditQuestion
from reports.words.voice import Voice


class AskDialog(CommandDialog):
    """A question to the treasurer, about an entry, a member, or the books."""

    def __init__(self, session: Session, voice: Voice, entry: int | None = None) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Ask the treasurer"),
            verb=lambda voice: voice.tr("Ask"),
        )
        self.text = self.add("text", lambda voice: voice.tr("Question"), LongTextField(voice))
        self.entry = self.add(
            "entry",
            lambda voice: voice.tr("Entry number"),
            WholeField(voice, digits=9),  # ten years of a large cooperative have a million
            optional=True,
        )
        self.member = self.add(
            "member",
            lambda voice: voice.tr("Member"),
            member_chooser(session, voice),
            optional=True,
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        if entry is not None:
            self.entry.set_words(str(entry))

    @override
    def command(self) -> AskAuditQuestion | None:
        day, text = self.day.day(), self.text.words()
        if day is None or not text:
            return None
        member = self.member.chosen()
        return AskAuditQuestion(
            text=text,
            on=day,
            entry=self.entry.whole(),
            member=member if isinstance(member, str) else None,
        )
