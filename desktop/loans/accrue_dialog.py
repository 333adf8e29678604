"""Accrued interest of both legs, brought to what is unpaid at the end of a day."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.text_fields import TextField
from desktop.session.fields import business_day
from desktop.session.long_dialog import LongDialog
from desktop.session.session import Session
from ledger.domain.days import Month, day_before
from ledger.usecases.accruing import AccrueInterest
from reports.words.voice import Voice


class AccrueDialog(LongDialog):
    """Proposes the end of the last month; only the change is booked."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Accrued interest"),
            verb=lambda voice: voice.tr("Book the change"),
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.day.set_day(day_before(Month.of(session.today).first))
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.rehearse()

    @override
    def command(self) -> AccrueInterest | None:
        day = self.day.day()
        if day is None:
            return None
        return AccrueInterest(on=day, approved_by=self.approved_by.words())
