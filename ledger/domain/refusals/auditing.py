"""Refusals at the auditor's desk: questions, findings and confirmed balances."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class BookNotSound(Refusal):
    """The whole audit finds faults, so nothing is closed over them without a reason."""

    findings: int
    act: int


@dataclass(eq=False)
class UnknownAct(Refusal):
    """No act of that number in the log."""

    act: int


@dataclass(eq=False)
class UnknownAuditQuestion(Refusal):
    """No question of that number."""

    question: int


@dataclass(eq=False)
class AuditQuestionSettled(Refusal):
    """The question was settled already."""

    question: int


@dataclass(eq=False)
class UnknownInspection(Refusal):
    """No line of that number in the follow-up table."""

    inspection: int


@dataclass(eq=False)
class InspectionSettled(Refusal):
    """The finding was settled already."""

    inspection: int


@dataclass(eq=False)
class StatedAmountWrong(Refusal):
    """A member disagrees with a balance exactly when another amount is stated."""

    card: int


@dataclass(eq=False)
class CardOfNoMember(Refusal):
    """Only members confirm balances; this card belongs to none."""

    card: int
