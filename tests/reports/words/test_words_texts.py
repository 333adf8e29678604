"""Names, national numbers and telephones as typed and as shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.words.texts import (
    TextProblem,
    WrongText,
    clean_name,
    clean_note,
    clean_phone,
    masked_id,
    shown_id,
    shown_phone,
)


def test_a_name_is_kept_as_typed_but_for_spaces():
    assert clean_name("  สมชาย   ใจดี ") == "สมชาย ใจดี"
    assert clean_name("สม\u00a0ชาย") == "สม ชาย"
    assert clean_name("น้ำ") == "น้ำ"
    assert clean_name("ﬁn") == "ﬁn"


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        *[("\u200b", "U+200B"), ("\u200d", "U+200D"), ("\ufeff", "U+FEFF"), ("\u00ad", "U+00AD")],
        *[("\u202e", "U+202E"), ("\u2066", "U+2066"), ("\u200f", "U+200F")],
        *[("\x00", "U+0000"), ("\x1b", "U+001B"), ("\t", "U+0009"), ("\n", "U+000A")],
        *[("\u2028", "U+2028"), ("\u2029", "U+2029"), ("\ue000", "U+E000"), ("\ud800", "U+D800")],
    ],
)
def test_characters_that_nobody_sees_are_refused_by_name(sign, code):
    typed = f"สม{sign}ชาย"

    assert clean_name(typed) == WrongText(TextProblem.HIDDEN_SIGN, typed, 120, code)


def test_a_hidden_character_at_the_end_is_not_cut_off_silently():
    wrong = clean_name("สมชาย\u200b")

    assert isinstance(wrong, WrongText)
    assert wrong.sign == "U+200B"


def test_nothing_and_too_much_are_named():
    assert clean_name("  ") == WrongText(TextProblem.EMPTY, "  ", 120)
    assert clean_name("ก" * 121) == WrongText(TextProblem.TOO_LONG, "ก" * 121, 120)
    assert clean_name("ก" * 120) == "ก" * 120


def test_a_note_may_have_lines():
    assert clean_note("หนึ่ง \r\n\r\n  สอง  สาม\n") == "หนึ่ง\n\nสอง สาม"
    assert clean_note("a\n\u202eb") == WrongText(
        TextProblem.HIDDEN_SIGN, "a\n\u202eb", 2000, "U+202E"
    )
    assert clean_note("") == ""
    long = "\n".join(["ก" * 100] * 20)
    assert clean_note(long) == WrongText(TextProblem.TOO_LONG, long, 2000)


@given(st.text(max_size=140))
def test_what_is_taken_holds_no_hidden_character_and_is_taken_again(typed):
    taken = clean_name(typed)

    if isinstance(taken, str):
        assert not any(unicodedata.category(sign)[0] == "C" for sign in taken)
        assert clean_name(taken) == taken


def test_a_national_number_is_shown_as_on_the_card_or_masked():
    assert shown_id("1234567890121") == "1-2345-67890-12-1"
    assert masked_id("1234567890121") == "x-xxxx-xxxxx-12-1"
    assert masked_id("") == ""


@pytest.mark.parametrize(
    ("typed", "digits", "shown"),
    [
        ("081 234 5678", "0812345678", "081-234-5678"),
        ("๐๘๑-๒๓๔-๕๖๗๘", "0812345678", "081-234-5678"),
        ("+66 81 234 5678", "0812345678", "081-234-5678"),
        ("+66 (0) 81-234-5678", "0812345678", "081-234-5678"),
        ("0066812345678", "0812345678", "081-234-5678"),
        ("02.123.4567", "021234567", "02-123-4567"),
        ("(044) 123456", "044123456", "044-123-456"),
    ],
)
def test_a_telephone_is_kept_as_digits_and_shown_in_groups(typed, digits, shown):
    assert clean_phone(typed) == digits
    assert shown_phone(digits) == shown


@pytest.mark.parametrize(
    "typed", ["", "1150", "81234567", "08123456789", "08l2345678", "０８１２３４５６７８"]
)
def test_what_is_no_thai_telephone_is_not_taken(typed):
    assert clean_phone(typed) is None


def test_another_number_is_shown_as_it_is_kept():
    assert shown_phone("1150") == "1150"
    assert shown_phone("") == ""
