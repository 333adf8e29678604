"""A form that closes books: the whole audit runs first, off the main thread, with its progress."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.field import Remark
from desktop.parts.text_fields import TextField
from desktop.session.command_dialog import CommandDialog
from desktop.tasks import Running, Work
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.auditing import BookNotSound
from ledger.queries.integrity.looking_through import LookedThrough, look_through
from reports.words.voice import Voice


class AuditedDialog(CommandDialog):
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
        self._auditing = self._left = False
        self._looking: Running | None = None

    @override
    def book(self) -> None:
        if self._auditing or not self.form.is_ready() or self.command() is None:
            return
        self.book_button.setEnabled(False)
        self._auditing = True
        self._tell(0, 0)
        self.session.stepped.connect(self._tell)
        self.session.ended.connect(self._ready)  # also where somebody stopped it

        def call(work: Work) -> LookedThrough:
            return self.session.ask(look_through, work.step)

        self._looking = self.session.work(
            call,
            says=lambda voice: voice.tr("Auditing the book"),
            then=lambda _found: self._looked_through(),
            failed=self._not_looked,
            alone=True,
        )

    def _tell(self, done: int, total: int) -> None:
        def says(voice: Voice) -> str:
            part = f" {voice.number(done)} / {voice.number(total)}" if total else ""
            return voice.tr("Auditing the book") + part

        self.trouble.remark(Remark("hint", says))

    def _looked_through(self) -> None:
        self._ready()
        if not self._left:
            super().book()

    def _not_looked(self, refusal: Refusal) -> None:
        self._ready()
        self.show_refusal(refusal)

    def _ready(self) -> None:
        if not self._auditing:
            return
        self._auditing = False
        self.session.stepped.disconnect(self._tell)
        self.session.ended.disconnect(self._ready)
        self.trouble.remark(Remark("hint", lambda _voice: ""))
        self.book_button.setEnabled(True)

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        if isinstance(refusal, BookNotSound):
            self.form.show_row(self.in_spite, visible=True)
            self.grow()
        super().show_refusal(refusal)

    @override
    def done(self, result: int) -> None:
        self._left = True
        if self._auditing and self._looking is not None:
            self._looking.cancel()
        super().done(result)
