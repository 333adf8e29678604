"""The recovery code: the book's data key as letters that people write down and type again.

The key is one number of 256 bits; its 57 digits to base 23, the highest first, stand in nineteen
groups of three letters of the fingerprint code's alphabet, each followed by a check letter. With
the values a, b, c of a group's letters, k of its check letter and i of its place from 0, the sum
a + 2b + 3c + 4k + i is 0 modulo 23: a wrong letter, two letters swapped beside each other, or two
groups swapped never pass, and the group that is wrong is named.
"""

from __future__ import annotations

from ledger.domain.fingerprint import LETTERS, grouped, plain_letters
from ledger.domain.refusals.recovery import RecoveryCodeLength, RecoveryCodeMistyped

SHORTEST_PASSPHRASE = 10  # letters (trust.md 6.5)
KEY_BYTES = 32
GROUPS = 19
_IN_GROUP = 3
_BASE = len(LETTERS)
_ANSWER = pow(4, -1, _BASE)  # what a check letter's weight is divided by


def recovery_code(key: bytes) -> str:
    """The code of a data key of 32 bytes, in groups of four letters."""
    number, letters = int.from_bytes(key, "big"), []
    for _ in range(GROUPS * _IN_GROUP):
        number, rest = divmod(number, _BASE)
        letters.append(LETTERS[rest])
    letters.reverse()
    groups = ("".join(letters[3 * at : 3 * at + 3]) for at in range(GROUPS))
    return " ".join(group + _check_letter(group, at) for at, group in enumerate(groups))


def key_from(typed: str) -> bytes:
    """The data key of a code as it was typed, with or without spaces, in small letters too.

    Raises:
        RecoveryCodeLength: letters are missing or too many.
        RecoveryCodeMistyped: these groups have a wrong letter.
    """
    letters = plain_letters(typed)
    if len(letters) != GROUPS * (_IN_GROUP + 1):
        raise RecoveryCodeLength(len(letters), GROUPS * (_IN_GROUP + 1))
    groups = grouped(letters).split(" ")
    wrong = tuple(at + 1 for at, group in enumerate(groups) if not _is_right(group, at))
    if wrong:
        raise RecoveryCodeMistyped(wrong)
    number = 0
    for group in groups:
        for letter in group[:_IN_GROUP]:
            number = number * _BASE + LETTERS.index(letter)
    if number >> 8 * KEY_BYTES:  # more than a key: the first letters cannot be right
        raise RecoveryCodeMistyped((1,))
    return number.to_bytes(KEY_BYTES, "big")


def _is_right(group: str, at: int) -> bool:
    known = all(letter in LETTERS for letter in group)
    return known and group[-1] == _check_letter(group[:_IN_GROUP], at)


def _check_letter(group: str, at: int) -> str:
    weighted = sum((place + 1) * LETTERS.index(letter) for place, letter in enumerate(group))
    return LETTERS[-(weighted + at) * _ANSWER % _BASE]
