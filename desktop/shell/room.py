"""How the frame gives way on a low screen with large letters, so that work has the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.shell.navigation import Navigation
from desktop.shell.status_line import StatusLine
from desktop.shell.top_bar import TopBar

_LINES = 23  # of text, that a window has when nothing of its frame has to go


class Room(QObject):
    """Shares a window between its frame and what is worked on.

    Nothing is lost where it is short: the cooperative's name and the months stand in the title and
    in the menu of the head, the lights and the areas keep their signs, and tips say their words.
    """

    def __init__(
        self, window: QWidget, top: TopBar, navigation: Navigation, status: StatusLine
    ) -> None:
        super().__init__(window)
        self._window, self._top = window, top
        self._navigation, self._status = navigation, status
        self._short: bool | None = None
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MEASURE:
            self.share()
        return False

    def share(self) -> None:
        """Measure the window anew; it or its letters have another size."""
        letters = self._window.fontMetrics()
        short = self._window.height() < _LINES * letters.height()
        if short is self._short:
            return
        self._short = short
        self._navigation.set_narrow(narrow=short)
        self._status.set_short(short=short)
        self._top.set_short(short=short, lights=self._status)
        rows = self._window.layout()
        if not short and isinstance(rows, QVBoxLayout):
            rows.addWidget(self._status)


_MEASURE = {QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange}
