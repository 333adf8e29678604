"""The register: who is admitted, changed, ended and erased, and who is not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ledger.domain.days import Month
from ledger.domain.identity import check_digit
from ledger.domain.members import Leaving, MemberKind, Person
from ledger.domain.money import ZERO, baht
from ledger.domain.products import Nature
from ledger.domain.refusals import (
    BadNationalId,
    FutureDay,
    MemberExists,
    MemberHasBalances,
    MemberLeft,
    MemberOwesCharges,
    NameMissing,
    NationalIdTaken,
    NotYetMember,
    PeriodClosed,
    PersonErased,
    ReasonMissing,
    StillMember,
    UnknownMember,
    UnknownZone,
    ZoneExists,
)
from ledger.domain.refusals.intake import TextTooLong
from ledger.usecases.carrying import CarryForward
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.closing import CloseMonth
from ledger.usecases.members import (
    AdmitMember,
    ChangeMember,
    ChangeZone,
    EndMembership,
    ErasePerson,
    OpenZone,
)
from tests.support.books import START, TODAY, found_village
from tests.support.refused import refused

TWELVE = "900000000010"
ID = TWELVE + str(check_digit(TWELVE))
DAY = timedelta(days=1)


def test_members_are_numbered_one_after_the_other(village):
    first, cards = village.member()
    village.member(number="0007")
    after, _ = village.member()

    assert (first, after) == ("0001", "0008")
    assert sorted(cards) == ["PROMISE", "SHARES"]


@pytest.mark.parametrize(
    ("field", "longest"), [("given", 120), ("family", 120), ("phone", 120), ("address", 300)]
)
def test_what_no_form_would_take_is_not_taken_from_elsewhere(village, field, longest):
    number, _ = village.member(person=Person(**{"given": "ก", field: "ก" * longest}))
    too_long = Person(**{"given": "ก", field: "ก" * (longest + 1)})

    with refused(village.book, TextTooLong, field=f"person.{field}", longest=longest):
        village.member(person=too_long)
    with refused(village.book, TextTooLong, length=longest + 1):
        village.run(ChangeMember(member=number, person=too_long))


def test_number_household_and_zone_are_as_short_as_in_their_forms(village):
    long = "1" * 121
    for command in (
        AdmitMember(person=Person(given="ก"), on=TODAY, number=long),
        AdmitMember(person=Person(given="ก"), on=TODAY, household=long),
        OpenZone(code="1", name=long),
    ):
        with refused(village.book, TextTooLong, longest=120):
            village.run(command)


def test_a_member_number_is_given_once(village):
    village.member(number="0001")

    with refused(village.book, MemberExists, member="0001"):
        village.member(number=" 0001 ")


def test_nobody_joins_tomorrow(village):
    with refused(village.book, FutureDay, day=TODAY + DAY, today=TODAY):
        village.member(on=TODAY + DAY)


def test_nobody_joins_tomorrow_where_members_get_no_cards_either(tmp_path):
    bare = found_village(tmp_path, standard_products=False)

    with bare.book, refused(bare.book, FutureDay, day=TODAY + DAY, today=TODAY):
        bare.member(on=TODAY + DAY)


def test_a_member_has_a_name(village):
    with refused(village.book, NameMissing, field="person.given"):
        village.member(person=Person(given=" "))


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("12345", "not_thirteen"),
        ("12345678901ab", "not_digits"),
        (ID[:12] + str((int(ID[12]) + 1) % 10), "check_digit"),
    ],
)
def test_a_national_number_has_the_right_form_and_check_digit(village, number, problem):
    with refused(village.book, BadNationalId, problem=problem):
        village.member(person=Person(given="มานี", national_id=number))


@pytest.mark.parametrize("typed", [ID, f"{ID[0]}-{ID[1:5]}-{ID[5:10]}-{ID[10:12]}-{ID[12]}"])
def test_one_national_number_stands_for_one_member_however_it_is_typed(village, typed):
    village.member(person=Person(given="มานี", national_id=ID))

    with refused(village.book, NationalIdTaken, member="0001"):
        village.member(person=Person(given="มานะ", national_id=typed))


def test_of_members_carried_forward_together_each_national_number_is_looked_up(village):
    village.member(person=Person(given="มานี", national_id=ID))
    brought = (
        AdmitMember(person=Person(given="มานะ"), on=START),
        AdmitMember(person=Person(given="ชูใจ", national_id=ID), on=START),
    )

    with refused(village.book, NationalIdTaken, member="0001"):
        village.run(CarryForward(on=START, members=brought))


def test_a_member_may_keep_the_own_national_number(village):
    village.member(person=Person(given="มานี", national_id=ID))

    village.run(ChangeMember(member="0001", person=Person(given="มานีใหม่", national_id=ID)))

    assert village.one("SELECT COUNT(*) FROM personal") == 2


def test_changes_of_unknown_members_zones_and_persons_are_refused(village):
    village.member()

    with refused(village.book, UnknownMember, member="0099"):
        village.run(ChangeMember(member="0099", household="A1"))
    with refused(village.book, UnknownZone, zone="Z"):
        village.run(ChangeMember(member="0001", zone="Z"))
    with refused(village.book, UnknownZone, zone="Z"):
        village.member(zone="Z")
    with refused(village.book, NameMissing):
        village.run(ChangeMember(member="0001", person=Person(given="")))


def test_what_is_not_given_stays_and_the_earlier_version_is_kept(village):
    village.run(OpenZone(code="A", name="โซนริมคลอง"))
    village.member(zone="A", household="A1")

    village.run(ChangeMember(member="0001", kind=MemberKind.ASSOCIATE, zone=""))

    rows = village.rows("SELECT kind, zone, household FROM members ORDER BY act")
    assert rows == [("ordinary", "A", "A1"), ("associate", "", "A1")]


def test_zones_have_one_code_and_leaders_who_exist(village):
    village.member()
    village.run(OpenZone(code="A", name="โซนริมคลอง", leader="0001"))

    with refused(village.book, ZoneExists, zone="A"):
        village.run(OpenZone(code="A", name="อีกครั้ง"))
    with refused(village.book, UnknownMember, member="0002"):
        village.run(OpenZone(code="B", name="โซนตลาด", leader="0002"))
    with refused(village.book, UnknownMember, member="0002"):
        village.run(ChangeZone(code="A", leader="0002"))
    with refused(village.book, UnknownZone, zone="B"):
        village.run(ChangeZone(code="B", name="โซนตลาด"))


def test_a_member_who_holds_money_does_not_leave(village):
    number, card = village.saver(baht(250))

    with refused(village.book, MemberHasBalances, member=number, held=baht(250), cards=(card,)):
        village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))


def test_a_member_who_owes_a_charge_does_not_leave(village):
    number, _ = village.member()
    village.run(ChargeMembers(type="FINE", members=(number,), amount=baht(20), due_on=TODAY))

    with refused(village.book, MemberOwesCharges, member=number, owed=baht(20)):
        village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))


def test_a_membership_ends_once_on_a_day_that_may_be_booked(village):
    number, _ = village.member(on=date(2026, 2, 10))
    village.run(CloseMonth(month=Month(2026, 2)))

    with refused(village.book, PeriodClosed, day=date(2026, 2, 28), closed_through="2026-02"):
        village.run(EndMembership(member=number, on=date(2026, 2, 28), why=Leaving.RESIGNED))
    with refused(village.book, FutureDay):
        village.run(EndMembership(member=number, on=TODAY + DAY, why=Leaving.RESIGNED))
    with refused(village.book, UnknownMember, member="0099"):
        village.run(EndMembership(member="0099", on=TODAY, why=Leaving.RESIGNED))
    village.run(EndMembership(member=number, on=TODAY, why=Leaving.DECEASED))
    with refused(village.book, MemberLeft, member=number, left_on=TODAY, why="deceased"):
        village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))


def test_nobody_leaves_before_joining(village):
    number, _ = village.member(on=TODAY)

    with refused(village.book, NotYetMember, member=number, joined=TODAY, day=TODAY - DAY):
        village.run(EndMembership(member=number, on=TODAY - DAY, why=Leaving.RESIGNED))


def test_leaving_closes_every_card(village):
    number, _ = village.saver()

    village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))

    closed = village.rows("SELECT number FROM cards WHERE closed_on = ?", (TODAY.isoformat(),))
    assert closed == [(1,), (2,), (3,)]


def test_a_card_of_contributions_stays_open_when_its_member_leaves(village):
    village.product("WELFARE", nature=Nature.CONTRIBUTION, account="23110")
    number, _ = village.member()
    card = village.savings(number, "WELFARE")

    village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))

    closed = village.rows("SELECT number FROM cards WHERE closed_on = ?", (TODAY.isoformat(),))
    assert closed == [(1,), (2,)]
    assert card == 3


def test_personal_data_are_erased_only_after_leaving_and_once(village):
    number, _ = village.member(person=Person(given="ปรีดา", phone="080-000-0001"))

    with refused(village.book, StillMember, member=number):
        village.run(ErasePerson(member=number, reason="ขอลบข้อมูล"))
    village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))
    with refused(village.book, ReasonMissing, field="reason"):
        village.run(ErasePerson(member=number, reason=" "))
    with refused(village.book, UnknownMember):
        village.run(ErasePerson(member="0099", reason="ขอลบข้อมูล"))
    village.run(ErasePerson(member=number, reason="ขอลบข้อมูล"))
    with refused(village.book, PersonErased, member=number):
        village.run(ErasePerson(member=number, reason="ขอลบข้อมูล"))

    assert village.rows("SELECT * FROM personal") == []


def test_no_byte_of_an_erased_person_is_left_in_the_closed_file(tmp_path):
    village = found_village(tmp_path)
    hidden = "ลับเฉพาะ๙๘๗"
    number, _ = village.member(person=Person(given=hidden))
    village.run(ChangeMember(member=number, person=Person(given=hidden, phone="0899999999")))
    village.run(EndMembership(member=number, on=TODAY, why=Leaving.DECEASED))
    village.run(ErasePerson(member=number, reason="ทายาทขอลบ"))
    village.book.close()

    content = village.book.path.read_bytes()
    assert hidden.encode() not in content
    assert b"0899999999" not in content


def test_personal_data_stand_in_no_payload(village):
    village.member(person=Person(given="ชื่อลับ", phone="080-000-0002", national_id=ID))

    payloads = " ".join(row[0] for row in village.rows("SELECT payload || result FROM acts"))

    assert "ชื่อลับ" not in payloads
    assert "080-000-0002" not in payloads
    assert ID not in payloads
    assert village.one("SELECT commitment FROM members") in payloads


def test_a_new_member_has_nothing_on_any_card(village):
    _, cards = village.member()

    assert all(village.held(card) == ZERO for card in cards.values())
    assert village.one("SELECT joined FROM members") == START.isoformat()
    assert AdmitMember(person=Person(given="ก"), on=START).number == ""


def test_nobody_is_born_after_today(village):
    tomorrow = TODAY + DAY
    unborn = Person(given="สมใจ", born=tomorrow.isoformat())

    with refused(village.book, FutureDay, day=tomorrow):
        village.member(person=unborn)
    number, _ = village.member()
    with refused(village.book, FutureDay, day=tomorrow):
        village.run(ChangeMember(member=number, person=unborn))
