"""Signing with the user's own key: an act while it is being written, and lists that go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.domain.commands import Outcome
from ledger.domain.cooperative import Cooperative
from ledger.domain.manifests import Signed
from ledger.domain.refusals.people import NoSigningKey, SignatureMissing, WrongSigningPassphrase
from ledger.domain.signing import SIGNED, Signature, SigningKey, signed_text
from ledger.storage import signing
from ledger.storage.unit import UnitOfWork
from ledger.usecases.signing import ReplaceSigningKey, SetSigningKey

if TYPE_CHECKING:
    from ledger.book import Book


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
    if not passphrase and (key is None or command not in SIGNED):
        return
    book = unit.every(Cooperative)[0].book
    text = signed_text(book, unit.previous, unit.user, command, payload)
    opened = _checked(key, unit.user, command, passphrase)
    signature = _signature(opened, passphrase, text)
    unit.add(Signature(unit.next_number(Signature), unit.user, opened.number, signature))


def _checked(key: SigningKey | None, user: str, command: str, passphrase: str) -> SigningKey:
    if key is None:
        raise NoSigningKey(user)
    if not passphrase:
        raise SignatureMissing(user, command)
    return key


def _signature(key: SigningKey, passphrase: str, text: bytes) -> str:
    signature = signing.signature_of(key, passphrase, text)
    if signature is None:
        raise WrongSigningPassphrase(key.user)
    return signature


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


def key_of(book: Book) -> SigningKey | None:
    """The newest signing key of who works with the book; None where she has none."""
    keys = book.ask(lambda reader: reader.every(SigningKey, user=book.user))
    return max(keys, key=lambda one: one.number, default=None)


def signed_by_user(book: Book, text: bytes, passphrase: str, *, command: str) -> Signed | None:
    """A text under the user's own key; None where she has no key and gives no passphrase.

    Raises:
        SignatureMissing, NoSigningKey, WrongSigningPassphrase: why it is not signed.
    """
    key = key_of(book)
    if key is None and not passphrase:
        return None
    key = _checked(key, book.user, command, passphrase)
    return Signed(book.user, key.public, _signature(key, passphrase, text))


def is_signed(signed: Signed, text: bytes) -> bool:
    """Whether the signature under the text was made with the private key of its public one."""
    return signing.verified(signed.public, signed.signature, text)
