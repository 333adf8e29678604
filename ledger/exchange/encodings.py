"""In which encoding a text file was written: UTF-8, or what Thai spreadsheets write on Windows."""

from __future__ import annotations

import re
from pathlib import Path

UTF8 = "utf-8-sig"  # with or without its mark
WINDOWS_THAI = "cp874"

_PIECE = 1 << 20
# Where bytes of another alphabet are taken for Thai, vowels and marks stand beside no consonant.
_NEVER_IN_THAI = re.compile("(?:^|[^ก-๎])[ัิ-ฺ็-๎]|[เ-ไ](?:[^ก-ฮ]|$)")


def encoding_of(path: Path) -> str | None:
    """The encoding by Python's name; None where it is neither of the two.

    Raises:
        OSError: the file cannot be read.
    """
    if reads_as(path, UTF8):
        return UTF8
    return WINDOWS_THAI if reads_as(path, WINDOWS_THAI) else None


def reads_as(path: Path, encoding: str) -> bool:
    """Whether the whole file is text in that encoding, and Thai where its bytes could be.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        with path.open(encoding=encoding, newline="") as text:
            # Whole lines, so that no mark is parted from its consonant.
            while piece := text.read(_PIECE) + text.readline():
                if "\x00" in piece:
                    return False
                if encoding == WINDOWS_THAI and _NEVER_IN_THAI.search(piece):
                    return False
    except UnicodeDecodeError:
        return False
    return True
