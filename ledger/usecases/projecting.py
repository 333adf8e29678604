"""Projects: what belongs to one, and the survey of its households up to certified rights."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.grants import Grant
from ledger.domain.leases import Lease
from ledger.domain.limits import check_count
from ledger.domain.members import Erasure, Person
from ledger.domain.products import SavingsProduct
from ledger.domain.projects import (
    Certified,
    PartKind,
    Project,
    ProjectPart,
    SurveyedHousehold,
)
from ledger.domain.refusals.carrying import DayNotInOrder
from ledger.domain.refusals.projects import (
    NoPart,
    PartOfAnother,
    ProjectExists,
    SurveyErased,
    SurveyStep,
    UnknownPart,
    UnknownProject,
    UnknownSurveyed,
)
from ledger.usecases.knowing import check_form
from ledger.usecases.members import the_member
from ledger.usecases.recording import check_has_come, given, named

_MOST_PEOPLE = 99
_BEFORE = {
    Certified.QUALIFIED: (Certified.SURVEYED, Certified.DECLINED),
    Certified.CERTIFIED: (Certified.QUALIFIED,),
    Certified.DECLINED: (Certified.SURVEYED, Certified.QUALIFIED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProject(Command):
    """A housing project."""

    code: str
    name: str
    on: date
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkProject(Command):
    """A received loan (its card), grant, lease or savings product joins a project, or leaves it.

    Savings products may serve many projects; everything else belongs to one.
    """

    project: str
    kind: PartKind
    reference: str
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyHousehold(Command):
    """A household enters the survey register of a project with its head."""

    project: str
    person: Person
    on: date
    household: str = ""
    people: int = 1
    tenure: str = ""
    need: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideSurvey(Command):
    """A household qualifies, is certified as rights-holder, or is declined, by resolution."""

    project: str
    number: int
    standing: Certified
    on: date
    resolution: str
    member: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseSurveyed(Command):
    """Erase the personal data of a surveyed household; the books stay provable."""

    project: str
    number: int
    reason: str


def open_project(command: OpenProject, books: Books) -> None:
    check_has_come(books, command.on)
    code, name = named(command.code, "code"), named(command.name, "name")
    if books.newest(Project, code) is not None:
        raise ProjectExists(code)
    books.add(Project(code, name, command.on, command.place.strip()))
    books.make(project=code)


def link_project(command: LinkProject, books: Books) -> None:
    project, kind = the_project(books, command.project), command.kind
    reference = command.reference.strip()
    before = books.newest(ProjectPart, project.code, kind, reference)
    belongs = before is not None and not before.removed
    if command.removed:
        if not belongs:
            raise NoPart(project.code, reference)
    else:
        _check_part(books, project, kind, reference)
    books.add(ProjectPart(project.code, kind, reference, command.removed))


def survey_household(command: SurveyHousehold, books: Books) -> None:
    project = the_project(books, command.project)
    check_has_come(books, command.on)
    check_form(command.person)
    check_count("people", command.people, least=1, most=_MOST_PEOPLE)
    kept, commitment = books.keep_personal(command.person, command.person.kept())
    number = books.next_number(SurveyedHousehold, project=project.code)
    books.add(
        SurveyedHousehold(
            project=project.code,
            number=number,
            household=command.household.strip(),
            person=kept,
            commitment=commitment,
            people=command.people,
            on=command.on,
            tenure=command.tenure.strip(),
            need=command.need.strip(),
        )
    )
    books.make(project=project.code, surveyed=number)


def decide_survey(command: DecideSurvey, books: Books) -> None:
    check_has_come(books, command.on)
    before = the_surveyed(books, command.project, command.number)
    if before.standing not in _BEFORE.get(command.standing, ()):
        raise SurveyStep(before.number, before.standing.value, command.standing.value)
    earliest = before.decided_on or before.on
    if command.on < earliest:
        whose = before.household or f"{before.project} {before.number}"
        raise DayNotInOrder(whose, command.on, earliest)
    if command.member is not None:
        the_member(books, command.member)
    books.add(
        replace(
            before,
            standing=command.standing,
            decided_on=command.on,
            resolution=given(command.resolution, "resolution"),
            member=before.member if command.member is None else command.member,
        )
    )


def erase_surveyed(command: EraseSurveyed, books: Books) -> None:
    found, reason = the_surveyed(books, command.project, command.number), given(command.reason)
    if books.personal(found.person) is None:
        raise SurveyErased(found.number)
    books.add(Erasure(found.person, found.member or "", reason))
    books.erase_personal(found.person)


def the_project(books: Books, code: str) -> Project:
    """The project of that code.

    Raises:
        UnknownProject: there is none.
    """
    project = books.newest(Project, code)
    if project is None:
        raise UnknownProject(code)
    return project


def the_surveyed(books: Books, project: str, number: int) -> SurveyedHousehold:
    """The household of that number in the survey of a project.

    Raises:
        UnknownProject, UnknownSurveyed: there is none.
    """
    found = books.newest(SurveyedHousehold, the_project(books, project).code, number)
    if found is None:
        raise UnknownSurveyed(project, number)
    return found


def _check_part(books: Books, project: Project, kind: PartKind, reference: str) -> None:
    if not _is_there(books, kind, reference):
        raise UnknownPart(kind.value, reference)
    if kind is PartKind.SAVINGS:
        return
    for other in books.every(ProjectPart, kind=kind, reference=reference, removed=False):
        if other.project != project.code:
            raise PartOfAnother(kind.value, reference, other.project)


def _is_there(books: Books, kind: PartKind, reference: str) -> bool:
    if kind is PartKind.GRANT:
        return books.newest(Grant, reference) is not None
    if kind is PartKind.LEASE:
        return books.newest(Lease, reference) is not None
    if kind is PartKind.SAVINGS:
        return books.newest(SavingsProduct, reference) is not None
    card = books.newest(Card, int(reference)) if _is_number(reference) else None
    return card is not None and card.kind is CardKind.BORROWING


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10
