"""Rows from a spreadsheet become members: columns named, looked at, and taken in one act."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from desktop.members.paste_state import (
    FIELDS,
    Cells,
    field_said,
    guessed,
    rows_of,
    taken_twice,
)
from desktop.parts.columns import ColumnSpec, day_column, number_column, text_column
from desktop.parts.table import Table
from desktop.parts.text_fields import LongTextField, PickField
from desktop.parts.words import Label, Says, nothing
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.pasting import cells_of
from desktop.session.session import Session
from ledger.exchange.member_file import MemberFile, MemberFileRow, members_of
from ledger.exchange.opening_file import CellProblem
from ledger.queries.members import Presence, members
from ledger.queries.opening import opening_lists
from ledger.usecases.carrying import CarryForward
from reports.words.sentences import sentence
from reports.words.voice import Voice

Row = MemberFileRow | CellProblem

_MOST = 9  # columns that the form has room for
_LONGEST = 200_000


class RowsField(LongTextField):
    """Rows with tabs between their cells, as a spreadsheet copies them."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice, longest=_LONGEST, lines=4)

    def cells(self) -> Cells:
        return cells_of(self.edit.toPlainText())

    @override
    def trouble(self) -> Says | None:
        return super().trouble() if self.is_empty() else None


class PasteDialog(CommandDialog):
    """Nothing is booked before it was seen; who looks known is left out unless she is taken."""

    def __init__(self, session: Session, voice: Voice, text: str = "") -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Paste members from a spreadsheet"),
            verb=lambda voice: voice.tr("Admit them"),
        )
        self._also: frozenset[int] = frozenset()
        self._known = session.ask(members, at=session.today, presence=Presence.ALL).rows
        self._zones = session.ask(opening_lists).zones
        self.rows = self.add(
            "members", lambda voice: voice.tr("Rows from the spreadsheet"), RowsField(voice)
        )
        self.rows.hint(
            lambda voice: voice.tr("Copy the rows in the spreadsheet and paste them here")
        )
        options = [("", _nothing), *((one, _field(one)) for one in FIELDS)]
        self.columns = [
            self.form.add(_column(at), PickField(voice, options)) for at in range(_MOST)
        ]
        self.day = self.add("on", _joined, business_day(session, voice))
        self.said = self.form.add_wide(Label(nothing, voice))
        self.table = self.form.add_wide(_table(voice))
        self.table.activated.connect(self._turn)
        self.rows.changed.connect(self._guess)
        for field in (*self.columns, self.day):
            field.changed.connect(self._draw)
        self.rows.edit.setPlainText(text)
        self._guess()

    @override
    def command(self) -> CarryForward | None:
        found = self.found()
        new = found.new(self._also)
        if found.problems or not new or taken_twice(self._columns()):
            return None
        return CarryForward(on=self.session.today, members=new, source=_SOURCE)

    def found(self) -> MemberFile:
        """What the rows hold by the columns as they are named now."""
        day = self.day.day() or self.session.today
        rows = rows_of(self.rows.cells(), self._columns(), day)
        return members_of(rows, self._known, self._zones)

    @override
    def book(self) -> None:
        super().book()
        if self.outcome is None and not self.trouble.text():
            self._draw()

    def _columns(self) -> tuple[str, ...]:
        return tuple(str(field.picked() or "") for field in self.columns)

    def _guess(self) -> None:
        """Other rows: name their columns anew, and show as many fields as there are columns."""
        self._also = frozenset()
        found = guessed(self.rows.cells())
        for at, field in enumerate(self.columns):
            field.pick(found[at] if at < len(found) else "")
            self.form.show_row(field, visible=at < len(found))
        self._draw()

    def _draw(self) -> None:
        found, twice = self.found(), taken_twice(self._columns())
        rows: list[Row] = [*found.problems, *sorted(found.rows, key=lambda one: not one.known)]
        self.table.set_rows([(one, self._also) for one in rows])
        self.table.setVisible(bool(rows))
        new = len(found.new(self._also))
        self.said.say(lambda voice: said_of(found, new, twice, voice))
        self.grow()

    def _turn(self, row: tuple[Row, frozenset[int]]) -> None:
        """Enter takes a member who looks known all the same, or leaves her again."""
        one, _ = row
        if isinstance(one, MemberFileRow) and one.known:
            self._also ^= {one.row}
            self._draw()
            self.form.changed.emit()


def said_of(found: MemberFile, new: int, twice: str, voice: Voice) -> str:
    """What comes of the rows, in a sentence above them."""
    if twice:
        return voice.tr("Two columns are said to be “{field}”. Say what the other one is.").format(
            field=field_said(twice, voice)
        )
    if found.problems:
        return voice.tr("Cells to correct first: {count}. They stand first in the list.").format(
            count=voice.number(len(found.problems))
        )
    known = len(found.rows) - len([one for one in found.rows if not one.known])
    return voice.tr(
        "New members: {new}. Known already, as it seems: {known}; Enter on such a line takes it."
    ).format(new=voice.number(new), known=voice.number(known))


def paste_columns(voice: Voice) -> Sequence[ColumnSpec[tuple[Row, frozenset[int]]]]:
    return (
        number_column(voice.tr("Row of the sheet"), lambda row: row[0].row, voice),
        text_column(voice.tr("Name"), lambda row: _who(row[0], voice)),
        day_column(
            voice.tr("Joined"),
            lambda row: row[0].admit.on if isinstance(row[0], MemberFileRow) else None,
            voice,
        ),
        text_column(voice.tr("State"), lambda row: _state(*row, voice), stretch=True),
    )


_SOURCE = "spreadsheet"


def _who(one: Row, voice: Voice) -> str:
    if isinstance(one, CellProblem):
        return f"{field_said(one.column, voice)}: {one.text}"
    return f"{voice.digits(one.admit.number)} {one.admit.person.full_name}".strip()


def _state(one: Row, also: frozenset[int], voice: Voice) -> str:
    if isinstance(one, CellProblem):
        return sentence(one.refusal, voice)
    if not one.known:
        return voice.tr("new")
    if one.row in also:
        return voice.tr("in the book already, taken all the same")
    return voice.tr("looks like member {number}, left out").format(number=voice.digits(one.known))


def _table(voice: Voice) -> Table:
    return Table(
        paste_columns,
        voice,
        name=lambda voice: voice.tr("Rows from the spreadsheet"),
        identity=lambda row: (row[0].row, isinstance(row[0], CellProblem)),
    ).without_find()


def _column(at: int) -> Says:
    return lambda voice: voice.tr("Column {number}").format(number=voice.number(at + 1))


def _field(name: str) -> Says:
    return lambda voice: field_said(name, voice)


def _nothing(voice: Voice) -> str:
    return voice.tr("left out")


def _joined(voice: Voice) -> str:
    return voice.tr("Joined, where no row says it")
