"""Committees and working groups, and who sits in them from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class Committee(Record):
    """A committee, or a working group (คณะทำงาน) for one task."""

    table = "committees"
    key = ("code",)

    code: str
    name_th: str
    name_en: str
    working_group: bool = False
    closed: bool = False


class Position(Enum):
    """What somebody is in a committee."""

    CHAIRPERSON = "chairperson"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    TREASURER = "treasurer"
    INSPECTOR = "inspector"
    MEMBER = "member"
    ADVISER = "adviser"


# Of these there is one at a time.
ONE_ONLY = frozenset({Position.CHAIRPERSON, Position.SECRETARY, Position.TREASURER})


@dataclass(frozen=True, slots=True)
class Term(Record):
    """A member in a committee from a day to a day, both included, or until it ended earlier."""

    table = "committee_terms"
    key = ("number",)

    number: int
    committee: str
    member: str
    position: Position
    since: date
    until: date
    resolution: str
    ended_on: date | None = None
    end_reason: str = ""

    @property
    def last_day(self) -> date:
        return self.until if self.ended_on is None else min(self.until, self.ended_on)

    def sits_on(self, day: date) -> bool:
        return self.since <= day <= self.last_day

    def overlaps(self, since: date, until: date) -> bool:
        return self.since <= until and since <= self.last_day
