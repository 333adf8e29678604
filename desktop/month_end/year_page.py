"""The year end beside the month end: fiscal years with how far each has come, and the next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.month_end.allocate_dialog import AllocateDialog
from desktop.month_end.share_out import share_out_form, share_out_name
from desktop.month_end.year_asking import YearRow, YearState, waiting
from desktop.month_end.year_dialogs import (
    CloseYearDialog,
    PayDuesDialog,
    cover_loss_form,
    reopen_year_form,
)
from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button
from desktop.session import Place, Session
from desktop.session.command_dialog import CommandDialog
from ledger.domain.money import ZERO
from ledger.queries.share_outs import ShareOutRow, share_outs
from reports.words.voice import Voice

Shows = Callable[[QDialog], object]
MakesForm = Callable[[Session, Voice, YearRow], CommandDialog]


class YearPage(QWidget):
    """Enter on a year does what comes next for it: close, allocate, pay, or show its papers."""

    go_to = Signal(object)

    def __init__(self, session: Session, voice: Voice, show_form: Shows) -> None:
        super().__init__()
        self._session = session
        self._voice = voice
        self._show_form = show_form
        self.close_year = Button(lambda voice: voice.tr("Close the fiscal year"), voice)
        self.allocate = Button(
            lambda voice: voice.tr("Allocate the surplus, or cover a loss"), voice
        )
        self.pay = Button(lambda voice: voice.tr("Pay dividend and refund"), voice)
        self.register = Button(lambda voice: voice.tr("Dividend register"), voice)
        self.pack = Button(lambda voice: voice.tr("Papers for the annual meeting"), voice)
        self.reopen = Button(lambda voice: voice.tr("Open the fiscal year again"), voice)
        self.share_out = Button(share_out_name, voice)
        self.cycles = Table(
            cycle_columns,
            voice,
            name=lambda voice: voice.tr("Cycles that were shared out"),
            identity=lambda row: row.number,
        ).without_find()
        self.years = Table(
            year_columns,
            voice,
            name=lambda voice: voice.tr("Fiscal years"),
            identity=lambda row: row.year,
        ).without_find()
        self.years.say_when_empty(lambda voice: voice.tr("No fiscal year is over yet."))
        rows = QVBoxLayout(self)
        buttons = (
            self.close_year,
            self.allocate,
            self.pay,
            self.register,
            self.pack,
            self.reopen,
            self.share_out,
        )
        rows.addWidget(ButtonRow(buttons))
        rows.addWidget(self.years, 2)
        rows.addWidget(self.cycles, 1)
        self.setFocusProxy(self.years)
        self._wire()

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice

    def show_years(self, rows: Sequence[YearRow]) -> None:
        self.years.set_rows(rows)
        first = waiting(rows)
        if self.current() is None and first is not None:
            # The year that comes next is marked, so that its buttons are there at once.
            self.years.choose(first.year)
        cycles = self._session.ask(share_outs).rows
        self.cycles.set_rows(tuple(reversed(cycles)))
        self.cycles.setVisible(bool(cycles))
        self._draw()

    def current(self) -> YearRow | None:
        row = self.years.current()
        return row if isinstance(row, YearRow) else None

    def _wire(self) -> None:
        self.years.chosen.connect(lambda _row: self._draw())
        self.years.activated.connect(self._next_step)
        self.cycles.activated.connect(
            lambda row: self.go_to.emit(Place("papers", ("share-out", row.number)))
        )
        self.close_year.clicked.connect(lambda: self._open(CloseYearDialog))
        self.allocate.clicked.connect(lambda: self._open(_result_form))
        self.pay.clicked.connect(lambda: self._open(PayDuesDialog))
        self.reopen.clicked.connect(lambda: self._open(reopen_year_form))
        self.share_out.clicked.connect(self._share_out)
        self.register.clicked.connect(lambda: self._paper("dividend-register"))
        self.pack.clicked.connect(lambda: self._paper("annual-pack"))

    def _share_out(self) -> None:
        self._show_form(share_out_form(self._session, self._voice))

    def _draw(self) -> None:
        row = self.current()
        state = None if row is None else row.state
        decided = state in (YearState.ALLOCATED, YearState.PAID)
        self.close_year.setEnabled(state is YearState.OPEN)
        self.allocate.setEnabled(state is YearState.CLOSED)
        self.pay.setEnabled(state is YearState.ALLOCATED)
        self.register.setEnabled(decided)
        self.pack.setEnabled(row is not None)
        self.reopen.setEnabled(state is YearState.CLOSED)

    def _next_step(self, row: YearRow) -> None:
        steps: dict[YearState, MakesForm] = {
            YearState.OPEN: CloseYearDialog,
            YearState.CLOSED: _result_form,
            YearState.ALLOCATED: PayDuesDialog,
        }
        if row.state in steps:
            self._open(steps[row.state])
        else:
            self._paper("annual-pack")

    def _open(self, dialog: MakesForm) -> None:
        row = self.current()
        if row is not None:
            self._show_form(dialog(self._session, self._voice, row))

    def _paper(self, name: str) -> None:
        row = self.current()
        if row is not None:
            self.go_to.emit(Place("papers", (name, row.year)))


def _result_form(session: Session, voice: Voice, row: YearRow) -> CommandDialog:
    """What the meeting does with a year's result: a loss is no surplus to allocate."""
    lost = row.surplus is not None and row.surplus < ZERO
    return (cover_loss_form if lost else AllocateDialog)(session, voice, row)


def year_columns(voice: Voice) -> Sequence[ColumnSpec[YearRow]]:
    year: ColumnSpec[YearRow] = ColumnSpec(
        voice.tr("Fiscal year"), lambda row: voice.year(row.year), lambda row: row.year
    )
    last: ColumnSpec[YearRow] = ColumnSpec(
        voice.tr("Ended on"), lambda row: voice.day(row.last), lambda row: row.last
    )
    surplus: ColumnSpec[YearRow] = ColumnSpec(
        voice.tr("Surplus"),
        lambda row: "" if row.surplus is None else voice.signed(row.surplus),
        lambda row: row.surplus,
        numeric=True,
    )
    owed: ColumnSpec[YearRow] = ColumnSpec(
        voice.tr("To members"),
        lambda row: "" if row.owed == ZERO else voice.money(row.owed),
        lambda row: row.owed,
        numeric=True,
    )
    unpaid: ColumnSpec[YearRow] = ColumnSpec(
        voice.tr("Not paid yet"),
        lambda row: "" if row.unpaid == ZERO else voice.money(row.unpaid),
        lambda row: row.unpaid,
        numeric=True,
    )
    state: ColumnSpec[YearRow] = text_column(
        voice.tr("State"), lambda row: state_text(row.state, voice), stretch=True
    )
    return year, last, state, surplus, owed, unpaid


def cycle_columns(voice: Voice) -> Sequence[ColumnSpec[ShareOutRow]]:
    return (
        day_column(voice.tr("Day"), lambda row: row.on, voice),
        text_column(voice.tr("Resolution"), lambda row: row.resolution, stretch=True),
        number_column(voice.tr("Members"), lambda row: len(row.members), voice),
        money_column(voice.tr("Saved"), lambda row: row.principal, voice),
        money_column(voice.tr("Paid"), lambda row: row.paid, voice),
    )


def state_text(state: YearState, voice: Voice) -> str:
    """How far a year has come, in words."""
    return {
        YearState.OPEN: voice.tr("over, not closed"),
        YearState.CLOSED: voice.tr("closed, waits for the meeting"),
        YearState.ALLOCATED: voice.tr("allocated, not all paid"),
        YearState.PAID: voice.tr("allocated and paid"),
    }[state]
