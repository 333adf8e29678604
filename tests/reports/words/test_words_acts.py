"""Every command, register, field and choice has a name in the log, and every value its words."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction
from typing import get_args, get_type_hints

import pytest

from ledger.domain.land import LandArea
from ledger.domain.members import HIDDEN, MemberKind
from ledger.domain.money import baht
from ledger.queries.act_log import ActTold, Changed
from ledger.queries.acts import ActRow
from ledger.storage.register import RECORDS
from ledger.usecases import COMMANDS
from reports.words import act_words, commands
from reports.words.choices import choice_name, choice_of
from reports.words.columns import column_name
from reports.words.table_names import table_name
from reports.words.voice import Voice

ENGLISH, THAI = Voice("en"), Voice("th")
VERSIONED = [kind for kind in RECORDS if kind.versions]


def hints_of(kinds):
    for kind in kinds:
        hints = get_type_hints(kind)
        for one in fields(kind):
            yield kind, one.name, get_args(hints[one.name]) or (hints[one.name],)


def told(*changed, left_out=0, **given):
    at = datetime(2026, 4, 4, 18, 0, tzinfo=UTC)
    act = ActRow(7, at, at.date(), "", "change-member", given, 0, "satcha", "")
    return ActTold(act, (), changed, left_out)


def changed(field, before, after, *, thing="0001", new=False):
    return Changed("members", thing, field, before, after, new)


def test_every_command_has_a_name_and_no_two_the_same():
    assert commands._COMMANDS.keys() == COMMANDS.keys()
    assert len(set(commands._COMMANDS.values())) == len(COMMANDS)
    assert commands.command_name("harvest", THAI) == "harvest"
    assert commands.command_name("withdraw", ENGLISH) == "Savings paid out"


def test_every_register_that_changes_and_every_column_of_it_has_a_name():
    hidden = {"person", "commitment"}
    bare = [kind.table for kind in VERSIONED if table_name(kind.table, ENGLISH) == kind.table]
    names = [
        (kind.table, name)
        for kind, name, _ in hints_of(VERSIONED)
        if name not in hidden and column_name(kind.table, name, THAI) == name
    ]

    assert (bare, names) == ([], [])


def test_every_field_of_a_command_has_a_name_or_is_for_programs():
    bare = {
        name
        for _, name, _ in hints_of(COMMANDS.values())
        if name not in act_words._FOR_PROGRAMS and column_name("", name, THAI) == name
    }

    assert bare == set()


def test_every_choice_in_a_record_has_words_in_both_languages():
    kinds = {
        part
        for _, _, parts in hints_of(VERSIONED)
        for part in parts
        if isinstance(part, type) and issubclass(part, Enum)
    }

    assert len(kinds) > 30
    for kind in kinds:
        for choice in kind:
            assert choice_name(choice, THAI)
            assert choice_name(choice, ENGLISH)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("amount", baht(1_250), "1,250.00"),
        ("joined", date(2026, 3, 1), "1 Mar 2569"),
        ("rate", Fraction(3, 400), "0.75%"),
        ("closed", True, "Yes"),
        ("closed", False, "No"),
        ("kind", MemberKind.ASSOCIATE, "Associate"),
        ("area", LandArea.parse("1-2-3"), "1 rai 2 ngan 3 sq. wah"),
        ("phone", "0812345678", "081-234-5678"),
        ("months", 12, "12"),
        ("note", "", "–"),
        ("left", None, "–"),
        ("note", "2026-03", "March 2569"),
    ],
)
def test_a_value_is_said_as_people_write_it(field, value, said):
    assert act_words.value_said(field, value, ENGLISH) == said


def test_a_change_is_a_line_and_what_is_new_is_one_line_in_all():
    lines = act_words.changes_told(
        told(changed("zone", "A", "B"), changed("note", "", "ย้ายบ้าน")), ENGLISH
    )
    new = act_words.changes_told(
        told(
            changed("zone", None, "A", thing="0009", new=True),
            changed("joined", None, date(2026, 3, 1), thing="0009", new=True),
            left_out=3,
        ),
        ENGLISH,
    )

    assert lines == ["Register of members 0001", "zone: A → B", "note: – → ย้ายบ้าน"]
    assert new == [
        "Register of members 0009 (new): zone A; day of joining 1 Mar 2569",
        "and 3 more",
    ]


def test_on_paper_no_telephone_address_or_national_number_is_told():
    secret = tuple(changed(field, "ลับเก่า", "ลับใหม่") for field in HIDDEN)

    shown = act_words.act_in_brief(told(*secret), ENGLISH)
    printed = act_words.act_in_brief(
        told(*secret, changed("zone", "A", "B")), ENGLISH, on_paper=True
    )

    assert "ลับใหม่" in "\n".join(shown)
    assert "ลับ" not in "\n".join(printed)
    assert printed[1:] == ["zone: A → B", "(personal details are not printed here)"]


def test_why_something_was_changed_stands_above_what_was():
    lines = act_words.act_in_brief(
        told(changed("zone", "A", "B"), reason="ย้ายบ้าน", member="0001"), ENGLISH
    )

    assert lines[0] == "reason: ย้ายบ้าน"
    assert "member number: 0001" not in lines


def test_what_was_asked_for_is_told_in_the_words_of_the_form():
    given = {
        "card": 7,
        "amount": "6000.00",
        "on": "2026-03-20",
        "kind": "associate",
        "pieces": [{"denomination": "100.00", "pieces": 3}],
        "note": "",
        "sha256": "ab",
        "lift": True,
    }

    assert act_words.told_fields(given, ENGLISH) == [
        "card: 7",
        "amount: 6,000.00",
        "day: 20 Mar 2569",
        "kind: Associate",
        "pieces: note or coin 100.00, pieces 3",
        "lifted again: Yes",
    ]
    assert [line.split(":")[0] for line in act_words.told_in_short(given, ENGLISH)] == [
        "card",
        "amount",
        "day",
        "kind",
        "lifted again",
    ]


def test_a_word_is_a_choice_only_in_a_field_that_holds_such_choices():
    assert choice_of("kind", "associate") is MemberKind.ASSOCIATE
    assert choice_of("note", "associate") is None
    assert choice_of("kind", "somebody's own") is None


@pytest.mark.parametrize(("entries", "said"), [((), ""), ((12,), "#12"), ((12, 13, 14), "#12–#14")])
def test_entries_of_an_act_stand_in_a_row(entries, said):
    assert act_words.entries_told(entries, ENGLISH) == said


def test_who_can_open_the_book_is_told_and_by_whose_key_it_was_opened():
    noted = told(users=["malee"], networks=["สุรินทร์"], by_network="สุรินทร์", tries=0)

    said = act_words.act_in_brief(noted, ENGLISH)

    assert "users: malee" in said
    assert "networks with a key: สุรินทร์" in said
    assert "opened by the network's key: สุรินทร์" in said
    assert act_words.short_fields({"users": [{"name": "malee"}], "members": ["0001"]}) == {}


def test_of_texts_that_were_erased_their_acts_are_told():
    """Nobody reads a commitment; an act can be looked up."""
    texts = [f"{act:08x}{at:048x}" for act, at in ((17, 1), (17, 2), (300, 1))]

    assert act_words.told_in_short({"texts": texts, "reason": "ขอให้ลบ"}, ENGLISH) == [
        "texts of the acts: 17, 300",
        "reason: ขอให้ลบ",
    ]
    assert act_words.told_fields({"texts": ["ab"]}, ENGLISH) == ["texts of the acts: 0"]
