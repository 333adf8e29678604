"""The roll-up: sums row by row, organisations side by side, what is taken out, and the change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.office.rollup_columns import (
    Line,
    change_columns,
    change_rows,
    common_columns,
    owed_columns,
    side_columns,
    sum_columns,
)
from desktop.office.screen import SightScreen, beside
from desktop.office.session import OfficeSession
from desktop.office.sight_bar import month_options
from desktop.office.state import months_offered
from desktop.parts.ask import Asks
from desktop.parts.form import Form
from desktop.parts.table import Columns, Table
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button, Label, Says, nothing
from desktop.session.lists import Lists
from desktop.session.places import Place
from desktop.session.screen import Opens, show_dialog
from ledger.domain.days import Month
from ledger.domain.network.answers import Worst
from ledger.domain.network.changes import Change
from ledger.domain.network.rollup import By, RollUp
from ledger.network.questions import change, compare, roll_up
from reports.documents.network_change import change_said
from reports.words.network_words import SORTS, WORST
from reports.words.voice import Voice

SUMS, SIDE, GROUPS, OWED, CHANGE = range(5)


class RollUpScreen(SightScreen):
    """Enter on a sum narrows to it, Enter on an organisation opens what it gave."""

    def __init__(
        self, session: OfficeSession, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.said = Label(nothing, voice)
        self.by = PickField(voice, _options(SORTS))
        self.worst = PickField(voice, _options(WORST))
        self.earlier = PickField(voice, month_options(months_offered(session.today)))
        self.change_said = Label(nothing, voice)
        self.paper = Button(lambda voice: voice.tr("Put on paper"), voice, main=True)
        self.sums = _table(sum_columns, voice, _sums_name)
        self.side = _table(side_columns, voice, _side_name)
        self.common = _table(common_columns, voice, _common_name).without_find()
        self.owed = _table(owed_columns, voice, _owed_name).without_find()
        self.owed.say_when_empty(
            lambda voice: voice.tr("None of them says that it owes another one of them.")
        )
        self.change = _table(change_columns, voice, _change_name).without_find()
        self._pick_usual()
        self.lists = Lists(
            lambda voice: voice.tr("Network roll-up"),
            voice,
            above=(self.sight, beside(self.said, self.paper)),
            pages=(
                (_sums_name, _under(voice, _rows, self.by, self.sums)),
                (_side_name, _under(voice, _worst_first, self.worst, self.side)),
                (_common_name, self.common),
                (_owed_name, self.owed),
                (
                    _change_name,
                    _under(voice, _earlier, self.earlier, self.change, self.change_said),
                ),
            ),
        )
        self.body.addWidget(self.lists)
        self._wire()

    @override
    def show_sight(self) -> None:
        sight, by, worst = self.session.sight, By(self.by.picked()), Worst(self.worst.picked())
        limits: Mapping[str, Any] = {"month": sight.month, "chosen": sight.chosen}
        asked = self.session.ask
        self.ask_behind(lambda: asked(roll_up, by=by, **limits), then=self._show_sums)
        tab, earlier = self.lists.tabs.currentIndex(), self.earlier.picked()
        if tab == SIDE:
            self.ask_behind(
                lambda: asked(compare, worst=worst, **limits),
                then=lambda found: self.side.set_rows(found.rows),
            )
        elif tab == CHANGE and isinstance(earlier, Month):
            self.ask_behind(
                lambda: asked(change, earlier=earlier, **limits), then=self._show_change
            )

    def _show_sums(self, found: RollUp) -> None:
        lines = [Line(found.by, row) for row in found.rows]
        self.common.set_rows(found.groups)
        self.owed.set_rows(found.eliminations)
        self.sums.set_rows([*lines, Line(found.by, found.total, total=True)])
        total = found.total
        self.said.say(
            lambda voice: voice.tr(
                "{reported} of {all} organisations have handed in, {restated} of them restated."
            ).format(
                reported=voice.number(total.reported),
                all=voice.number(total.organisations),
                restated=voice.number(total.restated),
            )
        )

    def _show_change(self, found: Change) -> None:
        self.change.set_rows(change_rows(found))
        self.change_said.say(lambda voice: change_said(found, voice))

    def _wire(self) -> None:
        for field in (self.by, self.worst, self.earlier):
            field.changed.connect(self.show_sight)
        self.lists.tabs.currentChanged.connect(self.show_sight)
        self.sums.activated.connect(self._narrow)
        self.side.activated.connect(self._open_figures)
        self.paper.clicked.connect(self._open_paper)

    def _pick_usual(self) -> None:
        self.by.pick(By.NETWORK)
        self.worst.pick(Worst.PAR_30)
        self.earlier.pick(self.session.sight.month.plus(-1))

    def _narrow(self) -> None:
        """The way down: only the organisations of this sum, one by one."""
        line: Line = self.sums.current()
        if not line.total:
            self.session.look_at(self.session.sight.narrowed(line.row.code, line.by))
        self.lists.tabs.setCurrentIndex(SIDE)
        self.side.setFocus()

    def _open_figures(self) -> None:
        row = self.side.current()
        if row.key is None:
            self.go_to.emit(Place("register", row.code))
        else:
            self.go_to.emit(Place("papers", ("figures", row.code, 0)))

    def _open_paper(self) -> None:
        """The paper that says what the open tab shows."""
        names = {SIDE: ("compare", self.worst), CHANGE: ("change", self.earlier)}
        name, field = names.get(self.lists.tabs.currentIndex(), ("roll-up", self.by))
        self.go_to.emit(Place("papers", (name, field.picked())))


def _table(columns: Columns, voice: Voice, name: Says) -> Table:
    return Table(columns, voice, name=name)


def _under(voice: Voice, says: Says, field: PickField, table: Table, *above: QWidget) -> QWidget:
    """A list under the one field that decides what it shows."""
    form = Form(voice)
    form.add(says, field)
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, 0, 0)
    for widget in (form, *above):
        rows.addWidget(widget)
    rows.addWidget(table, 1)
    return page


def _options(words: Mapping[Any, str]) -> list[tuple[Any, Says]]:
    return [(value, _tr(text)) for value, text in words.items()]


def _tr(text: str) -> Says:
    return lambda voice: voice.tr(text)


def _sums_name(voice: Voice) -> str:
    return voice.tr("Sums")


def _side_name(voice: Voice) -> str:
    return voice.tr("Organisations side by side")


def _common_name(voice: Voice) -> str:
    return voice.tr("Common trial balance")


def _owed_name(voice: Voice) -> str:
    return voice.tr("What organisations owe each other")


def _change_name(voice: Voice) -> str:
    return voice.tr("Since an earlier month")


def _rows(voice: Voice) -> str:
    return voice.tr("Grouped")


def _worst_first(voice: Voice) -> str:
    return voice.tr("The worst first")


def _earlier(voice: Voice) -> str:
    return voice.tr("Beside")
