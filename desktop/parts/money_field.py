"""A field for an amount: grouped while typing, sums such as 300+50, words beside large amounts.

Use:
    field = form.add(lambda voice: voice.tr("Amount"), MoneyField(voice))
    field.set_expected(baht(300))        # "+50" then means 350
    field.set_usual(baht(200))           # ten times that is asked once
    field.changed.connect(self._typed)   # then: field.amount(), None while there is none
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy
from typing_extensions import override

from desktop.parts.amount_state import AmountEntry, Written, amount_text, is_grouped, regrouped
from desktop.parts.field import SILENT, Field, Kind, Remark
from desktop.parts.words import Says, verbatim
from ledger.domain.money import Money, baht
from reports.words.refusals.typing import wrong_amount
from reports.words.voice import Voice

WORDS_FROM = baht(10_000)


class MoneyField(Field):
    """Hands over an amount; what was typed stays until it is understood."""

    edit: AmountEdit

    def __init__(
        self, voice: Voice, *, words_from: Money = WORDS_FROM, may_be_negative: bool = False
    ) -> None:
        super().__init__(AmountEdit(), voice, beside=True)
        self._entry = AmountEntry(may_be_negative=may_be_negative)
        self._words_from = words_from
        self._asked: Money | None = None
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._finished)

    @property
    def entry(self) -> AmountEntry:
        return self._entry

    def amount(self) -> Money | None:
        """The amount; None while there is none."""
        return self._entry.amount

    def set_amount(self, amount: Money | None) -> None:
        """Put an amount into the field, as when a form is opened."""
        self._entry = self._entry.at(amount)
        self.edit.setText(amount_text(amount, self.voice))
        self.draw()

    def set_expected(self, expected: Money | None) -> None:
        """What ``+50`` and ``-20`` are counted from; shown while the field is empty."""
        self._entry = replace(self._entry, expected=expected)
        self.edit.setPlaceholderText(amount_text(expected, self.voice))
        self.draw()

    def set_usual(self, usual: Money | None) -> None:
        """The habit of this person: ten times as much is asked about once."""
        self._entry = replace(self._entry, usual=usual)
        self.draw()

    @override
    def set_voice(self, voice: Voice) -> None:
        if self._entry.settled is not None:
            self.edit.setText(amount_text(self._entry.settled, voice))
        self.edit.setPlaceholderText(amount_text(self._entry.expected, voice))
        super().set_voice(voice)

    @override
    def is_empty(self) -> bool:
        return self._entry.is_empty

    @override
    def trouble(self) -> Says | None:
        if self._entry.is_empty and self.optional:
            return None
        wrong = self._entry.problem
        if wrong is not None:
            return lambda voice: wrong_amount(wrong, voice)
        return _unusual(self._entry.usual) if self._entry.asks else None

    @override
    def weight(self) -> Kind:
        return "caution" if self._entry.asks else "problem"

    @override
    def reveal(self) -> None:
        # Whoever wants to go on a second time with the same unusual amount means it.
        if self._entry.asks and self._asked == self.amount():
            self._entry = self._entry.agree()
        self._asked = self.amount()
        super().reveal()

    @override
    def remark(self) -> Remark:
        amount = self.amount()
        if amount is None:
            return SILENT
        if amount >= self._words_from:
            return Remark("hint", lambda voice: voice.amount_in_words(amount))
        if any(sign in self._entry.typed.strip() for sign in "+-*"):
            return Remark("hint", _sum(amount))
        return SILENT

    def _typed(self) -> None:
        self._entry = self._entry.with_typed(self.edit.text())
        self.was_edited()

    def _finished(self) -> None:
        amount = self.amount()
        if amount is not None:
            self._entry = self._entry.at(amount)
            self.edit.setText(amount_text(amount, self.voice))
        self.was_left()


def _sum(amount: Money) -> Says:
    return lambda voice: f"= {voice.money(amount)}"


def _unusual(usual: Money | None) -> Says:
    if usual is None:
        return verbatim("")
    return lambda voice: voice.tr(
        "This is ten times the usual {usual} or more. Confirm once more if it is right."
    ).format(usual=voice.money(usual))


class AmountEdit(QLineEdit):
    """The line itself: groups figures while they are typed; a typed figure replaces the amount."""

    def __init__(self) -> None:
        super().__init__()
        self._undoing = False
        self._before = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._group)
        self.textChanged.connect(self._remember)

    @override
    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance("9,999,999,999.99 ")
        return QSize(wide + self.fontMetrics().height(), super().sizeHint().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._step_back(self.undo)
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._step_back(self.redo)
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.text().isdecimal():
            event.ignore()  # Alt and a digit choose an area and are no amount
        else:
            if event.key() == Qt.Key.Key_Delete and self._comma_follows():
                self.cursorForward(False, 1)  # noqa: FBT003  # a comma alone cannot be deleted
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Qt's own menu, whose undo and redo do as the keys do."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in {"edit-undo", "edit-redo"}:
                step = self.undo if action.objectName() == "edit-undo" else self.redo
                action.triggered.disconnect()
                action.triggered.connect(partial(self._step_back, step))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _group(self, text: str) -> None:
        if self._undoing:
            return
        now = Written(text, self.cursorPosition())
        better = regrouped(self._before, now)
        if better.text != text:
            # Inserted rather than set, so that undo still knows what was typed before.
            self.selectAll()
            self.insert(better.text)
        if better != now:
            self.setCursorPosition(better.cursor)

    def _step_back(self, step: Callable[[], None], _checked: object = None) -> None:
        """One undo or redo for the eye: the grouping in between is no step of its own."""
        self._undoing = True
        step()
        while step == self.undo and self.isUndoAvailable() and not is_grouped(self.text()):
            step()
        self._undoing = False

    def _remember(self) -> None:
        self._before = self.text()

    def _comma_follows(self) -> bool:
        return not self.hasSelectedText() and self.text()[self.cursorPosition() :][:1] == ","
