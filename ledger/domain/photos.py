"""Photos of members: personal data, kept beside the chain as small JPEG pictures."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import ClassVar

from ledger.domain.records import Record

LARGEST_PHOTO = 200_000
"""Bytes of a photo at most: a passport picture of good quality has a tenth of that."""

MOST_PIXELS = 25_000_000
"""Of any picture that is opened: a small file may unpack to a very large one (trust.md 6.6)."""

_BEGIN, _END = b"\xff\xd8", b"\xff\xd9"
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
_SCAN, _COMMENT = 0xDA, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# What programs write beside the picture; of these only two say how its colours are to be read.
_NOTES = frozenset(range(0xE0, 0xF0)) - {0xE0, 0xEE} | {_COMMENT}


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG picture; the chain covers only the commitment to it, and erasing takes it away."""

    personal: ClassVar[bool] = True

    jpeg: bytes

    def kept(self) -> str:
        """The text that is kept beside the chain."""
        return base64.b64encode(self.jpeg).decode()


def photo_from(kept: str) -> Photo:
    return Photo(base64.b64decode(kept))


def plain_jpeg(content: bytes) -> bytes | None:
    """The same picture without what cameras write beside it, such as where and when it was taken.

    None where these bytes are no JPEG (ISO/IEC 10918-1, annex B), or unpack to more than a picture.
    """
    kept, at, in_scan, frame = [_BEGIN], len(_BEGIN), False, False
    while content.startswith(_BEGIN):
        found = _MARKER.search(content, at) if in_scan else _MARKER.match(content, at)
        if found is None:
            return None
        start, marker = found.end() - 2, found[1][0]
        kept.append(content[at:start] if in_scan else b"")
        if marker == _END[1]:
            return b"".join((*kept, _END)) if frame else None
        end = found.end() + int.from_bytes(content[found.end() : found.end() + 2], "big")
        if not found.end() + 2 <= end <= len(content):
            return None
        if marker in _FRAMES:
            frame = _is_small(content[found.end() + 3 : found.end() + 7])
            if not frame:
                return None
        kept.append(b"" if marker in _NOTES else content[start:end])
        at, in_scan = end, marker == _SCAN
    return None


def _is_small(sides: bytes) -> bool:
    height, width = int.from_bytes(sides[:2], "big"), int.from_bytes(sides[2:], "big")
    return 0 < height * width <= MOST_PIXELS


@dataclass(frozen=True, slots=True)
class MemberPhoto(Record):
    """The photo of a member; without ``person`` it was taken out of the register."""

    table = "member_photos"
    key = ("member",)

    member: str
    person: int | None
    commitment: str
