"""The names of what can go wrong with a file."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from ledger.domain.money import LARGEST_SATANG, Money
from ledger.domain.refusals import (
    BookDamaged,
    BookInUse,
    BookReadOnly,
    DiskFull,
    NoSuchBook,
    StorageFailed,
)
from ledger.domain.refusals.committing import NameTooLong
from ledger.domain.refusals.entering import SumTooLarge

_TOO_LONG = 206  # as Windows calls it
# Single amounts are kept within bounds where they are read; what several come to, only the file
# sees: it names the column, or the rule that is named after it.
# A file that calls itself a book and lacks what every book has: no disk is to blame.
_NOT_THERE = ("no such table", "no such column", "no such index")
_SUM_CHECKED = re.compile(
    r"check constraint .*(amount|debit|credit|balance_after)( BETWEEN|_check|$)", re.IGNORECASE
)


def of_driver(error: Exception, path: Path) -> Exception:
    """What the driver of the file reports."""
    text = str(error)
    if isinstance(error, sqlcipher.IntegrityError) and _SUM_CHECKED.search(text):
        return SumTooLarge(Money(LARGEST_SATANG))
    # First, because the name of a spoilt table may hold any word.
    spoilt = "malformed" in text or "not a database" in text or "corrupt" in text
    if spoilt or text.startswith(_NOT_THERE):
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


class named_troubles:  # noqa: N801 - used as one calls a function; a generator takes twice as long
    """Give what the driver and the system report its name."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlcipher.Error):
            raise of_driver(error, self._path) from error
        if isinstance(error, UnicodeDecodeError):  # the driver's own message holds what was spoilt
            raise BookDamaged(str(self._path), "text") from error
        if isinstance(error, OSError):
            raise of_system(error, self._path) from error
