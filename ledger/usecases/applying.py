"""Applications for membership, the committee's decision on them, and who came to meetings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.members import (
    Application,
    Attendance,
    Decision,
    Meeting,
    MemberKind,
    Person,
    person_from,
)
from ledger.domain.refusals import (
    ApplicationDecided,
    MemberTwice,
    PersonErased,
    UnknownApplication,
    UnknownMeeting,
)
from ledger.domain.refusals.register import DecidedBeforeApplied
from ledger.usecases.knowing import check_person
from ledger.usecases.members import AdmitMember, admit_member, the_member, the_zone
from ledger.usecases.recording import check_has_come, given


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForMembership(Command):
    """Somebody asks to become a member; nothing is promised yet."""

    person: Person
    on: date
    kind: MemberKind = MemberKind.ORDINARY
    zone: str = ""
    household: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideApplication(Command):
    """The committee's decision with its resolution; approving admits the member in the same act."""

    application: int
    approved: bool
    on: date
    resolution: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMeeting(Command):
    """A meeting and who was there; those named as absent are counted too."""

    on: date
    title: str
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectAttendance(Command):
    """Whether one member was at a meeting after all."""

    meeting: int
    member: str
    present: bool


def apply_for_membership(command: ApplyForMembership, books: Books) -> None:
    check_has_come(books, command.on)
    if command.zone:
        the_zone(books, command.zone)
    check_person(books, command.person, besides="")
    kept, commitment = books.keep_personal(command.person, command.person.kept())
    number = books.next_number(Application)
    books.add(
        Application(
            number=number,
            on=command.on,
            kind=command.kind,
            zone=command.zone,
            household=command.household,
            person=kept,
            commitment=commitment,
        )
    )
    books.make(application=number)


def decide_application(command: DecideApplication, books: Books) -> None:
    application = books.newest(Application, command.application)
    if application is None:
        raise UnknownApplication(command.application)
    if application.decision is not Decision.WAITING:
        raise ApplicationDecided(application.number, application.decision.value)
    check_has_come(books, command.on)
    if command.on < application.on:
        raise DecidedBeforeApplied(application.number, application.on, command.on)
    decided = replace(
        application,
        decision=Decision.APPROVED if command.approved else Decision.REJECTED,
        decided_on=command.on,
        resolution=given(command.resolution, "resolution"),
    )
    if command.approved:
        decided = replace(decided, member=_admit(application, command, books))
    books.add(decided)


def record_meeting(command: RecordMeeting, books: Books) -> None:
    check_has_come(books, command.on)
    number = books.next_number(Meeting)
    books.add(Meeting(number, command.on, given(command.title, "title")))
    seen: set[str] = set()
    for there, members in ((True, command.present), (False, command.absent)):
        for member in members:
            if member in seen:
                raise MemberTwice(member)
            seen.add(member)
            books.add(Attendance(number, the_member(books, member).number, there))
    books.make(meeting=number)


def correct_attendance(command: CorrectAttendance, books: Books) -> None:
    if books.newest(Meeting, command.meeting) is None:
        raise UnknownMeeting(command.meeting)
    books.add(
        Attendance(command.meeting, the_member(books, command.member).number, command.present)
    )


def _admit(application: Application, command: DecideApplication, books: Books) -> str:
    kept = books.personal(application.person)
    if kept is None:
        raise PersonErased(str(application.number))
    member = AdmitMember(
        person=person_from(kept),
        on=command.on,
        number=command.number,
        kind=application.kind,
        zone=application.zone,
        household=application.household,
    )
    return admit_member(member, books)
