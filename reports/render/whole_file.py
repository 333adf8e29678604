"""A file is there whole or not at all: nobody finds half a paper under its final name."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(
    target: Path | BinaryIO, settle: Callable[[], object] = lambda: None
) -> Iterator[BinaryIO]:
    """A stream whose bytes stand under the name ``target`` once the block ends well.

    They are written beside it first, so an older file of that name stays until the new one is
    complete and on the disk, and stays for good when anything fails. An open stream is used as is.
    ``settle`` is called when only the name is missing: what must not be done for a file that never
    came about, such as counting a print. Where it raises, there is no file either.

    Raises:
        OSError: the folder cannot be written, the disk is full; EBUSY where another program holds
            the file that would be replaced.
    """
    if not isinstance(target, Path):
        yield target
        settle()
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files for their owner alone; a paper is for whoever may read the folder.
        beside.chmod(_usual_mode(target))
        _make_sure_of_name(target)
        settle()
        _put(beside, target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _keep_name(target.parent)


def _make_sure_of_name(target: Path) -> None:
    """Give an older file its own name: that fails where giving it to another one would."""
    if target.exists():
        _put(target, target)


def _put(beside: Path, target: Path) -> None:
    """Give the finished file its name; the folder can be written, so only the old file may refuse.

    Windows does not replace a file that somebody has open in a spreadsheet program.
    """
    try:
        beside.replace(target)
    except PermissionError as error:
        raise OSError(errno.EBUSY, "open in another program", str(target)) from error


def _usual_mode(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o644


def _keep_name(folder: Path) -> None:
    # Windows has no such call for folders, and some network drives refuse it: the name is then
    # kept by the next flush of the system.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
