"""Pictures of others: JPEG or PNG by their content, and not larger than a picture is."""

from __future__ import annotations

from pathlib import Path

from ledger.book.given_files import small

_LARGEST_FILE = 10 << 20  # bytes (trust.md 6.6)
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def picture_in(path: Path) -> bytes | None:
    """What a file holds; None where it is no picture that may be opened, whatever it is called."""
    found = small(path, _LARGEST_FILE)
    return found if found is not None and found.startswith(_BEGINNINGS) else None
