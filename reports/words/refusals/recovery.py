"""Sentences about the recovery code, and about keys of a book that has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, recovery
from reports.words.voice import Voice


def code_length(refusal: recovery.RecoveryCodeLength, voice: Voice) -> str:
    return voice.tr(
        "The recovery code has {expected} letters, and these are {letters}. Type every group of "
        "the sheet."
    ).format(expected=voice.number(refusal.expected), letters=voice.number(refusal.letters))


def code_mistyped(refusal: recovery.RecoveryCodeMistyped, voice: Voice) -> str:
    return voice.tr(
        "In the recovery code these groups have a wrong letter: {groups}. Compare them with the "
        "sheet."
    ).format(groups=", ".join(voice.number(group) for group in refusal.groups))


def not_encrypted(refusal: recovery.NotEncrypted, voice: Voice) -> str:
    return voice.tr(
        "The book {path} is not encrypted, so it has no keys. Make a new book with a passphrase; "
        "one without is for practice."
    ).format(path=refusal.path)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    recovery.RecoveryCodeLength: code_length,
    recovery.RecoveryCodeMistyped: code_mistyped,
    recovery.NotEncrypted: not_encrypted,
}
