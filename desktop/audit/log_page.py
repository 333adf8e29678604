"""The log: who did what when; Enter on a line tells what stood in the book before and since."""

from __future__ import annotations

from functools import partial

from typing_extensions import override

from desktop.audit.act_dialog import ActDialog
from desktop.audit.columns import act_columns
from desktop.audit.desk import DeskPage, day_field
from desktop.audit.state import Leads, log_facts
from desktop.parts.table import Table
from desktop.parts.words import Button
from desktop.session.screen import Screen, marked
from desktop.session.text_forms import (
    Erasable,
    erase_texts_form,
    erase_texts_title,
    shortened,
)
from ledger.domain.days import Month
from ledger.queries.act_log import act_told
from ledger.queries.act_texts import ActText, act_texts
from ledger.queries.acts import ActRow, acts
from reports.words.columns import column_name
from reports.words.voice import Voice

MOST = 2_000  # acts in the list; whoever looks for older ones chooses other days


class LogPage(DeskPage):
    """Every act of some days, the newest first, with money or without."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        today = self.session.today
        self.since = day_field(self.session, self.voice, Month.of(today).plus(-1).first)
        self.until = day_field(self.session, self.voice, today)
        self.look = Button(lambda voice: voice.tr("Show the change"), self.voice, main=True)
        self.paper = Button(lambda voice: voice.tr("Print the log"), self.voice)
        self.erase = Button(erase_texts_title, self.voice)
        self.acts = Table(
            act_columns,
            self.voice,
            name=lambda voice: voice.tr("Activity log"),
            identity=lambda row: row.number,
        )
        self.acts.say_when_empty(lambda voice: voice.tr("Nothing was done in these days."))
        self.put(
            (
                (lambda voice: voice.tr("From day"), self.since),
                (lambda voice: voice.tr("Up to and including"), self.until),
            ),
            (self.look, self.paper, self.erase),
            (self.acts,),
        )
        for field in (self.since, self.until):
            field.changed.connect(self.freshen)
        self.acts.activated.connect(self._open)
        self.look.clicked.connect(self._look)
        self.paper.clicked.connect(self._paper)
        self.erase.clicked.connect(self._erase)

    @override
    def freshen(self) -> None:
        since, until = self.since.day(), self.until.day()
        if since is None or until is None:
            return
        found = self.session.ask(acts, since=since, until=until, limit=MOST)
        self.facts.say(lambda voice: log_facts(found, voice))
        self.acts.set_rows(found.rows)

    def show_act(self, number: int) -> None:
        """Tell one act; its entry is gone to where somebody asks for it."""
        told = self.session.ask(act_told, act=number)
        dialog = ActDialog(told, self.voice)
        self.desk.show_form(dialog)
        if dialog.entry is not None:
            self.go(Leads("journal", dialog.entry))

    def _look(self) -> None:
        row = marked(self.acts, self.desk.asks)
        if isinstance(row, ActRow):
            self.show_act(row.number)

    def _erase(self) -> None:
        row = marked(self.acts, self.desk.asks)
        if isinstance(row, ActRow):
            found = self.session.ask(act_texts, act=row.number).rows
            texts = [
                Erasable(one.commitment, partial(_where, one, one.text))
                for one in found
                if one.text is not None
            ]
            dialog = erase_texts_form(self.session, self.voice, texts)
            if dialog is None:
                self.desk.asks.tell(lambda voice: voice.tr("This act says no text."))
            else:
                self.desk.show_form(dialog)

    def _open(self, row: ActRow) -> None:
        self.show_act(row.number)

    def _paper(self) -> None:
        self.go(Leads("papers", "activity-log"))


def _where(one: ActText, text: str, voice: Voice) -> str:
    table, column = one.places[0]
    return f"{column_name(table, column, voice)}: {shortened(text)}"
