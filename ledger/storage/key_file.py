"""The key file beside a book, in two generations: the newest one, and the one before it.

``village.satcha`` has ``village.satcha.keys`` and, after the first change, also
``village.satcha.keys-before``. The older one serves where the newest is gone or spoilt, and where a
change of the data key was cut off before the book's new file was in its place.
"""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from ledger.domain.refusals.keys import KeysLost
from ledger.storage import given_files
from ledger.storage.key_ring import MOST_BYTES, KeyRing, read_ring
from ledger.storage.moving import take_place
from ledger.storage.tries import tries_of


def keys_of(path: Path) -> Path:
    """Where the key file of a book lies."""
    return path.with_name(f"{path.name}.keys")


def keys_before(path: Path) -> Path:
    return path.with_name(f"{path.name}.keys-before")


def rings(path: Path) -> list[KeyRing]:
    """The key rings beside a book, the newest first; what cannot be read is left out."""
    found = (_read(one) for one in (keys_of(path), keys_before(path)))
    return [ring for ring in found if ring is not None]


def ring_of(path: Path, data_key: bytes) -> KeyRing:
    """The newest ring that is true to the book's data key.

    Raises:
        KeysLost: there is none.
    """
    for ring in rings(path):
        if ring.is_of(data_key):
            return ring
    raise KeysLost(str(path))


def write(path: Path, ring: KeyRing, before: KeyRing | None = None) -> None:
    """Put a new ring beside the book; the one that was true until now is kept as the one before.

    Each file is whole at any moment: written beside its place, forced to the disk, renamed. One of
    another book that was put here by mistake may be all that opens that book: it gets a name of its
    own.
    """
    for place in (keys_of(path), keys_before(path)):
        found = _read(place)
        if found is not None and found.book != ring.book:
            take_place(place, _free_name(place))
    if before is not None:
        put(keys_before(path), before.to_bytes())
    put(keys_of(path), ring.to_bytes())


def put(target: Path, text: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with unfinished.open("wb") as written:
            written.write(text)
            written.flush()
            os.fsync(written.fileno())
        take_place(unfinished, target)
        settle_folder(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def settle_folder(folder: Path) -> None:
    """A new name is only safe when its folder is; Windows does it by itself."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def discard(path: Path) -> None:
    """Take away the key files of a book that came to nothing."""
    for one in (keys_of(path), keys_before(path), tries_of(path)):
        one.unlink(missing_ok=True)


def _free_name(place: Path) -> Path:
    names = (place.with_name(f"{place.name}-of-another-{at}") for at in count(1))
    return next(name for name in names if not name.exists())


def _read(path: Path) -> KeyRing | None:
    text = given_files.small(path, MOST_BYTES)
    return None if text is None else read_ring(text)
