"""The erasure list beside book and backups: a restored copy erases again (trust.md 6.8).

It names numbers and commitments, never a person, and free texts by their commitments alone. A
commitment tells whether the number still stands for the same data: a book that went on from an
older copy may have used it anew.
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
_TEXTS = tuple[str, ...]
_Erased = tuple[tuple[ErasedPerson, ...], tuple[str, ...]]
_NOTHING: _Erased = ((), ())


def erased_there(folder: Path, book: str) -> tuple[ErasedPerson, ...]:
    """Whose data of this book were erased, as far as the folder knows."""
    return (_erased(folder, book) or _NOTHING)[0]


def texts_erased_there(folder: Path, book: str) -> tuple[str, ...]:
    """Which free texts of this book were erased, by their commitments."""
    return (_erased(folder, book) or _NOTHING)[1]


def is_unread(folder: Path, book: str) -> bool:
    """Whether there is a list of erased persons that cannot be read."""
    return os.path.lexists(folder / ERASED) and _erased(folder, book) is None


def _erased(folder: Path, book: str) -> _Erased | None:
    plain = plain_list(folder / ERASED)
    if plain is None:
        return None
    rows = plain.get(book, [])
    texts = [one for one in rows if isinstance(one, str)] if isinstance(rows, list) else []
    persons = [one for one in rows if not isinstance(one, str)] if texts else rows
    try:
        return read_value(_PERSONS, persons), read_value(_TEXTS, texts)
    except Refusal:
        return None


def note_erased(
    folder: Path, book: str, erased: Iterable[ErasedPerson], texts: Iterable[str] = ()
) -> None:
    """Add what this book erased; nothing that stands in the list is ever taken off."""
    known, said = set(erased_there(folder, book)), set(texts_erased_there(folder, book))
    if not set(erased) <= known or not set(texts) <= said:
        everybody = sorted({*known, *erased}, key=lambda one: (one.person, one.commitment))
        rows = [*map(_plain, everybody), *sorted({*said, *texts})]
        write_plain(folder / ERASED, {**_others(folder, book), book: rows})


def kept_in_spite(book: Book, identity: str, places: Iterable[Path]) -> _Erased:
    """What a book still holds though the lists in these folders name it as erased."""
    from ledger.queries.act_texts import texts_kept_again
    from ledger.queries.personal_data import kept_again

    found = [_erased(place, identity) or _NOTHING for place in places]
    persons = {one for erased, _ in found for one in erased}
    texts = {one for _, said in found for one in said}
    return book.ask(kept_again, persons), book.ask(texts_kept_again, texts)


def note_beside(book: Book) -> None:
    """Add what a book erased to the list in its own folder.

    Where nothing can be written there, the next backup takes the list along.
    """
    from ledger.domain.cooperative import Cooperative

    (cooperative,) = book.ask(lambda reader: reader.every(Cooperative))
    with suppress(OSError):
        note_erased_in(book, book.path.parent, cooperative.book)


def note_erased_in(book: Book, folder: Path, identity: str) -> None:
    """Add what a book erased to the list in a folder."""
    from ledger.queries.act_texts import erased_texts
    from ledger.queries.personal_data import erased_persons

    note_erased(folder, identity, book.ask(erased_persons), book.ask(erased_texts))


def _plain(one: ErasedPerson) -> dict[str, object]:
    return {"person": one.person, "commitment": one.commitment, "member": one.member}


def _others(folder: Path, book: str) -> dict[str, object]:
    plain = plain_list(folder / ERASED) or {}
    return {name: rows for name, rows in plain.items() if name != book}
