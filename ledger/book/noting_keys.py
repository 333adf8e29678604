"""At an opening: write down what became of the keys since the last one (trust.md 5 and 6.5)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ledger.domain.key_notes import KeysNoted
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import KeysLost
from ledger.storage import key_file
from ledger.storage.key_ring import KeyRing
from ledger.storage.tries import Door, Pending

if TYPE_CHECKING:
    from ledger.book import Book


def note_keys(book: Book) -> None:
    """Write an act where the key file changed, or somebody tried in vain or opened otherwise.

    Who may not write in the book leaves the note to the next one who may. The first key file of a
    book is no change.
    """
    try:
        ring = key_file.ring_of(book.path, book.key)
    except KeysLost:
        return  # opened by the recovery sheet: the new key file is noted when it is there
    door = Door(book.path)
    pending = door.pending()
    last = book.ask(lambda reader: reader.rows(_LAST))
    before = str(last[0][0]) if last else ring.mark.hex() if ring.generation == 1 else ""
    if before == ring.mark.hex() and pending == Pending():
        return
    with suppress(Refusal):
        _run(book, ring, pending)
        door.noted()


def note_renewal(book: Book) -> None:
    """Write into a book under a new data key that it has one, before it is anybody's.

    Raises:
        Refusal: why it cannot be written.
    """
    _run(book, key_file.ring_of(book.path, book.key), Pending(), renewed=True)


def _run(book: Book, ring: KeyRing, pending: Pending, *, renewed: bool = False) -> None:
    from ledger.usecases.noting_keys import NoteKeys

    book.run(
        NoteKeys(
            generation=ring.generation,
            mark=ring.mark.hex(),
            users=ring.users,
            tries=pending.wrong,
            by_sheet=pending.sheet,
            networks=tuple(one.key.name for one in ring.networks),
            by_network=pending.network,
            renewed=renewed,
        )
    )


_LAST = f"SELECT mark FROM {KeysNoted.table} ORDER BY number DESC LIMIT 1"
