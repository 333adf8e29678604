"""Notes and coins, one field for each value: how many there are, and what they make."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from desktop.parts.words import Label, Says, nothing
from ledger.domain.money import Money
from ledger.domain.papers import DENOMINATIONS
from reports.words.voice import Voice

_MOST = 100_000


class PiecesForm(QWidget):
    """Two columns of values, the largest first; Enter goes on to the next value."""

    changed = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.boxes: dict[Money, QSpinBox] = {}
        self._labels: dict[Money, Label] = {}
        self._sums: dict[Money, Label] = {}
        self._voice = voice
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        half = (len(DENOMINATIONS) + 1) // 2
        for at, value in enumerate(DENOMINATIONS):
            self._add(grid, value, row=at % half, column=4 * (at // half))
        grid.setColumnStretch(3, 1)
        grid.setColumnStretch(7, 1)
        self.set_voice(voice)

    def pieces(self) -> Mapping[Money, int]:
        return {value: box.value() for value, box in self.boxes.items()}

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        for value, box in self.boxes.items():
            box.setAccessibleName(self._labels[value].text())

    def _add(self, grid: QGridLayout, value: Money, *, row: int, column: int) -> None:
        box = QSpinBox()
        box.setRange(0, _MOST)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.boxes[value] = box
        self._labels[value] = Label(_value_text(value), self._voice, wraps=False)
        self._sums[value] = Label(nothing, self._voice, wraps=False)
        grid.addWidget(self._labels[value], row, column)
        grid.addWidget(box, row, column + 1)
        grid.addWidget(self._sums[value], row, column + 2)
        box.valueChanged.connect(self._count)

    def _count(self) -> None:
        for value, box in self.boxes.items():
            amount = value * box.value()
            self._sums[value].say(_sum_text(amount) if box.value() else nothing)
        self.changed.emit()


def _value_text(value: Money) -> Says:
    if value.satang % 100:
        return lambda voice: voice.tr("{count} satang").format(count=voice.number(value.satang))
    return lambda voice: voice.tr("{count} baht").format(count=voice.number(value.satang // 100))


def _sum_text(amount: Money) -> Says:
    return lambda voice: voice.money(amount)
