"""The log told whole: what each act changed, and what stood there before."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.days import Month
from ledger.domain.members import Person, person_from
from ledger.domain.money import baht
from ledger.domain.refusals.auditing import UnknownAct
from ledger.queries import act_log
from ledger.queries.act_log import act_told, register_changes
from ledger.queries.inspection_report import inspection_report
from ledger.usecases.founding import ChangeCooperative
from ledger.usecases.members import ChangeMember, ErasePerson
from ledger.usecases.restricting import RestrictPerson
from ledger.usecases.saving import SetPromise, SetSavingsRate
from ledger.usecases.visiting import ReceiveVisit
from tests.queries.small_book import APRIL, april

TODAY = date(2026, 4, 4)


def told(small, command):
    act = small.on(TODAY).run(command).act
    return small.book.ask(act_told, act=act)


def changes(found):
    return [(one.field, one.before, one.after, one.new) for one in found.changed]


def test_a_changed_setting_is_told_with_what_stood_there_before(mine):
    found = told(mine, ChangeCooperative(cash_limit=baht(20_000), telephone="0812345678"))

    assert found.act.command == "change-cooperative"
    assert {one.table for one in found.changed} == {"cooperative"}
    assert changes(found) == [
        ("telephone", "", "0812345678", False),
        ("cash_limit", baht(1_000), baht(20_000), False),
    ]


def test_what_is_new_is_told_with_all_that_was_entered(mine):
    found = told(
        mine,
        SetPromise(card=mine.cards["0001 PROMISE"], amount=baht(150), from_month=Month(2026, 5)),
    )

    (one,) = found.changed
    assert (one.table, one.field, one.before, one.after) == ("promises", "amount", None, baht(150))
    assert one.new
    assert one.thing.endswith("/2026-05")


def test_of_a_person_each_field_is_told_and_of_a_national_number_the_end(mine):
    (number,) = mine.book.ask(
        lambda reader: reader.one(
            "SELECT person FROM members WHERE number = '0001' ORDER BY act DESC"
        )
    )
    before = person_from(mine.book.ask(lambda reader: reader.personal(number)))
    later = Person(
        title=before.title,
        given=before.given,
        family="ใหม่",
        national_id="1101700230708",
        phone="0899999999",
    )

    found = told(mine, ChangeMember(member="0001", person=later))

    assert ("family", before.family, "ใหม่", False) in changes(found)
    assert ("phone", before.phone, "0899999999", False) in changes(found)
    assert {one.after for one in found.changed if one.field == "national_id"} == {"xxxxxxxxxx708"}
    assert not {"person", "commitment"} & {one.field for one in found.changed}


def test_what_was_erased_is_told_no_more(mine):
    act = mine.on(TODAY).run(ChangeMember(member="0004", person=Person(given="ลับ"))).act
    april(mine)  # the member leaves
    mine.run(ErasePerson(member="0004", reason="ขอให้ลบ"))

    found = mine.book.ask(act_told, act=act)

    assert "ลับ" not in {one.after for one in found.changed}


def test_what_may_not_be_used_is_told_no_more(mine):
    act = mine.on(TODAY).run(ChangeMember(member="0001", person=Person(given="ลับ"))).act
    mine.run(RestrictPerson(member="0001", on=TODAY, reason="ขอให้ระงับ"))

    found = mine.book.ask(act_told, act=act)

    assert "ลับ" not in {one.after for one in found.changed}


def test_an_act_names_its_entries_and_changes_no_register(mine):
    found = told(
        mine,
        ReceiveVisit(member="0001", on=TODAY, items=(mine.item("0001", "PROMISE", baht(100)),)),
    )

    assert len(found.entries) == 1
    assert found.changed == ()


def test_what_is_too_much_is_counted(mine, monkeypatch):
    monkeypatch.setattr(act_log, "MOST", 1)

    found = told(mine, ChangeCooperative(cash_limit=baht(20_000), telephone="0812345678"))

    assert (len(found.changed), found.left_out) == (1, 1)


def test_the_log_of_some_days_stands_in_their_order_and_of_one_user_where_she_is_named(mine):
    mine.on(TODAY).run(ChangeCooperative(cash_limit=baht(20_000)))
    mine.book.user = "ประธาน"
    mine.run(ChangeCooperative(cash_limit=baht(30_000)))

    both = mine.book.ask(act_log.act_log, since=TODAY, until=TODAY)
    hers = mine.book.ask(act_log.act_log, since=TODAY, until=TODAY, user="ประธาน")

    assert [changes(row)[0][1:3] for row in both.rows] == [
        (baht(1_000), baht(20_000)),
        (baht(20_000), baht(30_000)),
    ]
    assert [row.act.user for row in hers.rows] == ["ประธาน"]


def test_an_act_that_never_was_is_refused(mine):
    with pytest.raises(UnknownAct):
        mine.book.ask(act_told, act=999_999)


def test_the_inspector_is_told_which_rates_people_and_rights_were_changed(mine):
    mine.on(TODAY).run(ChangeMember(member="0001", zone="B"))
    mine.run(SetSavingsRate(product="SAVINGS", from_day=TODAY, rate=Fraction(2, 100)))
    mine.run(SetPromise(card=mine.cards["0001 PROMISE"], amount=baht(150), from_month=APRIL))
    mine.admit("มานะ", "ใหม่", "A")

    found = mine.book.ask(register_changes, since=TODAY, until=TODAY)

    assert [(row.act.command, changes(row)) for row in found] == [
        ("change-member", [("zone", "A", "B", False)]),
        ("set-savings-rate", [("rate", None, Fraction(2, 100), True)]),
    ]
    assert mine.book.ask(inspection_report, month=APRIL).changes == found
