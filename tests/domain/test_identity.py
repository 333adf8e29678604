"""The national number: form, check digit, and the ways people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.identity import IdProblem, check_digit, national_id, problem_of
from ledger.domain.refusals import BadNationalId

# The number that every public explanation of the check digit uses; worked by hand:
# 1·13 + 2·12 + 3·11 + 4·10 + 5·9 + 6·8 + 7·7 + 8·6 + 9·5 + 0·4 + 1·3 + 2·2 = 352 = 32·11, 11 → 1.
KNOWN = "1234567890121"

twelve_digits = st.text("0123456789", min_size=12, max_size=12)


def test_the_known_number_is_right():
    assert problem_of(KNOWN) is None
    assert check_digit("123456789012") == 1


@pytest.mark.parametrize(
    "typed", ["1-2345-67890-12-1", " 1 2345 67890 12 1 ", "๑๒๓๔๕๖๗๘๙๐๑๒๑", "1-2345-67890-12-๑"]
)
def test_hyphens_spaces_and_thai_digits_are_taken(typed):
    assert national_id(typed) == KNOWN


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("123456789012", IdProblem.NOT_THIRTEEN),
        ("12345678901211", IdProblem.NOT_THIRTEEN),
        ("", IdProblem.NOT_DIGITS),
        ("1234567890l21", IdProblem.NOT_DIGITS),
        ("１２３４５６７８９０１２１", IdProblem.NOT_DIGITS),
        ("١٢٣٤٥٦٧٨٩٠١٢١", IdProblem.NOT_DIGITS),
        ("12345678901²1", IdProblem.NOT_DIGITS),
        ("1234567890122", IdProblem.CHECK_DIGIT),
        ("1234567809121", IdProblem.CHECK_DIGIT),
    ],
)
def test_a_wrong_number_is_refused_and_says_why(typed, problem):
    assert problem_of(typed) is problem is not None
    with pytest.raises(BadNationalId) as refused:
        national_id(typed)
    assert refused.value.facts() == {"problem": problem.value}


@pytest.mark.parametrize(("twelve", "digit"), [("000000000000", 1), ("100000000000", 9)])
def test_the_rest_of_eleven_becomes_one_digit(twelve, digit):
    assert check_digit(twelve) == digit


def test_a_rest_of_one_gives_zero():
    # 0·13 + … + 1·2 at the last place but one weighs 2; 6·2 = 12 leaves 1, so 10 → 0.
    assert check_digit("000000000006") == 0


@given(twelve_digits, st.integers(0, 9))
def test_exactly_one_check_digit_is_right(twelve, digit):
    right = problem_of(f"{twelve}{digit}") is None

    assert right == (digit == check_digit(twelve))


@given(twelve_digits, st.integers(0, 11), st.integers(1, 9))
def test_one_mistyped_digit_is_found_unless_the_weights_hide_it(twelve, place, by):
    wrong = f"{twelve[:place]}{(int(twelve[place]) + by) % 10}{twelve[place + 1 :]}"
    whole = f"{wrong}{check_digit(twelve)}"

    # Hidden are the third digit, which weighs eleven, and rests of 0 and 10, which both end in 1.
    before, after = rest(twelve), rest(wrong)
    assert (problem_of(whole) is None) == (before == after or {before, after} == {0, 10})
    assert (before == after) == (place == 2)


def rest(twelve):
    return sum(int(digit) * (13 - place) for place, digit in enumerate(twelve)) % 11
