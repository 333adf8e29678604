"""Red flags: the tests in sum, each exception in a sentence, and the way to clear it."""

from __future__ import annotations

from typing_extensions import override

from desktop.audit.columns import flag_columns, test_columns
from desktop.audit.desk import DeskPage, day_field
from desktop.audit.dialogs import ClearDialog
from desktop.audit.state import FlagLine, Leads, flag_facts, flag_leads, flag_lines
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session.screen import Screen, marked
from ledger.queries.red_flags import FlagResult, RedFlags, red_flags
from reports.words.red_flag_tests import cannot_tell, how_to_clear


class FlagPage(DeskPage):
    """Tests above; the exceptions of the marked one below, those of all without one."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.answer: RedFlags | None = None
        self.at = day_field(self.session, self.voice, self.session.today)
        self.clear = Button(lambda voice: voice.tr("Clear it"), self.voice, main=True)
        self.open = Button(lambda voice: voice.tr("Go there"), self.voice)
        self.everything = Button(lambda voice: voice.tr("Exceptions of all tests"), self.voice)
        self.paper = Button(lambda voice: voice.tr("Red flags"), self.voice)
        self.advice = Label(nothing, self.voice)
        self.tests = Table(
            test_columns,
            self.voice,
            name=lambda voice: voice.tr("Tests"),
            identity=lambda row: row.test,
        ).without_find()
        self.flags = Table(
            flag_columns,
            self.voice,
            name=lambda voice: voice.tr("Exceptions"),
            identity=lambda line: line.row.flag,
        ).without_find()
        self.flags.say_when_empty(lambda voice: voice.tr("Nothing was found by this test."))
        buttons = (self.clear, self.open, self.everything, self.paper)
        self.put(
            ((lambda voice: voice.tr("At the end of"), self.at),),
            buttons,
            (self.tests, self.advice, self.flags),
        )
        self.rows.setStretchFactor(self.advice, 0)
        self._wire()

    @override
    def freshen(self) -> None:
        day = self.at.day()
        if day is not None:
            found = self.answer = self.session.ask(red_flags, at=day)
            self.facts.say(lambda voice: flag_facts(found, voice))
            self.tests.set_rows(found.tests)
            self._choose(self.tests.current())

    def _wire(self) -> None:
        self.at.changed.connect(self.freshen)
        self.tests.chosen.connect(self._choose)
        self.flags.activated.connect(self._open)
        self.open.clicked.connect(self._open)
        self.clear.clicked.connect(self._clear)
        self.everything.clicked.connect(lambda: self._choose(None))
        self.paper.clicked.connect(lambda: self.go(Leads("papers", "red-flags")))

    def _choose(self, result: FlagResult | None) -> None:
        lines = [] if self.answer is None else flag_lines(self.answer)
        if result is None:
            self.advice.say(nothing)
        else:
            test = result.test
            lines = [line for line in lines if line.result.test is test]
            self.advice.say(
                lambda voice: f"{how_to_clear(test, voice)}\n{cannot_tell(test, voice)}"
            )
        self.flags.set_rows(lines)
        if lines and self.flags.current() is None:
            self.flags.view.selectRow(0)

    def _open(self) -> None:
        line = marked(self.flags, self.desk.asks)
        if isinstance(line, FlagLine):
            self.go(flag_leads(line.row))

    def _clear(self) -> None:
        line = marked(self.flags, self.desk.asks)
        if isinstance(line, FlagLine) and not line.row.open:
            self.desk.asks.tell(lambda voice: voice.tr("This exception is cleared already."))
        elif line is not None:
            dialog = ClearDialog(self.session, self.voice, line.result.test, line.row)
            self.desk.show_form(dialog)
