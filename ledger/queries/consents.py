"""Which consents members gave and took back, and what is kept without one (trust.md 6.8)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.consents import (
    GROUPS_OF_HEALTH,
    OF_HEALTH,
    Consent,
    ConsentTime,
    ConsentTo,
    times_of,
)
from ledger.domain.members import Member
from ledger.domain.welfare_claims import WelfareClaim, WelfareRule
from ledger.domain.welfare_fund import WelfareMembership
from ledger.queries.members import MemberRow, member_rows
from ledger.queries.naming import names_of
from ledger.queries.position import the_member
from ledger.queries.standing import last_day
from ledger.storage.columns import shape_of
from ledger.storage.reading import Reader, selected


@dataclass(frozen=True, slots=True)
class Consents:
    """Every consent of a member, the oldest first, with the day on which it was taken back."""

    member: str
    rows: tuple[ConsentTime, ...]

    def in_force(self, covers: ConsentTo) -> ConsentTime | None:
        return next((one for one in self.rows if one.covers is covers and one.in_force), None)


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """What the form for the signature is about: the member, and what she is asked for."""

    at: date
    member: MemberRow
    covers: tuple[ConsentTo, ...]


class Kept(Enum):
    """What is kept of a member that asks for her consent."""

    PHOTO = "photo"
    CLAIM = "claim"
    DISABILITY = "disability"


@dataclass(frozen=True, slots=True)
class ConsentGap:
    """Something that is kept without a consent in force; ``withdrawn`` is the day it ended.

    ``since`` is the day of the photo's act, of the last claim, or of the entry into the fund;
    ``claims`` counts the claims.
    """

    member: str
    name: str
    covers: ConsentTo
    kept: Kept
    since: date
    withdrawn: date | None
    claims: int = 0


@dataclass(frozen=True, slots=True)
class ConsentGaps:
    """Everything that is kept without consent, by member, and how many members these are."""

    at: date
    rows: tuple[ConsentGap, ...]
    members: int


def consents(reader: Reader, *, member: str) -> Consents:
    """What a member consented to when, and when she took it back.

    Raises:
        UnknownMember: there is none of that number.
    """
    the_member(reader, member)
    return Consents(member, consent_times(reader, member))


def consent_times(reader: Reader, member: str) -> tuple[ConsentTime, ...]:
    """Every version counts here, not only the newest."""
    shape = shape_of(Consent)
    columns = ", ".join(selected(shape))
    rows = reader.rows(
        f"SELECT {columns} FROM consents WHERE member = ? ORDER BY act, covers", (member,)
    )
    return times_of(shape.out(row) for row in rows)


def consent_form(reader: Reader, *, member: str, at: date | None = None) -> ConsentForm:
    """What the form for her signature says.

    Raises:
        UnknownMember: there is none of that number.
    """
    found = the_member(reader, member)
    return ConsentForm(last_day(reader, at), member_rows(reader, [found])[0], tuple(ConsentTo))


def consent_gaps(reader: Reader) -> ConsentGaps:
    """Photos and health data of members who did not consent, or took their consent back."""
    given = {(one.member, one.covers): one for one in reader.every(Consent)}
    gaps = [
        gap
        for gap in (*_photos(reader), *_claims(reader), *_disabled(reader))
        if (gap.member, gap.covers) not in given or not given[gap.member, gap.covers].consented
    ]
    names = names_of(reader, [gap.member for gap in gaps])
    order = list(Kept)
    rows = sorted(
        (_named(gap, names, given.get((gap.member, gap.covers))) for gap in gaps),
        key=lambda gap: (gap.member, order.index(gap.kept)),
    )
    return ConsentGaps(last_day(reader, None), tuple(rows), len({gap.member for gap in rows}))


def _named(gap: ConsentGap, names: dict[str, str], before: Consent | None) -> ConsentGap:
    return ConsentGap(
        member=gap.member,
        name=names.get(gap.member, ""),
        covers=gap.covers,
        kept=gap.kept,
        since=gap.since,
        withdrawn=None if before is None else before.on,
        claims=gap.claims,
    )


def _photos(reader: Reader) -> Iterator[ConsentGap]:
    """Only photos that are there: one that was erased needs nobody's consent."""
    rows = reader.rows(
        "SELECT m.member, MAX(a.business_day) FROM member_photos AS m"
        " JOIN personal AS p ON p.number = m.person JOIN acts AS a ON a.number = m.act"
        " GROUP BY m.member"
    )
    for member, day in rows:
        yield _gap(member, Kept.PHOTO, date.fromisoformat(day))


def _claims(reader: Reader) -> Iterator[ConsentGap]:
    """Claims in which sickness or disability stands, by member."""
    of_health = {one.number for one in reader.every(WelfareRule) if one.heading in OF_HEALTH}
    days: dict[str, list[date]] = {}
    for claim in reader.every(WelfareClaim):
        if claim.rule in of_health:
            days.setdefault(claim.member, []).append(claim.on)
    known = _with_person(reader, days)
    for member, found in days.items():
        if member in known:
            yield _gap(member, Kept.CLAIM, max(found), len(found))


def _disabled(reader: Reader) -> Iterator[ConsentGap]:
    found = {
        one.member: one.joined
        for one in reader.every(WelfareMembership)
        if one.group in GROUPS_OF_HEALTH and one.ended is None
    }
    known = _with_person(reader, found)
    for member, day in found.items():
        if member in known:
            yield _gap(member, Kept.DISABILITY, day)


def _gap(member: str, kept: Kept, since: date, claims: int = 0) -> ConsentGap:
    covers = ConsentTo.PHOTO if kept is Kept.PHOTO else ConsentTo.HEALTH
    return ConsentGap(member, "", covers, kept, since, None, claims)


def _with_person(reader: Reader, members: Collection[str]) -> frozenset[str]:
    """Those whose data were not erased: a number alone says nothing of anybody."""
    rows = reader.rows("SELECT number FROM personal")
    there = {number for (number,) in rows}
    return frozenset(
        one.number for one in reader.every(Member) if one.number in members and one.person in there
    )
