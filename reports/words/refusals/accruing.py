"""Sentences about accrued interest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, accruing
from reports.words.voice import Voice


def interest_accrued(refusal: accruing.InterestAccrued, voice: Voice) -> str:
    return voice.tr(
        "The books already show the interest that is unpaid on {on}. There is nothing more to do."
    ).format(on=voice.day(refusal.on))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    accruing.InterestAccrued: interest_accrued,
}
