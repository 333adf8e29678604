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
    says: Says,
) -> Running:
    """Carry out the acts. A refusal goes to the window; screens see the acts before it."""
    book = whole_book(session).book
    topics: set[str] = set()

    def run(command: Command, *, rehearse: bool = False) -> Outcome:
        if not rehearse:
            session.ahead(command)
        outcome = book.run(command, rehearse=rehearse)
        topics.update(() if rehearse else outcome.topics)
        return outcome

    def all_of(_work: Work) -> None:
        for _ in steps(run):
            pass

    def told(_: None) -> None:
        session.changed.emit(frozenset(topics))
        then()

    def failed(refusal: Refusal) -> None:
        session.changed.emit(frozenset(topics))
        session.refused.emit(refusal)

    return session.work(all_of, then=told, failed=failed, says=says, alone=True)
