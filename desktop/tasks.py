"""Long work off the main thread: results by value, progress by number, cancelled when asked.

    tasks = Tasks(parent=window)
    running = tasks.in_background(
        lambda work: make_reports(months, work),       # touches no widget, opens its own connection
        then=self._show, failed=self._say_why, progress=bar.show_step,
    )
    running.cancel()                                   # the next work.step() ends the call
    tasks.wind_up()                                    # before the program ends

Inside the call, ``work.step(done, total)`` tells how far it is and leaves it when it was cancelled.
Tests pass ``InlineTasks()``, which does the same things at once and in the same thread.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from types import TracebackType
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

T = TypeVar("T")
Progress = Callable[[int, int], None]
Failed = Callable[[BaseException], None]

_SWEEP_MS = 500
_PAINTED_MS = 30


class Cancelled(Exception):
    """The person who waited does not want the result any more; leaves the call from within."""


class Work:
    """What a call knows about the people who wait for it."""

    def __init__(self, tell: Progress) -> None:
        self._tell = tell
        self._stop = Event()

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is.

        Raises:
            Cancelled: somebody asked to stop; let it pass.
        """
        if self._stop.is_set():
            raise Cancelled
        self._tell(done, total)

    def count(self, done: int) -> None:
        """The same where nobody knows how much it will be."""
        self.step(done, 0)

    def cancel(self) -> None:
        self._stop.set()


class Running(Protocol):
    """A call on its way."""

    def cancel(self) -> None: ...


class Runs(Protocol):
    """Whoever runs long calls: ``Tasks`` in the program, ``InlineTasks`` in tests."""

    def in_background(
        self,
        call: Callable[[Work], T],
        *,
        then: Callable[[T], None],
        failed: Failed,
        progress: Progress | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Running: ...


@dataclass(frozen=True, slots=True)
class _Ends:
    """The ways in which a call can end, and who hears of each."""

    then: Callable[[Any], None]
    failed: Failed
    cancelled: Callable[[], None] | None

    def hear(self, future: Future[Any]) -> None:
        if future.cancelled() or isinstance(future.exception(), Cancelled):
            if self.cancelled is not None:
                self.cancelled()
        elif (trouble := future.exception()) is not None:
            self.failed(trouble)
        else:
            self.then(future.result())


class _Call(QObject):
    """One call between two threads; its signals carry everything home to the main thread."""

    stepped = Signal()
    ended = Signal()
    over = Signal(QObject)

    def __init__(self, ends: _Ends, progress: Progress | None, parent: Tasks) -> None:
        super().__init__(parent)
        self.work = Work(self._note)
        self.future: Future[Any] = Future()
        self.call: list[Callable[[Work], Any]] = []
        self.unheard = False
        self._ends = ends
        self._progress = progress
        self._latest = (0, 0)
        self._told = False
        queued = Qt.ConnectionType.QueuedConnection
        self.stepped.connect(self._show, queued)
        self.ended.connect(self._finish, queued)

    def cancel(self) -> None:
        # A call that has not begun ends here, one that runs at its next step.
        self.work.cancel()
        self.future.cancel()

    def arrived(self, _future: Future[Any]) -> None:
        """Called in the worker's thread when the call is over."""
        self.ended.emit()

    def _note(self, done: int, total: int) -> None:
        # One event at a time is enough: a fast worker must not flood the window with numbers.
        self._latest = (done, total)
        if not self._told:
            self._told = True
            self.stepped.emit()

    @Slot()
    def _show(self) -> None:
        self._told = False
        if self._progress is not None and not self.unheard:
            self._progress(*self._latest)

    @Slot()
    def _finish(self) -> None:
        self.call.clear()
        self.over.emit(self)
        self.deleteLater()
        if not self.unheard:
            self.unheard = True
            self._ends.hear(self.future)


class Tasks(QObject):
    """Runs calls one after the other in a thread of its own; callbacks come in the main thread.

    ``failed`` gets every exception; a screen raises again what it cannot name in a sentence.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A future carries any exception home, so no handler of ours has to catch everything.
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="satcha")
        self._running: set[QObject] = set()
        self._go = Event()
        self._sweeper = QTimer(self)
        self._sweeper.setInterval(_SWEEP_MS)
        self._sweeper.timeout.connect(_sweep)

    def in_background(
        self,
        call: Callable[[Work], T],
        *,
        then: Callable[[T], None],
        failed: Failed,
        progress: Progress | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Running:
        """Run the call; exactly one of then, failed and cancelled follows, from the event loop."""
        job = _Call(_Ends(then, failed, cancelled), progress, self)
        job.over.connect(self._one_less)
        self._one_more(job)
        job.call.append(call)
        job.future = self._pool.submit(_run, job.call, job.work)
        job.future.add_done_callback(job.arrived)
        return job

    def hold_back(self) -> None:
        """Begin nothing until what is being built is painted: a thread would only be in its way."""
        self._go.clear()
        self._pool.submit(self._go.wait)
        QTimer.singleShot(_PAINTED_MS, self, self._go.set)

    def let_collect(self) -> None:
        """Let Python collect garbage, at the latest when nothing runs any more."""
        if not self._running:
            gc.enable()

    def wind_up(self) -> None:
        """Cancel what runs, wait for its thread, deliver nothing more."""
        for job in self.findChildren(_Call):
            job.unheard = True
            job.cancel()
        self._go.set()
        self._pool.shutdown(wait=True)
        for left in list(self._running):
            self._one_less(left)

    def _one_more(self, job: QObject) -> None:
        # Python collects garbage in whatever thread fills the measure, and a closed window that is
        # deleted outside the main thread ends the program: meanwhile only the main thread collects.
        if not self._running:
            gc.disable()
            self._sweeper.start()
        self._running.add(job)

    @Slot(QObject)
    def _one_less(self, job: QObject) -> None:
        self._running.discard(job)
        if not self._running:
            self._sweeper.stop()
            gc.enable()


class InlineTasks:
    """The twin for tests: the call runs at once, and nothing is left running."""

    def in_background(
        self,
        call: Callable[[Work], T],
        *,
        then: Callable[[T], None],
        failed: Failed,
        progress: Progress | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Running:
        work = Work(progress or _unwatched)
        future: Future[T] = Future()
        with _into(future):
            future.set_result(call(work))
        _Ends(then, failed, cancelled).hear(future)
        return work


class _into:  # noqa: N801  (reads as a word of the with statement)
    """Puts the exception of a block into a future, as the thread pool does."""

    def __init__(self, future: Future[Any]) -> None:
        self._future = future

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        trouble: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        if not isinstance(trouble, Exception):
            return False
        self._future.set_exception(trouble)
        return True


def _run(call: list[Callable[[Work], T]], work: Work) -> T:
    # The list stays with the main thread: what the call holds, mostly a window, is let go there.
    return call[0](work)


def _sweep() -> None:
    gc.collect(1)


def _unwatched(_done: int, _total: int) -> None:
    """Nobody watches the progress."""
