"""Forms: a label, a field and its note per row, named for screen readers, in reading order.

Use:
    form = Form(voice)
    amount = form.add(lambda voice: voice.tr("Amount"), MoneyField(voice))
    day = form.add(lambda voice: voice.tr("Day"), DayField(voice, today))
    reason = form.add(lambda voice: voice.tr("Reason"), TextField(voice), optional=True)
    …
    if form.is_ready():                 # otherwise it shows every trouble and goes to the first
        command = ReceiveDeposit(amount=amount.amount(), on=day.day())
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from desktop.parts.field import Field
from desktop.parts.words import Label, Says, retell
from reports.words.voice import Voice

F = TypeVar("F", bound=QWidget)

HELPS = "helps"  # the mark of a button beside a field that Enter passes by on its way


@dataclass(frozen=True, slots=True)
class _Row:
    """A label and the field beside it."""

    says: Says
    label: Label
    field: QWidget

    def give_name(self, voice: Voice) -> None:
        """A screen reader calls the input what its label says: by name, on Linux by the label."""
        self.label.setBuddy(self.field.edit if isinstance(self.field, Field) else self.field)
        if isinstance(self.field, Field):
            self.field.set_name(self.says)
        else:
            self.field.setAccessibleName(self.says(voice))

    def line_up(self) -> None:
        """The label stands at the height of the input, not of the note below it."""
        edit = self.field.edit if isinstance(self.field, Field) else self.field
        height = min(edit.sizeHint().height(), 2 * self.label.fontMetrics().height())
        self.label.setMinimumHeight(height)


class Form(QWidget):
    """Rows of labels and fields; tells when anything in it changed."""

    changed = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._fields: list[Field] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[_Row] = []
        self._lines = 0

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(self._fields)

    def add(self, label: Says, field: F, *, optional: bool = False) -> F:
        """Add a row; the label becomes the name of the input. Answers the field."""
        row = _Row(label, Label(label, self._voice, wraps=False), field)
        line = self._next_line()
        self._grid.addWidget(row.label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, line, 1)
        self._rows.append(row)
        row.give_name(self._voice)
        row.line_up()
        if isinstance(field, Field):
            field.optional = optional
            field.changed.connect(self.changed)
            self._fields.append(field)
        return field

    def add_heading(self, says: Says) -> Label:
        """A line of words above the rows that belong to it."""
        return self.add_wide(Label(says, self._voice, heading=True))

    def add_wide(self, widget: F) -> F:
        """Add something over the whole width: a text, a preview, a table."""
        self._grid.addWidget(widget, self._next_line(), 0, 1, 2)
        return widget

    def is_ready(self) -> bool:
        """True when every field can be used; otherwise shows why not and goes to the first."""
        for field in self._visible_fields():
            field.reveal()
        troubled = [field for field in self._visible_fields() if field.trouble() is not None]
        if troubled:
            troubled[0].setFocus()
        return not troubled

    def clear_problems(self) -> None:
        """Forget what the book refused."""
        for field in self._fields:
            field.show_problem(None)

    def show_row(self, field: QWidget, *, visible: bool) -> None:
        """Show or hide a field together with its label."""
        for row in self._rows:
            if row.field is field:
                row.label.setVisible(visible)
                field.setVisible(visible)

    def set_voice(self, voice: Voice) -> None:
        """Tell labels, names and notes in another voice; what was typed stays."""
        self._voice = voice
        retell(self, voice)
        for row in self._rows:
            row.give_name(voice)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            # The fields hear of it only after this: line up when all of them have.
            QTimer.singleShot(0, self, self._line_up)

    def _line_up(self) -> None:
        for row in self._rows:
            row.line_up()

    def _next_line(self) -> int:
        """A new last row; room that is left over goes below it, not between the rows."""
        self._grid.setRowStretch(self._lines, 0)
        self._lines += 1
        self._grid.setRowStretch(self._lines, 1)
        return self._lines - 1

    def _visible_fields(self) -> list[Field]:
        return [field for field in self._fields if field.isVisibleTo(self)]
