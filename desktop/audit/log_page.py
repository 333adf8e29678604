"""The log: who did what when; Enter on a line tells what stood in the book before and since."""

from __future__ import annotations

from typing_extensions import override

from desktop.audit.act_dialog import ActDialog
from desktop.audit.columns import act_columns
from desktop.audit.desk import DeskPage, day_field
from desktop.audit.state import Leads, log_facts
from desktop.parts.table import Table
from desktop.parts.words import Button
from desktop.session.screen import Screen, marked
from ledger.domain.days import Month
from ledger.queries.act_log import act_told
from ledger.queries.acts import ActRow, acts

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
            (self.look, self.paper),
            (self.acts,),
        )
        for field in (self.since, self.until):
            field.changed.connect(self.freshen)
        self.acts.activated.connect(self._open)
        self.look.clicked.connect(self._look)
        self.paper.clicked.connect(self._paper)

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

    def _open(self, row: ActRow) -> None:
        self.show_act(row.number)

    def _paper(self) -> None:
        self.go(Leads("papers", "activity-log"))
