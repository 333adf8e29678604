"""A field for a day, as people write it: 22/11/69, 22 พย 69, +1; its words stand beside it at once.

Use:
    field = form.add(lambda voice: voice.tr("Day"), DayField(voice, business_day))
    field.set_day(business_day)
    field.changed.connect(self._typed)   # then: field.day(), None while there is none

Up and Down step by a day, Page Up and Page Down by a month, Alt+Down opens the calendar. A year
that could be of either era is asked with two buttons, never guessed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.calendar_popup import CalendarPopup
from desktop.parts.day_state import DayEntry, day_text
from desktop.parts.field import SILENT, Field, Remark
from desktop.parts.words import Button, Says
from reports.words.calendar import Era
from reports.words.refused import sentence
from reports.words.typed_days import AmbiguousDay
from reports.words.voice import Voice


class DayField(Field):
    """Hands over a day; ``base`` is the business day that ``+1`` and a missing year refer to."""

    edit: DayEdit

    def __init__(self, voice: Voice, base: date | None = None) -> None:
        super().__init__(DayEdit(), voice, beside=True)
        self._entry = DayEntry(base=base)
        self.calendar: CalendarPopup | None = None
        self.calendar_button = Button(lambda voice: voice.tr("Calendar"), voice)
        # The mouse's way; the keyboard opens it from the line, so Tab need not stop here.
        self.calendar_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.calendar_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.line.insertWidget(1, self.calendar_button, 0, Qt.AlignmentFlag.AlignTop)
        self.choices = Choices(voice, after=self.edit)
        self.below.addWidget(self.choices)
        self._wire()

    @property
    def entry(self) -> DayEntry:
        return self._entry

    def day(self) -> date | None:
        """The day; None while there is none, or while its year is not clear."""
        return self._entry.day

    def set_day(self, day: date | None) -> None:
        """Put a day into the field, as when a form is opened."""
        self._entry = self._entry.at(day)
        self.edit.setText(day_text(day, self.voice))
        self.draw()

    def set_base(self, base: date | None) -> None:
        self._entry = replace(self._entry, base=base)
        self.draw()

    def open_calendar(self) -> CalendarPopup:
        """Open the calendar at the day shown, or at the business day."""
        self.calendar = CalendarPopup(self.voice, self)
        self.calendar.picked.connect(self._pick)
        self.calendar.open_at(self._entry.day or self._entry.base, below=self.edit)
        return self.calendar

    @override
    def set_voice(self, voice: Voice) -> None:
        if self._entry.picked is not None:
            self.edit.setText(day_text(self._entry.picked, voice))
        self.calendar_button.set_voice(voice)
        self.choices.set_voice(voice)
        super().set_voice(voice)

    @override
    def is_empty(self) -> bool:
        return self._entry.is_empty

    @override
    def trouble(self) -> Says | None:
        if self._entry.is_empty and self.optional:
            return None
        problem, readings = self._entry.problem, self._entry.readings
        if problem is not None:
            return lambda voice: sentence(problem, voice)
        if readings:
            unclear = AmbiguousDay(self._entry.typed, readings)
            return lambda voice: sentence(unclear, voice)
        return None

    @override
    def remark(self) -> Remark:
        day = self.day()
        return SILENT if day is None else Remark("hint", _in_words(day))

    @override
    def draw(self) -> None:
        super().draw()
        self.choices.offer(self._entry.readings if self.revealed else ())

    def _wire(self) -> None:
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._finished)
        self.edit.stepped.connect(self._step)
        self.edit.calendar_asked.connect(self.open_calendar)
        self.edit.leaving.connect(self.was_left)
        self.calendar_button.clicked.connect(self.open_calendar)
        self.choices.picked.connect(self._pick)

    def _typed(self, text: str) -> None:
        self._entry = self._entry.with_typed(text)
        self.was_edited()

    def _finished(self) -> None:
        day = self.day()
        if day is not None:
            self.set_day(day)
        self.was_left()

    def _step(self, days: int, months: int) -> None:
        day = self._entry.stepped(days=days, months=months)
        if day is not None:
            self._pick(day)

    def _pick(self, day: date) -> None:
        self.set_day(day)
        self.was_edited()
        self.edit.setFocus()
        self.edit.selectAll()


class DayEdit(QLineEdit):
    """The line itself, with the keys that step and the one that opens the calendar."""

    stepped = Signal(int, int)  # days, months
    calendar_asked = Signal()
    leaving = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance("22 พฤศจิกายน 2569 ")
        return QSize(wide + self.fontMetrics().height() // 2, super().sizeHint().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.text().isdecimal():
            event.ignore()  # Alt and a digit choose an area and are no day
        elif step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.calendar_asked.emit()
        else:
            self.stepped.emit(*step)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # An unclear year is asked now, so that Tab leads to the question instead of past it.
        if next:
            self.leaving.emit()
        return super().focusNextPrevChild(next)


_STEPS = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_PageUp: (0, 1),
    Qt.Key.Key_PageDown: (0, -1),
}


class Choices(QWidget):
    """The days between which somebody has to choose, one button each."""

    picked = Signal(object)

    def __init__(self, voice: Voice, *, after: QWidget) -> None:
        super().__init__()
        self._voice = voice
        self._after = after
        self._days: tuple[date, ...] = ()
        self._buttons: list[Button] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def offer(self, days: tuple[date, ...]) -> None:
        if days != self._days:
            self._days = days
            for button in self._buttons:
                button.hide()
                button.deleteLater()
            self._buttons = [self._button(day) for day in days]
            # Made late, they would come last for the tab key.
            for before, after in pairwise((self._after, *self._buttons)):
                QWidget.setTabOrder(before, after)
        self.setVisible(bool(days))

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        for button in self._buttons:
            button.set_voice(voice)

    def _button(self, day: date) -> Button:
        button = Button(_in_both_eras(day), self._voice)
        button.clicked.connect(lambda: self.picked.emit(day))
        self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


def _in_both_eras(day: date) -> Says:
    """Whoever wrote the year in the other era finds it again in brackets."""

    def says(voice: Voice) -> str:
        other = Era.COMMON if voice.era is Era.BUDDHIST else Era.BUDDHIST
        # note: a day and its year in the other era, "1 February 2568 BE (2025)"
        return voice.tr("{day} ({year})").format(
            day=voice.day(day, "long"), year=replace(voice, era=other).year(day.year)
        )

    return says


def _in_words(day: date) -> Says:
    # note: a day in words, such as "Sunday, 22 November 2569 BE"
    return lambda voice: voice.joined(
        lambda one: one.tr("{weekday}, {day}").format(
            weekday=one.weekday(day), day=one.day(day, "long")
        )
    )
