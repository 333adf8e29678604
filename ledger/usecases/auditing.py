"""What auditors and inspectors write: questions, findings with follow-up, confirmed balances."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.auditing import (
    AuditAnswer,
    AuditQuestion,
    Confirmation,
    Confirmed,
    Inspection,
    QuestionState,
)
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.money import Money
from ledger.domain.refusals import UnknownEntry
from ledger.domain.refusals.auditing import (
    AuditQuestionSettled,
    CardOfNoMember,
    InspectionSettled,
    StatedAmountWrong,
    UnknownAuditQuestion,
    UnknownInspection,
)
from ledger.usecases.members import the_member
from ledger.usecases.recording import check_has_come, given, the_card


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAuditQuestion(Command):
    """A question to the treasurer, pinned to an entry or a member where it has one."""

    text: str
    on: date
    entry: int | None = None
    member: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAuditQuestion(Command):
    """What the treasurer says to a question."""

    question: int
    text: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleAuditQuestion(Command):
    """The auditor is content; the question is closed with her last word."""

    question: int
    text: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInspection(Command):
    """A finding of the inspector for the month's follow-up table (domain.md 3.6)."""

    month: Month
    topic: str
    found: str
    effect: str = ""
    recommendation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowInspection(Command):
    """What became of a finding; with ``settled`` it leaves the table of the months to come."""

    inspection: int
    result: str
    on: date
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConfirmation(Command):
    """A member's reply to the slip with her balance; ``stated`` only where she disagrees."""

    card: int
    at: date
    outcome: Confirmed
    stated: Money | None = None
    note: str = ""


def ask_audit_question(command: AskAuditQuestion, books: Books) -> None:
    check_has_come(books, command.on)
    if command.entry is not None and books.entry(command.entry) is None:
        raise UnknownEntry(command.entry)
    if command.member is not None:
        the_member(books, command.member)
    number = books.next_number(AuditQuestion)
    books.add(
        AuditQuestion(
            number=number,
            on=command.on,
            text=given(command.text, "text"),
            state=QuestionState.OPEN,
            entry=command.entry,
            member=command.member,
        )
    )
    books.make(question=number)


def answer_audit_question(command: AnswerAuditQuestion, books: Books) -> None:
    _say(command, books, QuestionState.ANSWERED)


def settle_audit_question(command: SettleAuditQuestion, books: Books) -> None:
    _say(command, books, QuestionState.SETTLED)


def record_inspection(command: RecordInspection, books: Books) -> None:
    check_has_come(books, command.month.first)
    number = books.next_number(Inspection)
    books.add(
        Inspection(
            number=number,
            month=command.month.iso,
            topic=given(command.topic, "topic"),
            found=given(command.found, "found"),
            effect=command.effect.strip(),
            recommendation=command.recommendation.strip(),
        )
    )
    books.make(inspection=number)


def follow_inspection(command: FollowInspection, books: Books) -> None:
    check_has_come(books, command.on)
    found = books.newest(Inspection, command.inspection)
    if found is None:
        raise UnknownInspection(command.inspection)
    if found.settled:
        raise InspectionSettled(command.inspection)
    books.add(
        replace(
            found,
            result=given(command.result, "result"),
            followed_on=command.on,
            settled=command.settled,
        )
    )


def record_confirmation(command: RecordConfirmation, books: Books) -> None:
    check_has_come(books, command.at)
    card = the_card(books, command.card)
    if card.member is None:
        raise CardOfNoMember(command.card)
    disagreed = command.outcome is Confirmed.DISAGREED
    held = books.card_balance(card.number, card.account, at=command.at)
    booked = held if card.kind is CardKind.LOAN else -held
    if disagreed != (command.stated is not None and command.stated != booked):
        raise StatedAmountWrong(command.card)
    books.add(
        Confirmation(
            card=command.card,
            at=command.at,
            outcome=command.outcome,
            booked=booked,
            stated=command.stated,
            note=command.note.strip(),
        )
    )


def _say(
    command: AnswerAuditQuestion | SettleAuditQuestion, books: Books, state: QuestionState
) -> None:
    check_has_come(books, command.on)
    found = books.newest(AuditQuestion, command.question)
    if found is None:
        raise UnknownAuditQuestion(command.question)
    if found.state is QuestionState.SETTLED:
        raise AuditQuestionSettled(command.question)
    number = books.next_number(AuditAnswer, question=command.question)
    settles = state is QuestionState.SETTLED
    text = given(command.text, "text")
    books.add(AuditAnswer(command.question, number, command.on, text, settles))
    books.add(replace(found, state=state))
