"""The auditor's desk: questions at entries, findings with their follow-up, confirmed balances."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.money import Money
from ledger.domain.records import Record


class QuestionState(Enum):
    """How far a question has come: asked, answered by the treasurer, settled by the auditor."""

    OPEN = "open"
    ANSWERED = "answered"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class AuditQuestion(Record):
    """A question pinned to an entry or to a member, or to the books as a whole."""

    table = "audit_questions"
    key = ("number",)

    number: int
    on: date
    text: str
    state: QuestionState
    entry: int | None = None
    member: str | None = None


@dataclass(frozen=True, slots=True)
class AuditAnswer(Record):
    """What was said to a question; ``settles`` closes it."""

    table = "audit_answers"
    key = ("question", "number")
    versions = False

    question: int
    number: int
    on: date
    text: str
    settles: bool


@dataclass(frozen=True, slots=True)
class Inspection(Record):
    """One line of the inspector's follow-up table (domain.md 3.6): what was found in a month.

    ``month`` is written ``YYYY-MM``; the newest version carries the newest follow-up.
    """

    table = "inspections"
    key = ("number",)

    number: int
    month: str
    topic: str
    found: str
    effect: str
    recommendation: str
    result: str = ""
    followed_on: date | None = None
    settled: bool = False


class Confirmed(Enum):
    """What a member said to the slip with her balance (domain.md 3.6)."""

    AGREED = "agreed"
    DISAGREED = "disagreed"
    NO_REPLY = "no_reply"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Confirmation(Record):
    """The reply to a confirmation slip for one card at a day.

    ``booked`` is the balance that stood on the slip, ``stated`` what the member's own paper says;
    both are what the cooperative owes, or with a loan what the member owes.
    """

    table = "confirmations"
    key = ("card", "at")

    card: int
    at: date
    outcome: Confirmed
    booked: Money
    stated: Money | None
    note: str = ""
