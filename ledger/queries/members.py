"""The register: lists of members with filters, zones with their leaders, who came and who went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.days import Month, day_before
from ledger.domain.members import Leaving, Member, MemberKind, Zone
from ledger.queries.naming import names_of
from ledger.queries.standing import as_closed, last_day
from ledger.storage.reading import Reader


class Presence(Enum):
    """Which members a list shows: those of the day, those who had left by then, or both."""

    PRESENT = "present"
    LEFT = "left"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member; the name is empty where personal data were erased."""

    number: str
    name: str
    zone: str
    zone_name: str
    household: str
    kind: MemberKind
    joined: date
    left: date | None
    left_why: Leaving | None
    note: str


@dataclass(frozen=True, slots=True)
class MemberList:
    """Members in order of zone and number, or of number alone."""

    at: date
    zone: str | None
    household: str | None
    kind: MemberKind | None
    presence: Presence
    rows: tuple[MemberRow, ...]
    ordinary: int
    associate: int


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A zone with its leader and how many members it has on the day."""

    code: str
    name: str
    leader: str | None
    leader_name: str
    members: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Zones:
    at: date
    rows: tuple[ZoneRow, ...]


@dataclass(frozen=True, slots=True)
class MembersInOut:
    """Who joined and who left on the days from since to until, both included.

    ``entered_late`` counts members who were typed in after the month before was closed with a day
    of joining in it: its report did not know them, so they are named apart. ``opening`` plus
    ``joined`` less ``left`` plus ``entered_late`` is ``closing``.
    """

    since: date
    until: date
    opening: int
    joined: tuple[MemberRow, ...]
    left: tuple[MemberRow, ...]
    entered_late: int
    closing: int
    closing_ordinary: int
    closing_associate: int


def members(  # noqa: PLR0913 - the filters of a list
    reader: Reader,
    *,
    at: date | None = None,
    zone: str | None = None,
    household: str | None = None,
    kind: MemberKind | None = None,
    presence: Presence = Presence.PRESENT,
    by_number: bool = False,
) -> MemberList:
    """The members of a day, by zone and number as on the collection sheet, or by number.

    Names are searched by whoever asks: typing slips are the reader's language.
    """
    day = last_day(reader, at)
    found = [
        one
        for one in reader.every(Member)
        if _is_shown(one, day, presence)
        and (zone is None or one.zone == zone)
        and (household is None or one.household == household)
        and (kind is None or one.kind is kind)
    ]
    if not by_number:
        found.sort(key=lambda one: (one.zone, one.number))
    rows = member_rows(reader, found)
    kinds = [row.kind for row in rows]
    return MemberList(
        at=day,
        zone=zone,
        household=household,
        kind=kind,
        presence=presence,
        rows=rows,
        ordinary=kinds.count(MemberKind.ORDINARY),
        associate=kinds.count(MemberKind.ASSOCIATE),
    )


def zones(reader: Reader, *, at: date | None = None) -> Zones:
    """Every zone in order of its code."""
    day = last_day(reader, at)
    present = [one.zone for one in reader.every(Member) if one.is_member_on(day)]
    found = reader.every(Zone)
    names = names_of(reader, [one.leader for one in found if one.leader is not None])
    rows = [
        ZoneRow(
            code=one.code,
            name=one.name,
            leader=one.leader,
            leader_name=names.get(one.leader, "") if one.leader is not None else "",
            members=present.count(one.code),
            closed=one.closed,
        )
        for one in found
    ]
    return Zones(day, tuple(rows))


def members_in_out(reader: Reader, *, since: date, until: date) -> MembersInOut:
    """How the membership moved over a period."""
    everybody = reader.every(Member)
    before = day_before(since)
    then = as_closed(reader, Month.of(before)).every(Member)
    opening = sum(one.is_member_on(before) for one in then)
    joined = _rows_where(reader, everybody, lambda one: since <= one.joined <= until)
    left = _rows_where(
        reader, everybody, lambda one: one.left is not None and since <= one.left <= until
    )
    closing = [one for one in everybody if one.is_member_on(until)]
    return MembersInOut(
        since=since,
        until=until,
        opening=opening,
        joined=joined,
        left=left,
        entered_late=len(closing) - (opening + len(joined) - len(left)),
        closing=len(closing),
        closing_ordinary=sum(one.kind is MemberKind.ORDINARY for one in closing),
        closing_associate=sum(one.kind is MemberKind.ASSOCIATE for one in closing),
    )


def member_rows(reader: Reader, found: list[Member]) -> tuple[MemberRow, ...]:
    """The rows of these members, with names and the names of their zones."""
    names = names_of(reader, [one.number for one in found])
    zone_names = {one.code: one.name for one in reader.every(Zone)}
    return tuple(
        MemberRow(
            number=one.number,
            name=names.get(one.number, ""),
            zone=one.zone,
            zone_name=zone_names.get(one.zone, one.zone),
            household=one.household,
            kind=one.kind,
            joined=one.joined,
            left=one.left,
            left_why=one.left_why,
            note=one.note,
        )
        for one in found
    )


def _rows_where(
    reader: Reader, everybody: list[Member], wanted: Callable[[Member], bool]
) -> tuple[MemberRow, ...]:
    return member_rows(reader, [one for one in everybody if wanted(one)])


def _is_shown(member: Member, day: date, presence: Presence) -> bool:
    if member.joined > day:
        return False
    if presence is Presence.ALL:
        return True
    return member.is_member_on(day) == (presence is Presence.PRESENT)
