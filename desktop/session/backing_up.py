"""A copy of the open book made from a button, proved and noted off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.parts.ask import Asks
from desktop.parts.words import Says
from desktop.session.session import Session
from desktop.tasks import Running
from ledger.book import Book
from ledger.book.copies import Lies, lies
from ledger.book.copies import back_up as copy_of
from ledger.book.copy_list import medium_of
from ledger.domain.rotation import BackedUp
from ledger.queries.backups import BackupStanding, backup_standing


@dataclass(frozen=True, slots=True)
class CopyMade:
    """What was made, and how the copies of the book stand with it."""

    made: BackedUp
    standing: BackupStanding


def medium_asked(asks: Asks, folder: Path, book: Path) -> tuple[str, bool] | None:
    """What the medium is called, and whether it is kept outside; None when it was left."""
    where, known, outside = lies(folder, book), medium_of(folder), False
    if where is Lies.OTHER_DISK and not (known and known.outside):
        answer = asks.choose(
            lambda voice: voice.tr("Is this disk taken out and kept in another place?"),
            (
                lambda voice: voice.tr("Yes, it is kept elsewhere"),
                lambda voice: voice.tr("No, it stays in this PC"),
            ),
        )
        if answer is None:
            return None
        outside = answer == 0
    if known is not None or where is Lies.SAME_DISK:
        return "", outside
    name = asks.line(
        lambda voice: voice.tr("What is this stick or disk called? Write it on it, too."),
        typed=str(folder),
    )
    return None if name is None else (name.strip(), outside)


def back_up(  # noqa: PLR0913 - named at every call
    session: Session,
    folder: Path,
    *,
    medium: str = "",
    outside: bool = False,
    then: Callable[[CopyMade], None],
    says: Says,
) -> Running:
    """Copy the book into a folder, prove the copy and note it; ``then`` hears what was made."""

    def made(book: Book) -> CopyMade:
        copy = copy_of(book, folder, medium=medium, outside=outside)
        return CopyMade(copy, book.ask(backup_standing, at=book.today))

    def noted(made: CopyMade) -> None:
        session.changed.emit(frozenset({"backups_taken"}))
        then(made)

    return session.work(
        lambda _work: session.with_book(made),
        then=noted,
        says=says,
        alone=True,
    )
