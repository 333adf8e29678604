"""A small light with its words: the shape and the text carry the meaning, the colour only helps.

Use:
    lamp = Lamp(voice)
    lamp.show_state(LampState.GOOD, lambda voice: voice.tr("Cards agree with the control accounts"))
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from desktop.parts.look import colours_of
from desktop.parts.words import Label, Says, nothing
from reports.words.voice import Voice


class LampState(Enum):
    """What a light can say."""

    UNKNOWN = "unknown"
    GOOD = "good"
    CAUTION = "caution"
    PROBLEM = "problem"


class Lamp(QWidget):
    """A drawn sign and a text beside it; for a screen reader it is the text with its state."""

    def __init__(self, voice: Voice, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._voice = voice
        self._state = LampState.UNKNOWN
        self._sign = Sign(self)
        self.label = Label(nothing, voice, wraps=wraps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sign)
        row.addWidget(self.label, 1)
        self._name()

    @property
    def state(self) -> LampState:
        return self._state

    def show_state(self, state: LampState, says: Says) -> None:
        self._state = state
        self._sign.show_state(state)
        self.label.say(says)
        self._name()

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        self.label.set_voice(voice)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.label.text())
        self.setAccessibleDescription(_state_word(self._state, self._voice))
        word = _state_word(self._state, self._voice)
        said = self.label.text()
        self._sign.setToolTip(f"{word} · {said}" if said else word)


def _state_word(state: LampState, voice: Voice) -> str:
    return {
        LampState.UNKNOWN: voice.tr("Not checked yet"),
        LampState.GOOD: voice.tr("In order"),
        LampState.CAUTION: voice.tr("Needs attention"),
        LampState.PROBLEM: voice.tr("Wrong"),
    }[state]


class Sign(QWidget):
    """The drawn sign: ring, tick, triangle, cross; each is told apart without its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = LampState.UNKNOWN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: LampState) -> None:
        self._state = state
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height()) / 16
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(side, side)
        _draw(painter, self._state, self)
        painter.end()


def _draw(painter: QPainter, state: LampState, widget: QWidget) -> None:
    """Draw the sign into the square from -8 to 8."""
    colours = colours_of(widget)
    colour = QColor(
        {
            LampState.UNKNOWN: colours.faint,
            LampState.GOOD: colours.good,
            LampState.CAUTION: colours.caution,
            LampState.PROBLEM: colours.problem,
        }[state]
    )
    line = QPen(QColor(colours.raised), 2.2)
    line.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if state is LampState.UNKNOWN:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(QRectF(-6, -6, 12, 12))
    elif state is LampState.GOOD:
        painter.drawEllipse(QRectF(-7, -7, 14, 14))
        painter.setPen(line)
        painter.drawPolyline(_points(-3.5, 0, -1, 3, 4, -3))
    elif state is LampState.CAUTION:
        painter.drawPolygon(_points(0, -7.5, 7.8, 6.5, -7.8, 6.5))
        painter.setPen(line)
        painter.drawPolyline(_points(0, -2.5, 0, 1.5))
        painter.drawPoint(QPointF(0, 4.4))
    else:
        painter.drawRect(QRectF(-6.5, -6.5, 13, 13))
        painter.setPen(line)
        painter.drawLine(QPointF(-3, -3), QPointF(3, 3))
        painter.drawLine(QPointF(-3, 3), QPointF(3, -3))


def _points(*numbers: float) -> QPolygonF:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return QPolygonF([QPointF(x, y) for x, y in pairs])
