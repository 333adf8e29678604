"""The line above a list into which people type what they look for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_TO_THE_LIST = {Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindLine(QLineEdit):
    """Finds while typing; Down and Enter go on to the list, Escape empties the line."""

    def __init__(self, list_below: QWidget) -> None:
        super().__init__()
        self._list = list_below
        self.textChanged.connect(self._offer_to_clear)

    def type_on(self, text: str) -> None:
        """Take a letter that was typed into the list, and the keys after it."""
        self.insert(text)  # the line may come into sight by it
        self.setFocus()

    def _offer_to_clear(self) -> None:
        # With the first text: the button's sign is looked for in what the desktop brings.
        self.setClearButtonEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TO_THE_LIST:
            self._list.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
