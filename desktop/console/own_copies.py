"""Copies that a book makes by itself on the console too: before what books much, after long work.

What fails is said and holds up nobody; a call that books nothing leaves no copy (trust.md 6.3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.console.arguments import Given
from ledger.book import Book
from ledger.domain.commands import Command
from ledger.domain.copies import comes_ahead
from ledger.domain.refusals import Refusal

if TYPE_CHECKING:
    from ledger.book.copies import Begun

EVERY = timedelta(hours=2)  # of work, as in the window


@contextmanager
def copied_once(given: Given, book: Book) -> Iterator[Callable[[Command | type[Command]], None]]:
    """Tell it each command: before the first that comes after a copy, the book is copied.

    The copy is proved at the end, and stays where anything was booked since.
    """
    begun: list[Begun] = []
    looks_only = given.has("rehearse") or given.has("dry-run")

    def ahead(command: Command | type[Command]) -> None:
        if comes_ahead(command) and not looks_only and not begun:
            begun.extend(_begun(given, book))

    try:
        yield ahead
    finally:
        for one in begun:
            _kept_or_gone(given, book, one)


@contextmanager
def copied_ahead(given: Given, book: Book, command: Command | type[Command]) -> Iterator[None]:
    """The same around one command."""
    with copied_once(given, book) as ahead:
        ahead(command)
        yield


def copied_after(given: Given, book: Book) -> None:
    """Copy the book before it closes, where the last copy, or its beginning, is two hours old."""
    from ledger.book.own_copies import uncopied_since

    since = uncopied_since(book)
    if since is not None and book.now - since >= EVERY:
        for begun in _begun(given, book):
            _finished(given, book, begun)


def _begun(given: Given, book: Book) -> list[Begun]:
    """The copy as it was written, where there was anything to copy and room for it."""
    from ledger.book.own_copies import begin_own, clear_own, uncopied_since

    if uncopied_since(book) is None:
        return []
    try:
        clear_own(book.path)
        return [begin_own(book)]
    except Refusal as trouble:
        _say(given, trouble)
        return []


def _kept_or_gone(given: Given, book: Book, begun: Begun) -> None:
    from ledger.book.own_copies import clear_own, newest_act

    if newest_act(book) > begun.copy.through_act:
        _finished(given, book, begun)
    else:
        clear_own(book.path)


def _finished(given: Given, book: Book, begun: Begun) -> None:
    from ledger.book.copies import finish, proved

    try:
        finish(book, begun, proved(begun))
    except Refusal as trouble:
        _say(given, trouble)


def _say(given: Given, trouble: Refusal) -> None:
    from reports.words.backing_up import not_copied

    given.terminal.say(not_copied(trouble, given.voice))
