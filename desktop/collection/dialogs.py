"""The dialogs of collection day: closing the sheet with its cash count, a note, paid ahead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSpinBox, QVBoxLayout
from typing_extensions import override

from desktop.collection.closing import sheet_command
from desktop.collection.state import Grid
from desktop.collection.words import count_text
from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.form import Form
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label, Says
from desktop.session.form_room import after_form
from desktop.session.long_dialog import LongDialog
from desktop.session.session import Session
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.papers import DENOMINATIONS
from ledger.queries.collection import SheetRow
from ledger.usecases.collecting import PostSheet
from reports.words.voice import Voice

_MOST_PIECES = 100_000
_MOST_MONTHS = 24
_LETTERS = 50  # as wide as that a short form is good to read


class CloseSheetDialog(LongDialog):
    """Counts the cash by denomination beside the sheet; a difference needs a reason."""

    def __init__(self, session: Session, voice: Voice, grid: Grid, desk: str = "") -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Close the collection sheet"),
            verb=lambda voice: voice.tr("Close the sheet"),
        )
        self._grid = grid
        self._desk = desk
        self.pieces: dict[Money, QSpinBox] = {}
        self.standing = self.form.add_wide(Label(count_text(ZERO, grid.collected), voice))
        for denomination in DENOMINATIONS:
            self.pieces[denomination] = self._pieces_row(denomination)
        self.reason = self.add(
            "reason",
            lambda voice: voice.tr("Reason for the difference"),
            TextField(voice),
            optional=True,
        )
        self.counted_by = self.add(
            "counted_by", lambda voice: voice.tr("Counted by"), TextField(voice), optional=True
        )
        self.form.show_row(self.reason, visible=False)
        self._count()

    @property
    def counted(self) -> Money:
        """The sum of notes and coins typed so far."""
        return total(one * box.value() for one, box in self.pieces.items())

    @override
    def command(self) -> PostSheet | None:
        counts = {one: box.value() for one, box in self.pieces.items()}
        return sheet_command(
            self._grid,
            counts,
            counted_by=self.counted_by.words(),
            reason=self.reason.words(),
            desk=self._desk,
        )

    def _pieces_row(self, denomination: Money) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, _MOST_PIECES)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.valueChanged.connect(self._count)
        self.form.add(partial(_denomination_text, denomination), box)
        return box

    def _count(self) -> None:
        counted, booked = self.counted, self._grid.collected
        self.standing.say(count_text(counted, booked))
        self.form.show_row(self.reason, visible=counted != booked)


class AskDialog(QDialog):
    """One small form with a button to take it; Enter takes it, Escape leaves."""

    def __init__(self, voice: Voice, *, title: Says, verb: Says) -> None:
        super().__init__()
        self._title = title
        self.form = Form(voice)
        self.take = Button(verb, voice, main=True)
        self.leave = Button(lambda voice: voice.tr("Cancel"), voice)
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.take)
        buttons.addWidget(self.leave)
        rows.addLayout(buttons)
        self.setWindowTitle(title(voice))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        after_form(self.form, (self.take, self.leave))
        if not self.form.isAncestorOf(self.focusWidget()):
            self.form.focusNextChild()

    @override
    def accept(self) -> None:
        if self.form.is_ready():  # otherwise the field says why, and nothing is taken
            super().accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept()
        else:
            super().keyPressEvent(event)


class NoteDialog(AskDialog):
    """A note on one line of the sheet, and the number of the paper receipt written by hand."""

    def __init__(self, voice: Voice, note: str, paper_number: str = "") -> None:
        super().__init__(
            voice,
            title=lambda voice: voice.tr("Note on this line"),
            verb=lambda voice: voice.tr("Keep the note"),
        )
        self.note = self.form.add(lambda voice: voice.tr("Note"), TextField(voice), optional=True)
        self.note.set_words(note)
        self.paper_number = self.form.add(
            lambda voice: voice.tr("Number in the paper receipt book"),
            TextField(voice),
            optional=True,
        )
        self.paper_number.set_words(paper_number)


class FindDialog(AskDialog):
    """Which member's line the cursor goes to; found by number or name, with typing slips."""

    def __init__(self, voice: Voice, rows: Sequence[SheetRow]) -> None:
        super().__init__(
            voice,
            title=lambda voice: voice.tr("Find a member in the sheet"),
            verb=lambda voice: voice.tr("Go to the member"),
        )
        choices = [Choice(row.member, row.name, row.member, row.zone) for row in rows]
        self.member = self.form.add(lambda voice: voice.tr("Member"), Chooser(voice, choices))


class AheadDialog(AskDialog):
    """For how many months ahead the member pays."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(
            voice,
            title=lambda voice: voice.tr("Paid ahead"),
            verb=lambda voice: voice.tr("Take these months"),
        )
        self.months = QSpinBox()
        self.months.setRange(1, _MOST_MONTHS)
        self.form.add(lambda voice: voice.tr("Months ahead"), self.months)
        self.months.selectAll()


def _denomination_text(denomination: Money, voice: Voice) -> str:
    if denomination < baht(1):
        return voice.tr("{amount} satang").format(amount=voice.number(denomination.satang))
    return voice.tr("{amount} baht").format(amount=voice.number(denomination.satang // 100))
