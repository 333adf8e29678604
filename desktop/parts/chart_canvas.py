"""Draws a chart: hairlines, figures at the left, months below, series by shape too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.parts.chart_state import ChartData, ChartKind, Scale, Series, scale_for
from desktop.parts.look import Colours, colours_of
from reports.words.voice import Voice

_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
_FILLS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.CrossPattern,
)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The room of the figures inside the canvas, and how to find a place in it."""

    room: QRect
    scale: Scale
    count: int

    def x(self, place: int) -> int:
        return self.room.left() + (2 * place + 1) * self.room.width() // (2 * max(self.count, 1))

    def y(self, height: int) -> int:
        return self.room.bottom() - height

    def points(self, series: Series) -> Iterator[QPoint | None]:
        for place, value in enumerate(series.values):
            height = None if value is None else self.scale.height_of(value, self.room.height())
            yield None if height is None else QPoint(self.x(place), self.y(height))


class ChartCanvas(QWidget):
    """The drawn side of a chart; its accessible description names the last figures."""

    def __init__(self, kind: ChartKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._data = ChartData((), ())
        self._voice = Voice("th")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_data(self, data: ChartData, voice: Voice, *, name: str) -> None:
        self._data = data
        self._voice = voice
        self.setAccessibleName(name)
        self.setAccessibleDescription(_last_figures(data, voice))
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(20 * line, 10 * line)

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(34 * line, 14 * line)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        if self._data.is_empty:
            painter.setPen(QColor(colours.faint))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect(), flags, self._voice.tr("There are no figures yet."))
        else:
            frame = self._frame()
            self._draw_scale(painter, frame, colours)
            self._draw_labels(painter, frame, colours)
            self._draw_names(painter, colours)
            for at, series in enumerate(self._data.series):
                self._draw_series(painter, frame, at, series)
        painter.end()

    def _frame(self) -> _Frame:
        scale = scale_for(self._data)
        line = self.fontMetrics().height()
        widest = max(self.fontMetrics().horizontalAdvance(self._tick(tick)) for tick in scale.ticks)
        below_names = max((y for _, y in self.places_of_names()), default=0) + line * 2
        left, above = widest + line // 2, below_names
        room = QRect(left, above, self.width() - left - line // 2, self.height() - above - line * 2)
        return _Frame(room, scale, len(self._data.labels))

    def _tick(self, baht: int) -> str:
        return self._voice.number(baht)

    def _draw_scale(self, painter: QPainter, frame: _Frame, colours: Colours) -> None:
        line = self.fontMetrics().height()
        lowest, highest = frame.scale.ticks[0], frame.scale.ticks[-1]
        for tick in frame.scale.ticks:
            y = frame.y(frame.room.height() * (tick - lowest) // (highest - lowest))
            painter.setPen(QPen(QColor(colours.faint if tick == 0 else colours.hairline), 1))
            painter.drawLine(frame.room.left(), y, frame.room.right(), y)
            painter.setPen(QColor(colours.ink))
            place = QRect(0, y - line, frame.room.left() - line // 3, 2 * line)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._tick(tick)
            )

    def _draw_labels(self, painter: QPainter, frame: _Frame, colours: Colours) -> None:
        """As many labels as have room, always with the last one."""
        metrics = self.fontMetrics()
        labels = self._data.labels
        widest = max(metrics.horizontalAdvance(label) for label in labels) + metrics.height() // 2
        apart = max(1, -(-widest * len(labels) // max(frame.room.width(), 1)))
        painter.setPen(QColor(colours.ink))
        for place in range(len(labels) - 1, -1, -apart):
            left = min(frame.x(place) - widest // 2, self.width() - widest)
            box = QRect(left, frame.room.bottom() + 2, widest, self.height() - frame.room.bottom())
            painter.drawText(
                box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, labels[place]
            )

    def places_of_names(self) -> list[tuple[int, int]]:
        """Where the sign of each series begins: as many lines of names as the width needs."""
        metrics = self.fontMetrics()
        line, x, y = metrics.height(), 0, 0
        places = []
        for series in self._data.series:
            wide = 2 * line + line // 3 + metrics.horizontalAdvance(series.name)
            if x and x + wide > self.width():
                x, y = 0, y + line * 4 // 3
            places.append((x, y))
            x += wide + line
        return places

    def _draw_names(self, painter: QPainter, colours: Colours) -> None:
        """The name of each series with its sign, from the left, above the figures."""
        line = self.fontMetrics().height()
        for at, (series, (x, top)) in enumerate(
            zip(self._data.series, self.places_of_names(), strict=True)
        ):
            y = top + line * 2 // 3
            if self._kind is ChartKind.LINE:
                painter.setPen(self._pen(at))
                painter.drawLine(x, y, x + 2 * line, y)
                self._draw_mark(painter, at, QPoint(x + line, y))
            else:
                painter.setPen(QPen(self._colour(at), 1))
                painter.setBrush(QBrush(self._colour(at), _FILLS[at % len(_FILLS)]))
                painter.drawRect(x + line, y - line // 3, line * 2 // 3, line * 2 // 3)
            beside = x + 2 * line + line // 3
            painter.setPen(QColor(colours.ink))
            place = QRect(beside, top, self.width() - beside, line * 4 // 3)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), series.name)

    def _draw_series(self, painter: QPainter, frame: _Frame, at: int, series: Series) -> None:
        if self._kind is ChartKind.BAR:
            self._draw_bars(painter, frame, at, series)
            return
        before: QPoint | None = None
        for point in frame.points(series):
            # A gap stays a gap: a line across it would claim figures that nobody has.
            if point is not None and before is not None:
                painter.setPen(self._pen(at))
                painter.drawLine(before, point)
            if point is not None:
                self._draw_mark(painter, at, point)
            before = point

    def _draw_bars(self, painter: QPainter, frame: _Frame, at: int, series: Series) -> None:
        wide = frame.room.width() * 7 // (10 * frame.count * len(self._data.series))
        ground = frame.y(_ground(frame))
        painter.setPen(QPen(self._colour(at), 1))
        painter.setBrush(QBrush(self._colour(at), _FILLS[at % len(_FILLS)]))
        for point in frame.points(series):
            if point is not None:
                left = point.x() + (2 * at - len(self._data.series)) * wide // 2
                painter.drawRect(QRect(QPoint(left, point.y()), QPoint(left + wide - 1, ground)))

    def _draw_mark(self, painter: QPainter, at: int, point: QPoint) -> None:
        size = max(3, self.fontMetrics().height() // 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(at))
        shape = _MARKS[at % len(_MARKS)]
        painter.drawPolygon(
            QPolygonF([QPointF(point.x() + x * size, point.y() + y * size) for x, y in shape])
        )

    def _pen(self, at: int) -> QPen:
        width = max(2, self.fontMetrics().height() // 9)
        return QPen(self._colour(at), width, _DASHES[at % len(_DASHES)])

    def _colour(self, at: int) -> QColor:
        colours = colours_of(self)
        return QColor((colours.accent, colours.caution, colours.ink, colours.good)[at % 4])


# Diamond, square, triangle, hourglass: told apart without their colours.
_MARKS = (
    ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    ((0, -1.3), (1.3, 1.1), (-1.3, 1.1)),
    ((-1.1, -1.2), (1.1, -1.2), (-1.1, 1.2), (1.1, 1.2)),
)


def _ground(frame: _Frame) -> int:
    """The height of zero above the lowest line."""
    lowest, highest = frame.scale.ticks[0], frame.scale.ticks[-1]
    return frame.room.height() * -lowest // (highest - lowest)


def _last_figures(data: ChartData, voice: Voice) -> str:
    """The figures of the last label, for those who hear the chart."""
    if data.is_empty:
        return voice.tr("There are no figures yet.")
    said = [
        f"{series.name} {voice.money(last)}"
        for series in data.series
        if (last := series.values[-1]) is not None
    ]
    return f"{data.labels[-1]}: " + ", ".join(said)
