"""Paper knows more than a restored book: its receipts come back first (trust.md 6.4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.copies import OldCode, Restored, label_of, number_of
from ledger.domain.fingerprint import read_code
from ledger.domain.papers import Receipt
from ledger.domain.refusals.reentering import (
    NotReentered,
    OldCodeKept,
    OldCodeUnreadable,
    ReentryFirst,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepOldCode(Command):
    """The code that stands on the old paper of a receipt which was entered again."""

    receipt: str
    code: str


def keep_old_code(command: KeepOldCode, books: Books) -> None:
    """Keep it beside the receipt, as evidence.

    Raises:
        NotReentered, OldCodeUnreadable, OldCodeKept: why not.
    """
    place = number_of(command.receipt)
    if place is None or books.newest(Receipt, *place) is None or not _on_paper(books, *place):
        raise NotReentered(command.receipt)
    code = read_code(command.code)
    if code is None:
        raise OldCodeUnreadable(command.code)
    if books.newest(OldCode, *place) is not None:
        raise OldCodeKept(command.receipt)
    books.add(OldCode(*place, code))


def check_stubs_first(
    restored: Iterable[Restored], series: str, year: int, number: int, on: date
) -> None:
    """Whether the number of a new receipt is free: those on stubs come first, on their own days.

    Raises:
        ReentryFirst: the number stands on paper already, and this is a receipt of a later day.
    """
    for one in restored:
        numbers = one.numbers_on_paper(series, year)
        if number in numbers and on > one.on:
            raise ReentryFirst(label_of(series, year, number), label_of(series, year, numbers[-1]))


def _on_paper(books: Books, series: str, year: int, number: int) -> bool:
    return any(number in one.numbers_on_paper(series, year) for one in books.every(Restored))
