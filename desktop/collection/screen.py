"""Collection day on the screen: the sheet of a day, typed by keyboard, kept line by line."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from desktop.collection.asking import kept_grid, split_of
from desktop.collection.cells import CellProblem
from desktop.collection.closing import visit_command
from desktop.collection.dialogs import AheadDialog, CloseSheetDialog, FindDialog, NoteDialog
from desktop.collection.keys import CHANGES, STEPS
from desktop.collection.state import Grid, changed_lines
from desktop.collection.table import GridModel, GridView
from desktop.collection.words import (
    all_expected_text,
    all_unprinted_text,
    book_now_text,
    keys_text,
    pasted_text,
    problem_text,
    receipt_now_text,
    standing_text,
)
from desktop.parts.ask import Asks
from desktop.parts.day_field import DayField
from desktop.parts.field import Note, Remark
from desktop.parts.form import Form
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button, Label, nothing, retell, verbatim
from desktop.session.pasting import cells_of
from desktop.session.places import Place
from desktop.session.screen import Opens, Screen, show_dialog
from desktop.session.session import Session
from ledger.domain.desk import day_of_sheet, sheet_place
from ledger.domain.money import ZERO, total
from ledger.queries.collection import CollectionSheet, collection_sheet, sheet_zones
from ledger.usecases.collecting import DraftItem, SaveDrafts
from reports.words.voice import Voice

_EVERY_ZONE = ""


class CollectionScreen(Screen):
    """The grid with its day and zone above, how far the evening is below.

    Every accepted cell is on the desk before the next key is looked at: a power cut loses at most
    the cell being typed.
    """

    SHOWS = frozenset({"entries", "members", "cards", "promises", "charges", "zones"})

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._grid = Grid(CollectionSheet(session.today, (), (), (), total(())), {})
        self._before: list[Grid] = []
        self.day = DayField(voice, session.today)
        self.day.set_day(session.today)
        self.zone = PickField(voice, [(_EVERY_ZONE, _every_zone)])
        self.model = GridModel(self._grid, voice)
        self.view = GridView(self.model)
        self.trouble = Note(voice)
        self.standing = Label(standing_text(self._grid), voice)
        self.keys = Label(keys_text, voice)
        self.split = Label(nothing, voice).let_copy()
        self.all_button = Button(lambda voice: voice.tr("All as expected"), voice)
        self.close_button = Button(lambda voice: voice.tr("Close the sheet"), voice, main=True)
        self._lay_out()
        self._wire()

    @property
    def grid(self) -> Grid:
        """The sheet as it stands."""
        return self._grid

    @property
    def place(self) -> str:
        """Where this sheet lies on the desk."""
        sheet = self._grid.sheet
        return sheet_place(sheet.on, sheet.zones)

    @override
    def open_at(self, key: Hashable) -> None:
        """Show the sheet that lies at a place of the desk."""
        day = day_of_sheet(key) if isinstance(key, str) else None
        if day is not None:
            self.day.set_day(day)
            self.zone.pick(str(key).rpartition(":")[2])
            self._other_sheet()

    @override
    def ask_again(self) -> None:
        """Lay out the sheet of the day and zone, with what was typed on it before."""
        self._offer_zones()
        day = self.day.day() or self.session.today
        zone = str(self.zone.picked() or _EVERY_ZONE)
        sheet = self.session.ask(collection_sheet, on=day, zones=(zone,) if zone else ())
        self._before.clear()
        self._grid = kept_grid(self.session, sheet)
        self.model.show_sheet(self._grid, self.voice)
        self.view.fit()
        self._draw()

    @override
    def set_voice(self, voice: Voice) -> None:
        super().set_voice(voice)
        retell(self, voice)
        self.view.setAccessibleName(voice.tr("Collection sheet"))
        self.model.show_sheet(self._grid, voice)
        self.view.fit()
        self._draw()

    def step(self, after: Grid) -> None:
        """Take the next state: keep what changed on the desk, then draw it."""
        lines = changed_lines(self._grid, after)
        if lines:
            items = tuple(DraftItem(item=member, value=text) for member, text in lines)
            if self.session.attempt(SaveDrafts(place=self.place, items=items)) is None:
                return  # the window says why; what was typed stays in its cell
            self._before.append(self._grid)
        self._grid = after
        self.model.show_grid(after)
        self._draw()

    def press(self, key: str) -> None:
        """What a key of the grid does; see interface.md, "Collection day"."""
        asked = {
            "note": self._ask_note,
            "ahead": self._ask_months,
            "find": self._find_member,
            "print": self._print,
            "undo": self._undo,
            "paste": self._paste,
        }
        if key == "leave":
            self._leave()
        elif self._grid.sheet.rows and self._grid.is_booked and key in CHANGES:
            self.step(self._grid.refusing())
        elif self._grid.sheet.rows and key in STEPS:
            self.step(STEPS[key](self._grid))
        elif self._grid.sheet.rows:
            asked[key]()

    def _leave(self) -> None:
        """Esc: away from the sheet; the cell being typed is taken too where it can be."""
        self.keep_typed()
        self.go_to.emit(Place("home"))

    @override
    def keep_typed(self) -> None:
        if self._grid.sheet.rows and not self.session.locked:
            self.step(self._grid.moved())

    def take_all(self) -> None:
        """Everybody who is still to do has paid as expected; asked with its sum before."""
        rows = self._grid.expected_rows()
        amount = total(self._grid.paid(row) for row in rows)
        question = all_expected_text(len(rows), amount)
        if rows and self.asks.sure(question, yes=lambda voice: voice.tr("Take them all")):
            self.step(self._grid.all_as_expected())

    def close_sheet(self) -> None:
        """Count the cash and book the sheet; the desk is cleared in the same act."""
        if self.show_form(CloseSheetDialog(self.session, self.voice, self._grid, self.place)):
            self.ask_again()
            self.view.setFocus()  # the button that was pressed is disabled now

    def _undo(self) -> None:
        """Ctrl+Z: back to before the last thing that was accepted; nothing of it is posted yet."""
        if self._grid.typing is not None:
            self.step(self._grid.typed_nothing())
        elif self._before:
            kept = len(self._before)
            self.step(self._before[-1].in_place_of(self._grid))
            if len(self._before) > kept:  # else the desk could not be written, and nothing changed
                del self._before[kept - 1 :]

    def _print(self) -> None:
        """F9: the receipt of this member now; else, as at the end, all that are not printed yet."""
        taken = self._grid.taken_in()
        if self._grid.typing is not None:
            self.step(taken)
        given = taken.receipts.get(taken.here.member)
        if taken.problem is not None:
            return
        if given is not None:
            self._go_to_paper(("receipt", given))
        elif taken.paid(taken.here) > ZERO:
            question = receipt_now_text(taken.here.name, taken.paid(taken.here))
            chosen = self.asks.choose(question, (book_now_text, all_unprinted_text))
            if chosen == 0:
                self._book_line()
            elif chosen == 1:
                self._go_to_paper("receipts")
        else:
            self._go_to_paper("receipts")

    def _book_line(self) -> None:
        """Book the line alone; its id is on the desk before, so that it is never booked twice."""
        command_id = self.session.command_id()
        self.step(self._grid.for_receipt(command_id))
        booked = self.session.attempt(visit_command(self._grid), command_id=command_id)
        if booked is not None:
            self.ask_again()
            self._go_to_paper(("receipt", booked.receipts[0]))

    def _go_to_paper(self, key: Hashable) -> None:
        self.go_to.emit(Place("papers", key))

    def _paste(self) -> None:
        """Rows from a spreadsheet are offered as amounts with what they come to; never booked."""
        cells = cells_of(QGuiApplication.clipboard().text())
        if not cells:
            return
        if len(cells) == len(cells[0]) == 1:
            self._typed(cells[0][0])
            return
        after = self._grid.pasted(cells)
        if after.problem is not None or self.asks.sure(
            pasted_text(self._grid, after), yes=lambda voice: voice.tr("Take these amounts")
        ):
            self.step(after)

    def _find_member(self) -> None:
        dialog = FindDialog(self.voice, self._grid.sheet.rows)
        if self.show_form(dialog):
            self.step(self._grid.at_member(str(dialog.member.chosen() or "")))
        self.view.setFocus()

    def _ask_note(self) -> None:
        line = self._grid.line(self._grid.here)
        dialog = NoteDialog(self.voice, line.note, line.paper_number)
        if self.show_form(dialog):
            self.step(self._grid.noted(dialog.note.words(), dialog.paper_number.words()))

    def _ask_months(self) -> None:
        dialog = AheadDialog(self.voice)
        if self.show_form(dialog):
            self.step(self._grid.paid_ahead(dialog.months.value()))

    def _typed(self, text: str) -> None:
        if self._grid.sheet.rows:
            self.step(self._grid.typed(text))

    def _draw(self) -> None:
        self.view.show_cursor(self._grid)
        self.split.say(split_of(self.session, self._grid))
        self.split.setVisible(bool(self.split.text()))
        self.standing.say(standing_text(self._grid))
        asks = self._grid.problem is CellProblem.UNUSUAL
        self.trouble.remark(Remark("caution" if asks else "problem", problem_text(self._grid)))
        confirmed = self._grid.collected
        self.close_button.setEnabled(confirmed.satang > 0)
        self.all_button.setEnabled(self._grid.expects)

    def _offer_zones(self) -> None:
        zones = self.session.ask(sheet_zones)
        options = [(zone.code, verbatim(zone.name)) for zone in zones]
        self.zone.set_options([(_EVERY_ZONE, _every_zone), *options])

    def _lay_out(self) -> None:
        form = Form(self.voice)
        form.add(lambda voice: voice.tr("Collection day"), self.day)
        form.add(lambda voice: voice.tr("Zone"), self.zone)
        buttons = QHBoxLayout()
        buttons.addWidget(self.standing, 1)
        buttons.addWidget(self.all_button)
        buttons.addWidget(self.close_button)
        self.body.addWidget(form)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.split)
        self.body.addWidget(self.trouble)
        self.body.addLayout(buttons)
        self.body.addWidget(self.keys)  # last: with large letters it gives way to the members
        self.view.setAccessibleName(self.voice.tr("Collection sheet"))
        self.trouble.remark(Remark("hint", nothing))
        self.setFocusProxy(self.view)  # who comes to the area types into the grid at once

    def _wire(self) -> None:
        self.view.pressed_key.connect(self.press)
        self.view.typed.connect(self._typed)
        self.day.changed.connect(self._other_sheet)
        self.zone.changed.connect(self._other_sheet)
        self.all_button.clicked.connect(self.take_all)
        self.close_button.clicked.connect(self.close_sheet)

    def _other_sheet(self) -> None:
        day, zone = self.day.day(), str(self.zone.picked() or _EVERY_ZONE)
        sheet = self._grid.sheet
        if day is not None and (day, (zone,) if zone else ()) != (sheet.on, sheet.zones):
            self.ask_again()


def _every_zone(voice: Voice) -> str:
    return voice.tr("All zones")
