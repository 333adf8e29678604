"""Who holds keys to an encrypted book: given, changed, renewed, and found again on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.book import Book
from ledger.book.chance import SystemChance
from ledger.book.copy_proofs import prove_as
from ledger.book.noting_keys import note_keys, note_renewal
from ledger.book.replacing import free_name, name_twice
from ledger.domain.commands import Outcome
from ledger.domain.cooperative import Cooperative
from ledger.domain.fingerprint import plain_letters
from ledger.domain.passphrases import check_passphrase
from ledger.domain.people import User
from ledger.domain.recovery import GROUPS, recovery_code
from ledger.domain.refusals import BookInUse
from ledger.domain.refusals.keys import KeysLost
from ledger.domain.refusals.recovery import NotEncrypted, RecoveryCodeMistyped
from ledger.storage import belonging, file, key_file, keys
from ledger.storage.key_ring import KeyRing
from ledger.storage.moving import take_place
from ledger.storage.room import check_room
from ledger.storage.secret import Secret
from ledger.storage.tries import Door
from ledger.storage.troubles import named_troubles
from ledger.usecases.sheet_looking import NoteSheet

ASKED_GROUPS = 3  # of the recovery sheet, once a year (trust.md 5)


@dataclass(frozen=True, slots=True)
class Renewed:
    """A book under a new data key; the old file lies in ``set_aside`` with its own key file."""

    path: str
    set_aside: str
    users: tuple[str, ...]


def holders(book: Book) -> tuple[str, ...]:
    """The names that have a key; an empty name is a key that opens for every name.

    Raises:
        NotEncrypted, KeysLost: there are no keys.
    """
    return ring_of(book).users


def check_keeper(book: Book) -> None:
    """Whether who opened the book may give keys and take them away: who may add users may.

    Raises:
        UserNotRegistered, UserLocked, NotAllowed: why not.
    """
    from ledger.usecases.permitting import check_permitted
    from ledger.usecases.user_keeping import AddUser

    command = AddUser(name=book.user, roles=())
    book.ask(lambda reader: check_permitted(command, reader, user=book.user, today=book.today))


def give_key(book: Book, user: str, passphrase: str) -> None:
    """One more name that opens the book.

    Raises:
        NotAllowed, NotEncrypted, KeysLost, SlotExists, PassphraseShort,
            PassphraseGuessable: why not.
    """
    ring = ring_of(book)
    check_keeper(book)
    check_passphrase(passphrase, (user, *_names(book)))
    key_file.write(book.path, ring.with_user(user, passphrase, book.key), ring)
    note_keys(book)


def change_passphrase(book: Book, user: str, passphrase: str) -> None:
    """Another passphrase for a name; the old one opens nothing but with old key files then.

    Raises:
        NotAllowed, NotEncrypted, KeysLost, SlotMissing, PassphraseShort,
            PassphraseGuessable: why not.
    """
    ring = ring_of(book)
    if user != book.user:
        check_keeper(book)
    check_passphrase(passphrase, (user, *_names(book)))
    _write_both(book.path, ring.with_passphrase(user, passphrase, book.key), ring)
    note_keys(book)


def code_of_book(book: Book) -> str:
    """The recovery code of the book's data key.

    Raises:
        NotEncrypted: it has none.
    """
    if not book.key:
        raise NotEncrypted(str(book.path))
    return recovery_code(book.key)


def look_at_sheet(book: Book, groups: Mapping[int, str]) -> Outcome:
    """Compare groups of a recovery sheet, counted from 1, with the key, and note that they agree.

    Raises:
        NotEncrypted: there is no key.
        RecoveryCodeMistyped: these groups are not those of this book's sheet.
        NotAllowed: who opened the book has no business with its sheet.
    """
    right = code_of_book(book).split(" ")
    wrong = tuple(
        at for at, typed in sorted(groups.items()) if plain_letters(typed) != right[at - 1]
    )
    if wrong:
        raise RecoveryCodeMistyped(wrong)
    return book.run(NoteSheet(found=True))


def miss_sheet(book: Book) -> Outcome:
    """Note that nobody found the recovery sheet.

    Raises:
        NotEncrypted: there is no key.
        NotAllowed: who opened the book has no business with its sheet.
    """
    code_of_book(book)
    return book.run(NoteSheet(found=False))


def groups_to_ask() -> tuple[int, ...]:
    """Three places of the sheet's groups, by chance, so that nobody learns them by heart."""
    left: list[int] = list(range(1, GROUPS + 1))
    places: list[int] = []
    while len(places) < ASKED_GROUPS:
        places.append(left.pop(int(SystemChance().letters(8), 16) % len(left)))
    return tuple(sorted(places))


def recover(path: Path, data_key: bytes, user: str, passphrase: str) -> None:
    """Give a name a passphrase again by the recovery code, with or without the key file.

    Raises:
        KeysOfAnother: the code is not this book's.
        NotEncrypted, PassphraseShort, PassphraseGuessable: why not.
    """
    let_in_again(
        path, Secret(user, data_key=data_key), passphrase, lambda book: Door(book.path).by_sheet()
    )


def let_in_again(
    path: Path, secret: Secret, passphrase: str, notes: Callable[[Book], None]
) -> None:
    """Give the secret's name a passphrase; ``notes`` says at the door what else opened the book.

    Raises:
        NotEncrypted, PassphraseShort, PassphraseGuessable, and as for opening: why not.
    """
    user = secret.user
    with Book.open(path, user=user, secret=secret) as book:
        check_passphrase(passphrase, (user, *_names(book)))
        try:
            before: KeyRing | None = ring_of(book)
        except KeysLost:
            before = None
        ring = before or KeyRing(book.ask(_letters))
        if user in ring.users:
            made = ring.with_passphrase(user, passphrase, book.key)
        else:
            made = ring.with_user(user, passphrase, book.key)
        notes(book)
        _write_both(path, made, before)
        note_keys(book)


def renew(
    path: Path, secret: Secret, *, without: str | None = None, without_network: str | None = None
) -> Renewed:
    """Give a book a new data key in a new file, for everybody or without one name or office.

    The new file is written beside the old one and audited whole. It takes the old one's place in
    steps, each of which leaves a book that opens: the new key file comes first and keeps the old
    one as the generation before; the old file gets its second name; the new file gets its first.
    Whatever is cut off, running it again does the whole.

    Raises:
        NotEncrypted, KeysLost, SlotMissing, LastSlot, NetworkKeyMissing, CopyNotVerified,
            BookInUse, RoomTooSmall, DiskFull, BookReadOnly: why not; the book opens as before.
    """
    check_room(path, copies=1)  # with both files there the book would open no more
    beside = path.with_name(f".{path.name}.renewed")
    belonging.clear(beside)
    try:
        with Book.open(path, secret=secret) as book:
            ring, new = ring_of(book), keys.new_key()
            check_keeper(book)
            made = _renewed(ring, new, without, without_network)
            book.encrypt_to(beside, new)
            prove_as(book, beside, Secret(data_key=new))
            _note_renewal(beside, Secret(book.user, data_key=new), made)
        with named_troubles(path):
            aside = _put_in_place(path, beside, ring, made)
    finally:
        belonging.clear(beside)
    secret.learn(new)
    return Renewed(str(path), str(aside), made.users)


def _renewed(ring: KeyRing, new: bytes, user: str | None, network: str | None) -> KeyRing:
    if network is not None:
        return ring.without_network(network, new)
    return ring.renewed(new) if user is None else ring.without(user, new)


def _note_renewal(beside: Path, secret: Secret, made: KeyRing) -> None:
    """The new file tells of its new key itself; its key file comes once it is open, unannounced."""
    with Book.open(beside, secret=secret) as fresh:
        with named_troubles(beside):
            key_file.put(key_file.keys_of(beside), made.to_bytes())
        note_renewal(fresh)


def _put_in_place(path: Path, beside: Path, ring: KeyRing, made: KeyRing) -> Path:
    """The steps between two books; answers where the old one lies now."""
    aside = free_name(path, "set-aside")
    key_file.put(key_file.keys_of(aside), ring.to_bytes())
    key_file.write(path, made, ring)
    name_twice(path, aside)
    if Path(file.log_of(path)).exists():
        raise BookInUse(str(path))  # somebody opened it since we closed it
    take_place(beside, path)
    key_file.settle_folder(path.parent)
    key_file.write(path, made, made)
    return aside


def _write_both(path: Path, ring: KeyRing, before: KeyRing | None) -> None:
    """A ring in both generations: the passphrase that it ends lies beside the book no more."""
    key_file.write(path, ring, before)
    key_file.write(path, ring, ring)


def ring_of(book: Book) -> KeyRing:
    """The key file of an open book.

    Raises:
        NotEncrypted, KeysLost: there is none.
    """
    if not book.key:
        raise NotEncrypted(str(book.path))
    return key_file.ring_of(book.path, book.key)


def _names(book: Book) -> tuple[str, ...]:
    """What somebody who guesses knows: the cooperative and who keeps its books."""
    cooperative, users = book.ask(
        lambda reader: (reader.every(Cooperative)[-1], reader.every(User))
    )
    return (cooperative.name_th, cooperative.name_en, *(one.name for one in users))


def _letters(reader: Any) -> str:
    return str(reader.every(Cooperative)[0].book)
