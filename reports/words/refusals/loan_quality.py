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


def sanction_steps_wrong(_refusal: loan_quality.SanctionStepsWrong, voice: Voice) -> str:
    return voice.tr(
        "The number of missed instalments has to rise from row to row. Correct the rows."
    )


def unknown_repayment(refusal: loan_quality.UnknownRepayment, voice: Voice) -> str:
    return voice.tr(
        "Loan {card} has no repayment number {payment}. Look up the number on the loan's card."
    ).format(card=refusal.card, payment=refusal.payment)


def allowance_agrees(refusal: loan_quality.AllowanceAgrees, voice: Voice) -> str:
    return voice.tr(
        "The allowance of {allowance} is what the loans of {day} need. There is nothing to book."
    ).format(allowance=voice.money(refusal.allowance), day=voice.day(refusal.day))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    loan_quality.ClassStepsWrong: class_steps_wrong,
    loan_quality.SanctionStepsWrong: sanction_steps_wrong,
    loan_quality.UnknownRepayment: unknown_repayment,
    loan_quality.AllowanceAgrees: allowance_agrees,
}
