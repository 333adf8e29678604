"""Sentences about a book that comes from an older program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, updating
from reports.words.voice import Voice


def update_failed(refusal: updating.UpdateFailed, voice: Voice) -> str:
    return voice.tr(
        "The book {path} is of an older program, and a copy that was brought up to date is not "
        "whole ({why}). The book is as it was: go on with the older program, and show this to "
        "whoever looks after it."
    ).format(path=refusal.path, why=refusal.why)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    updating.UpdateFailed: update_failed,
}
