"""Looks at a workbook from outside before anything in it is unpacked (trust.md 6.6)."""

from __future__ import annotations

import pyexpat
import re
import struct
from pathlib import Path
from stat import S_ISLNK
from zipfile import BadZipFile, ZipFile, ZipInfo

from ledger.book import given_files
from ledger.domain.refusals import (
    WorkbookHasMacros,
    WorkbookLocked,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from ledger.domain.refusals.importing import FileTooLarge, ReaderTooOld

OLDEST_READER = (2, 4, 1)  # of expat: before it a small file could fill the memory
LARGEST_FILE = 10 << 20  # bytes
_MOST_PARTS = 200
_LARGEST_UNPACKED = 50 << 20  # bytes
_DENSEST = 100  # times the packed size
_BROKEN = (BadZipFile, ValueError, NotImplementedError, EOFError, struct.error)
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0"  # what a workbook with a password is wrapped in
# No empty step, no "..", no colon or backslash, no dot or space at the end.
_STEP = re.compile(r"(?![.]{1,2}$)[^\\:/*?\"<>|\x00-\x1f]*[^\\:/*?\"<>|\x00-\x20.]")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)([.].*)?", re.IGNORECASE)


def check_workbook(path: Path) -> None:
    """Whether the file may be opened as a workbook.

    Raises:
        ReaderTooOld: this computer's library must not read files of others.
        WorkbookTooLarge, WorkbookLocked, WorkbookHasMacros, WorkbookUnreadable: why not.
        OSError: it cannot be read.
    """
    if pyexpat.version_info < OLDEST_READER:
        needed = ".".join(map(str, OLDEST_READER))
        raise ReaderTooOld(pyexpat.EXPAT_VERSION, needed)
    try:
        with given_files.opened(path, LARGEST_FILE) as file:
            if file.read(4) == _OLD_CONTAINER:
                raise WorkbookLocked(path.name)
            _check_parts(path, ZipFile(file).infolist())
    except FileTooLarge as error:
        raise WorkbookTooLarge(path.name) from error
    except _BROKEN as error:
        raise WorkbookUnreadable(path.name) from error


def _check_parts(path: Path, found: list[ZipInfo]) -> None:
    packed = sum(part.compress_size for part in found)
    unpacked = sum(part.file_size for part in found)
    if len(found) > _MOST_PARTS or unpacked > min(_LARGEST_UNPACKED, _DENSEST * packed):
        raise WorkbookTooLarge(path.name)
    if any(part.flag_bits & 1 for part in found):
        raise WorkbookLocked(path.name)
    if any(_leads_away(part) for part in found):
        raise WorkbookUnreadable(path.name)
    names = {part.filename for part in found}
    if path.suffix.lower() == ".xlsm" or any(name.endswith("vbaProject.bin") for name in names):
        raise WorkbookHasMacros(path.name)
    if "[Content_Types].xml" not in names:
        raise WorkbookUnreadable(path.name)


def _leads_away(part: ZipInfo) -> bool:
    """Whether a part is a link, or has a name that some system reads as another place."""
    link = S_ISLNK(part.external_attr >> 16)
    steps = part.filename.removesuffix("/").split("/")
    return link or not all(_STEP.fullmatch(one) and not _DEVICE.fullmatch(one) for one in steps)
