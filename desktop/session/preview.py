"""What will be booked, shown before it is: the posting itself, rehearsed and rolled back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.parts.words import Button, Label, Says, nothing
from desktop.session.entry_table import EntryTable
from desktop.session.session import Session
from desktop.tasks import Running
from ledger.domain.commands import Command, Outcome
from ledger.domain.money import Money, total
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice

_LONG = 300  # milliseconds after which somebody wants to know that it is on its way

Tells = Callable[[Outcome], Says]


def papers_and_total(outcome: Outcome) -> Says:
    """The papers that come out and the sum: what every posting can say of itself."""
    papers = (*outcome.receipts, *outcome.vouchers)
    amount = total(posted.entry.total for posted in outcome.entries)
    if papers and outcome.entries:
        return _papers(papers, amount)
    if outcome.entries:
        return lambda voice: voice.tr("This will be booked: {amount} baht.").format(
            amount=voice.money(amount)
        )
    return lambda voice: voice.tr("This can be saved. No money moves.")


def _papers(papers: Sequence[str], amount: Money) -> Says:
    first, last = papers[0], papers[-1]
    if first == last:
        return lambda voice: voice.tr("This will be booked: {amount} baht, paper {paper}.").format(
            amount=voice.money(amount), paper=voice.digits(first)
        )
    return lambda voice: voice.tr(
        "This will be booked: {amount} baht, papers {first} to {last}."
    ).format(amount=voice.money(amount), first=voice.digits(first), last=voice.digits(last))


class Preview(QWidget):
    """A sentence about what will be booked, and behind a button the entry itself.

    ``drawn`` says that what was worked out behind stands there.
    """

    drawn = Signal()

    def __init__(self, session: Session, voice: Voice, *, tells: Tells = papers_and_total) -> None:
        super().__init__()
        self._session = session
        self._voice = voice
        self._tells = tells
        self._asked = 0
        self._rehearsing: Running | None = None
        self.text = Label(nothing, voice)
        self.text.setProperty("note", "hint")
        self.more = Button(self._more_text, voice)
        self.entry = EntryTable(session, voice)
        self.entry.hide()
        self.more.clicked.connect(self._turn)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for widget in (self.text, self.more, self.entry):
            rows.addWidget(widget)
        self.show_nothing()

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice

    def show_command(self, command: Command | None) -> None:
        """Rehearse the command and show what comes of it; None shows that something is missing."""
        if command is None:
            self.show_nothing()
            return
        try:
            outcome = self._session.rehearse(command)
        except Refusal as refusal:
            self._show_refusal(refusal)
        else:
            self._show_outcome(outcome)

    def show_behind(self, command: Command | None) -> None:
        """The same for commands so long that typing must not wait for them."""
        self.forget()
        if command is None:
            self.show_nothing()
            return
        asked = self._asked

        def unless_late(show: Callable[[Any], None]) -> Callable[[Any], None]:
            def told(found: Any) -> None:
                if asked == self._asked:
                    self._asked, self._rehearsing = asked + 1, None
                    show(found)
                    self.drawn.emit()

            return told

        QTimer.singleShot(_LONG, self, lambda: self._say_waiting(asked))
        running = self._session.work(
            lambda work: self._session.rehearse(command, work),
            then=unless_late(self._show_outcome),
            failed=unless_late(self._show_refusal),
        )
        self._rehearsing = running if asked == self._asked else None

    def forget(self) -> None:
        """What is still being rehearsed is not wanted any more."""
        self._asked += 1
        if self._rehearsing is not None:
            self._rehearsing.cancel()
            self._rehearsing = None

    def _say_waiting(self, asked: int) -> None:
        if asked == self._asked and self._rehearsing is not None:
            self._show(_being_worked_out, "hint")

    def _show_outcome(self, outcome: Outcome) -> None:
        self._show(self._tells(outcome), "hint")
        self.entry.show_entries(outcome.entries)
        self.more.setVisible(bool(outcome.entries))
        self.entry.setVisible(self.entry.isVisibleTo(self) and bool(outcome.entries))

    def _show_refusal(self, refusal: Refusal) -> None:
        # Its traceback would keep the whole form alive after it was closed.
        self._show(_refused(refusal.with_traceback(None)), "problem")

    def show_nothing(self) -> None:
        self._show(
            lambda voice: voice.tr("Fill in the form; here stands what will be booked."), "hint"
        )

    def _show(self, says: Says, kind: str) -> None:
        self.text.setProperty("note", kind)
        self.text.style().polish(self.text)
        self.text.say(says)
        self.more.hide()

    def _turn(self) -> None:
        self.entry.setVisible(not self.entry.isVisibleTo(self))
        self.more.say(self._more_text)

    def _more_text(self, voice: Voice) -> str:
        shown = hasattr(self, "entry") and self.entry.isVisibleTo(self)
        return voice.tr("Hide the entry") if shown else voice.tr("Show the entry")


def _being_worked_out(voice: Voice) -> str:
    return voice.tr("What will be booked is being worked out.")


def _refused(refusal: Refusal) -> Says:
    return lambda voice: sentence(refusal, voice)
