"""The recovery code: every slip of the pen is found, and the group it is in is named."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.fingerprint import LETTERS
from ledger.domain.recovery import GROUPS, key_from, recovery_code
from ledger.domain.refusals.recovery import RecoveryCodeLength, RecoveryCodeMistyped

KEYS = st.binary(min_size=32, max_size=32)
KEY = bytes(range(32))


@given(KEYS)
def test_the_code_is_the_key(key):
    code = recovery_code(key)
    assert [len(group) for group in code.split(" ")] == [4] * GROUPS
    assert key_from(code) == key
    assert key_from(f" {code.lower().replace(' ', '-')}\n") == key


@pytest.mark.parametrize("key", [bytes(32), b"\xff" * 32])
def test_the_smallest_and_the_largest_key_have_a_code(key):
    assert key_from(recovery_code(key)) == key


def test_every_single_wrong_letter_is_found_in_its_group():
    code = recovery_code(KEY)
    for at, letter in enumerate(code):
        for other in LETTERS if letter != " " else "":
            if other == letter:
                continue
            with pytest.raises(RecoveryCodeMistyped) as refused:
                key_from(code[:at] + other + code[at + 1 :])
            assert refused.value.groups == (at // 5 + 1,)


def test_letters_swapped_beside_each_other_are_found():
    code = recovery_code(KEY)
    for at in range(len(code) - 1):
        one, other = code[at], code[at + 1]
        if " " not in (one, other) and one != other:
            with pytest.raises(RecoveryCodeMistyped):
                key_from(code[:at] + other + one + code[at + 2 :])


def test_swapped_groups_are_found():
    groups = recovery_code(KEY).split(" ")
    for at in range(GROUPS - 1):
        swapped = [*groups]
        swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
        with pytest.raises(RecoveryCodeMistyped) as refused:
            key_from(" ".join(swapped))
        assert set(refused.value.groups) == {at + 1, at + 2}


def test_a_code_with_letters_missing_says_how_many_there_are():
    with pytest.raises(RecoveryCodeLength) as refused:
        key_from(recovery_code(KEY)[:-5])
    assert (refused.value.letters, refused.value.expected) == (72, 76)


@given(st.text(max_size=90))
def test_whatever_is_typed_is_a_key_or_a_refusal(typed):
    with suppress(RecoveryCodeLength, RecoveryCodeMistyped):
        assert len(key_from(typed)) == 32


def test_more_than_a_key_is_refused():
    letters = "Z" * 3
    groups = []
    for at in range(GROUPS):
        answer = next(letter for letter in LETTERS if _fits(letters, letter, at))
        groups.append(letters + answer)
    with pytest.raises(RecoveryCodeMistyped):
        key_from(" ".join(groups))


def _fits(letters, answer, at):
    values = [LETTERS.index(letter) for letter in letters + answer]
    return (sum((place + 1) * value for place, value in enumerate(values)) + at) % 23 == 0
