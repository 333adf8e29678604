"""The register: members, their personal data beside the chain, zones."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from ledger.domain.fingerprint import encode_value
from ledger.domain.records import Record

# What of a person no other text of an act may hold, from this length on (trust.md 7.1, rule 32).
HIDDEN = ("national_id", "phone", "address")
SHORTEST_HIDDEN = 8


class MemberKind(Enum):
    """Ordinary or associate (สมทบ) member."""

    ORDINARY = "ordinary"
    ASSOCIATE = "associate"


class Leaving(Enum):
    """Why a membership ended (domain.md 2.6)."""

    RESIGNED = "resigned"
    DECEASED = "deceased"
    EXPELLED = "expelled"
    INCAPACITY = "incapacity"
    BANKRUPT = "bankrupt"
    MISTAKE = "mistake"  # entered by mistake, and never a member


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Personal data of a member: kept beside the chain with a salt, and erasable.

    The chain covers only the commitment to all fields together (architecture.md, "Acts").
    """

    personal: ClassVar[bool] = True

    title: str = ""
    given: str
    family: str = ""
    national_id: str = ""
    born: str = ""
    address: str = ""
    phone: str = ""
    nominee: str = ""
    nominee_relation: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.title}{self.given} {self.family}".strip()

    def kept(self) -> str:
        """The text that is kept beside the chain."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def person_from(kept: str) -> Person:
    return Person(**json.loads(kept))


def commitment_to(salt: str, kept: str) -> str:
    """The hash that the chain holds in place of personal data: SHA-256 of salt and text."""
    return hashlib.sha256(b"satcha/1" + encode_value(salt) + encode_value(kept)).hexdigest()


@dataclass(frozen=True, slots=True)
class Member(Record):
    """A member by number. ``person`` is where the personal data lie, with their commitment."""

    table = "members"
    key = ("number",)

    number: str
    kind: MemberKind
    zone: str
    household: str
    joined: date
    person: int
    commitment: str
    left: date | None = None
    left_why: Leaving | None = None
    note: str = ""

    def is_member_on(self, day: date) -> bool:
        return self.joined <= day and (self.left is None or day < self.left)


@dataclass(frozen=True, slots=True)
class Zone(Record):
    """A sub-group or zone, with the member who leads it."""

    table = "zones"
    key = ("code",)

    code: str
    name: str
    leader: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Erasure(Record):
    """Erased personal data: value and salt are gone, the commitment stays in the chain."""

    table = "erasures"
    key = ("person",)
    versions = False

    person: int
    member: str
    reason: str


@dataclass(frozen=True, slots=True)
class ErasedPerson:
    """Personal data that are gone, by their number and the commitment that stayed in the chain."""

    person: int
    commitment: str
    member: str = ""


@dataclass(frozen=True, slots=True)
class Restriction(Record):
    """Personal data that may not be used further while a duty keeps them in the book (PDPA s.34).

    The newest version counts; the reason says which duty, or why it ended.
    """

    table = "restrictions"
    key = ("member",)

    member: str
    restricted: bool
    on: date
    reason: str


class Decision(Enum):
    """What the committee decided on an application."""

    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Application(Record):
    """Somebody who wants to become a member, and what the committee decided on it."""

    table = "applications"
    key = ("number",)

    number: int
    on: date
    kind: MemberKind
    zone: str
    household: str
    person: int
    commitment: str
    decision: Decision = Decision.WAITING
    decided_on: date | None = None
    resolution: str = ""
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting(Record):
    """A meeting of the members or the committee."""

    table = "meetings"
    key = ("number",)
    versions = False

    number: int
    on: date
    title: str


@dataclass(frozen=True, slots=True)
class Attendance(Record):
    """Whether a member came to a meeting."""

    table = "attendances"
    key = ("meeting", "member")

    meeting: int
    member: str
    present: bool
