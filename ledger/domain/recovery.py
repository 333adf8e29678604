"""The recovery code: the book's data key as letters that people write down and type again.

How the letters are made, and how a slip of the pen is found, says ``ledger.domain.key_letters``.
"""

from __future__ import annotations

from ledger.domain.fingerprint import plain_letters
from ledger.domain.key_letters import GROUPS, IN_GROUP, bytes_of, letters_of, wrong_groups
from ledger.domain.refusals.recovery import RecoveryCodeLength, RecoveryCodeMistyped

__all__ = ["GROUPS", "SHORTEST_PASSPHRASE", "key_from", "recovery_code"]

SHORTEST_PASSPHRASE = 10  # letters (trust.md 6.5)
_SHIFT = 0


def recovery_code(key: bytes) -> str:
    """The code of a data key of 32 bytes, in groups of four letters."""
    return letters_of(key, _SHIFT)


def key_from(typed: str) -> bytes:
    """The data key of a code as it was typed, with or without spaces, in small letters too.

    Raises:
        RecoveryCodeLength: letters are missing or too many.
        RecoveryCodeMistyped: these groups have a wrong letter.
    """
    letters = plain_letters(typed)
    if len(letters) != GROUPS * IN_GROUP:
        raise RecoveryCodeLength(len(letters), GROUPS * IN_GROUP)
    if wrong := wrong_groups(letters, _SHIFT):
        raise RecoveryCodeMistyped(wrong)
    return bytes_of(letters)
