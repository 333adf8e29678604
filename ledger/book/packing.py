"""A copy of the open book for somebody else, and whose the book and its keys are."""

from __future__ import annotations

from pathlib import Path

from ledger.book import Book
from ledger.book.copy_proofs import head, prove, sum_of
from ledger.domain.cooperative import Cooperative
from ledger.domain.refusals.keys import SlotMissing
from ledger.domain.rotation import Copy
from ledger.domain.signing import SigningKey
from ledger.storage import key_file
from ledger.storage.troubles import named_troubles

__all__ = [
    "cooperative_of",
    "copy_for",
    "discard_copy",
    "named_troubles",
    "names_of_keys",
    "slot_of",
]


def slot_of(book: Book, user: str) -> str:
    """The user's own name where she has a slot of the key file; empty where she has none."""
    if not book.key:
        return ""
    return user if user in key_file.ring_of(book.path, book.key).users else ""


def copy_for(book: Book, target: Path, slot: str) -> Copy:
    """Copy the book, with one slot alone where it is named, and prove the copy.

    Raises:
        KeysLost, SlotMissing, CopyNotVerified: why there is none.
    """
    book.copy_to(target)
    if slot:
        ring = key_file.ring_of(book.path, book.key)
        if slot not in ring.users:
            raise SlotMissing(slot, ring.users)
        key_file.put(key_file.keys_of(target), ring.only(slot, book.key).to_bytes())
    act, fingerprint, identity = book.ask(head)
    sum_, size = sum_of(target)
    copy = Copy(target.name, identity, act, fingerprint, sum_, size, book.today)
    prove(target, copy, book.secret)
    return copy


def discard_copy(path: Path) -> None:
    """Take a copy away that served its purpose: what was proved is known."""
    path.unlink()
    key_file.discard(path)


def names_of_keys(book: Book) -> dict[str, str]:
    """Whose the public keys are that the book knows."""
    return {one.public: one.user for one in book.ask(lambda reader: reader.every(SigningKey))}


def cooperative_of(book: Book) -> Cooperative:
    (found,) = book.ask(lambda reader: reader.every(Cooperative))
    return found
