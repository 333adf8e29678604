"""The register: lists, zones, and who came and who went."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.members import Leaving, MemberKind, Person
from ledger.domain.money import baht
from ledger.queries.members import Presence, members, members_in_out, zones
from ledger.usecases.members import AdmitMember, ChangeZone, EndMembership, ErasePerson
from ledger.usecases.sharing import ReturnShares
from tests.queries.small_book import april


def numbers(answer) -> list[str]:
    return [row.number for row in answer.rows]


def test_members_stand_by_zone_and_number(small):
    answer = small.book.ask(members)

    assert numbers(answer) == ["0001", "0002", "0003", "0004"]
    assert [row.zone for row in answer.rows] == ["A", "A", "B", "B"]
    assert (answer.ordinary, answer.associate) == (3, 1)
    assert answer.rows[0].name == "นางสาวสมใจ ใจดี"
    assert answer.rows[0].zone_name == "โซนริมคลอง"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"zone": "B"}, ["0003", "0004"]),
        ({"household": "H-A"}, ["0001", "0002"]),
        ({"kind": MemberKind.ASSOCIATE}, ["0004"]),
        ({"at": date(2026, 2, 9)}, ["0001", "0002", "0003"]),
        ({"at": date(2026, 1, 9)}, []),
        ({"presence": Presence.LEFT}, []),
        ({"presence": Presence.ALL, "at": date(2026, 2, 9)}, ["0001", "0002", "0003"]),
    ],
    ids=str,
)
def test_a_filter_keeps_what_it_says(small, filters, found):
    assert numbers(small.book.ask(members, **filters)) == found


def test_who_left_is_on_no_list_of_present_members_from_that_day_on(mine):
    april(mine)

    assert "0004" not in numbers(mine.book.ask(members, at=date(2026, 4, 10)))
    assert "0004" in numbers(mine.book.ask(members, at=date(2026, 4, 9)))
    left = mine.book.ask(members, at=date(2026, 4, 10), presence=Presence.LEFT)
    assert [(row.number, row.left_why) for row in left.rows] == [("0004", Leaving.RESIGNED)]
    everybody = mine.book.ask(members, at=date(2026, 4, 10), presence=Presence.ALL, by_number=True)
    assert numbers(everybody) == ["0001", "0002", "0003", "0004", "0005"]


def test_an_erased_name_is_empty(mine):
    april(mine)
    mine.run(ErasePerson(member="0004", reason="ขอลบ"))

    left = mine.book.ask(members, presence=Presence.LEFT, at=date(2026, 4, 11))

    assert left.rows[0].name == ""


def test_zones_name_their_leaders_and_count_present_members(mine):
    mine.run(ChangeZone(code="B", leader="0003"))

    rows = mine.book.ask(zones, at=date(2026, 2, 9)).rows

    assert [(row.code, row.leader_name, row.members) for row in rows] == [
        ("A", "นางสาวสมใจ ใจดี", 2),
        ("B", "นางมาลี ศรีสุข", 1),
    ]


def test_who_joined_and_who_left_make_the_count_of_the_end(mine):
    small = mine.on(date(2026, 4, 4))  # the first and the last day of the period count
    small.admit("ใหม่", "มา", "A")
    small.run(
        ReturnShares(
            card=small.cards["0004 SHARES"], amount=baht(30), on=small.clock.day, leaving=True
        )
    )
    small.run(EndMembership(member="0004", on=small.clock.day, why=Leaving.DECEASED))

    answer = small.book.ask(members_in_out, since=date(2026, 4, 4), until=date(2026, 4, 4))

    assert (answer.opening, answer.closing, answer.entered_late) == (4, 4, 0)
    assert [row.number for row in answer.joined] == ["0005"]
    assert [(row.number, row.left_why) for row in answer.left] == [("0004", Leaving.DECEASED)]
    assert (answer.closing_ordinary, answer.closing_associate) == (4, 0)


def test_who_is_typed_in_late_is_named_apart_and_changes_no_count_of_the_closed_month(mine):
    late = AdmitMember(person=Person(given="ช้า"), on=date(2026, 3, 15), zone="A")
    mine.on(date(2026, 4, 5)).run(late)

    answer = mine.book.ask(members_in_out, since=date(2026, 4, 1), until=date(2026, 4, 30))

    assert (answer.opening, len(answer.joined), len(answer.left)) == (4, 0, 0)
    assert (answer.entered_late, answer.closing) == (1, 5)
