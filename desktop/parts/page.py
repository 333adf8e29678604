"""A page that scrolls when the screen is small or the text large, instead of cutting anything off.

Use:
    page = Page()
    page.body.addWidget(form)
    page.body.addWidget(table, 1)
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override


class Page(QScrollArea):
    """Content below content; up and down by scrolling, sideways only when nothing else helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.setWidget(self._inside)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        moved = super().focusNextPrevChild(next)
        inside = self._inside.focusWidget()
        if moved and inside is not None:
            self.ensureWidgetVisible(inside)
        return moved

    @override
    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()
