"""Room on the disk: a book opens only where its copies and its log find room (trust.md 6.1)."""

from __future__ import annotations

import shutil
from pathlib import Path

from ledger.domain.refusals.committing import RoomTooSmall
from ledger.storage.disks import check_place

BESIDE = 50 * 1024 * 1024
TIMES = 3


def check_room(path: Path, *, copies: int = 0) -> None:
    """Refuse to start work that would end with a full disk in the middle of an evening.

    ``copies`` is how many further files of that size are about to be written.

    Raises:
        RoomTooSmall: less is free than three times the book and fifty megabytes.
        BookElsewhere: the disk may be gone in the middle of an evening.
    """
    check_place(path)
    if not path.is_file():
        return
    needed = (TIMES + copies) * path.stat().st_size + BESIDE
    free = shutil.disk_usage(path.parent).free
    if free < needed:
        raise RoomTooSmall(str(path), _megabytes(free), _megabytes(needed, up=True))


def _megabytes(size: int, *, up: bool = False) -> int:
    whole, rest = divmod(size, 1024 * 1024)
    return whole + bool(up and rest)
