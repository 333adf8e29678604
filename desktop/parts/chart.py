"""A simple chart of amounts over months, with its table behind it: no figure is only a picture.

Use:
    pane = ChartPane(lambda voice: ChartData(months(voice), (Series(voice.tr("Savings"), held),)),
                     voice, title=lambda voice: voice.tr("Twelve months"))
    pane.show_data(other)            # a function from a voice again
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.parts.chart_canvas import ChartCanvas
from desktop.parts.chart_state import ChartData, ChartKind
from desktop.parts.columns import ColumnSpec, money_column
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, Says, retell
from ledger.domain.money import Money
from reports.words.voice import Voice

Data = Callable[[Voice], ChartData]


@dataclass(frozen=True, slots=True)
class _Line:
    """One label of the chart as a row of its table."""

    place: int
    label: str
    values: tuple[Money | None, ...]


class ChartPane(QWidget):
    """The chart, and one button that turns it over to the same figures as a table.

    ``activated`` carries the place of the label whose figures somebody wants to see made up.
    """

    activated = Signal(int)

    def __init__(
        self,
        data: Data,
        voice: Voice,
        *,
        title: Says,
        kind: ChartKind = ChartKind.LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._voice = voice
        self._says_title = title
        self.sides = QStackedWidget()
        self.title = Label(title, voice, heading=True)
        self.turn_button = Button(self._turn_text, voice)
        self.turn_button.clicked.connect(self._turn)
        self.canvas = ChartCanvas(kind)
        self.sides.addWidget(self.canvas)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.turn_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.sides, 1)
        self._draw()

    @cached_property
    def table(self) -> Table:
        """The same figures; made when somebody turns to them."""
        made = Table(self._columns, self._voice, name=self._says_title).without_find()
        self.sides.addWidget(made)
        made.set_rows(_lines(self._data(self._voice)))
        made.activated.connect(lambda line: self.activated.emit(line.place))
        QWidget.setTabOrder(self.turn_button, made.view)
        return made

    def show_data(self, data: Data) -> None:
        self._data = data
        self._draw()

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        retell(self, voice)
        self._draw()

    def _turn(self) -> None:
        turned = self.sides.currentWidget() is self.canvas
        self.sides.setCurrentWidget(self.table if turned else self.canvas)
        self.turn_button.say(self._turn_text)

    def _turn_text(self, voice: Voice) -> str:
        turned = self.sides.currentIndex() == 1
        return voice.tr("Show the chart") if turned else voice.tr("Show the figures")

    def _columns(self, voice: Voice) -> Sequence[ColumnSpec[_Line]]:
        label: ColumnSpec[_Line] = ColumnSpec(
            voice.tr("Month"), lambda line: line.label, lambda line: line.place
        )
        series = self._data(voice).series
        return (
            label,
            *(
                money_column(one.name, _value_at(at), voice, adds=False)
                for at, one in enumerate(series)
            ),
        )

    def _draw(self) -> None:
        data = self._data(self._voice)
        self.canvas.show_data(data, self._voice, name=self.title.text())
        if "table" in vars(self):
            self.table.set_voice(self._voice)
            self.table.set_rows(_lines(data))


def _lines(data: ChartData) -> list[_Line]:
    return [
        _Line(place, label, tuple(series.values[place] for series in data.series))
        for place, label in enumerate(data.labels)
    ]


def _value_at(at: int) -> Callable[[_Line], Money | None]:
    return lambda line: line.values[at]
