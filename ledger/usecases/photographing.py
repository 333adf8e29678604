"""The photo in the register: put in, changed, taken out (features.md 14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.consents import Consent, ConsentTo
from ledger.domain.photos import LARGEST_PHOTO, MemberPhoto, Photo, plain_jpeg
from ledger.domain.refusals import NoPhoto, PersonErased, PhotoNotJpeg, PhotoTooLarge
from ledger.domain.refusals.consents import PhotoWithoutConsent
from ledger.usecases.consenting import consented, take_photo_out
from ledger.usecases.members import the_member


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMemberPhoto(Command):
    """A member's photo as a JPEG in base64; without one, every photo of her is erased.

    A photo needs her consent (trust.md 6.8). Where none is recorded yet, ``document`` is the number
    of the paper that she signed, and ``on`` the day, today if it is not said.
    """

    member: str
    photo: Photo | None = None
    document: str = ""
    on: date | None = None


def set_member_photo(command: SetMemberPhoto, books: Books) -> None:
    member = the_member(books, command.member)
    if books.personal(member.person) is None:
        raise PersonErased(member.number)
    if command.photo is None:
        if not take_photo_out(books, member.number):
            raise NoPhoto(member.number)
        return
    size = len(command.photo.jpeg)
    if size > LARGEST_PHOTO:
        raise PhotoTooLarge(size, LARGEST_PHOTO)
    jpeg = plain_jpeg(command.photo.jpeg)
    if jpeg is None:
        raise PhotoNotJpeg(member.number)
    _check_consent(command, books)
    kept, commitment = books.keep_personal(command.photo, Photo(jpeg).kept())
    books.add(MemberPhoto(member.number, kept, commitment))


def _check_consent(command: SetMemberPhoto, books: Books) -> None:
    if command.document.strip():
        on = command.on or books.today
        consented(books, command.member, ConsentTo.PHOTO, on=on, document=command.document)
        return
    found = books.newest(Consent, command.member, ConsentTo.PHOTO)
    if found is None or not found.consented:
        raise PhotoWithoutConsent(command.member)
