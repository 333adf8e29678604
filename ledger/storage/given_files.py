"""The one door to files that others made: plain files only, and never more than was allowed.

A pipe would keep the program waiting, a device gives without end, and a file may grow while it is
read (trust.md 6.6). What is too large is refused before anything of it is in memory.
"""

from __future__ import annotations

import io
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from typing_extensions import override

from ledger.domain.refusals.importing import FileTooLarge, NotAPlainFile

# How large a file of each kind may be, in bytes.
LIST_FILE = 8 << 20  # a list that lies beside books and their copies
JOURNAL_FILE = 64 << 20  # a whole journal of ten years: more than a million rows
ACTS_HEAD = 1 << 20  # the columns of all tables
ACTS_LINE = 256 << 20  # one act: an import of such a journal
ENDLESS = 1 << 62  # what is read line by line or in pieces, and copies of books
_PIECE = 1 << 16
# So that a pipe is opened at once and then refused; Windows has no such pipes.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
_NOT_READ = (OSError, NotAPlainFile, FileTooLarge)


def opened(path: Path, most: int) -> BinaryIO:
    """The file, which gives no byte beyond ``most``.

    Raises:
        NotAPlainFile, FileTooLarge: why it is not read.
        OSError: it cannot be opened.
    """
    _check(os.stat(path), path, most)  # noqa: PTH116 - a device is not even opened
    raw = _Bounded(path, most)
    try:
        _check(os.fstat(raw.fileno()), path, most)
    except BaseException:
        raw.close()
        raise
    return cast("BinaryIO", io.BufferedReader(raw, _PIECE))


def content(path: Path, most: int) -> bytes:
    """All of a file; the same refusals."""
    with opened(path, most) as file:
        return file.read()


def text(path: Path, most: int, encoding: str = "utf-8", errors: str = "strict") -> TextIO:
    """The file as text that keeps its line ends; the same refusals."""
    return io.TextIOWrapper(opened(path, most), encoding, errors, newline="")


def whole_lines(lines: TextIO, path: str, longest: int, first: int = 0) -> Iterator[str]:
    """Line by line, each of them at most so long, and the first one where it is only a head.

    Raises:
        FileTooLarge: one is longer.
    """
    most = first or longest
    while line := lines.readline(most + 1):
        if len(line) > most:
            raise FileTooLarge(path, most)
        yield line
        most = longest


def small(path: Path, most: int) -> bytes | None:
    """All of a file; None where there is none that can be read."""
    try:
        return content(path, most)
    except _NOT_READ:
        return None


def plain_list(path: Path) -> dict[str, Any] | None:
    """The JSON object in a list; None where there is none that can be read."""
    written = small(path, LIST_FILE)
    try:
        found = None if written is None else json.loads(written.decode())
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _check(found: os.stat_result, path: Path, most: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NotAPlainFile(str(path))
    if found.st_size > most:
        raise FileTooLarge(str(path), most)


class _Bounded(io.FileIO):
    """A file that is larger than it said is refused as soon as that shows."""

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(path, opener=lambda name, flags: os.open(name, flags | _AT_ONCE))
        self._path, self._most = path, most

    @override
    def readinto(self, buffer: Any) -> int | None:
        count = super().readinto(buffer)
        self._check()
        return count

    @override
    def readall(self) -> bytes:
        pieces = []
        while piece := self.read(_PIECE):
            pieces.append(piece)
            self._check()
        return b"".join(pieces)

    def _check(self) -> None:
        if self.tell() > self._most:
            raise FileTooLarge(str(self._path), self._most)
