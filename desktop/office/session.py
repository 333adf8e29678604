"""The open office shared by its areas: one door for what is added, one for questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from desktop.office.state import Sight, first_sight
from desktop.session.ended import Ended
from desktop.session.working import Working
from desktop.tasks import Runs, Work
from ledger.domain.network.answers import RegisterAnswer
from ledger.domain.network.register import Additions
from ledger.domain.network_key import NetworkKey
from ledger.network.folders import Refused, receive_each
from ledger.network.office import Office
from ledger.network.questions import register
from ledger.network.receiving import Confirmed, Received
from ledger.network.recovery_keys import MadeKey, make_recovery_key
from reports.words.voice import Voice

P = ParamSpec("P")
T = TypeVar("T")
Question = Callable[Concatenate[Any, P], T]
Came = list[Received | Refused]


class OfficeSession(Working):
    """``changed`` says that something was added, or that another month or network is looked at."""

    changed = Signal()

    def __init__(self, office: Office, tasks: Runs, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._office = office
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

    @property
    def recovery_keys(self) -> Sequence[NetworkKey]:
        """The office's own keys, to which cooperatives may seal their books."""
        return self._office.recovery_keys

    def make_recovery_key(self, private: Path, passphrase: str) -> MadeKey:
        """Make such a key; its files lie at ``private`` and beside it.

        Raises:
            NetworkFileTaken, PassphraseShort, DiskFull …: why not.
        """
        made = make_recovery_key(self._office, private, passphrase)
        self.changed.emit()
        return made

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
        self.work(call, then=over, says=says, stopped=lambda: over(came), alone=True)

    @override
    def _failed(self, ended: Ended, trouble: BaseException) -> None:
        if self._closed:  # it stood in the middle of a question
            ended.cancelled()
        else:
            super()._failed(ended, trouble)

    def close(self) -> None:
        """Stop what runs; what was received by then is in the file."""
        self._closed = True
        self.stop()
        self._office.close()


def _looking(voice: Voice) -> str:
    return voice.tr("Looking at the packages")


def _receiving(voice: Voice) -> str:
    return voice.tr("Receiving the packages")
