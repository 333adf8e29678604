"""Once a year somebody looks whether the recovery sheet is still there (trust.md 5)."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.key_notes import SheetLook


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSheet(Command):
    """The sheet was found and its groups agreed with the book's key, or it was not there."""

    found: bool


def note_sheet(command: NoteSheet, books: Books) -> None:
    number = books.next_number(SheetLook)
    books.add(SheetLook(number, books.today, command.found))
    books.make(look=number)
