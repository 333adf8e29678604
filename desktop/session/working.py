"""Long work for an open file, of a book or of a network office: run behind, told to its window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.parts.words import Says
from desktop.session.ended import Ended
from desktop.session.jobs import Job
from desktop.tasks import Running, Runs, Work
from ledger.domain.refusals import Refusal

T = TypeVar("T")

_MOST = 100  # so many never run at once: those before them are over


class Working(QObject):
    """``refused`` carries a Refusal that no form shows, ``began`` a Job, ``stepped`` how far it is.

    ``ended`` says that a piece of work is over.
    """

    refused = Signal(object)
    began = Signal(object)
    stepped = Signal(int, int)
    ended = Signal()

    def __init__(self, tasks: Runs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._works = self._shown = self._alone = 0
        self._closed = False
        self._begun: list[Running] = []

    @property
    def busy(self) -> bool:
        """Whether long work is on its way."""
        return self._works > 0

    @property
    def shows(self) -> bool:
        """Whether work is on its way whose progress people see."""
        return self._shown > 0

    @property
    def held(self) -> bool:
        """Whether long work has the file to itself: whoever asks it now waits for that."""
        return self._alone > 0

    def work(  # noqa: PLR0913 - who hears of it, and how it is shown
        self,
        call: Callable[[Work], T],
        *,
        then: Callable[[T], None],
        says: Says | None = None,
        failed: Callable[[Refusal], None] | None = None,
        stopped: Callable[[], None] = lambda: None,
        alone: bool = False,
    ) -> Running:
        """Run a long call off the main thread; with ``says`` its progress is shown to people.

        ``alone`` keeps the screens away from the file meanwhile; ``stopped`` hears that somebody
        stopped it.
        """
        seen = says is not None
        self._count(1, seen=seen, alone=alone)
        # What is asked for a window that closed meanwhile is nobody's answer any more.
        heard = lambda answer: None if self._closed else then(answer)  # noqa: E731
        ended = Ended(
            lambda: self._work_ended(seen=seen, alone=alone), heard, failed or self._refused_behind
        )

        def cancelled() -> None:
            ended.cancelled()
            if not self._closed:
                stopped()

        running = self._tasks.in_background(
            call,
            then=ended.well,
            failed=lambda trouble: self._failed(ended, trouble),
            progress=self.stepped.emit,
            cancelled=cancelled,
        )
        if not ended.over:
            self._begun = [*self._begun, running][-_MOST:]
            if says is not None:
                self.began.emit(Job(says, running.cancel, alone))
        return running

    def stop(self) -> None:
        """Stop everything that runs, as far as it can be stopped."""
        for running in self._begun:
            running.cancel()

    def _failed(self, ended: Ended, trouble: BaseException) -> None:
        ended.badly(trouble)

    def _refused_behind(self, refusal: Refusal) -> None:
        """A question that a closing file left without its answer is nobody's trouble."""
        if not self._closed:
            self.refused.emit(refusal)

    def _count(self, more: int, *, seen: bool, alone: bool) -> None:
        self._works += more
        self._shown += more * seen
        self._alone += more * alone

    def _work_ended(self, *, seen: bool, alone: bool) -> None:
        self._count(-1, seen=seen, alone=alone)
        self.ended.emit()
