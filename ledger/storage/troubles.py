"""The names of what can go wrong with a file."""

from __future__ import annotations

import errno
from pathlib import Path

from ledger.domain.refusals import (
    BookDamaged,
    BookInUse,
    BookReadOnly,
    DiskFull,
    NoSuchBook,
    StorageFailed,
)
from ledger.domain.refusals.committing import NameTooLong

_TOO_LONG = 206  # as Windows calls it


def of_driver(error: Exception, path: Path) -> Exception:
    """What the driver of the file reports."""
    text = str(error)
    # First, because the name of a spoilt table may hold any word.
    if "malformed" in text or "not a database" in text or "corrupt" in text:
        return BookDamaged(str(path), text)
    if "locked" in text or "busy" in text:
        return BookInUse(str(path))
    if "full" in text:
        return DiskFull(str(path))
    if "readonly" in text or "unable to open" in text:
        return BookReadOnly(str(path))
    return StorageFailed(str(path), text)


def of_system(error: OSError, path: Path) -> Exception:
    """What the system reports."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(str(path))
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return BookReadOnly(str(path))
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _TOO_LONG:
        return NameTooLong(str(path))
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return NoSuchBook(str(path))
    return StorageFailed(str(path), str(error))
