"""The photo in the register: put in, changed, taken out (features.md 14)."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.members import Erasure
from ledger.domain.photos import LARGEST_PHOTO, MemberPhoto, Photo, is_jpeg
from ledger.domain.refusals import NoPhoto, PersonErased, PhotoNotJpeg, PhotoTooLarge
from ledger.usecases.members import the_member


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMemberPhoto(Command):
    """A member's photo as a JPEG in base64; without one, the last photo is erased."""

    member: str
    photo: Photo | None = None


def set_member_photo(command: SetMemberPhoto, books: Books) -> None:
    member = the_member(books, command.member)
    if books.personal(member.person) is None:
        raise PersonErased(member.number)
    if command.photo is None:
        _take_out(books, member.number)
        return
    size = len(command.photo.jpeg)
    if size > LARGEST_PHOTO:
        raise PhotoTooLarge(size, LARGEST_PHOTO)
    if not is_jpeg(command.photo.jpeg):
        raise PhotoNotJpeg(member.number)
    kept, commitment = books.keep_personal(command.photo, command.photo.kept())
    books.add(MemberPhoto(member.number, kept, commitment))


def _take_out(books: Books, member: str) -> None:
    before = books.newest(MemberPhoto, member)
    if before is None or before.person is None:
        raise NoPhoto(member)
    books.add(MemberPhoto(member, None, ""))
    books.add(Erasure(before.person, member, "photo"))
    books.erase_personal(before.person)
