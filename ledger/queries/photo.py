"""The photo of a member, for the screen and for papers."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.photos import MemberPhoto, photo_from
from ledger.queries.naming import restricted_members
from ledger.queries.position import the_member
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class MemberPicture:
    """A member's photo as JPEG bytes; None where there is none or it is not shown."""

    member: str
    jpeg: bytes | None


def member_photo(reader: Reader, *, member: str) -> MemberPicture:
    """The newest photo of a member.

    Raises:
        UnknownMember: there is none of that number.
    """
    the_member(reader, member)
    found = reader.newest(MemberPhoto, member)
    if found is None or found.person is None or member in restricted_members(reader):
        return MemberPicture(member, None)
    row = reader.one("SELECT value FROM personal WHERE number = ?", (found.person,))
    return MemberPicture(member, None if row is None else photo_from(str(row[0])).jpeg)
