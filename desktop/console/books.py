"""Opening the book that a call names, for writing or only for reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.console.arguments import Given, Option
from desktop.console.texts import N_
from ledger.book import Book
from ledger.book.places import is_place, place_of
from ledger.domain.refusals import BookReadOnly
from ledger.domain.refusals.committing import BookElsewhere, BookInCloud, RoomTooSmall

PASSPHRASE_OPTION = Option(
    "passphrase-file", "FILE", N_("its first line is the passphrase of the encrypted book")
)
SIGN_OPTION = Option(
    "sign-file", "FILE", N_("its first line is the passphrase of the user's signing key")
)
USER_OPTION = Option("user", "NAME", N_("who does it, as the acts will say"))


def passphrase_of(given: Given) -> str:
    """The passphrase from its file or from the surroundings; empty where none was given.

    Raises:
        NoSuchFile, FileUnreadable, NotText: the file cannot be read.
    """
    return words_of(given, PASSPHRASE_OPTION, "SATCHA_PASSPHRASE")


def signing_of(given: Given) -> str:
    """The passphrase of the signing key; empty where nothing is to be signed."""
    return words_of(given, SIGN_OPTION, "SATCHA_SIGNING")


def words_of(given: Given, option: Option, surrounding: str) -> str:
    """The first line of the file that an option names, else what the surroundings say."""
    if given.has(option.name):
        from desktop.console.reading import SECRET_FILE, text_of

        lines = text_of(given, given.option(option.name), SECRET_FILE).splitlines()
        return lines[0] if lines else ""
    return given.terminal.surroundings.get(surrounding, "")


@contextmanager
def book_to_write(given: Given) -> Iterator[Book]:
    with _on_server(given) if is_place(given.places["BOOK"]) else _in_file(given) as book:
        yield book


@contextmanager
def book_to_read(given: Given) -> Iterator[Book]:
    """The book, also from where nothing is written, such as a memory card or a full disk.

    A log beside it means that somebody was cut off: what would be read is not the book as it is.
    """
    if is_place(given.places["BOOK"]):
        with _on_server(given) as book:
            yield book
        return
    path, passphrase = Path(given.places["BOOK"]), passphrase_of(given)
    try:
        book = _in_file(given)
    except (BookReadOnly, BookElsewhere, BookInCloud, RoomTooSmall):
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise
        book = Book.open_for_reading(path, user=given.option("user"), passphrase=passphrase)
    with book:
        yield book


def _in_file(given: Given) -> Book:
    path, passphrase = Path(given.places["BOOK"]), passphrase_of(given)
    return Book.open(path, user=given.option("user"), passphrase=passphrase)


def _on_server(given: Given) -> Book:
    """The book of an office's server, which itself says who may open it."""
    from ledger.book.server import open_there

    return open_there(place_of(given.places["BOOK"]), user=given.option("user"))
