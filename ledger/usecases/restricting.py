"""Personal data that a duty keeps in the book and that may not be used further (trust.md 6.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.members import Restriction
from ledger.domain.refusals.personal import AlreadyRestricted, NotRestricted
from ledger.usecases.members import the_member
from ledger.usecases.recording import check_has_come, given


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictPerson(Command):
    """A member's data may not be used further, or with ``lift`` may be used again."""

    member: str
    on: date
    reason: str
    lift: bool = False


def restrict_person(command: RestrictPerson, books: Books) -> None:
    check_has_come(books, command.on)
    member = the_member(books, command.member)
    now = books.newest(Restriction, member.number)
    restricted = now is not None and now.restricted
    if restricted and not command.lift:
        raise AlreadyRestricted(member.number)
    if command.lift and not restricted:
        raise NotRestricted(member.number)
    reason = given(command.reason)
    books.add(Restriction(member.number, not command.lift, command.on, reason))
