"""Looks at a workbook from outside before anything in it is unpacked (trust.md 6.6)."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ledger.domain.refusals import (
    WorkbookHasMacros,
    WorkbookLocked,
    WorkbookTooLarge,
    WorkbookUnreadable,
)

LARGEST_FILE = 10 << 20  # bytes
_MOST_PARTS = 200
_LARGEST_UNPACKED = 50 << 20  # bytes
_DENSEST = 100  # times the packed size
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0"  # what a workbook with a password is wrapped in


def check_workbook(path: Path) -> None:
    """Whether the file may be opened as a workbook.

    Raises:
        WorkbookTooLarge, WorkbookLocked, WorkbookHasMacros, WorkbookUnreadable: why not.
        OSError: it cannot be read.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise WorkbookTooLarge(path.name)
    with path.open("rb") as start:
        if start.read(4) == _OLD_CONTAINER:
            raise WorkbookLocked(path.name)
    try:
        with ZipFile(path) as parts:
            found = parts.infolist()
    except BadZipFile as error:
        raise WorkbookUnreadable(path.name) from error
    packed = sum(part.compress_size for part in found)
    unpacked = sum(part.file_size for part in found)
    if len(found) > _MOST_PARTS or unpacked > min(_LARGEST_UNPACKED, _DENSEST * packed):
        raise WorkbookTooLarge(path.name)
    if any(part.flag_bits & 1 for part in found):
        raise WorkbookLocked(path.name)
    names = {part.filename for part in found}
    if path.suffix.lower() == ".xlsm" or any(name.endswith("vbaProject.bin") for name in names):
        raise WorkbookHasMacros(path.name)
    if "[Content_Types].xml" not in names:
        raise WorkbookUnreadable(path.name)
