"""Choosing one of many, without widgets: number, name, slips; never a guess between two."""

from __future__ import annotations

from desktop.parts.choosing import MOST, Choice, Choosing

MEMBERS = (
    Choice("a", "กมล ใจดี", "1", "โซน 1"),
    Choice("b", "สมชาย รักบ้าน", "2"),
    Choice("c", "สมชาย รักไทย", "12"),
    Choice("d", "เกษม สุขสันต์", "21"),
)


def keys(choosing):
    return [choice.key for choice in choosing.offered]


def test_a_number_means_exactly_that_member():
    assert keys(Choosing(MEMBERS, "2"))[0] == "b"
    assert Choosing(MEMBERS, "๑๒").settled().chosen == MEMBERS[2]


def test_a_name_with_a_slip_is_found():
    assert keys(Choosing(MEMBERS, "กมน"))[:1] == ["a"]


def test_the_only_match_is_taken_when_the_field_is_left():
    assert Choosing(MEMBERS, "รักไทย").settled().chosen == MEMBERS[2]


def test_between_two_nobody_guesses():
    settled = Choosing(MEMBERS, "สมชาย").settled()

    assert settled.chosen is None
    assert settled.typed == "สมชาย"


def test_typing_takes_the_choice_back():
    chosen = Choosing(MEMBERS).choose("a")
    assert chosen.chosen == MEMBERS[0]
    assert chosen.offered == []

    assert chosen.with_typed("x").chosen is None


def test_a_choice_that_is_not_there_is_none():
    assert Choosing(MEMBERS).choose("z").is_empty


def test_other_choices_keep_the_chosen_one_while_it_is_among_them():
    chosen = Choosing(MEMBERS).choose("a")

    assert chosen.with_choices(MEMBERS[:2]).chosen == MEMBERS[0]
    assert chosen.with_choices(MEMBERS[1:]).chosen is None


def test_no_more_is_offered_than_people_look_through():
    many = tuple(Choice(number, f"สมชาย {number}", str(number)) for number in range(1, 100))

    assert len(keys(Choosing(many, "สมชาย"))) == MOST
