"""A field to choose one of many by typing: a member by number, or by name with typing slips.

Use:
    choices = [Choice(row.member, row.name, str(row.number), row.zone) for row in rows]
    field = form.add(lambda voice: voice.tr("Member"), Chooser(voice, choices))
    field.changed.connect(self._chosen)      # then: field.chosen(), a key or None
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from typing_extensions import override

from desktop.parts.choosing import Choice, Choosing
from desktop.parts.field import SILENT, Field, Remark
from desktop.parts.placing import place_for
from desktop.parts.words import Says, verbatim
from reports.words.voice import Voice


class Chooser(Field):
    """Hands over the key of what was chosen; offers while typing, never guesses between two."""

    edit: ChooserEdit

    def __init__(self, voice: Voice, choices: Sequence[Choice] = ()) -> None:
        super().__init__(ChooserEdit(), voice)
        self._state = Choosing(tuple(choices))
        self.offers = Offers(self.edit)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._finished)
        self.edit.walked.connect(self.offers.walk)
        self.edit.taken.connect(self._take_marked)
        self.edit.dropped.connect(self.offers.hide)
        self.offers.clicked.connect(self._take_marked)
        self._say_what_to_type()

    def chosen(self) -> Hashable:
        """The key of the choice; None while none is made."""
        return self._state.chosen.key if self._state.chosen else None

    def choose(self, key: Hashable) -> None:
        """Choose by key, as when a form is opened."""
        self._state = self._state.choose(key)
        self._write()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._state = self._state.with_choices(choices)
        self._write()

    @override
    def set_voice(self, voice: Voice) -> None:
        super().set_voice(voice)
        self._say_what_to_type()

    @override
    def is_empty(self) -> bool:
        return self._state.is_empty

    @override
    def trouble(self) -> Says | None:
        if self._state.chosen is not None or (self.optional and self.is_empty()):
            return None
        if self.is_empty():
            return lambda voice: voice.tr("Nothing is chosen. Type a name or a number.")
        count = len(self._state.offered)
        if not count:
            return lambda voice: voice.tr("Nothing matches what was typed.")
        return lambda voice: voice.tr_n(
            "{count} matches. Choose it with Enter.",
            "{count} match. Choose one with the arrow keys and Enter.",
            count,
        ).format(count=voice.number(count))

    @override
    def remark(self) -> Remark:
        chosen = self._state.chosen
        return Remark("hint", verbatim(chosen.detail)) if chosen and chosen.detail else SILENT

    def _say_what_to_type(self) -> None:
        self.edit.setPlaceholderText(self.voice.tr("Name or number"))

    def _typed(self, text: str) -> None:
        self._state = self._state.with_typed(text)
        self.offers.offer(self._state.offered)
        self.was_edited()

    def _finished(self) -> None:
        self.offers.hide()
        if self._state.chosen is None and self._state.typed:
            self._settle(self._state.settled())
        self.was_left()

    def _take_marked(self) -> None:
        marked = self.offers.marked()
        if marked is not None:
            self._settle(self._state.choose(marked.key))

    def _settle(self, state: Choosing) -> None:
        changed = state.chosen is not self._state.chosen
        self._state = state
        if changed:
            self._write()
            self.was_edited()

    def _write(self) -> None:
        self.offers.hide()
        chosen = self._state.chosen
        self.edit.setText(chosen.text if chosen else self._state.typed)
        if self.edit.hasFocus():
            self.edit.selectAll()  # the next letter begins a new choice
        else:
            self.edit.setCursorPosition(0)
        self.draw()


class ChooserEdit(QLineEdit):
    """The line itself: while something is offered, arrows walk, Enter takes, Escape drops."""

    walked = Signal(int)
    taken = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers: QWidget | None = None

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        offering = self.offers is not None and self.offers.isVisible()
        if not offering:
            super().keyPressEvent(event)
        elif event.key() in _WALKS:
            self.walked.emit(_WALKS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


_WALKS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


class Offers(QListView):
    """The list below the line; it never takes the keyboard away from it."""

    def __init__(self, edit: ChooserEdit) -> None:
        super().__init__(edit)
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self._edit = edit
        self._choices: list[Choice] = []
        self._texts = QStringListModel(self)
        self.setModel(self._texts)
        edit.offers = self
        self.hide()

    def offer(self, choices: list[Choice]) -> None:
        """Show these below the line, the first one marked; nothing to offer hides the list."""
        self._choices = choices
        self._texts.setStringList([_offered_text(choice) for choice in choices])
        if not choices:
            self.hide()
            return
        self.setCurrentIndex(self._texts.index(0))
        height = self.sizeHintForRow(0) * len(choices) + 2 * self.frameWidth()
        width = max(self._edit.width(), self.sizeHintForColumn(0) + 4 * self.frameWidth())
        self.resize(width, height)
        self.move(place_for(self.size(), self._edit))
        self.show()

    def walk(self, steps: int) -> None:
        line = min(max(self.currentIndex().row() + steps, 0), len(self._choices) - 1)
        self.setCurrentIndex(self._texts.index(line))

    def marked(self) -> Choice | None:
        line = self.currentIndex().row()
        return self._choices[line] if 0 <= line < len(self._choices) else None


def _offered_text(choice: Choice) -> str:
    return f"{choice.text}   {choice.detail}".rstrip()
