"""The lock beside the backups: an older copy that is restored is locked as the book was.

Months that were locked never open again (features 72 and 73), and a copy from before a lock would
open them. So the folder remembers how far the book was locked, and every copy of it is asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger.book.copy_list import write_plain
from ledger.book.erased import ERASED, is_unread, note_beside
from ledger.domain.cooperative import Closing, Cooperative
from ledger.domain.days import Month
from ledger.domain.refusals import Refusal
from ledger.storage.given_files import plain_list

if TYPE_CHECKING:
    from ledger.book import Book

LOCKED = "satcha-locked.json"


def locked_through(reader: Any) -> str:
    """The last month that is locked (``YYYY-MM``); empty without any."""
    closings = reader.every(Closing)
    return (closings[-1].locked_through or "") if closings else ""


def locked_there(folder: Path, book: str, today: date) -> str:
    """How far this book was locked when it was last backed up here.

    Whoever holds the stick writes its list: what is no month that is over locks nothing.
    """
    try:
        month = Month.parse(str(_listed(folder).get(book, "")))
    except ValueError:
        return ""
    return month.iso if month.last <= today else ""


def note_locked(folder: Path, book: str, through: str, today: date) -> None:
    """Remember how far the book is locked; the list never goes back."""
    if through > locked_there(folder, book, today):
        write_plain(folder / LOCKED, {**_listed(folder), book: through})


def unread_lists(folders: Iterable[Path], book: str) -> tuple[str, ...]:
    """The lists beside copies or book that cannot be read: what they say is not done again."""
    found = []
    for folder in dict.fromkeys(one.absolute() for one in folders):
        if is_unread(folder, book):
            found.append(str(folder / ERASED))
        if os.path.lexists(folder / LOCKED) and plain_list(folder / LOCKED) is None:
            found.append(str(folder / LOCKED))
    return tuple(found)


def note_lock_beside(book: Book) -> None:
    """Note the lock in the folder of the book itself; if it cannot be written, backups carry it."""
    with suppress(OSError):
        note_locked(book.path.parent, book.ask(_identity), book.ask(locked_through), book.today)


def note_all_beside(book: Book) -> None:
    """Keep beside the book what an older copy would not know: erased data, and the lock."""
    note_beside(book)
    note_lock_beside(book)


def locked_later(book: Book, copies: Path, beside: Path, identity: str) -> str:
    """The last month locked in another copy of the folder, or by the lists of both folders.

    Empty where the book, a copy that goes on, knows of the lock itself.
    """
    found = [locked_there(place, identity, book.today) for place in (copies, beside)]
    found += [_locked_in(path, book, identity) for path in copies.glob("*.satcha")]
    through = max(found)
    return through if through > book.ask(locked_through) else ""


def _locked_in(path: Path, like: Book, identity: str) -> str:
    """How far a copy is locked; a file that cannot be opened says nothing."""
    try:
        with type(like).open_for_reading(path, secret=like.secret) as book:
            return book.ask(locked_through) if book.ask(_identity) == identity else ""
    except Refusal:
        return ""


def _identity(reader: Any) -> str:
    books = reader.every(Cooperative)
    return books[0].book if books else ""


def _listed(folder: Path) -> dict[str, object]:
    return plain_list(folder / LOCKED) or {}
