"""Who has not handed in the month, with whom to telephone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.office.columns import missing_columns
from desktop.office.screen import SightScreen, beside
from desktop.office.session import OfficeSession
from desktop.parts.ask import Asks
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session.places import Place
from desktop.session.screen import Opens, show_dialog
from ledger.domain.network.answers import Missing
from ledger.network.questions import missing
from reports.words.voice import Voice


class MissingScreen(SightScreen):
    """One list, and how many of all have reported; Enter opens the organisation."""

    def __init__(
        self, session: OfficeSession, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.said = Label(nothing, voice)
        self.paper = Button(lambda voice: voice.tr("Put on paper"), voice, main=True)
        self.table = Table(
            missing_columns,
            voice,
            name=lambda voice: voice.tr("Not handed in"),
            identity=lambda row: row.code,
        )
        self.table.say_when_empty(lambda voice: voice.tr("Everybody has handed in."))
        heading = Label(lambda voice: voice.tr("Not handed in"), voice, heading=True)
        widgets: tuple[QWidget, ...] = (heading, self.sight, beside(self.said, self.paper))
        for widget in widgets:
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.paper.clicked.connect(self._open_paper)
        self.table.activated.connect(self._open)

    @override
    def show_sight(self) -> None:
        sight = self.session.sight
        self.ask_behind(
            lambda: self.session.ask(missing, month=sight.month, chosen=sight.chosen),
            then=self._show,
        )

    def _show(self, found: Missing) -> None:
        self.table.set_rows(found.rows)
        self.said.say(
            lambda voice: voice.tr("{reported} of {all} organisations have handed in.").format(
                reported=voice.number(found.reported), all=voice.number(found.organisations)
            )
        )

    def _open_paper(self) -> None:
        self.go_to.emit(Place("papers", "missing"))

    def _open(self) -> None:
        self.go_to.emit(Place("register", self.table.current().code))
