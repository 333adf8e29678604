"""A copy of the open book for somebody else, and a signature under the list of what she gets."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ledger.book import Book
from ledger.book.copy_proofs import head, prove, sum_of
from ledger.domain.cooperative import Cooperative
from ledger.domain.manifests import Signed, signed_bytes
from ledger.domain.refusals.keys import SlotMissing
from ledger.domain.refusals.people import NoSigningKey, SignatureMissing, WrongSigningPassphrase
from ledger.domain.rotation import Copy
from ledger.domain.signing import SigningKey
from ledger.storage import key_file, signing
from ledger.storage.troubles import named_troubles

__all__ = ["named_troubles"]


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


def key_of(book: Book) -> SigningKey | None:
    """The newest signing key of who works with the book; None where she has none."""
    keys = book.ask(lambda reader: reader.every(SigningKey, user=book.user))
    return max(keys, key=lambda one: one.number, default=None)


def sign_manifest(book: Book, manifest: bytes, passphrase: str) -> Signed | None:
    """The user's signature under a manifest; None where she has no key and gives no passphrase.

    Raises:
        SignatureMissing, NoSigningKey, WrongSigningPassphrase: why it is not signed.
    """
    key = key_of(book)
    if key is None:
        if passphrase:
            raise NoSigningKey(book.user)
        return None
    if not passphrase:
        raise SignatureMissing(book.user, "give-audit-pack")
    signature = signing.signature_of(key, passphrase, signed_bytes(manifest))
    if signature is None:
        raise WrongSigningPassphrase(book.user)
    return Signed(book.user, key.public, signature)


def is_signed(signed: Signed, manifest: bytes) -> bool:
    """Whether the signature is of this public key and over exactly these bytes."""
    return signing.verified(signed.public, signed.signature, signed_bytes(manifest))


def names_of_keys(book: Book) -> dict[str, str]:
    """Whose the public keys are that the book knows."""
    return {one.public: one.user for one in book.ask(lambda reader: reader.every(SigningKey))}


def now_of(book: Book) -> datetime:
    """The moment by the book's own clock."""
    return book._clock.now()  # noqa: SLF001


def cooperative_of(book: Book) -> Cooperative:
    (found,) = book.ask(lambda reader: reader.every(Cooperative))
    return found
