"""The sign of each area beside its word: strokes on a square of 16, drawn in the colours in force.

A stroke is a row of points, ``o x y r`` a circle.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

_BOX = 16
_SHARP = 2  # pixels drawn for one of the icon's, for screens that have them
_SIGNS = {
    "home": "1 8 8 2 15 8;3 7 3 14 13 14 13 7;6 14 6 10 10 10 10 14",
    "collection": "1 3 15 3 15 14 1 14 1 3;1 7 15 7;6 3 6 14;9 10 11 12 14 8",
    "members": "o 6 5 3;1 14 1 12 4 10 8 10 11 12 11 14;11 3 13 4 13 7 11 8;12 10 15 12 15 14",
    "savings": "o 8 8 6.5;8 4 8 12;10 6 7 5 6 7 10 9 9 11 6 10",
    "loans": "1 5 12 5;9 2 12 5 9 8;15 11 4 11;7 8 4 11 7 14",
    "codi": "1 6 8 2 15 6 1 6;3 8 3 12;8 8 8 12;13 8 13 12;1 14 15 14",
    "grants": "1 14 1 8 5 5 9 8 9 14 1 14;9 14 9 10 12 8 15 10 15 14 9 14;5 14 5 11",
    "welfare": "8 14 2 8 2 5 4 3 6 3 8 5 10 3 12 3 14 5 14 8 8 14",
    "cash": "1 4 15 4 15 12 1 12 1 4;o 8 8 2.2;3 6 3 10;13 6 13 10",
    "journal": "3 2 13 2 13 14 3 14 3 2;5 2 5 14;7 5 11 5;7 8 11 8;7 11 11 11",
    "month_end": "1 3 15 3 15 14 1 14 1 3;1 6 15 6;5 1 5 4;11 1 11 4;5 10 7 12 11 8",
    "papers": "3 1 10 1 13 4 13 15 3 15 3 1;10 1 10 4 13 4;5 8 11 8;5 11 11 11",
    "audit": "o 7 7 5;11 11 15 15;5 7 7 9 10 5",
    "exchange_area": "4 13 4 3;1 6 4 3 7 6;12 3 12 13;9 10 12 13 15 10",
    # of a network office
    "packages": "1 5 8 2 15 5 15 12 8 15 1 12 1 5;1 5 8 8 15 5;8 8 8 15",
    "missing": "o 8 8 6.5;8 4 8 9;8 11 8 12",
    "roll_up": "1 14 15 14;3 14 3 9 5 9 5 14;7 14 7 5 9 5 9 14;11 14 11 2 13 2 13 14",
    "register": "o 8 3 2;o 3 13 2;o 13 13 2;8 5 8 9;3 11 3 9 13 9 13 11",
    "setup_area": "1 4 15 4;o 5 4 2;1 12 15 12;o 11 12 2;1 8 15 8",
}


def sign_of(area: str, side: int, colour: str) -> QIcon:
    """The sign of an area, as large as its words are high; one without a sign has none."""
    picture = QPixmap(side * _SHARP, side * _SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side * _SHARP / _BOX, side * _SHARP / _BOX)
    pen = QPen(QColor(colour), 1.2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in _SIGNS.get(area, "").split(";"):
        _draw(painter, stroke.split())
    painter.end()
    return QIcon(picture)


def _draw(painter: QPainter, stroke: list[str]) -> None:
    if stroke[:1] == ["o"]:
        x, y, radius = (float(one) for one in stroke[1:])
        painter.drawEllipse(QPointF(x, y), radius, radius)
    else:
        numbers = [float(one) for one in stroke]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in pairs]))
