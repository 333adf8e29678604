"""Sentences about receipts that are entered again from paper after a restoration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, reentering
from reports.words.labels import quoted
from reports.words.voice import Voice


def reentry_first(refusal: reentering.ReentryFirst, voice: Voice) -> str:
    return voice.tr(
        "The book goes on from a copy, and receipts {first} to {last} are on paper already. Enter "
        "them again first, in the order of their numbers and with their own days."
    ).format(first=refusal.first, last=refusal.last)


def not_reentered(refusal: reentering.NotReentered, voice: Voice) -> str:
    return voice.tr(
        "Receipt {receipt} was not entered again after a restoration, so it keeps the code it has."
    ).format(receipt=refusal.receipt)


def old_code_unreadable(refusal: reentering.OldCodeUnreadable, voice: Voice) -> str:
    return voice.tr(
        "“{code}” is no code from a paper: those have four groups of four letters. "
        "Compare it with the paper once more."
    ).format(code=quoted(refusal.code))


def old_code_kept(refusal: reentering.OldCodeKept, voice: Voice) -> str:
    return voice.tr(
        "The code on the old paper of receipt {receipt} was typed in before, and stays."
    ).format(receipt=refusal.receipt)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    reentering.ReentryFirst: reentry_first,
    reentering.NotReentered: not_reentered,
    reentering.OldCodeUnreadable: old_code_unreadable,
    reentering.OldCodeKept: old_code_kept,
}
