"""Sentences when an exception of the red-flag tests is cleared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, red_flags
from reports.words.labels import quoted
from reports.words.voice import Voice


def unknown_flag(refusal: red_flags.UnknownFlag, voice: Voice) -> str:
    return voice.tr(
        "There is no exception {flag}. Take its name from the list of red flags."
    ).format(flag=quoted(refusal.flag))


def already_cleared(refusal: red_flags.FlagAlreadyCleared, voice: Voice) -> str:
    return voice.tr(
        "Exception {flag} was cleared already for this sum or more. Clear it again only when more "
        "money is at risk."
    ).format(flag=quoted(refusal.flag))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    red_flags.UnknownFlag: unknown_flag,
    red_flags.FlagAlreadyCleared: already_cleared,
}
