"""What the tabs of the auditor's desk share: the screen they belong to, and asking when seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.audit.state import Leads
from desktop.parts.day_field import DayField
from desktop.parts.field import Field
from desktop.parts.flow import ButtonRow
from desktop.parts.form import Form
from desktop.parts.words import Label, Says, nothing
from desktop.session import Place, Session
from desktop.session.screen import Screen
from reports.words.voice import Voice


class DeskPage(QWidget):
    """One tab: fields in a line, what they say in a sentence, buttons, and lists below."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.desk = screen
        self.facts = Label(nothing, screen.voice)
        self.rows = QVBoxLayout(self)

    @property
    def session(self) -> Session:
        return self.desk.session

    @property
    def voice(self) -> Voice:
        return self.desk.voice

    def freshen(self) -> None:
        """Ask the page's question anew and show the answer."""

    def put(
        self,
        fields: Sequence[tuple[Says, Field]],
        buttons: Sequence[QPushButton],
        lists: Sequence[QWidget],
    ) -> None:
        """Lay the page out in reading order."""
        form = Form(self.voice)
        for says, field in fields:
            form.add(says, field)
        self.rows.addWidget(form)
        self.rows.addWidget(self.facts)
        self.rows.addWidget(ButtonRow(buttons))
        for part in lists:
            self.rows.addWidget(part, 1)

    def go(self, leads: Leads | None) -> None:
        if leads is not None:
            self.desk.go_to.emit(Place(leads.area, leads.key))


def day_field(session: Session, voice: Voice, day: date | None) -> DayField:
    """A day that stands above a list and decides what it shows."""
    field = DayField(voice, session.today)
    field.set_day(day)
    return field
