"""Troubles of the file and the machine: the console leaves with 3."""

from __future__ import annotations

from ledger.domain.refusals.base import Trouble, refusal


@refusal
class NoSuchBook(Trouble):
    """There is no file at this place."""

    path: str


@refusal
class BookExists(Trouble):
    """A file lies where the new book should be made."""

    path: str


@refusal
class NotABook(Trouble):
    """The file is not a book of this program."""

    path: str


@refusal
class BookDamaged(Trouble):
    """The file is damaged: it cannot be read as a book."""

    path: str
    detail: str


@refusal
class BookNewer(Trouble):
    """The book was written by a newer version of the program."""

    path: str
    book_version: int
    program_version: int


@refusal
class BookInUse(Trouble):
    """Another window or program holds the book."""

    path: str


@refusal
class BookReadOnly(Trouble):
    """The book lies where nothing can be written."""

    path: str


@refusal
class DiskFull(Trouble):
    """No room is left on the disk; nothing was written."""

    path: str


@refusal
class StorageFailed(Trouble):
    """The disk or the file system reported an error; the act was not saved."""

    path: str
    detail: str


@refusal
class FolderUnwritable(Trouble):
    """Files cannot be made in this folder."""

    path: str


@refusal
class WrongSettings(Trouble):
    """The database library does not keep a setting that the books rely on."""

    setting: str
    found: str
