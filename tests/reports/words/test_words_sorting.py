"""Thai dictionary order, compared with the collator that Qt brings."""

import functools
from pathlib import Path

import pytest
from hypothesis import given as chance
from hypothesis import settings
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from reports.words.sorting import thai_key

COLLATOR = QCollator(QLocale("th_TH"))

# technology.md 2: the order seen from the collator.
SEEN = ["กมล", "กล้า", "ก้อง", "กะ", "กา", "เกษม", "แก้ว", "โกศล", "ไก่", "ขวัญ", "เขียว"]

LISTS = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").split("# ")[1:]
GIVEN, FAMILY, OTHERS = (one.splitlines()[1:] for one in LISTS)
WORDS = [*GIVEN, *(f"{given} {family}" for given in GIVEN for family in FAMILY), *OTHERS]


def by_collator(words):
    return sorted(words, key=functools.cmp_to_key(COLLATOR.compare))


def test_the_order_of_a_dictionary():
    assert sorted(set(SEEN), key=thai_key) == SEEN


def test_names_and_words_stand_as_the_collator_puts_them():
    assert len(WORDS) > 1_300
    assert sorted(sorted(WORDS), key=thai_key) == by_collator(sorted(WORDS))


def test_punctuation_and_latin_stand_as_the_collator_puts_them():
    signs = [chr(code) for code in range(32, 127)] + list("๏ฯ๚๛ๆ฿–—…“”‘’·•×÷±§°©®€£¥")

    assert sorted(signs, key=thai_key) == by_collator(signs)


def test_each_thai_letter_and_mark_stands_as_the_collator_puts_it():
    thai = [chr(code) for code in (*range(0xE01, 0xE3B), *range(0xE3F, 0xE5C))]
    after = [f"ก{letter}" for letter in thai]

    assert sorted(after, key=thai_key) == sorted(
        sorted(after), key=functools.cmp_to_key(COLLATOR.compare)
    )


def test_the_long_aa_differs_from_the_plain_one_only_among_equals():
    words = ["ฤๅข", "ฤาก", "ฤๅก", "ฤาข", "ฤาษี", "ฤๅษี"]

    assert sorted(words, key=thai_key) == by_collator(words)
    assert sorted(words, key=thai_key)[:4] == ["ฤาก", "ฤๅก", "ฤาข", "ฤๅข"]


CONSONANTS = "กขคงจชญดตทธนบปพฟมยรลวศสหอฤ"
TONES = ["", "", "่", "้", "๊", "๋"]
FINALS = ["", "น", "ก", "ม", "ง", "ด", "บ", "ย", "ว", "น์", "ต์", "ร์", "ๆ", "ฯ"]
SHAPES = [
    *("{c}{t}{f}", "{c}{t}ะ", "{c}ั{t}{f}", "{c}{t}า{f}", "{c}{t}ำ", "{c}ิ{t}{f}", "{c}ี{t}{f}"),
    *("{c}ึ{t}{f}", "{c}ื{t}อ{f}", "{c}ุ{t}{f}", "{c}ู{t}{f}", "เ{c}{t}{f}", "แ{c}{t}{f}"),
    *("โ{c}{t}{f}", "ใ{c}{t}", "ไ{c}{t}{f}", "เ{c}{t}า", "เ{c}{t}าะ", "เ{c}ี{t}ย{f}", "เ{c}็{f}"),
    *("{c}็{f}", "ฤๅ", "แ{c}{t}ะ", "{c}ร{t}า{f}", "ห{c}ู{t}{f}", " ", "1", "๒", "-", "A", "b"),
]
syllables = st.builds(
    lambda shape, c, t, f: shape.format(c=c, t=t, f=f),
    st.sampled_from(SHAPES),
    st.sampled_from(CONSONANTS),
    st.sampled_from(TONES),
    st.sampled_from(FINALS),
)
names = st.lists(syllables, min_size=1, max_size=4).map("".join)


@settings(max_examples=1_000)
@chance(names, names)
def test_made_up_names_stand_as_the_collator_puts_them(one, other):
    judged = COLLATOR.compare(one, other)

    if judged:
        assert (thai_key(one) < thai_key(other)) == (judged < 0)


@settings(max_examples=1_000)
@chance(names, syllables, syllables)
def test_names_that_begin_alike_stand_as_the_collator_puts_them(start, one, other):
    judged = COLLATOR.compare(start + one, start + other)

    if judged:
        assert (thai_key(start + one) < thai_key(start + other)) == (judged < 0)


@chance(st.text(max_size=20), st.text(max_size=20))
def test_only_equal_texts_have_equal_keys(one, other):
    assert (thai_key(one) == thai_key(other)) == (one == other)


@chance(st.text(max_size=20))
def test_a_key_holds_nothing_that_a_database_refuses(text):
    key = thai_key(text.replace("\x00", ""))

    assert "\x00" not in key


@pytest.mark.parametrize(
    ("first", "second"),
    [("ข้อ ๑", "ข้อ 2"), ("ข้อ 1", "ข้อ ๒"), ("anna", "Anna"), ("Anna", "annb"), ("กา", "ก่า")],
)
def test_figures_case_and_tone_marks_decide_late(first, second):
    assert thai_key(first) < thai_key(second)
