"""Places where writing fails: a disk without room, and files nobody may write."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from ledger.domain.refusals import DiskFull, StorageFailed, Trouble
from ledger.storage import room

_CAPABILITIES_3 = 0x20080522

T = TypeVar("T")


class SmallDisk:
    """A folder on a disk of a few megabytes where that can be made, else a limit on file sizes."""

    def __init__(self, folder: Path, *, mounted: bool) -> None:
        self.folder = folder
        self.mounted = mounted

    @property
    def refusals(self) -> tuple[type[Trouble], ...]:
        """What a book reports when there is no room; a limit looks like a failing disk."""
        return (DiskFull,) if self.mounted else (StorageFailed, DiskFull)

    @contextmanager
    def full(self, *, but_for: int = 0) -> Iterator[None]:
        """While this lasts there is room for so many more bytes and no more."""
        yield from self._stuffed(but_for) if self.mounted else self._limited(but_for)

    def _stuffed(self, but_for: int) -> Iterator[None]:
        room = os.statvfs(self.folder)
        filler = self.folder / "filler"
        size = max(0, room.f_bavail * room.f_bsize - but_for)
        filler.write_bytes(bytes(size))
        try:
            yield
        finally:
            filler.unlink()

    def _limited(self, but_for: int) -> Iterator[None]:
        sizes = [path.stat().st_size for path in self.folder.glob("*-wal")]
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes, default=0) + but_for, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def small_disk(folder: Path, megabytes: int = 4) -> Iterator[SmallDisk]:
    """A disk that can be filled; books open on it although it has no room for a day's work."""
    folder.mkdir(exist_ok=True)
    usual = room.BESIDE, room.TIMES
    room.BESIDE = room.TIMES = 0
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    try:
        yield SmallDisk(folder, mounted=mounted)
    finally:
        room.BESIDE, room.TIMES = usual
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=True)


@contextmanager
def nobody_may_write(*paths: Path) -> Iterator[None]:
    """Take the right to write away; root keeps it unless ``as_anybody`` runs the call."""
    before = [path.stat().st_mode for path in paths]
    for path, mode in zip(paths, before, strict=True):
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in zip(paths, before, strict=True):
            path.chmod(mode)


def as_anybody(call: Callable[[], T]) -> T:
    """Run the call as somebody who has only the rights that the files give.

    Rights belong to a thread on Linux, so root gives them up in one that ends with the call.
    """
    with ThreadPoolExecutor(max_workers=1, initializer=_give_up_rights) as one:
        return one.submit(call).result()


def _give_up_rights() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_3, 0)
    libc.capset(header, (ctypes.c_uint32 * 6)())
