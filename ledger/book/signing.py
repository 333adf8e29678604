"""Signing an act with the user's own key, while it is being written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.domain.commands import Outcome
from ledger.domain.cooperative import Cooperative
from ledger.domain.refusals.people import NoSigningKey, SignatureMissing, WrongSigningPassphrase
from ledger.domain.signing import SIGNED, Signature, SigningKey, signed_text
from ledger.storage import signing
from ledger.storage.unit import UnitOfWork
from ledger.usecases.signing import ReplaceSigningKey, SetSigningKey

if TYPE_CHECKING:
    from ledger.book import Book


@dataclass(frozen=True, slots=True)
class Signed:
    """A public key and a signature that it made, hexadecimal; both empty where nobody signed."""

    public: str
    signature: str


def key_before(unit: UnitOfWork) -> SigningKey | None:
    """The key with which the user of this act signs; taken before the act changes it."""
    return max(unit.every(SigningKey, user=unit.user), key=lambda one: one.number, default=None)


def sign(
    unit: UnitOfWork, key: SigningKey | None, command: str, payload: str, passphrase: str
) -> None:
    """Put the user's signature under the act, where one is asked for or offered.

    Raises:
        SignatureMissing, NoSigningKey, WrongSigningPassphrase: why the act is not signed.
    """
    if key is None:
        if passphrase:
            raise NoSigningKey(unit.user)
        return
    if not passphrase:
        if command in SIGNED:
            raise SignatureMissing(unit.user, command)
        return
    book = unit.every(Cooperative)[0].book
    text = signed_text(book, unit.previous, unit.user, command, payload)
    signature = signing.signature_of(key, passphrase, text)
    if signature is None:
        raise WrongSigningPassphrase(unit.user)
    unit.add(Signature(unit.next_number(Signature), unit.user, key.number, signature))


def signing_key_for(user: str, passphrase: str, *, lost: bool = False) -> SetSigningKey:
    """The command that gives a user a new key under a passphrase.

    The key she had signs it; with ``lost`` there is none, and another person has to approve it
    where there is one.

    Raises:
        PassphraseShort, PassphraseGuessable: somebody guesses it.
    """
    made = signing.new_signing_key(user, passphrase)
    kind = ReplaceSigningKey if lost else SetSigningKey
    return kind(
        public=made.public,
        wrapped=made.wrapped,
        salt=made.salt,
        memory_kib=made.memory_kib,
        iterations=made.iterations,
        lanes=made.lanes,
    )


def make_signing_key(
    book: Book, passphrase: str, *, before: str = "", lost: bool = False
) -> Outcome:
    """Make the user of an open book a new key; ``before`` is the passphrase of the one she had.

    Raises:
        PassphraseShort, SignatureMissing, WrongSigningPassphrase, ApprovalNeeded: why not.
    """
    return book.run(signing_key_for(book.user, passphrase, lost=lost), signing=before)


def signed_by_user(book: Book, text: bytes, passphrase: str) -> Signed:
    """A text under the own key of the user of an open book; unsigned where she has none.

    Raises:
        SignatureMissing, WrongSigningPassphrase: her key does not open.
    """
    keys = book.ask(lambda reader: reader.every(SigningKey, user=book.user))
    key = max(keys, key=lambda one: one.number, default=None)
    if key is None:
        return Signed("", "")
    if not passphrase:
        raise SignatureMissing(book.user, "hand-in")
    signature = signing.signature_of(key, passphrase, text)
    if signature is None:
        raise WrongSigningPassphrase(book.user)
    return Signed(key.public, signature)


def is_signed(signed: Signed, text: bytes) -> bool:
    """Whether the signature under the text was made with the private key of its public one."""
    return signing.verified(signed.public, signed.signature, text)
