"""What all fields share: an input, its name, and one note beside or below it.

A field shows its own problem when it is left, never while it is being typed in; ``reveal`` shows
everything, as when somebody wants to save. What the book refuses is shown by ``show_problem`` and
goes as soon as the field is changed. Nothing typed is ever lost or corrected by a field.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.parts.words import Label, Says, nothing
from reports.words.voice import Voice

Kind = Literal["hint", "caution", "problem"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A note and how serious it is."""

    kind: Kind
    says: Says


SILENT = Remark("hint", nothing)


class Note(Label):
    """The line beside a field; takes no room while it says nothing."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(nothing, voice)
        self.kind: Kind = "hint"
        self.let_copy()
        self.hide()

    def remark(self, remark: Remark) -> None:
        self.kind = remark.kind
        self.setProperty("note", remark.kind)
        self.style().polish(self)  # the style sheet looks at the property only then
        self.say(remark.says)
        self.setVisible(bool(self.text()))


class Field(QWidget):
    """An input with its note; the kinds of fields say what they hold and what is wrong with it."""

    changed = Signal()

    def __init__(self, edit: QWidget, voice: Voice, *, beside: bool = False) -> None:
        super().__init__()
        self.edit = edit
        self.voice = voice
        self.note = Note(voice)
        self.optional = False
        self._name: Says = nothing
        self._refused: Says | None = None
        self._hint: Says = nothing
        self._revealed = False
        self.line = QHBoxLayout()
        # A note of several lines grows downwards, away from the line of its label.
        self.line.addWidget(edit, 0 if beside else 1, Qt.AlignmentFlag.AlignTop)
        self.below = QVBoxLayout(self)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.addLayout(self.line)
        if beside:
            self.note.setMinimumHeight(edit.sizeHint().height())
            self.line.addWidget(self.note, 1)
            self.line.addStretch()  # while there is no note
        else:
            self.below.addWidget(self.note)
        self.setFocusProxy(edit)

    @property
    def revealed(self) -> bool:
        return self._revealed

    def set_name(self, says: Says) -> None:
        """What the input is called for a screen reader: the text of its label."""
        self._name = says
        self.edit.setAccessibleName(says(self.voice))

    def set_voice(self, voice: Voice) -> None:
        self.voice = voice
        self.edit.setAccessibleName(self._name(voice))
        self.note.set_voice(voice)
        self.draw()

    def hint(self, says: Says) -> None:
        """What stands in the note while nothing else has to be said."""
        self._hint = says
        self.draw()

    def show_problem(self, says: Says | None) -> None:
        """Show why the book refused what stands here; None takes it away."""
        self._refused = says
        self.draw()

    def trouble(self) -> Says | None:
        """Why the field cannot be used as it is; None when it can."""
        return None

    def weight(self) -> Kind:
        """How serious the trouble is."""
        return "problem"

    def reveal(self) -> None:
        """Show the trouble now, even that nothing was entered."""
        self._revealed = True
        self.draw()

    def was_left(self) -> None:
        """The person is done here for now: show what is wrong, but nothing about empty fields."""
        self._revealed = self._revealed or not self.is_empty()
        self.draw()

    def was_edited(self) -> None:
        """Something was typed: a fresh start, without the old remarks."""
        self._revealed = False
        self._refused = None
        self.draw()
        self.changed.emit()

    def is_empty(self) -> bool:
        return False

    def remark(self) -> Remark:
        """What the field wants to say by itself while nothing is wrong."""
        return SILENT

    def draw(self) -> None:
        trouble = self._refused or (self.trouble() if self._revealed else None)
        if trouble is not None:
            kind = "problem" if self._refused else self.weight()
            self.note.remark(Remark(kind, trouble))
        else:
            own = self.remark()
            self.note.remark(own if own is not SILENT else Remark("hint", self._hint))
        self.edit.setAccessibleDescription(self.note.text())
