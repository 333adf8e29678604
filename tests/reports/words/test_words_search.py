"""Names found with typing slips."""

import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.words.search import _slips, best, is_number, matches

MEMBERS = [
    ("001", "นายสมชาย ใจดี"),
    ("002", "นางสาวสมศรี แก้วมณี"),
    ("003", "นางสมพร ศรีสุข"),
    ("004", "เกษม ณ อยุธยา"),
    ("005", "ธนพล จันทร์เพ็ญ"),
    ("006", "Mr. John Smith"),
    ("007", "สมชัย ใจกล้า"),
    ("0812", "ประยูร มีทรัพย์"),
]


def found(query, members=MEMBERS):
    rows = best(query, members, name=lambda row: row[1], number=lambda row: row[0])
    return [number for number, _ in rows]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *[("สมชาย", "001"), ("ใจดี", "001"), ("สมชาย ใจ", "001"), ("ใจดี สมชาย", "001")],
        *[
            ("นายสมชาย", "001"),
            ("สมขาย", "001"),
            ("สชมาย", "001"),
            ("สมชาาย", "001"),
            ("สมชย", "001"),
        ],
        *[("สมชายใจดี", "001"), ("แกวมณี", "002"), ("แก้วมนี", "002"), ("สมสี", "002")],
        *[
            ("อยุทธยา", "004"),
            ("ธนพน", "005"),
            ("จันทรเพญ", "005"),
            ("jhon", "006"),
            ("SMITH", "006"),
        ],
        *[("สมชัย", "007"), ("๐๐๓", "003"), ("0812", "0812"), ("ประยูน", "0812")],
    ],
)
def test_the_meant_member_comes_first(typed, first):
    assert found(typed)[0] == first


@pytest.mark.parametrize("typed", ["", "   ", ".", "xyz", "วิชัยพงษ์", "08", "00", "081", "สข", "zz"])
def test_what_fits_nobody_finds_nobody(typed):
    assert found(typed) == []


def test_a_member_number_matches_whole_its_noughts_left_out_or_not():
    assert is_number("0812", "0812")
    assert is_number("๐๘๑๒", "0812")
    assert is_number(" m-07 ", "M-07")
    assert not is_number("812", "0812")
    assert not is_number("", "")
    assert found("812") == found("๘๑๒") == ["0812"]
    assert found("0812") == ["0812"]


def test_a_better_fit_scores_higher():
    scores = [
        score_of(typed, "นางสาวสมศรี แก้วมณี")
        for typed in ("สมศรี แก้วมณี", "สมศรี", "แก้ว", "แกวมนี", "มณี", "แก้วมดี")
    ]

    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_every_typed_word_has_to_be_found():
    assert matches("สมชาย", "สมชาย ใจดี") is not None
    assert matches("วิไล", "สมชาย ใจดี") is None
    assert matches("สมชาย วิไล", "สมชาย ใจดี") is None
    assert matches("วิไล สมชาย", "สมชาย ใจดี") is None


def test_the_worst_of_the_words_decides():
    assert score_of("กล้า สมชัย", "สมชัย ใจกล้า") == score_of("กล้า", "สมชัย ใจกล้า") - 1


def score_of(typed, name) -> int:
    score = matches(typed, name)
    assert score is not None
    return score


def slips_by_hand(typed, name):
    """The fewest slips against any part of the name, straight from the definition."""

    @cache
    def between(one, other):
        if not one or not other:
            return len(one) + len(other)
        fewest = min(
            between(one[:-1], other[:-1]) + (one[-1] != other[-1]),
            between(one[:-1], other) + 1,
            between(one, other[:-1]) + 1,
        )
        if one[-2:] == other[-2:][::-1] and len(one) > 1 and len(other) > 1:
            fewest = min(fewest, between(one[:-2], other[:-2]) + 1)
        return fewest

    ends = range(len(name) + 1)
    return min(between(typed, name[start:end]) for start in ends for end in ends if start <= end)


@given(st.text("กขค", min_size=1, max_size=6), st.text("กขค", max_size=7), st.integers(0, 3))
def test_slips_are_counted_as_defined(typed, name, allowed):
    fewest = slips_by_hand(typed, name)

    assert _slips(typed, name, allowed) == (fewest if fewest <= allowed else None)


def test_the_answer_does_not_depend_on_the_order_of_the_list():
    shuffled = MEMBERS * 1
    for seed in range(20):
        random.Random(seed).shuffle(shuffled)
        assert found("สม", shuffled) == found("สม")


def test_equal_fits_stand_in_thai_order_and_are_cut_after_the_most():
    rows = [("1", "สมไก่"), ("2", "สมกา"), ("3", "สมเกษม"), ("4", "สมก้อง")]

    def first(most):
        kept = best("สม", rows, name=lambda row: row[1], number=lambda row: row[0], most=most)
        return [number for number, _ in kept]

    assert first(20) == ["4", "2", "3", "1"]
    assert first(2) == ["4", "2"]


NAMES = st.text(alphabet="กขคงจชดตนบปมยรลวสหอาิีุูเแ ", min_size=5, max_size=20).filter(
    # A title alone is no name, and a title before a name is not searched for.
    lambda name: len(name.split()) and len(name.split()[0]) >= 5 and not name.startswith("นา")
)


@given(NAMES)
def test_a_name_finds_itself(name):
    assert matches(name, name) == 100


@given(NAMES, st.data())
def test_one_wrong_letter_in_a_longer_word_is_forgiven(name, data):
    word = name.split()[0]
    place = data.draw(st.integers(0, len(word) - 1))
    mistyped = word[:place] + "x" + word[place + 1 :]

    # Doubled letters fold into one, so that a word of few different letters may get too short.
    if len(set(mistyped)) >= 5:
        assert matches(mistyped, name) is not None


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_score_lies_between_1_and_100(query, name):
    score = matches(query, name)

    assert score is None or 1 <= score <= 100


@pytest.mark.parametrize(
    "row",
    [
        "002 นางสาวสมศรี แก้วมณี",
        "๐๐๒\tนางสาว\tสมศรี\tแก้วมณี\t500",
        "2\tคนอื่นในแถวนั้น\n",
        "002 สมสี",
    ],
)
def test_a_copied_row_finds_the_member_whose_number_it_begins_with(row):
    assert found(row) == ["002"]


def test_a_number_and_the_name_of_somebody_else_find_nobody():
    assert found("002 สมชาย ใจดี") == []
    assert found("   ") == []
