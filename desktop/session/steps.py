"""Acts that follow each other, carried out off the main thread: what was done of them stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.parts.words import Says
from desktop.session.session import Session
from desktop.session.whole import whole_book
from desktop.tasks import Running, Work
from ledger.domain.commands import Command, Outcome
from ledger.domain.refusals import Refusal

Run = Callable[..., Outcome]


def run_steps(
    session: Session,
    steps: Callable[[Run], Iterator[object]],
    *,
    then: Callable[[], None],
    stopped: Callable[[int], None],
    says: Says,
) -> Running:
    """Carry out the acts. A refusal goes to the window; screens see the acts before it.

    ``stopped`` hears how many acts stand when somebody stopped it.
    """
    acts = _Acts(session, steps)

    def told(_: None) -> None:
        acts.tell_changed()
        then()

    def failed(refusal: Refusal) -> None:
        acts.tell_changed()
        session.refused.emit(refusal)

    def was_stopped() -> None:
        acts.tell_changed()
        stopped(acts.booked)

    return session.work(
        acts.carry_out, then=told, failed=failed, stopped=was_stopped, says=says, alone=True
    )


class _Acts:
    """The acts so far, and how many rows they have of those that a rehearsal of all had."""

    def __init__(self, session: Session, steps: Callable[[Run], Iterator[object]]) -> None:
        self._session, self._steps = session, steps
        self._book = whole_book(session).book
        self._topics: set[str] = set()
        self._before = self._now = self._all = 0
        self.booked = 0

    def carry_out(self, work: Work) -> None:
        """Off the main thread."""

        def rows(count: int) -> None:
            self._now = self._before + count
            work.step(self._now, max(self._now, self._all) if self._all else 0)

        def run(command: Command, *, rehearse: bool = False) -> Outcome:
            if rehearse:
                outcome = self._book.run(command, rehearse=True, rows=rows)
                self._before, self._all = 0, self._now
                return outcome
            self._session.ahead(command)
            outcome = self._book.run(command, rows=rows)
            self._before = self._now
            self._topics |= outcome.topics
            self.booked += 1
            return outcome

        for _ in self._steps(run):
            pass

    def tell_changed(self) -> None:
        self._session.changed.emit(frozenset(self._topics))
