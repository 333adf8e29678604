"""The screens of the window, which rest while long work holds the book, and then go on."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid


class RestingStack(QStackedWidget):
    """Whoever works by keyboard finds it after the work where it was before."""

    def __init__(self) -> None:
        super().__init__()
        self._had: QWidget | None = None

    def rest(self) -> None:
        """Nothing can be done on the screens; Qt gives the keyboard to a button above them."""
        # Of the window: it has no keyboard itself while the dialog closes that began the work.
        had: QWidget | None = self.window().focusWidget()
        self._had = had if had is not None and self.isAncestorOf(had) else None
        self.setEnabled(False)

    def go_on(self) -> None:
        """The keyboard comes back."""
        self.setEnabled(True)
        had, self._had = self._had, None
        if had is not None and isValid(had):
            had.setFocus()
