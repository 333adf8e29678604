"""A form whose command takes seconds in a large book: the window goes on, and Cancel stops it.

What it would book is worked out behind, and so it is booked; a number says how far it is. Stopped,
nothing was booked, and the form stays as it was typed.
"""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from desktop.parts.field import Remark
from desktop.parts.progress import ProgressLine
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.tasks import Running
from ledger.domain.commands import Command, Outcome
from ledger.domain.refusals import Refusal
from reports.words.voice import Voice


class LongDialog(CommandDialog):
    """Stands before another form's class as well, which works behind then."""

    def __init__(self, *asked: Any, **named: Any) -> None:
        super().__init__(*asked, **named)
        self._verb: Says = named["verb"]
        self._running: Running | None = None
        self.at_work = False
        self.progress = ProgressLine(self.voice)
        self._page.body.insertWidget(2, self.progress)  # above the preview
        self.preview.drawn.connect(self.grow)

    @override
    def rehearse(self) -> None:
        self._rest.stop()
        self._forget_trouble()
        self.preview.show_behind(self.command())

    @override
    def book(self) -> None:
        if not self.at_work:
            super().book()

    @override
    def carry_out(self, command: Command) -> None:
        self.begin(self._verb)
        running = self.session.run_long(
            command,
            command_id=self.command_id,
            says=self._verb,
            then=self._was_booked,
            failed=self.was_refused,
            stopped=self.was_stopped,
        )
        self.runs(running)

    def begin(self, says: Says) -> None:
        """Nothing can be typed until it is over; what was worked out behind is not wanted."""
        self.preview.forget()
        self.form.setEnabled(False)
        self.book_button.setEnabled(False)
        self.progress.start(says)
        self.session.stepped.connect(self.progress.show_step)
        self.at_work = True
        self.cancel_button.setFocus()
        self.grow()

    def runs(self, running: Running) -> None:
        """What Cancel stops; a call that is over already stays over."""
        self._running = running if self.at_work else None

    def end(self) -> None:
        self.at_work = False
        self._running = None
        self.session.stepped.disconnect(self.progress.show_step)
        self.progress.finish()
        self.form.setEnabled(True)
        self.book_button.setEnabled(True)
        self.cancel_button.setEnabled(True)
        self.book_button.setFocus()

    def was_stopped(self) -> None:
        self.end()
        self.rehearse()
        self.trouble.remark(Remark("hint", _stopped))

    def _was_booked(self, outcome: Outcome) -> None:
        self.end()
        self.booked(outcome)

    def was_refused(self, refusal: Refusal) -> None:
        self.end()
        self.show_refusal(refusal)

    @override
    def reject(self) -> None:
        """The first Escape or Cancel stops what is on its way; the form stays."""
        if self._running is None:
            super().reject()
        else:
            self.cancel_button.setEnabled(False)
            self.trouble.remark(Remark("hint", _stopping))
            self._running.cancel()

    @override
    def done(self, result: int) -> None:
        self.preview.forget()
        super().done(result)


def _stopping(voice: Voice) -> str:
    return voice.tr("It is being stopped.")


def _stopped(voice: Voice) -> str:
    return voice.tr("Stopped. Nothing was booked; what was typed still stands here.")
