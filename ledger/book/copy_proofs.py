"""How a copy is proved: opened as a stranger would, audited whole, read back from its medium."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path
from typing import Any

from ledger.book import Book
from ledger.book.updating import audited
from ledger.domain.cooperative import Cooperative
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.copies import CopyNotVerified
from ledger.domain.refusals.keys import (
    KeysChanged,
    KeysLost,
    KeysWeakened,
    PassphraseMissing,
    SlotMissing,
    TryLater,
    WrongPassphrase,
)
from ledger.domain.rotation import Copy
from ledger.storage import given_files
from ledger.storage.secret import Secret

_SHUT = (
    *(PassphraseMissing, WrongPassphrase, TryLater, SlotMissing),
    *(KeysLost, KeysChanged, KeysWeakened),
)
_PIECE = 1 << 20


def prove(path: Path, copy: Copy, secret: Secret) -> None:
    """Open the copy as a stranger would, audit it whole, and compare its head.

    Raises:
        CopyNotVerified: it is not what it should be.
    """
    found = looked_at(path, secret, deep=True)
    if (found.through_act, found.fingerprint) != (copy.through_act, copy.fingerprint):
        raise CopyNotVerified(str(path), "head")
    if found.sha256 != copy.sha256:
        raise CopyNotVerified(str(path), "sum")


def prove_as(book: Book, path: Path, secret: Secret) -> None:
    """Open a new file of this very book as a stranger would, audit it whole, compare its head.

    Raises:
        CopyNotVerified: it is not what it should be.
    """
    found = looked_at(path, secret, deep=True)
    if (found.through_act, found.fingerprint, found.book) != book.ask(head):
        raise CopyNotVerified(str(path), "head")


def looked_at(path: Path, secret: Secret, *, deep: bool = False) -> Copy:
    """What the file says of itself, opened for reading only; audited whole where ``deep``.

    Raises:
        CopyNotVerified: it does not open, or the audit finds something.
    """
    try:
        with Book.open_for_reading(path, secret=secret) as stranger:
            act, fingerprint, identity = stranger.ask(head)
            found = audited(stranger) if deep or not fingerprint else None
    except Refusal as refusal:
        raise CopyNotVerified(str(path), type(refusal).__name__) from refusal
    if found and not found.clean:
        raise CopyNotVerified(str(path), found.findings[0].fault.value)
    sum_, size = sum_of(path)
    return Copy(path.name, identity, act, fingerprint, sum_, size, date.min)


def copies_in(folder: Path, secret: Secret | None = None) -> tuple[list[Copy], int]:
    """The whole copies in a folder, the longest last, and how many files are spoilt.

    Files are looked at, not the list: a list can be lost or be wrong. Where the secret opens none
    of them, it is not the copies that are spoilt.

    Raises:
        PassphraseMissing, WrongPassphrase, TryLater, SlotMissing: the secret is another one.
        KeysLost, KeysChanged, KeysWeakened: their key files are not as they were.
    """
    found, spoilt, shut = [], 0, None
    for path in sorted(folder.glob("*.satcha")):
        try:
            found.append(looked_at(path, secret or Secret()))
        except Refusal as refusal:
            spoilt += 1
            shut = refusal.__cause__ if isinstance(refusal.__cause__, _SHUT) else shut
    if shut is not None and not found:
        raise shut
    return sorted(found, key=lambda one: (one.through_act, one.file)), spoilt


def read_back(path: Path, copy: Copy) -> None:
    """Read the file again from the medium, not from memory, where the system lets us.

    Raises:
        CopyNotVerified: it is not what was written.
    """
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as opened:
            os.fsync(opened.fileno())
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    if sum_of(path) != (copy.sha256, copy.size):
        raise CopyNotVerified(str(path), "sum")


def sum_of(path: Path) -> tuple[str, int]:
    """SHA-256 of a file in hexadecimal, and its size in bytes."""
    total, size = hashlib.sha256(), 0
    with given_files.opened(path, given_files.ENDLESS) as read:
        while piece := read.read(_PIECE):
            total.update(piece)
            size += len(piece)
    return total.hexdigest(), size


def copy_file(source: Path, target: Path, most: int = given_files.ENDLESS) -> None:
    """Copy a file and force the copy to the disk."""
    with given_files.opened(source, most) as read, target.open("wb") as written:
        while piece := read.read(_PIECE):
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())


def head(reader: Any) -> tuple[int, str, str]:
    """The last act, its fingerprint, and the identity of the book; nothing of a book without."""
    row = reader.one("SELECT number, fingerprint FROM acts ORDER BY number DESC LIMIT 1")
    book = reader.every(Cooperative)
    return (int(row[0]), str(row[1]), book[0].book) if row and book else (0, "", "")
