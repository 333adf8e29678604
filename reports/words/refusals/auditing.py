"""Sentences at the auditor's desk: questions, findings and confirmed balances."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, auditing
from reports.words.voice import Voice


def book_not_sound(refusal: auditing.BookNotSound, voice: Voice) -> str:
    return voice.tr(
        "The audit of the whole book found {findings} faults, the first in act {act}. Show them to "
        "the auditor in the area Audit, or say why you close in spite of them (in_spite)."
    ).format(findings=voice.number(refusal.findings), act=refusal.act or "?")


def unknown_act(refusal: auditing.UnknownAct, voice: Voice) -> str:
    return voice.tr(
        "There is no act {number} in the log of this book. Look up its number in the log."
    ).format(number=refusal.act)


def unknown_audit_question(refusal: auditing.UnknownAuditQuestion, voice: Voice) -> str:
    return voice.tr(
        "There is no question {number} in this book. Look it up in the list of questions."
    ).format(number=refusal.question)


def audit_question_settled(refusal: auditing.AuditQuestionSettled, voice: Voice) -> str:
    return voice.tr(
        "Question {number} is settled and takes no more answers. Ask a new question instead."
    ).format(number=refusal.question)


def unknown_inspection(refusal: auditing.UnknownInspection, voice: Voice) -> str:
    return voice.tr(
        "There is no finding {number} in the follow-up table. Look it up in the list."
    ).format(number=refusal.inspection)


def inspection_settled(refusal: auditing.InspectionSettled, voice: Voice) -> str:
    return voice.tr(
        "Finding {number} is settled. If it happened again, enter it as a new finding."
    ).format(number=refusal.inspection)


def stated_amount_wrong(refusal: auditing.StatedAmountWrong, voice: Voice) -> str:
    return voice.tr(
        "Card {card}: the amount on the member's own paper is entered when she disagrees, "
        "and only then. Choose the right reply or correct the amount."
    ).format(card=refusal.card)


def card_of_no_member(refusal: auditing.CardOfNoMember, voice: Voice) -> str:
    return voice.tr(
        "Card {card} belongs to no member, so nobody can confirm it. Check the card number."
    ).format(card=refusal.card)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    auditing.BookNotSound: book_not_sound,
    auditing.UnknownAct: unknown_act,
    auditing.UnknownAuditQuestion: unknown_audit_question,
    auditing.AuditQuestionSettled: audit_question_settled,
    auditing.UnknownInspection: unknown_inspection,
    auditing.InspectionSettled: inspection_settled,
    auditing.StatedAmountWrong: stated_amount_wrong,
    auditing.CardOfNoMember: card_of_no_member,
}
