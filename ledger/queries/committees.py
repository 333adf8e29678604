"""Committees on a day: who sits in which, as what, since when and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.committees import Committee, Position, Term
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Seat:
    """One member in a committee; ``days_left`` counts from the day asked about, it excluded."""

    term: int
    member: str
    name: str
    position: Position
    since: date
    until: date
    days_left: int
    resolution: str


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """One committee with everybody who sits in it, by position."""

    code: str
    name_th: str
    name_en: str
    working_group: bool
    closed: bool
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class CommitteesAt:
    """Every committee on a day; ``ending`` counts terms that end within ninety days."""

    at: date
    rows: tuple[CommitteeRow, ...]
    seats: int
    ending: int


_SOON = 90


def committees_at(reader: Reader, *, at: date | None = None) -> CommitteesAt:
    """Who sits in which committee and working group on a day."""
    day = last_day(reader, at)
    sitting = [one for one in reader.every(Term) if one.sits_on(day)]
    names = names_of(reader, {one.member for one in sitting})
    rows = tuple(
        CommitteeRow(
            code=one.code,
            name_th=one.name_th,
            name_en=one.name_en,
            working_group=one.working_group,
            closed=one.closed,
            seats=_seats(one.code, sitting, names, day),
        )
        for one in reader.every(Committee)
    )
    rows = tuple(row for row in rows if row.seats or not row.closed)
    return CommitteesAt(
        at=day,
        rows=rows,
        seats=len(sitting),
        ending=sum(seat.days_left <= _SOON for row in rows for seat in row.seats),
    )


def _seats(
    committee: str, sitting: list[Term], names: dict[str, str], day: date
) -> tuple[Seat, ...]:
    order = list(Position)
    mine = [one for one in sitting if one.committee == committee]
    mine.sort(key=lambda one: (order.index(one.position), one.number))
    return tuple(
        Seat(
            term=one.number,
            member=one.member,
            name=names.get(one.member, ""),
            position=one.position,
            since=one.since,
            until=one.last_day,
            days_left=(one.last_day - day).days,
            resolution=one.resolution,
        )
        for one in mine
    )
