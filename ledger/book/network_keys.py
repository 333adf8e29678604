"""Network offices that can open an encrypted book with a key of their own (trust.md 6.5, T16).

The office makes the pair and keeps the private half; a cooperative seals its book to the public
one. So the book is not lost with its last officer, and nothing secret lies in the village.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ledger.book import Book
from ledger.book.keyholding import check_keeper, let_in_again, ring_of
from ledger.book.noting_keys import note_keys
from ledger.domain.fingerprint import read_code
from ledger.domain.network_key import NetworkKey, is_name, read_network_key
from ledger.domain.refusals.network_key import (
    NetworkFileTaken,
    NetworkKeyUnconfirmed,
    NetworkKeyUnreadable,
)
from ledger.storage import given_files, key_file, network_key_file
from ledger.storage.secret import Secret
from ledger.storage.tries import Door
from ledger.storage.troubles import named_troubles

_MOST_BYTES = 64 << 10  # of a public key's text


def new_network_key(private: Path, public: Path, name: str, passphrase: str) -> NetworkKey:
    """Make an office's pair of keys in two files: ``private`` under a passphrase, ``public`` open.

    Raises:
        NetworkFileTaken, NetworkKeyUnreadable, PassphraseShort, PassphraseGuessable, DiskFull …:
            why not; a file that is there is never written over.
    """
    for path in (private, public):
        if os.path.lexists(path):
            raise NetworkFileTaken(str(path))
    name = " ".join(name.split())
    if not is_name(name):
        raise NetworkKeyUnreadable
    key, text = network_key_file.new_file(name, passphrase)
    with named_troubles(private):
        key_file.put(private, text)
        with suppress(OSError):  # a stick knows no owners
            private.chmod(0o600)
    with named_troubles(public):
        key_file.put(public, key.to_text().encode())
    return key


def public_key_in(path: Path) -> NetworkKey:
    """The public key that an office gave as a file.

    Raises:
        NetworkKeyUnreadable, NetworkKeyMistyped, NetworkKeyChanged: why it is not used.
    """
    written = given_files.small(path, _MOST_BYTES)
    try:
        return read_network_key((written or b"").decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NetworkKeyUnreadable from error


def networks(book: Book) -> tuple[NetworkKey, ...]:
    """The offices whose key opens the book.

    Raises:
        NotEncrypted, KeysLost: there are no keys.
    """
    return tuple(one.key for one in ring_of(book).networks)


def give_network_key(book: Book, key: NetworkKey, code: str) -> None:
    """Let an office open the book; ``code`` is what the office itself says its key's code is.

    Raises:
        NetworkKeyUnconfirmed: the code is another one, or nobody asked the office.
        NotAllowed, NotEncrypted, KeysLost, NetworkKeyExists, NetworkKeyUnreadable: why not.
    """
    ring = ring_of(book)
    check_keeper(book)
    if read_code(code) != key.code:
        raise NetworkKeyUnconfirmed(key.name, key.code)
    key_file.write(book.path, ring.with_network(key, book.key), ring)
    note_keys(book)


def recover_by_network(
    path: Path, private: Path, *, words: str, user: str, passphrase: str
) -> NetworkKey:
    """Give a name a passphrase again by an office's key; ``words`` open the office's own file.

    The name is of somebody who may add users: with another one nobody would come further.

    Raises:
        UserNotRegistered, UserLocked, NotAllowed: who else may.
        NetworkFileSpoilt, WrongNetworkPassphrase: the office's file does not open.
        NetworkKeyMissing: this office was given no key to this book.
        KeysChanged, NotEncrypted, PassphraseShort, PassphraseGuessable: why not.
    """
    network = network_key_file.opened(private, words)
    office = network[0]

    def notes(book: Book) -> None:
        check_keeper(book)
        Door(path).by_network(office.name)

    let_in_again(path, Secret(user, network=network), passphrase, notes)
    return office
