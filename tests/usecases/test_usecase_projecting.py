"""Projects with their parts, the survey up to certified rights, and committees with terms."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from ledger.domain.committees import Position
from ledger.domain.limits import CountOutOfRange
from ledger.domain.members import Leaving, Person
from ledger.domain.money import baht
from ledger.domain.projects import Certified, PartKind
from ledger.domain.refusals import (
    BadNationalId,
    FutureDay,
    NotYetMember,
    PersonErased,
    UnknownMember,
)
from ledger.domain.refusals.projects import (
    AlreadySeated,
    CommitteeClosed,
    CommitteeExists,
    NoPart,
    PartOfAnother,
    PositionTaken,
    ProjectExists,
    SurveyErased,
    SurveyStep,
    TermBackwards,
    UnknownCommittee,
    UnknownPart,
    UnknownProject,
    UnknownSurveyed,
    UnknownTerm,
)
from ledger.queries.committees import committees_at
from ledger.queries.integrity import audit
from ledger.queries.projects import project_statement, projects
from ledger.queries.survey import survey_register
from ledger.usecases.members import EndMembership, ErasePerson
from ledger.usecases.projecting import (
    DecideSurvey,
    EraseSurveyed,
    LinkProject,
    OpenProject,
)
from ledger.usecases.seating import CloseCommittee, EndTerm, OpenCommittee, SeatMember
from tests.support.books import START, TODAY, found_village
from tests.support.lending import borrowing, contract, pay_out, with_types
from tests.support.projects import (
    FEBRUARY,
    billed,
    granted,
    joined,
    leased,
    plot,
    received,
    remitted,
    rent_paid,
    spent,
    surveyed,
)
from tests.support.refused import refused


def decided(village, number, standing, **named):
    fields = {"project": "RIM", "on": TODAY, "resolution": "มติ ๒/๒๕๖๙", **named}
    return village.run(DecideSurvey(number=number, standing=standing, **fields))


@pytest.fixture
def project(village):
    """A project with a CODI loan lent on, a grant, a leased rai, and promise savings."""
    return with_project(village)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The same project and a board, for what is refused, which leaves the book as it was."""
    village = with_project(found_village(tmp_path_factory.mktemp("kept")))
    village.member(person=Person(given="วิชัย"))
    with_board(village)
    with village.book:
        yield village


def with_project(village):
    source = borrowing(with_types(village))
    pay_out(village, source, baht(50_000))
    member, _ = village.member()
    pay_out(village, contract(village, member, source=source), baht(12_000))
    joined(village)
    granted(village)
    leased(village)
    for kind, reference in (
        (PartKind.LOAN, str(source)),
        (PartKind.GRANT, "INFRA"),
        (PartKind.LEASE, "SRT"),
        (PartKind.SAVINGS, "PROMISE"),
    ):
        village.run(LinkProject(project="RIM", kind=kind, reference=reference))
    return village


def told(village, **named):
    return village.book.ask(project_statement, project="RIM", **{"at": TODAY, **named})


def test_a_project_joins_loan_grant_contributions_and_lease(project):
    """By hand: 100,000 approved, 50,000 drawn, 12,000 lent on; 10,000 saved are a tenth of it."""
    card = project.one("SELECT number FROM cards WHERE product = 'PROMISE'")
    project.deposit(card, baht(10_000), on=START)
    received(project, baht(50_000))
    spent(project, baht(20_000))
    plot(project, "A-1", "100", "0001")
    (charge,) = billed(project)
    rent_paid(project, charge, baht(150))
    remitted(project, baht(100))

    page = told(project)

    assert (page.approved, page.drawn, page.owed) == (baht(100_000), baht(50_000), baht(50_000))
    assert (page.members_owe, page.savings) == (baht(12_000), baht(10_000))
    assert page.savings_share == Fraction(1, 10)
    assert (page.granted, page.grant_spent) == (baht(50_000), baht(20_000))
    assert page.grant_remaining == baht(30_000)
    assert (page.rent_owed, page.rent_remitted) == (baht(3_000), baht(100))
    assert page.rent_outstanding == baht(100)
    assert [(one.member, one.savings, one.loan, one.plots) for one in page.members] == [
        ("0001", baht(10_000), baht(12_000), ("A-1",))
    ]


def test_what_left_the_project_is_no_longer_on_its_page(project):
    project.run(LinkProject(project="RIM", kind=PartKind.GRANT, reference="INFRA", removed=True))

    assert told(project).grants == ()
    with refused(project.book, NoPart, reference="INFRA"):
        project.run(
            LinkProject(project="RIM", kind=PartKind.GRANT, reference="INFRA", removed=True)
        )


@pytest.mark.parametrize(
    ("kind", "reference"),
    [
        (PartKind.GRANT, "MOON"),
        (PartKind.LEASE, "MOON"),
        (PartKind.SAVINGS, "MOON"),
        (PartKind.LOAN, "๑"),
        (PartKind.LOAN, "999"),
        (PartKind.LOAN, "2"),
        (PartKind.LOAN, "9" * 50),
        (PartKind.LOAN, ""),
    ],
)
def test_only_what_is_in_the_book_joins_a_project(kept, kind, reference):
    with refused(kept.book, UnknownPart, reference=reference):
        kept.run(LinkProject(project="RIM", kind=kind, reference=reference))


def test_a_grant_belongs_to_one_project_and_savings_to_many(project):
    project.run(OpenProject(code="OTHER", name="อีกโครงการ", on=START))

    with refused(project.book, PartOfAnother, project="RIM"):
        project.run(LinkProject(project="OTHER", kind=PartKind.GRANT, reference="INFRA"))
    project.run(LinkProject(project="OTHER", kind=PartKind.SAVINGS, reference="PROMISE"))


def test_a_project_is_opened_once_and_not_in_days_to_come(village):
    joined(village)
    with refused(village.book, ProjectExists, code="RIM"):
        joined(village)
    with refused(village.book, FutureDay):
        joined(village, code="NEXT", on=date(2027, 1, 1))
    with refused(village.book, UnknownProject, code="MOON"):
        village.run(LinkProject(project="MOON", kind=PartKind.GRANT, reference="X"))


def test_a_household_is_surveyed_then_qualified_then_certified(village):
    joined(village)
    number = surveyed(village)
    member, _ = village.member()
    with refused(village.book, SurveyStep, standing="surveyed", wanted="certified"):
        decided(village, number, Certified.CERTIFIED)

    decided(village, number, Certified.QUALIFIED)
    decided(village, number, Certified.CERTIFIED, member=member)

    register = village.book.ask(survey_register, project="RIM")
    (row,) = register.rows
    assert (row.standing, row.member, row.name) == (Certified.CERTIFIED, member, "นางมะลิ ริมคลอง")
    assert (register.certified, register.people) == (1, 4)
    assert village.book.ask(projects, at=TODAY).rows[0].certified == 1
    assert told(village).members[0].member == member
    assert village.book.ask(survey_register, project="RIM", standing=Certified.DECLINED).rows == ()


def test_who_was_declined_may_qualify_after_all(village):
    joined(village)
    number = surveyed(village)
    decided(village, number, Certified.DECLINED)

    decided(village, number, Certified.QUALIFIED)

    with refused(village.book, SurveyStep):
        decided(village, number, Certified.SURVEYED)


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"people": 0}, CountOutOfRange),
        ({"project": "MOON"}, UnknownProject),
        ({"person": Person(given="มะลิ", national_id="1234567890123")}, BadNationalId),
        ({"on": date(2027, 1, 1)}, FutureDay),
    ],
)
def test_a_survey_that_cannot_be_is_refused(kept, named, why):
    with refused(kept.book, why):
        surveyed(kept, **named)


def test_a_decision_needs_its_household_and_its_member(village):
    joined(village)
    with refused(village.book, UnknownSurveyed, number=9):
        decided(village, 9, Certified.QUALIFIED)
    number = surveyed(village)
    with refused(village.book, UnknownMember):
        decided(village, number, Certified.QUALIFIED, member="0099")


def test_personal_data_of_the_survey_are_erased_and_the_books_stay_sound(village):
    joined(village)
    number = surveyed(village)
    decided(village, number, Certified.QUALIFIED)
    assert "มะลิ" not in str(village.rows("SELECT payload FROM acts"))

    village.run(EraseSurveyed(project="RIM", number=number, reason="ขอลบข้อมูล"))

    (row,) = village.book.ask(survey_register, project="RIM").rows
    assert (row.name, row.address) == ("", "")
    assert village.rows("SELECT value FROM personal WHERE value LIKE '%มะลิ%'") == []
    assert village.book.ask(audit).findings == ()
    with refused(village.book, SurveyErased, number=number):
        village.run(EraseSurveyed(project="RIM", number=number, reason="อีก"))


def test_erasing_a_member_erases_her_survey_too(village):
    joined(village)
    number = surveyed(village)
    member, _ = village.member()
    decided(village, number, Certified.QUALIFIED, member=member)
    village.run(EndMembership(member=member, on=TODAY, why=Leaving.RESIGNED))

    village.run(ErasePerson(member=member, reason="ขอลบข้อมูล"))

    assert village.book.ask(survey_register, project="RIM").rows[0].name == ""
    with refused(village.book, PersonErased):
        village.run(ErasePerson(member=member, reason="อีก"))


BOARD: dict[str, Any] = {
    "committee": "BOARD",
    "since": START,
    "until": date(2027, 12, 31),
    "resolution": "มติ ๑",
}


@pytest.fixture
def board(village):
    """A board whose chairperson is member 0001, and a second member."""
    village.member()
    village.member(person=Person(given="วิชัย"))
    return with_board(village)


def with_board(village):
    village.run(OpenCommittee(code="BOARD", name_th="คณะกรรมการดำเนินการ", name_en="Board"))
    village.run(SeatMember(member="0001", position=Position.CHAIRPERSON, **BOARD))
    return village


def sitting(village, day):
    rows = village.book.ask(committees_at, at=day).rows
    return [(seat.member, seat.position) for row in rows for seat in row.seats]


def test_who_sits_when_is_told_for_any_day(board):
    board.run(
        SeatMember(
            member="0002",
            position=Position.TREASURER,
            **{**BOARD, "since": FEBRUARY, "until": FEBRUARY},
        )
    )
    chair, treasurer = ("0001", Position.CHAIRPERSON), ("0002", Position.TREASURER)

    days = (date(2025, 12, 31), START, FEBRUARY, date(2026, 2, 11), date(2028, 1, 1))

    assert [sitting(board, day) for day in days] == [
        [],
        [chair],
        [chair, treasurer],
        [chair],
        [],
    ]


def test_a_term_that_ended_earlier_leaves_the_seat_from_the_next_day(board):
    board.run(EndTerm(term=1, on=FEBRUARY, reason="ลาออก"))
    after = {**BOARD, "since": date(2026, 2, 11)}

    board.run(SeatMember(member="0002", position=Position.CHAIRPERSON, **after))

    assert sitting(board, FEBRUARY) == [("0001", Position.CHAIRPERSON)]
    assert sitting(board, TODAY) == [("0002", Position.CHAIRPERSON)]
    with refused(board.book, UnknownTerm, number=1):
        board.run(EndTerm(term=1, on=FEBRUARY, reason="อีก"))


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"member": "0001", "position": Position.MEMBER}, AlreadySeated),
        ({"position": Position.CHAIRPERSON}, PositionTaken),
        ({"committee": "MOON"}, UnknownCommittee),
        ({"until": date(2025, 12, 31)}, TermBackwards),
        ({"since": date(2025, 12, 31)}, NotYetMember),
        ({"member": "0099"}, UnknownMember),
    ],
)
def test_a_seat_that_cannot_be_given_is_refused(kept, named, why):
    fields = {"member": "0002", "position": Position.MEMBER, **BOARD, **named}

    with refused(kept.book, why):
        kept.run(SeatMember(**fields))


def test_two_plain_members_sit_beside_each_other(board):
    third, _ = board.member()
    for member in ("0002", third):
        board.run(SeatMember(member=member, position=Position.MEMBER, **BOARD))

    assert len(sitting(board, TODAY)) == 3


def test_a_term_ends_within_its_days(board):
    with refused(board.book, TermBackwards):
        board.run(EndTerm(term=1, on=date(2028, 1, 1), reason="ช้าไป"))


def test_nobody_is_seated_in_a_committee_that_ended(board):
    board.run(CloseCommittee(code="BOARD"))
    with refused(board.book, CommitteeClosed, code="BOARD"):
        board.run(SeatMember(member="0002", position=Position.MEMBER, **BOARD))
    with refused(board.book, CommitteeExists, code="BOARD"):
        board.run(OpenCommittee(code="BOARD", name_th="ใหม่"))

    assert sitting(board, TODAY) != []
    assert board.book.ask(committees_at, at=date(2028, 1, 1)).rows == ()


def test_terms_that_end_soon_are_counted(board):
    assert board.book.ask(committees_at, at=TODAY).ending == 0
    assert board.book.ask(committees_at, at=date(2027, 12, 1)).ending == 1
