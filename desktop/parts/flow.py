"""Buttons in a row that goes on in the next line where the text is large or the screen small."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

_GAP = 6


class ButtonRow(QWidget):
    """Lays its buttons out in reading order; as high as the lines it needs at its width."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._buttons = tuple(buttons)
        for button in self._buttons:
            self._take(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: QPushButton) -> None:
        """One more button behind the others, for the eye and for Tab."""
        before = self._buttons[-1:]
        self._buttons = (*self._buttons, button)
        self._take(button)
        for last in before:
            QWidget.setTabOrder(last, button)

    def _take(self, button: QPushButton) -> None:
        button.setParent(self)
        button.setAutoDefault(False)
        button.installEventFilter(self)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    @override
    def sizeHint(self) -> QSize:
        widths = [button.sizeHint().width() for button in self._shown()]
        wide = sum(widths) + _GAP * max(len(widths) - 1, 0)
        return QSize(wide, self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max((button.sizeHint().width() for button in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in _LAYOUT_CHANGED:
            self._arrange_seen()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # a button says something else now
            self._arrange_seen()
        return handled

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange_seen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def _arrange_seen(self) -> None:
        # While a window is built there is much to hear of, and nothing to be seen.
        if self.isVisible():
            self._arrange()

    def _arrange(self) -> None:
        for button, place in zip(self._shown(), self._places(self.width()), strict=True):
            button.setGeometry(place)
        height = self.heightForWidth(self.width())
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
        self.updateGeometry()

    def _shown(self) -> list[QPushButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = high = 0
        for button in self._shown():
            size = button.sizeHint()
            if x and x + size.width() > width:
                x, y, high = 0, y + high + _GAP, 0
            places.append(QRect(x, y, size.width(), size.height()))
            x += size.width() + _GAP
            high = max(high, size.height())
        return places


_LAYOUT_CHANGED = {
    QEvent.Type.LayoutRequest,
    QEvent.Type.ShowToParent,
    QEvent.Type.HideToParent,
    QEvent.Type.StyleChange,
}
