"""Who a person is: complete data, a well-formed ID number, and nobody in the register twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from ledger.domain.books import Books
from ledger.domain.codec import read_value
from ledger.domain.identity import national_id, problem_of
from ledger.domain.members import Member, Person, person_from
from ledger.domain.refusals import BadNationalId, FutureDay, NameMissing, NationalIdTaken
from ledger.domain.seen import check_length, longest_of


def check_person(books: Books, person: Person, *, besides: str) -> None:
    """Whether the personal data can stand in the register.

    Raises:
        NameMissing, BadNationalId, NationalIdTaken, FutureDay: why not.
    """
    check_form(person)
    check_born(person, books.today)
    if not person.national_id:
        return
    wanted = _plain_id(person.national_id)
    for number in (one for one, ids in _ids_of(books) if ids == wanted and one != besides):
        raise NationalIdTaken(number)


def check_form(person: Person) -> None:
    """Whether the personal data are complete and well formed, whoever else is in the register.

    Raises:
        NameMissing, TextTooLong, BadNationalId, NotADay, BuddhistYear: why not.
    """
    if not person.given.strip():
        raise NameMissing("person.given")
    for name, text in asdict(person).items():
        check_length(text, f"person.{name}", longest_of(name))
    if person.born:
        read_value(date, person.born, "born")
    problem = problem_of(person.national_id) if person.national_id else None
    if problem is not None:
        raise BadNationalId(problem.value)


def check_born(person: Person, today: date) -> None:
    """Whether a person of well-formed data has been born.

    Raises:
        FutureDay: her birthday is still to come.
    """
    if person.born and (born := date.fromisoformat(person.born)) > today:
        raise FutureDay(born, today)


def check_new_person(person: Person, number: str, taken: dict[str, str]) -> None:
    """As ``check_person``; ``taken`` says whose each ID number is, and learns this one."""
    check_form(person)
    if not person.national_id:
        return
    holder = taken.setdefault(_plain_id(person.national_id), number)
    if holder != number:
        raise NationalIdTaken(holder)


def national_ids(books: Books) -> dict[str, str]:
    return {ids: number for number, ids in _ids_of(books) if ids}


def _ids_of(books: Books) -> Iterator[tuple[str, str]]:
    """Every member's number with the ID number, empty where there is none."""
    for member in books.every(Member):
        kept = books.personal(member.person)
        if kept is not None:
            yield member.number, _plain_id(person_from(kept).national_id)


def _plain_id(typed: str) -> str:
    """The number without what may stand between its digits; hyphens make no other person."""
    return typed if not typed or (len(typed) == 13 and typed.isascii()) else national_id(typed)
