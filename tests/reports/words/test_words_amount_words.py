"""Amounts in Thai and English words, and back."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.money import LARGEST_SATANG, Money, baht
from reports.words.english_amounts import (
    english_words,
    number_in_english,
    read_english_number,
    read_english_words,
)
from reports.words.thai_amounts import (
    number_in_thai,
    read_thai_number,
    read_thai_words,
    thai_words,
)

amounts = st.integers(-LARGEST_SATANG, LARGEST_SATANG).map(Money)


@pytest.mark.parametrize(
    ("amount", "thai", "english"),
    [
        (Money(0), "ศูนย์บาทถ้วน", "zero baht only"),
        (Money(25), "ยี่สิบห้าสตางค์", "twenty-five satang"),
        (Money(-36), "ลบสามสิบหกสตางค์", "minus thirty-six satang"),
        (baht(1), "หนึ่งบาทถ้วน", "one baht only"),
        (baht(10), "สิบบาทถ้วน", "ten baht only"),
        (baht(11, 1), "สิบเอ็ดบาทหนึ่งสตางค์", "eleven baht and one satang"),
        (baht(20, 21), "ยี่สิบบาทยี่สิบเอ็ดสตางค์", "twenty baht and twenty-one satang"),
        (baht(21), "ยี่สิบเอ็ดบาทถ้วน", "twenty-one baht only"),
        (baht(101), "หนึ่งร้อยเอ็ดบาทถ้วน", "one hundred one baht only"),
        (baht(1_001), "หนึ่งพันเอ็ดบาทถ้วน", "one thousand one baht only"),
        (
            baht(1_250, 50),
            "หนึ่งพันสองร้อยห้าสิบบาทห้าสิบสตางค์",
            "one thousand two hundred fifty baht and fifty satang",
        ),
        (
            baht(-111_111),
            "ลบหนึ่งแสนหนึ่งหมื่นหนึ่งพันหนึ่งร้อยสิบเอ็ดบาทถ้วน",
            "minus one hundred eleven thousand one hundred eleven baht only",
        ),
        (baht(1_000_000), "หนึ่งล้านบาทถ้วน", "one million baht only"),
        (baht(1_000_001), "หนึ่งล้านเอ็ดบาทถ้วน", "one million one baht only"),
        (baht(51_000_001), "ห้าสิบเอ็ดล้านเอ็ดบาทถ้วน", "fifty-one million one baht only"),
        (baht(21_000_000), "ยี่สิบเอ็ดล้านบาทถ้วน", "twenty-one million baht only"),
        (baht(10**10), "หนึ่งหมื่นล้านบาทถ้วน", "ten billion baht only"),
        (baht(10**12), "หนึ่งล้านล้านบาทถ้วน", "one trillion baht only"),
        (
            baht(1_000_001_000_001),
            "หนึ่งล้านเอ็ดล้านเอ็ดบาทถ้วน",
            "one trillion one million one baht only",
        ),
    ],
)
def test_an_amount_is_said_in_words(amount, thai, english):
    assert thai_words(amount) == thai
    assert english_words(amount) == english


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("หนึ่งร้อยหนึ่งบาทถ้วน", baht(101)),
        ("ยี่สิบหนึ่งบาทถ้วน", baht(21)),
        ("ห้าสิบหนึ่งล้านหนึ่งบาทถ้วน", baht(51_000_001)),
        ("เอ็ดบาทถ้วน", baht(1)),
    ],
)
def test_the_other_reading_of_one_is_understood_too(said, amount):
    assert read_thai_words(said) == amount


@pytest.mark.parametrize(
    "said",
    [
        *("", "บาทถ้วน", "ถ้วน", "ล้านบาทถ้วน", "หนึ่งบาท", "หนึ่ง", "สตางค์", "ลบ"),
        *("สิบสิบบาทถ้วน", "สองสิบบาทถ้วน", "หนึ่งร้อยพันบาทถ้วน", "หนึ่งร้อยสตางค์"),
        *("หนึ่งบาทถ้วน ", "หนึ่งบาทถ้วนหนึ่งสตางค์", "one baht only", "1 บาทถ้วน"),
    ],
)
def test_what_are_no_thai_words_is_refused(said):
    with pytest.raises(ValueError, match=r"no|satang"):
        read_thai_words(said)


@pytest.mark.parametrize(
    "said",
    [
        *("", "baht only", "one", "one baht", "satang", "minus", "one hundred satang"),
        *("one thousand one million baht only", "one one baht only", "twenty ten baht only"),
        *("twenty-ten baht only", "hundred baht only", "one baht only ", "One baht only"),
        *("one baht and one baht only", "zero one baht only", "one million million baht only"),
        "หนึ่งบาทถ้วน",
    ],
)
def test_what_are_no_english_words_is_refused(said):
    with pytest.raises(ValueError, match=r"not|satang"):
        read_english_words(said)


def test_a_hundred_thousand_amounts_are_read_back_as_they_were_said():
    chance = random.Random(2569)
    for _ in range(100_000):
        amount = Money(chance.randint(0, 10 ** chance.randint(1, 12)))
        assert read_thai_words(thai_words(amount)) == amount


def test_each_number_up_to_ten_thousand_is_read_back_in_both_languages():
    for number in range(10_001):
        assert read_thai_number(number_in_thai(number)) == number
        assert read_english_number(number_in_english(number)) == number


@given(amounts)
def test_words_say_the_amount_and_nothing_else(amount):
    assert read_thai_words(thai_words(amount)) == amount
    assert read_english_words(english_words(amount)) == amount


@given(amounts, amounts)
def test_two_amounts_never_share_their_words(one, other):
    assert (thai_words(one) == thai_words(other)) == (one == other)
    assert (english_words(one) == english_words(other)) == (one == other)


def test_words_of_one_follow_the_rule_of_et():
    # หนึ่ง stands in the units place only alone; after anything larger it is เอ็ด (domain.md 3.8).
    for number in range(11, 10_000_000, 12_345):
        ones = number - number % 10 + 1
        assert number_in_thai(ones).endswith("เอ็ด")
    assert number_in_thai(1) == "หนึ่ง"
