"""Who has opened a book is looked at once more inside it, where its users stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ledger.domain.refusals.people import UserLocked

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.book import Book
    from ledger.storage.secret import Secret

from ledger.storage import file
from ledger.storage.columns import said

B = TypeVar("B", bound="Book")


def opened(path: Path, secret: Secret) -> tuple[file.Connection, bytes]:
    """A book's file for reading and writing; one of an older program is brought up to date first.

    Raises:
        Refusal: why it does not open; UpdateFailed where it stays as it was.
    """
    try:
        return file.open_file(path, secret)
    except file.Outdated:
        from ledger.book.updating import update

        update(path, secret)
        return file.open_file(path, secret)


def admitted(book: B) -> B:
    """The book, for somebody who may be in it: a locked user does not even read (trust.md 5).

    Where one writes, what became of the keys since the last opening is written down.

    Raises:
        UserLocked: the book is closed again.
    """
    try:
        _check_not_locked(book)
        if book.key and book.writes:
            from ledger.book.noting_keys import note_keys

            note_keys(book)
    except BaseException:
        book.close()
        raise
    return book


def _check_not_locked(book: Book) -> None:
    row = book.ask(
        lambda reader: reader.one(
            f"SELECT locked, {said('reason')} FROM users WHERE name = ? ORDER BY act DESC LIMIT 1",
            (book.user,),
        )
    )
    if row is not None and row[0]:
        raise UserLocked(book.user, str(row[1]))
