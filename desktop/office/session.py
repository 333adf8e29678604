"""The open office shared by its areas: one door for what is added, one for questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.office.state import Sight, first_sight
from desktop.parts.words import Says
from desktop.session.ended import Ended
from desktop.session.jobs import Job
from desktop.tasks import Running, Runs, Work
from ledger.domain.network.answers import RegisterAnswer
from ledger.domain.network.register import Additions
from ledger.network.folders import Refused, receive_each
from ledger.network.office import Office
from ledger.network.questions import register
from ledger.network.receiving import Confirmed, Received
from reports.words.voice import Voice

P = ParamSpec("P")
T = TypeVar("T")
Question = Callable[Concatenate[Any, P], T]
Came = list[Received | Refused]


class OfficeSession(QObject):
    """``changed`` says that something was added, or that another month or network is looked at.

    ``refused`` carries a Refusal that no form shows; ``began`` a Job, ``stepped`` how far it is,
    ``ended`` that it is over.
    """

    changed = Signal()
    refused = Signal(object)
    began = Signal(object)
    stepped = Signal(int, int)
    ended = Signal()

    def __init__(self, office: Office, tasks: Runs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._closed = False
        self._running: list[tuple[Ended, Running]] = []
        self._known: RegisterAnswer | None = None
        self.sight = first_sight(office.today)

    @property
    def path(self) -> Path:
        return self._office.path

    @property
    def user(self) -> str:
        return self._office.user

    @property
    def today(self) -> date:
        return self._office.today

    @property
    def now(self) -> datetime:
        return self._office.now

    @property
    def register(self) -> RegisterAnswer:
        """All that was entered; asked of the file once between two changes of it."""
        if self._known is None:
            self._known = self.ask(register)
        return self._known

    def look_at(self, sight: Sight) -> None:
        """Every area shows this month and these organisations from now on."""
        if sight != self.sight:
            self.sight = sight
            self.changed.emit()

    def ask(self, question: Question[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """The answer to a question; safe in any thread.

        Raises:
            Refusal: what the question refuses.
        """
        return question(self._office, *arguments, **named)

    def add(self, more: Additions) -> int:
        """Enter into the register.

        Raises:
            Refusal: what does not fit; nothing was entered.
        """
        added = self._office.add(more)
        self._known = None
        self.changed.emit()
        return added

    def check(self) -> None:
        """Look at the whole file, packages included.

        Raises:
            OfficeBroken: something is not as it was written.
        """
        self._office.check()

    def receive(
        self,
        paths: Sequence[Path],
        said: Mapping[Path, Confirmed],
        *,
        rehearse: bool,
        then: Callable[[Came], None],
    ) -> None:
        """Look at packages, or receive them, off the main thread; ``then`` hears how each went.

        Who stops it hears of those that were done by then: each is an act of its own.
        """
        came: Came = []

        def call(work: Work) -> Came:
            work.step(0, len(paths))
            found = receive_each(self._office, paths, said, rehearse=rehearse)
            for done, one in enumerate(found, start=1):
                came.append(one)
                work.step(done, len(paths))
            return came

        def over(done: Came) -> None:
            self._known = None
            then(done)
            if not rehearse:
                self.changed.emit()

        says = _looking if rehearse else _receiving
        self.work(call, then=over, says=says, stopped=lambda: over(came))

    def work(
        self,
        call: Callable[[Work], T],
        *,
        then: Callable[[T], None],
        says: Says,
        stopped: Callable[[], None] = lambda: None,
        alone: bool = True,
    ) -> None:
        """Run a long call off the main thread, with its progress in sight.

        ``alone`` keeps the screens from anything else meanwhile.
        """
        heard = lambda answer: None if self._closed else then(answer)  # noqa: E731
        ended = Ended(self.ended.emit, heard, self.refused.emit)

        def failed(trouble: BaseException) -> None:
            if not self._closed:  # a file that closed meanwhile is nobody's trouble
                ended.badly(trouble)

        def cancelled() -> None:
            ended.cancelled()
            if not self._closed:
                stopped()

        running = self._tasks.in_background(
            call,
            then=ended.well,
            failed=failed,
            progress=self.stepped.emit,
            cancelled=cancelled,
        )
        if not ended.over:
            self._running = [one for one in self._running if not one[0].over]
            self._running.append((ended, running))
            self.began.emit(Job(says, running.cancel, alone))

    def close(self) -> None:
        """Stop what runs; what was received by then is in the file."""
        self._closed = True
        for _, running in self._running:
            running.cancel()
        self._office.close()


def _looking(voice: Voice) -> str:
    return voice.tr("Looking at the packages")


def _receiving(voice: Voice) -> str:
    return voice.tr("Receiving the packages")
