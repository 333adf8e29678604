"""Copies that a book makes by itself, into a folder beside it (feature 101, trust.md 6.3).

They help against a mistake and not against theft, fire or a broken disk, so they never turn the
light of the backups green: only a copy outside this PC does.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ledger.book import Book
from ledger.book.copies import Begun, begin, clear_unfinished, is_of_history
from ledger.book.copy_list import listed
from ledger.book.copy_proofs import head
from ledger.storage.room import check_room

_OF_COPIES = ("record-backup", "note-keys", "note-sheet")  # nobody would miss these
_LAST = 2**62


def folder_of(path: Path) -> Path:
    """Where the copies that a book makes by itself lie."""
    return path.with_name(f"{path.stem}-copies")


def copied_through(book: Book) -> int:
    """The newest act of the book that one of its own copies holds; nothing without any."""
    folder = folder_of(book.path)
    return max(
        (
            one.through_act
            for one in listed(folder)
            if (folder / one.file).is_file() and is_of_history(one, book)
        ),
        default=0,
    )


def is_behind(book: Book, through: int, *, until: int = _LAST) -> bool:
    """Whether anything was booked after the act ``through``, up to ``until``."""
    return bool(
        book.ask(
            lambda reader: reader.one(
                "SELECT 1 FROM acts WHERE number > ? AND number <= ?"
                " AND command NOT IN (?, ?, ?) LIMIT 1",
                (through, until, *_OF_COPIES),
            )
        )
    )


def uncopied_since(book: Book) -> datetime | None:
    """When the first act was recorded that no own copy holds.

    None where all are copied, and of a book without entries: there is nothing to be lost yet.
    A book that is in no file is copied by others.
    """
    if not book.copies_itself:
        return None
    row = book.ask(
        lambda reader: reader.one(
            "SELECT recorded_at FROM acts WHERE number > ? AND command NOT IN (?, ?, ?)"
            " AND EXISTS (SELECT 1 FROM entries) ORDER BY number LIMIT 1",
            (copied_through(book), *_OF_COPIES),
        )
    )
    return datetime.fromisoformat(row[0]) if row else None


def newest_act(book: Book) -> int:
    return book.ask(head)[0]


def begin_own(book: Book) -> Begun:
    """Write a copy beside the book, to be proved.

    Raises:
        RoomTooSmall: the disk would be too full for the book itself afterwards.
    """
    folder = folder_of(book.path)
    check_room(book.path, copies=1)
    return begin(book, folder)


def clear_own(path: Path) -> None:
    """Take away what a copy left that was broken off, as by a power cut."""
    folder = folder_of(path)
    if folder.is_dir():
        clear_unfinished(folder, path.stem)
        with suppress(OSError):  # a folder that holds copies stays
            folder.rmdir()
