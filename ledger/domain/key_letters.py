"""Thirty-two bytes as letters that people write down, read aloud and type again.

The bytes are one number of 256 bits; its 57 digits to base 23, the highest first, stand in nineteen
groups of three letters of the fingerprint code's alphabet, each followed by a check letter. With
the values a, b, c of a group's letters, k of its check letter and i of its place from 0, the sum
a + 2b + 3c + 4k + i + s is 0 modulo 23: a wrong letter, two letters swapped beside each other, or
two groups swapped never pass, and the group that is wrong is named. The shift s is another one for
each sort of bytes, so that no group of one sort passes for a group of another.
"""

from __future__ import annotations

from ledger.domain.fingerprint import LETTERS, grouped, plain_letters

KEY_BYTES = 32
GROUPS = 19
IN_GROUP = 4
_PLAIN = IN_GROUP - 1  # letters of a group before its check letter
_BASE = len(LETTERS)
_ANSWER = pow(4, -1, _BASE)  # what a check letter's weight is divided by


def letters_of(key: bytes, shift: int) -> str:
    """The letters of 32 bytes, in groups of four."""
    number, letters = int.from_bytes(key, "big"), []
    for _ in range(GROUPS * _PLAIN):
        number, rest = divmod(number, _BASE)
        letters.append(LETTERS[rest])
    letters.reverse()
    groups = ("".join(letters[_PLAIN * at : _PLAIN * (at + 1)]) for at in range(GROUPS))
    return " ".join(group + _check_letter(group, at + shift) for at, group in enumerate(groups))


def wrong_groups(typed: str, shift: int) -> tuple[int, ...]:
    """The groups, counted from 1, of which a letter must be wrong; the number of letters is right.

    Letters that are more than 32 bytes begin with a wrong one.
    """
    groups = grouped(plain_letters(typed)).split(" ")
    wrong = tuple(at + 1 for at, group in enumerate(groups) if not _is_right(group, at + shift))
    return wrong or ((1,) if _number(groups) >> 8 * KEY_BYTES else ())


def bytes_of(typed: str) -> bytes:
    """The 32 bytes of letters in which no group is wrong."""
    groups = grouped(plain_letters(typed)).split(" ")
    return _number(groups).to_bytes(KEY_BYTES, "big")


def _number(groups: list[str]) -> int:
    number = 0
    for group in groups:
        for letter in group[:_PLAIN]:
            number = number * _BASE + LETTERS.index(letter)
    return number


def _is_right(group: str, at: int) -> bool:
    known = all(letter in LETTERS for letter in group)
    return known and group[-1] == _check_letter(group[:_PLAIN], at)


def _check_letter(group: str, at: int) -> str:
    weighted = sum((place + 1) * LETTERS.index(letter) for place, letter in enumerate(group))
    return LETTERS[-(weighted + at) * _ANSWER % _BASE]
