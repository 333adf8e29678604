"""In which encoding a text file was written: UTF-8, or what Thai spreadsheets write on Windows."""

from __future__ import annotations

import re
from pathlib import Path

from ledger.book import given_files
from ledger.book.given_files import JOURNAL_FILE

UTF8 = "utf-8-sig"  # with or without its mark
WINDOWS_THAI = "cp874"

_PIECE = 1 << 20
# Where bytes of another alphabet are taken for Thai, vowels and marks stand beside no consonant.
_NEVER_IN_THAI = re.compile("(?:^|[^ก-๎])[ัิ-ฺ็-๎]|[เ-ไ](?:[^ก-ฮ]|$)")


def encoding_of(path: Path, most: int = JOURNAL_FILE) -> str | None:
    """The encoding by Python's name; None where it is neither of the two.

    Raises:
        NotAPlainFile, FileTooLarge, OSError: the file cannot be read.
    """
    if reads_as(path, UTF8, most):
        return UTF8
    return WINDOWS_THAI if reads_as(path, WINDOWS_THAI, most) else None


def reads_as(path: Path, encoding: str, most: int = JOURNAL_FILE) -> bool:
    """Whether the whole file is text in that encoding, and Thai where its bytes could be.

    Raises:
        NotAPlainFile, FileTooLarge, OSError: the file cannot be read.
    """
    try:
        with given_files.text(path, most, encoding) as text:
            # Whole lines, so that no mark is parted from its consonant.
            while piece := text.read(_PIECE) + text.readline():
                if "\x00" in piece:
                    return False
                if encoding == WINDOWS_THAI and _NEVER_IN_THAI.search(piece):
                    return False
    except UnicodeDecodeError:
        return False
    return True
