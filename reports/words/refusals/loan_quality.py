"""Sentences about the quality of loans: the table of classes, and lenders' statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, loan_quality
from reports.words.voice import Voice


def class_steps_wrong(_refusal: loan_quality.ClassStepsWrong, voice: Voice) -> str:
    return voice.tr(
        "The table of loan classes has to begin with 0 days, and both days and percent have to "
        "rise from row to row, up to 100 %. Correct the rows."
    )


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    loan_quality.ClassStepsWrong: class_steps_wrong,
}
