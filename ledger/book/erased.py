"""The erasure list beside book and backups: a restored copy erases again (trust.md 6.8).

It names numbers and commitments, never a person. A commitment tells whether the number still
stands for the same data: a book that went on from an older copy may have used it anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.book.copy_list import write_plain
from ledger.domain.codec import read_value
from ledger.domain.members import ErasedPerson
from ledger.domain.refusals import Refusal
from ledger.storage.given_files import plain_list

if TYPE_CHECKING:
    from ledger.book import Book

ERASED = "satcha-erased.json"
_PERSONS = tuple[ErasedPerson, ...]


def erased_there(folder: Path, book: str) -> tuple[ErasedPerson, ...]:
    """Whose data of this book were erased, as far as the folder knows."""
    return _erased(folder, book) or ()


def is_unread(folder: Path, book: str) -> bool:
    """Whether there is a list of erased persons that cannot be read."""
    return os.path.lexists(folder / ERASED) and _erased(folder, book) is None


def _erased(folder: Path, book: str) -> tuple[ErasedPerson, ...] | None:
    plain = plain_list(folder / ERASED)
    try:
        found: tuple[ErasedPerson, ...] = read_value(_PERSONS, (plain or {}).get(book, []))
    except Refusal:
        return None
    return None if plain is None else found


def note_erased(folder: Path, book: str, erased: Iterable[ErasedPerson]) -> None:
    """Add what this book erased; nothing that stands in the list is ever taken off."""
    known = set(erased_there(folder, book))
    if not set(erased) <= known:
        everybody = sorted({*known, *erased}, key=lambda one: (one.person, one.commitment))
        others = _others(folder, book)
        write_plain(folder / ERASED, {**others, book: [_plain(one) for one in everybody]})


def note_beside(book: Book) -> None:
    """Add what a book erased to the list in its own folder.

    Where nothing can be written there, the next backup takes the list along.
    """
    from ledger.domain.cooperative import Cooperative
    from ledger.queries.personal_data import erased_persons

    (cooperative,) = book.ask(lambda reader: reader.every(Cooperative))
    with suppress(OSError):
        note_erased(book.path.parent, cooperative.book, book.ask(erased_persons))


def _plain(one: ErasedPerson) -> dict[str, object]:
    return {"person": one.person, "commitment": one.commitment, "member": one.member}


def _others(folder: Path, book: str) -> dict[str, object]:
    plain = plain_list(folder / ERASED) or {}
    return {name: rows for name, rows in plain.items() if name != book}
