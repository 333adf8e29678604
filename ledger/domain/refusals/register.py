"""Refusals of the members' register."""

from __future__ import annotations

from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class UnknownMember(Refusal):
    """No member of that number."""

    member: str


@refusal
class MemberExists(Refusal):
    """The member's number is taken."""

    member: str


@refusal
class MemberLeft(Refusal):
    """The membership has ended."""

    member: str
    left_on: date
    why: str


@refusal
class NotYetMember(Refusal):
    """The member joined later."""

    member: str
    joined: date
    day: date


@refusal
class BadNationalId(Refusal):
    """The thirteen-digit number has a wrong form or check digit."""

    problem: str


@refusal
class NationalIdTaken(Refusal):
    """The thirteen-digit number is in the register already."""

    member: str


@refusal
class PhotoTooLarge(Refusal):
    """A photo has more bytes than the register keeps."""

    size: int
    most: int


@refusal
class PhotoNotJpeg(Refusal):
    """What was given as a member's photo is no JPEG picture."""

    member: str


@refusal
class NoPhoto(Refusal):
    """There is no photo that could be taken out."""

    member: str


@refusal
class NameMissing(Refusal):
    """A name has to be given."""

    field: str


@refusal
class UnknownZone(Refusal):
    """No zone of that code."""

    zone: str


@refusal
class ZoneExists(Refusal):
    """The zone's code is taken."""

    zone: str


@refusal
class MemberHasBalances(Refusal):
    """Cards of the member still hold money."""

    member: str
    held: Money
    cards: tuple[int, ...]


@refusal
class MemberOwesCharges(Refusal):
    """Charges of the member are unpaid."""

    member: str
    owed: Money


@refusal
class PersonErased(Refusal):
    """The personal data were erased before."""

    member: str


@refusal
class StillMember(Refusal):
    """The data are needed while the membership lasts (trust.md 6.8)."""

    member: str


@refusal
class UnknownApplication(Refusal):
    """No application of that number."""

    application: int


@refusal
class ApplicationDecided(Refusal):
    """The committee has decided on this application before."""

    application: int
    decision: str


@refusal
class DecidedBeforeApplied(Refusal):
    """The committee cannot have decided before somebody applied."""

    application: int
    applied: date
    day: date


@refusal
class UnknownMeeting(Refusal):
    """No meeting of that number."""

    meeting: int
