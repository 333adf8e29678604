"""A form that closes books: the whole audit runs first, off the main thread, with its progress."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.text_fields import TextField
from desktop.session.long_dialog import LongDialog
from desktop.tasks import Work
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.auditing import BookNotSound
from ledger.queries.integrity.looking_through import LookedThrough, look_through
from reports.words.voice import Voice


class AuditedDialog(LongDialog):
    """Closes or locks once the book was looked through; with faults only for a reason given.

    The door looks the book through on every path; here it was done before, so that it stands
    ready and the window goes on.
    """

    def ask_reason(self) -> None:
        """Add the field for the reason; it is seen once there are faults."""
        self.in_spite = self.add(
            "in_spite",
            lambda voice: voice.tr("Why it is closed in spite of the faults"),
            TextField(self.voice),
            optional=True,
        )
        self.form.show_row(self.in_spite, visible=False)

    @override
    def book(self) -> None:
        if self.at_work or not self.form.is_ready() or self.command() is None:
            return
        self.begin(_auditing)

        def call(work: Work) -> LookedThrough:
            return self.session.ask(look_through, work.step)

        self.runs(
            self.session.work(
                call,
                says=_auditing,
                then=self._looked_through,
                failed=self.was_refused,
                stopped=self.was_stopped,
                alone=True,
            )
        )

    def _looked_through(self, _found: LookedThrough) -> None:
        self.end()
        super().book()

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        if isinstance(refusal, BookNotSound):
            self.form.show_row(self.in_spite, visible=True)
            self.grow()
        super().show_refusal(refusal)


def _auditing(voice: Voice) -> str:
    return voice.tr("Auditing the book")
