"""A copy of the open book made from a button, proved and noted off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.parts.words import Says
from desktop.session.session import Session
from desktop.tasks import Running
from ledger.book.copies import back_up as copy_of
from ledger.domain.rotation import BackedUp


def back_up(
    session: Session, folder: Path, *, then: Callable[[BackedUp], None], says: Says
) -> Running:
    """Copy the book into a folder, prove the copy and note it; ``then`` hears what was made."""

    def noted(made: BackedUp) -> None:
        session.changed.emit(frozenset({"backups_taken"}))
        then(made)

    return session.work(
        lambda _work: session.with_book(lambda book: copy_of(book, folder)),
        then=noted,
        says=says,
        alone=True,
    )
