"""Refusals of the members' register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class UnknownMember(Refusal):
    """No member of that number."""

    member: str


@dataclass(eq=False)
class MemberExists(Refusal):
    """The member's number is taken."""

    member: str


@dataclass(eq=False)
class MemberLeft(Refusal):
    """The membership has ended."""

    member: str
    left_on: date
    why: str


@dataclass(eq=False)
class NotYetMember(Refusal):
    """The member joined later."""

    member: str
    joined: date
    day: date


@dataclass(eq=False)
class BadNationalId(Refusal):
    """The thirteen-digit number has a wrong form or check digit."""

    problem: str


@dataclass(eq=False)
class NationalIdTaken(Refusal):
    """The thirteen-digit number is in the register already."""

    member: str


@dataclass(eq=False)
class NameMissing(Refusal):
    """A name has to be given."""

    field: str


@dataclass(eq=False)
class UnknownZone(Refusal):
    """No zone of that code."""

    zone: str


@dataclass(eq=False)
class ZoneExists(Refusal):
    """The zone's code is taken."""

    zone: str


@dataclass(eq=False)
class MemberHasBalances(Refusal):
    """Cards of the member still hold money."""

    member: str
    held: Money
    cards: tuple[int, ...]


@dataclass(eq=False)
class MemberOwesCharges(Refusal):
    """Charges of the member are unpaid."""

    member: str
    owed: Money


@dataclass(eq=False)
class PersonErased(Refusal):
    """The personal data were erased before."""

    member: str


@dataclass(eq=False)
class StillMember(Refusal):
    """The data are needed while the membership lasts (trust.md 6.8)."""

    member: str


@dataclass(eq=False)
class UnknownApplication(Refusal):
    """No application of that number."""

    application: int


@dataclass(eq=False)
class ApplicationDecided(Refusal):
    """The committee has decided on this application before."""

    application: int
    decision: str


@dataclass(eq=False)
class UnknownMeeting(Refusal):
    """No meeting of that number."""

    meeting: int
