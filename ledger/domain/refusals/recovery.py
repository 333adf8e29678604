"""Refusals about the recovery code as it was typed, and about keys of a book that has none."""

from __future__ import annotations

from ledger.domain.refusals.base import Refusal, refusal


@refusal
class RecoveryCodeLength(Refusal):
    """Letters of the code are missing, or there are too many."""

    letters: int
    expected: int


@refusal
class RecoveryCodeMistyped(Refusal):
    """The check letter of these groups, counted from 1, does not fit."""

    groups: tuple[int, ...]


@refusal
class NotEncrypted(Refusal):
    """The book has no keys, because it is not encrypted."""

    path: str
