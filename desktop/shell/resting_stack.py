"""The screens of the window, which rest while long work holds the book, and then go on."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid


class RestingStack(QStackedWidget):
    """Whoever works by keyboard finds it after the work where it was before."""

    def __init__(self) -> None:
        super().__init__()
        self._had: QWidget | None = None
        self._meanwhile: QWidget | None = None

    def rest(self) -> None:
        """Nothing can be done on the screens; Qt gives the keyboard to what is left."""
        had = self.window().focusWidget()
        self._had = had if had is not None and self.isAncestorOf(had) else None
        self.setEnabled(False)
        self._meanwhile = self.window().focusWidget()

    def go_on(self) -> None:
        """The keyboard comes back, unless somebody went on with it elsewhere meanwhile."""
        self.setEnabled(True)
        had, self._had = self._had, None
        moved = self.window().focusWidget() is not self._meanwhile
        if had is not None and isValid(had) and not moved:
            had.setFocus()
