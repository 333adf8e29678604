"""Applications, the committee's decision on them, and who came to meetings."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ledger.domain.members import Leaving, Person
from ledger.domain.refusals import (
    ApplicationDecided,
    FutureDay,
    MemberExists,
    MemberTwice,
    NameMissing,
    ReasonMissing,
    UnknownApplication,
    UnknownMeeting,
    UnknownMember,
    UnknownZone,
)
from ledger.domain.refusals.register import DecidedBeforeApplied
from ledger.usecases.applying import (
    ApplyForMembership,
    CorrectAttendance,
    DecideApplication,
    RecordMeeting,
)
from ledger.usecases.members import EndMembership, ErasePerson, OpenZone
from tests.support.books import START, TODAY
from tests.support.refused import refused

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def applied(village):
    village.run(OpenZone(code="A", name="โซนริมคลอง"))
    village.run(
        ApplyForMembership(
            person=Person(given="ผู้สมัคร", phone="080-000-0009"), on=START, zone="A", household="A9"
        )
    )
    return village


def decide(village, *, approved=True, number=1, resolution="มติ 1/2569", **named):
    return village.run(
        DecideApplication(
            application=number, approved=approved, on=TODAY, resolution=resolution, **named
        )
    )


def test_an_application_admits_nobody_yet(applied):
    assert applied.one("SELECT COUNT(*) FROM members") == 0
    assert applied.rows("SELECT decision, zone, household FROM applications") == [
        ("waiting", "A", "A9")
    ]


def test_approving_admits_the_member_in_the_same_act(applied):
    made = decide(applied).made

    assert made["member"] == "0001"
    assert applied.rows("SELECT zone, household, joined FROM members") == [
        ("A", "A9", TODAY.isoformat())
    ]
    assert applied.rows("SELECT decision, member, resolution FROM applications ORDER BY act")[
        1
    ] == (
        "approved",
        "0001",
        "มติ 1/2569",
    )


def test_rejecting_admits_nobody(applied):
    decide(applied, approved=False)

    assert applied.one("SELECT COUNT(*) FROM members") == 0


def test_an_application_is_decided_once_with_a_resolution(applied):
    with refused(applied.book, UnknownApplication, application=2):
        decide(applied, number=2)
    with refused(applied.book, ReasonMissing, field="resolution"):
        decide(applied, resolution=" ")
    decide(applied, approved=False)
    with refused(applied.book, ApplicationDecided, application=1, decision="rejected"):
        decide(applied)


@pytest.mark.parametrize("approved", [True, False])
def test_a_decision_is_of_a_day_between_the_application_and_today(applied, approved):
    def decided(on):
        return DecideApplication(application=1, approved=approved, on=on, resolution="มติ 1/2569")

    before = START - timedelta(days=1)
    with refused(applied.book, DecidedBeforeApplied, application=1, applied=START, day=before):
        applied.run(decided(before))
    with refused(applied.book, FutureDay, day=TOMORROW):
        applied.run(decided(TOMORROW))
    applied.run(decided(START))


def test_a_refused_admission_leaves_the_application_waiting(applied):
    applied.member(number="0001")

    with refused(applied.book, MemberExists, member="0001"):
        applied.run(
            DecideApplication(
                application=1, approved=True, on=TODAY, resolution="มติ", number="0001"
            )
        )


def test_who_applies_has_a_name_and_a_zone_that_exists(village):
    with refused(village.book, NameMissing):
        village.run(ApplyForMembership(person=Person(given=" "), on=START))
    with refused(village.book, UnknownZone, zone="Z"):
        village.run(ApplyForMembership(person=Person(given="ก"), on=START, zone="Z"))
    with refused(village.book, FutureDay, day=TOMORROW):
        village.run(ApplyForMembership(person=Person(given="ก"), on=TOMORROW))


def test_erasing_a_member_erases_the_application_too(applied):
    decide(applied)
    applied.run(EndMembership(member="0001", on=TODAY, why=Leaving.RESIGNED))

    applied.run(ErasePerson(member="0001", reason="ขอลบข้อมูล"))

    assert applied.rows("SELECT * FROM personal") == []


def test_the_minutes_say_who_was_there_and_who_was_not(village):
    for _ in range(3):
        village.member()

    village.run(
        RecordMeeting(on=TODAY, title="ประชุมประจำเดือน", present=("0001", "0003"), absent=("0002",))
    )
    village.run(CorrectAttendance(meeting=1, member="0002", present=True))

    assert village.rows("SELECT member, present FROM attendances ORDER BY act, member") == [
        ("0001", 1),
        ("0002", 0),
        ("0003", 1),
        ("0002", 1),
    ]


def test_a_meeting_has_a_title_and_members_who_exist_each_once(village):
    village.member()

    with refused(village.book, ReasonMissing, field="title"):
        village.run(RecordMeeting(on=TODAY, title="", present=("0001",)))
    with refused(village.book, UnknownMember, member="0009"):
        village.run(RecordMeeting(on=TODAY, title="ประชุม", absent=("0009",)))
    with refused(village.book, FutureDay):
        village.run(RecordMeeting(on=TOMORROW, title="ประชุม"))
    with refused(village.book, MemberTwice, member="0001"):
        village.run(RecordMeeting(on=TODAY, title="ประชุม", present=("0001",), absent=("0001",)))
    with refused(village.book, UnknownMeeting, meeting=1):
        village.run(CorrectAttendance(meeting=1, member="0001", present=True))
