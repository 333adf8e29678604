"""Committees and working groups: opened, members seated for a term, terms ended earlier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.committees import ONE_ONLY, Committee, Position, Term
from ledger.domain.refusals.projects import (
    AlreadySeated,
    CommitteeClosed,
    CommitteeExists,
    PositionTaken,
    TermBackwards,
    UnknownCommittee,
    UnknownTerm,
)
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.recording import given, named


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCommittee(Command):
    """A committee, or a working group for one task."""

    code: str
    name_th: str
    name_en: str = ""
    working_group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCommittee(Command):
    """A committee whose task is done; who sits in it stays on record."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMember(Command):
    """A member sits in a committee from one day to another, both included, by resolution."""

    committee: str
    member: str
    position: Position
    since: date
    until: date
    resolution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTerm(Command):
    """A term ends earlier: ``on`` is its last day."""

    term: int
    on: date
    reason: str


def open_committee(command: OpenCommittee, books: Books) -> None:
    code, name = named(command.code, "code"), named(command.name_th, "name_th")
    if books.newest(Committee, code) is not None:
        raise CommitteeExists(code)
    books.add(Committee(code, name, command.name_en or name, command.working_group))
    books.make(committee=code)


def close_committee(command: CloseCommittee, books: Books) -> None:
    books.add(replace(_open_one(books, command.code), closed=True))


def seat_member(command: SeatMember, books: Books) -> None:
    committee = _open_one(books, command.committee)
    resolution = given(command.resolution, "resolution")
    if command.until < command.since:
        raise TermBackwards(command.since, command.until)
    check_membership(the_member(books, command.member), command.since)
    for other in books.every(Term, committee=committee.code):
        if not other.overlaps(command.since, command.until):
            continue
        if other.member == command.member:
            raise AlreadySeated(committee.code, other.member, other.since, other.last_day)
        if other.position is command.position and other.position in ONE_ONLY:
            raise PositionTaken(committee.code, other.position.value, other.member, other.last_day)
    number = books.next_number(Term)
    books.add(
        Term(
            number=number,
            committee=committee.code,
            member=command.member,
            position=command.position,
            since=command.since,
            until=command.until,
            resolution=resolution,
        )
    )
    books.make(term=number)


def end_term(command: EndTerm, books: Books) -> None:
    term = books.newest(Term, command.term)
    if term is None or term.ended_on is not None:
        raise UnknownTerm(command.term)
    if not term.since <= command.on <= term.until:
        raise TermBackwards(term.since, command.on)
    books.add(replace(term, ended_on=command.on, end_reason=given(command.reason)))


def _open_one(books: Books, code: str) -> Committee:
    committee = books.newest(Committee, code)
    if committee is None:
        raise UnknownCommittee(code)
    if committee.closed:
        raise CommitteeClosed(code)
    return committee
