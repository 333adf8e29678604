"""How far long work is, as a bar and a number, with a way to stop it.

Use:
    bar = ProgressLine(voice)
    running = tasks.in_background(call, then=…, failed=…, progress=bar.show_step)
    bar.start(lambda voice: voice.tr("Making reports"), stop=running.cancel)
    bar.finish()
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.parts.words import Button, Label, Says, nothing
from reports.words.voice import Voice


class ProgressLine(QWidget):
    """One line that is there only while something runs."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._step = (0, 0)
        self._stop: Callable[[], None] | None = None
        self.label = Label(nothing, voice, wraps=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.number = Label(nothing, voice, wraps=False)
        self.stop = Button(lambda voice: voice.tr("Stop"), voice)
        self.stop.clicked.connect(self._stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        # Before what grows with the figures: a button that moves is missed.
        for widget, stretch in ((self.label, 0), (self.stop, 0), (self.bar, 1), (self.number, 0)):
            row.addWidget(widget, stretch)
        self.hide()

    def start(self, says: Says, *, stop: Callable[[], None] | None = None) -> None:
        self._stop = stop
        self._step = (0, 0)
        self.label.say(says)
        self.bar.setAccessibleName(self.label.text())
        self.stop.setVisible(stop is not None)
        self.stop.setEnabled(True)
        self._draw()
        self.show()

    def show_step(self, done: int, total: int) -> None:
        self._step = (done, total)
        self._draw()

    def finish(self) -> None:
        self._stop = None
        self.hide()

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        for piece in (self.label, self.number, self.stop):
            piece.set_voice(voice)
        self.bar.setAccessibleName(self.label.text())

    def _draw(self) -> None:
        done, total = self._step
        self.bar.setRange(0, total)  # a total of 0 shows that the end is not known
        self.bar.setValue(done)
        self.number.say(
            lambda voice: (
                voice.tr("{done} of {total}").format(
                    done=voice.number(done), total=voice.number(total)
                )
                if total
                else voice.number(done) * bool(done)
            )
        )

    def _stopped(self) -> None:
        self.stop.setEnabled(False)
        if self._stop is not None:
            self._stop()
