"""What is done for the register as a whole: applications, meetings, dues of everybody."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from desktop.members.paste_dialog import PasteDialog
from desktop.members.state import numbers_in
from desktop.parts.text_fields import LongTextField
from desktop.parts.words import Says, verbatim
from desktop.session import Session
from desktop.session.asked import (
    Asked,
    AskedDialog,
    amount,
    day,
    member,
    picks,
    resolution,
    words,
)
from desktop.session.labels import kind_options
from desktop.session.more import Deed, forms_on
from desktop.session.records import charge_types
from desktop.session.screen import Screen
from ledger.domain.commands import Command
from ledger.domain.members import Decision, MemberKind, Person
from ledger.queries.joining import ApplicantRow, MeetingRow, applicants, meetings
from ledger.queries.members import members, zones
from ledger.usecases.applying import (
    ApplyForMembership,
    CorrectAttendance,
    DecideApplication,
    RecordMeeting,
)
from ledger.usecases.charging import ChargeMembers
from reports.words.voice import Voice


def deeds_of(screen: Screen) -> tuple[Deed, ...]:
    """The further forms of the list of members."""
    form = forms_on(screen)
    return (
        Deed("apply-for-membership", _apply, form(apply_form)),
        Deed("decide-application", _decide, form(decide_form)),
        Deed("carry-forward", _paste, form(paste_form)),
        Deed("charge-members", _charge, form(charge_form)),
        Deed("record-meeting", _meet, form(meeting_form)),
        Deed("correct-attendance", _correct, form(attendance_form)),
    )


def paste_form(session: Session, voice: Voice) -> QDialog:
    """What lies on the clipboard stands in the form already."""
    return PasteDialog(session, voice, QGuiApplication.clipboard().text())


class NumbersField(LongTextField):
    """Member numbers with spaces, commas or lines between; who is not in the register is said."""

    def __init__(self, voice: Voice, known: frozenset[str]) -> None:
        super().__init__(voice, lines=2)
        self._known = known

    def answer(self) -> object:
        """The numbers, in the order typed."""
        return numbers_in(self.edit.toPlainText())

    @override
    def trouble(self) -> Says | None:
        wrong = [one for one in numbers_in(self.edit.toPlainText()) if one not in self._known]
        if wrong:
            return lambda voice: voice.tr(
                "Nobody has the member number {number}. Check the number."
            ).format(number=wrong[0])
        return super().trouble()


def apply_form(session: Session, voice: Voice) -> QDialog:
    """Somebody asks to become a member; the committee decides later."""

    def applied(  # noqa: PLR0913 - a row of the form each
        *,
        given: str,
        on: date,
        kind: MemberKind,
        title: str = "",
        family: str = "",
        zone: str = "",
        household: str = "",
    ) -> Command:
        person = Person(title=title, given=given, family=family)
        return ApplyForMembership(person=person, on=on, kind=kind, zone=zone, household=household)

    found = session.ask(zones, at=session.today).rows
    in_zones: list[tuple[str, Says]] = [("", lambda voice: voice.tr("No zone"))]
    in_zones += [(zone.code, verbatim(zone.name)) for zone in found if not zone.closed]
    return AskedDialog(
        session,
        voice,
        title=_apply,
        verb=lambda voice: voice.tr("Enter the application"),
        asks=(
            words("title", lambda voice: voice.tr("Title"), optional=True),
            words("given", lambda voice: voice.tr("Given name")),
            words("family", lambda voice: voice.tr("Family name"), optional=True),
            picks("zone", lambda voice: voice.tr("Zone"), in_zones, optional=True),
            words("household", lambda voice: voice.tr("Household"), optional=True),
            picks("kind", lambda voice: voice.tr("Kind of member"), kind_options()),
            day(),
        ),
        makes=applied,
    )


def decide_form(session: Session, voice: Voice) -> QDialog | None:
    """The committee's answer; who is approved is a member from that day on."""
    waiting = session.ask(applicants, decision=Decision.WAITING).rows
    if not waiting:
        return None
    return AskedDialog(
        session,
        voice,
        title=_decide,
        verb=lambda voice: voice.tr("Save the decision"),
        asks=(
            picks(
                "application",
                lambda voice: voice.tr("Application"),
                [(row.application, _applicant(row)) for row in waiting],
            ),
            picks("approved", lambda voice: voice.tr("Decision"), ((True, _yes), (False, _no))),
            day(),
            resolution(),
            words("number", lambda voice: voice.tr("Member number"), optional=True),
        ),
        makes=DecideApplication,
    )


def charge_form(session: Session, voice: Voice) -> QDialog | None:
    """The same fee, fine or dues of every present member."""
    kinds = [one for one in session.ask(charge_types) if not one.closed]
    if not kinds:
        return None
    everybody = tuple(row.number for row in session.ask(members, at=session.today).rows)

    names = [(one.code, _named(one.name_th, one.name_en)) for one in kinds]
    return AskedDialog(
        session,
        voice,
        title=_charge,
        verb=lambda voice: voice.tr("Ask for it"),
        told=lambda voice: voice.tr_n(
            "{count} present member will be asked for it.",
            "{count} present members will be asked for it.",
            len(everybody),
        ).format(count=voice.number(len(everybody))),
        asks=(
            picks("type", lambda voice: voice.tr("What for"), names),
            amount(),
            day("due_on", lambda voice: voice.tr("Falls due on")),
            words("note", lambda voice: voice.tr("Note"), optional=True),
        ),
        makes=partial(ChargeMembers, members=everybody),
    )


def meeting_form(session: Session, voice: Voice) -> QDialog:
    """A meeting: those named were absent, or only those named were there."""
    everybody = tuple(row.number for row in session.ask(members, at=session.today).rows)

    def recorded(*, on: date, title: str, which: bool, named: tuple[str, ...] = ()) -> Command:
        others = tuple(one for one in everybody if one not in named)
        present, absent = (named, others) if which else (others, named)
        return RecordMeeting(on=on, title=title, present=present, absent=absent)

    return AskedDialog(
        session,
        voice,
        title=_meet,
        verb=lambda voice: voice.tr("Record the meeting"),
        asks=(
            day(),
            words("title", lambda voice: voice.tr("Meeting")),
            picks("which", _who_came, ((False, _all_but), (True, _only))),
            Asked(
                "named",
                lambda voice: voice.tr("Member numbers"),
                lambda _session, voice: NumbersField(voice, frozenset(everybody)),
                optional=True,
            ),
        ),
        makes=recorded,
    )


def attendance_form(session: Session, voice: Voice) -> QDialog | None:
    """Whether one member was at a meeting after all."""
    rows = session.ask(meetings).rows
    if not rows:
        return None
    return AskedDialog(
        session,
        voice,
        title=_correct,
        verb=lambda voice: voice.tr("Correct the attendance"),
        asks=(
            picks(
                "meeting",
                lambda voice: voice.tr("Meeting"),
                [(row.meeting, _meeting(row)) for row in rows],
            ),
            member(),
            picks("present", lambda voice: voice.tr("State"), ((True, _came), (False, _stayed))),
        ),
        makes=CorrectAttendance,
    )


def _named(name_th: str, name_en: str) -> Says:
    return lambda voice: voice.name(name_th, name_en)


def _applicant(row: ApplicantRow) -> Says:
    return lambda voice: voice.tr("{number}: {name}, {day}").format(
        number=voice.number(row.application), name=row.name, day=voice.day(row.on)
    )


def _meeting(row: MeetingRow) -> Says:
    return lambda voice: voice.tr("{day}: {title}, {count} present").format(
        day=voice.day(row.on), title=row.title, count=voice.number(row.present)
    )


def _apply(voice: Voice) -> str:
    return voice.tr("Application for membership")


def _decide(voice: Voice) -> str:
    return voice.tr("Decide an application for membership")


def _paste(voice: Voice) -> str:
    return voice.tr("Paste members from a spreadsheet")


def _charge(voice: Voice) -> str:
    return voice.tr("Ask every member for a fee or dues")


def _meet(voice: Voice) -> str:
    return voice.tr("Record a meeting and who was there")


def _correct(voice: Voice) -> str:
    return voice.tr("Correct who was at a meeting")


def _yes(voice: Voice) -> str:
    return voice.tr("approved")


def _no(voice: Voice) -> str:
    return voice.tr("not approved")


def _all_but(voice: Voice) -> str:
    return voice.tr("all members but these")


def _only(voice: Voice) -> str:
    return voice.tr("only these members")


def _came(voice: Voice) -> str:
    return voice.tr("was there")


def _stayed(voice: Voice) -> str:
    return voice.tr("was not there")


def _who_came(voice: Voice) -> str:
    return voice.tr("Who was there")
