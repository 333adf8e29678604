"""Dialogs as large as their words need, on whatever screen and at whatever text size.

Qt opens windows at no more than two thirds of the screen and then cuts off wrapped text.

Use:
    class ReasonDialog(Dialog):
        def __init__(self, voice, parent=None):
            super().__init__(lambda voice: voice.tr("Reverse"), voice, parent)
            self.form = Form(voice)
            self.body.addWidget(self.form)
            self.add_buttons(save, cancel)
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.words import Button, Says, retell
from reports.words.voice import Voice


class Dialog(QDialog):
    """Content above, buttons below; grows to its content when it opens."""

    def __init__(self, title: Says, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.voice = voice
        self.setWindowTitle(title(voice))
        rows = QVBoxLayout(self)
        self.body = QVBoxLayout()
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        rows.addLayout(self.body, 1)
        rows.addLayout(self._buttons)

    def add_buttons(self, *buttons: Button) -> None:
        """Buttons at the lower right, the one that Enter presses first."""
        for button in buttons:
            self._buttons.addWidget(button)
        buttons[0].setDefault(True)

    def set_voice(self, voice: Voice) -> None:
        """Tell everything inside in another voice; what was typed stays."""
        self.voice = voice
        self.setWindowTitle(self._title(voice))
        retell(self, voice)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    @override
    def event(self, event: QEvent) -> bool:
        # A sentence that comes beside a field needs its lines, or its end is never read.
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self._fit_content)
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self.isVisible():
            # The parts inside hear of it only after this.
            QTimer.singleShot(0, self, self._fit_content)

    def _fit_content(self) -> None:
        fit(self)


def fit(window: QWidget) -> None:
    """Make a window large enough for its content, as far as the screen goes; never smaller."""
    layout = window.layout()
    if layout is None:
        return
    wanted = layout.totalSizeHint().expandedTo(window.size())
    if layout.hasHeightForWidth():
        wanted.setHeight(max(wanted.height(), layout.totalHeightForWidth(wanted.width())))
    room = window.screen().availableSize() if window.screen() else QSize(wanted)
    window.resize(wanted.boundedTo(room))
