"""Who asked to become a member, and the meetings with who was there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.members import (
    Application,
    Attendance,
    Decision,
    Meeting,
    MemberKind,
    person_from,
)
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ApplicantRow:
    """One application; ``name`` is empty where personal data were erased."""

    application: int
    on: date
    name: str
    kind: MemberKind
    zone: str
    household: str
    decision: Decision
    decided_on: date | None
    resolution: str
    member: str | None


@dataclass(frozen=True, slots=True)
class Applicants:
    """Applications by number, and how many wait for the committee."""

    rows: tuple[ApplicantRow, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting with how many came and how many of those named did not."""

    meeting: int
    on: date
    title: str
    present: int
    absent: int


@dataclass(frozen=True, slots=True)
class Meetings:
    """Every meeting, the newest first."""

    rows: tuple[MeetingRow, ...]


def applicants(reader: Reader, *, decision: Decision | None = None) -> Applicants:
    """Who asked to become a member, and what the committee decided."""
    every = reader.every(Application)
    rows = tuple(_row(reader, one) for one in every if decision in (None, one.decision))
    return Applicants(rows, sum(one.decision is Decision.WAITING for one in every))


def meetings(reader: Reader) -> Meetings:
    """The meetings that were recorded, with how many were there."""
    came = reader.every(Attendance)
    rows = [
        MeetingRow(
            meeting=one.number,
            on=one.on,
            title=one.title,
            present=sum(it.present for it in came if it.meeting == one.number),
            absent=sum(not it.present for it in came if it.meeting == one.number),
        )
        for one in reader.every(Meeting)
    ]
    return Meetings(tuple(sorted(rows, key=lambda row: (row.on, row.meeting), reverse=True)))


def _row(reader: Reader, one: Application) -> ApplicantRow:
    kept = reader.one("SELECT value FROM personal WHERE number = ?", (one.person,))
    return ApplicantRow(
        application=one.number,
        on=one.on,
        name=person_from(str(kept[0])).full_name if kept else "",
        kind=one.kind,
        zone=one.zone,
        household=one.household,
        decision=one.decision,
        decided_on=one.decided_on,
        resolution=one.resolution,
        member=one.member,
    )
