"""Consents to a photo and to health data: recorded with their paper, and taken back (trust.md 6.8).

A photo goes with its consent. What was written of benefits stays: it is the proof of money paid
out, and taking a consent back does not undo what was done under it (PDPA s.19).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.consents import Consent, ConsentTo
from ledger.domain.members import Erasure
from ledger.domain.photos import MemberPhoto
from ledger.domain.refusals import PersonErased
from ledger.domain.refusals.consents import AlreadyConsented, ConsentTooEarly, NoConsent
from ledger.usecases.members import the_member
from ledger.usecases.recording import check_has_come, given


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConsent(Command):
    """A member signed a consent; ``document`` is the number of the paper."""

    member: str
    covers: ConsentTo
    on: date
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawConsent(Command):
    """A member takes a consent back, which she may at any time; a photo is erased with it."""

    member: str
    covers: ConsentTo
    on: date
    document: str = ""


def record_consent(command: RecordConsent, books: Books) -> None:
    member = the_member(books, command.member)
    if books.personal(member.person) is None:
        raise PersonErased(member.number)
    consented(books, member.number, command.covers, on=command.on, document=command.document)


def consented(books: Books, member: str, covers: ConsentTo, *, on: date, document: str) -> None:
    """Write that she consents.

    Raises:
        AlreadyConsented, ConsentTooEarly, ReasonMissing, FutureDay: why not.
    """
    check_has_come(books, on)
    before = books.newest(Consent, member, covers)
    if before is not None and before.consented:
        raise AlreadyConsented(member, covers.value, before.on)
    _check_order(before, on)
    books.add(Consent(member, covers, consented=True, on=on, document=given(document, "document")))


def withdraw_consent(command: WithdrawConsent, books: Books) -> None:
    check_has_come(books, command.on)
    member = the_member(books, command.member).number
    before = books.newest(Consent, member, command.covers)
    if before is None or not before.consented:
        raise NoConsent(member, command.covers.value)
    _check_order(before, command.on)
    document = command.document.strip()
    books.add(Consent(member, command.covers, consented=False, on=command.on, document=document))
    if command.covers is ConsentTo.PHOTO:
        books.make(photo_erased=take_photo_out(books, member))


def take_photo_out(books: Books, member: str) -> bool:
    """Erase the member's photo for good, with those it replaced; says whether there was one."""
    photos = books.photos_of(member)
    if not photos:
        return False
    books.add(MemberPhoto(member, None, ""))
    for number in photos:
        books.add(Erasure(number, member, "photo"))
        books.erase_personal(number)
    return True


def lapse_photo(books: Books, member: str) -> None:
    """After a restore: the copy holds a consent to the photo that was erased since.

    Whether she took it back the list of what was erased does not tell, so nobody relies on it: the
    next photo asks for its paper again.
    """
    if not books.photos_of(member):
        books.add(MemberPhoto(member, None, ""))
    before = books.newest(Consent, member, ConsentTo.PHOTO)
    if before is not None and before.consented:
        on = max(before.on, books.today)
        books.add(Consent(member, ConsentTo.PHOTO, consented=False, on=on, document=""))


def _check_order(before: Consent | None, on: date) -> None:
    if before is not None and on < before.on:
        raise ConsentTooEarly(on, before.on)
