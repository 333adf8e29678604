"""Where a list or a calendar opens: below its field, or above it where the screen ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget


def place_for(size: QSize, field: QWidget) -> QPoint:
    """The upper left corner, in coordinates of the screen, for something of this size."""
    return place_within(
        size,
        QRect(field.mapToGlobal(QPoint(0, 0)), field.size()),
        field.screen().availableGeometry(),
    )


def place_within(size: QSize, field: QRect, screen: QRect) -> QPoint:
    below = field.bottom() + 1
    fits = below + size.height() <= screen.bottom() + 1
    top = below if fits else max(field.top() - size.height(), screen.top())
    left = max(min(field.left(), screen.right() + 1 - size.width()), screen.left())
    return QPoint(left, top)
