"""Photos of members: personal data, kept beside the chain as small JPEG pictures."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import ClassVar

from ledger.domain.records import Record

LARGEST_PHOTO = 200_000
"""Bytes of a photo at most: a passport picture of good quality has a tenth of that."""


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


def is_jpeg(content: bytes) -> bool:
    """Whether these bytes begin and end as a JPEG picture does (ISO/IEC 10918-1, B.1.1)."""
    return content.startswith(b"\xff\xd8\xff") and content.endswith(b"\xff\xd9")


@dataclass(frozen=True, slots=True)
class MemberPhoto(Record):
    """The photo of a member; without ``person`` it was taken out of the register."""

    table = "member_photos"
    key = ("member",)

    member: str
    person: int | None
    commitment: str
