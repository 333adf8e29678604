"""Projects: what of the books belongs to one, and the survey of households behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.records import Record


class PartKind(Enum):
    """What may belong to a project."""

    LOAN = "loan"
    GRANT = "grant"
    LEASE = "lease"
    SAVINGS = "savings"


@dataclass(frozen=True, slots=True)
class Project(Record):
    """A housing project, such as one community of Baan Mankong (features.md 124)."""

    table = "projects"
    key = ("code",)

    code: str
    name: str
    on: date
    place: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ProjectPart(Record):
    """A received loan (its card), grant, lease or savings product that belongs to a project."""

    table = "project_parts"
    key = ("project", "kind", "reference")

    project: str
    kind: PartKind
    reference: str
    removed: bool = False


class Certified(Enum):
    """How far a household of the survey has come to a right of its own."""

    SURVEYED = "surveyed"
    QUALIFIED = "qualified"
    CERTIFIED = "certified"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class SurveyedHousehold(Record):
    """A household of the survey register (ทะเบียนผู้เดือดร้อน), by project and number.

    ``person`` is its head: personal data beside the chain, erasable like a member's. ``tenure``
    says how it lives now; ``member`` is the member who came out of it.
    """

    table = "surveyed_households"
    key = ("project", "number")

    project: str
    number: int
    household: str
    person: int
    commitment: str
    people: int
    on: date
    tenure: str = ""
    need: str = ""
    standing: Certified = Certified.SURVEYED
    decided_on: date | None = None
    resolution: str = ""
    member: str | None = None
