"""The auditor's desk: questions with their answers, the follow-up table, confirmed balances."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from ledger.domain.accounts import CardKind
from ledger.domain.auditing import (
    AuditAnswer,
    AuditQuestion,
    Confirmation,
    Confirmed,
    Inspection,
    QuestionState,
)
from ledger.domain.cards import Card
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, total
from ledger.queries.naming import Name, names_of, product_names
from ledger.queries.standing import stamp_of
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Said:
    """Something said at a question, by whom and when it was written."""

    on: date
    text: str
    user: str
    written_at: datetime
    settles: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with everything that was said to it."""

    question: int
    on: date
    text: str
    state: QuestionState
    entry: int | None
    member: str | None
    name: str
    asked_by: str
    answers: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class AuditQuestions:
    """All questions by number, and how many wait for whom."""

    rows: tuple[QuestionView, ...]
    open: int
    answered: int
    settled: int


def audit_questions(
    reader: Reader,
    *,
    state: QuestionState | None = None,
    entry: int | None = None,
    member: str | None = None,
) -> AuditQuestions:
    """The auditor's questions, all of them or those in a state, at an entry or at a member."""
    every = reader.every(AuditQuestion)
    names = names_of(reader, (one.member for one in every if one.member is not None))
    rows = tuple(
        _view(reader, one, names)
        for one in every
        if (state is None or one.state is state)
        and (entry is None or one.entry == entry)
        and (member is None or one.member == member)
    )
    return AuditQuestions(
        rows,
        open=sum(one.state is QuestionState.OPEN for one in every),
        answered=sum(one.state is QuestionState.ANSWERED for one in every),
        settled=sum(one.state is QuestionState.SETTLED for one in every),
    )


def _view(reader: Reader, one: AuditQuestion, names: dict[str, str]) -> QuestionView:
    ((asked,),) = reader.rows(
        "SELECT MIN(act) FROM audit_questions WHERE number = ?", (one.number,)
    )
    return QuestionView(
        question=one.number,
        on=one.on,
        text=one.text,
        state=one.state,
        entry=one.entry,
        member=one.member,
        name=names.get(one.member or "", ""),
        asked_by=stamp_of(reader, asked).user,
        answers=tuple(_said(reader, one.number)),
    )


def _said(reader: Reader, question: int) -> list[Said]:
    acts = dict(
        reader.rows("SELECT number, act FROM audit_answers WHERE question = ?", (question,))
    )
    found = []
    for answer in reader.every(AuditAnswer, question=question):
        stamp = stamp_of(reader, acts[answer.number])
        found.append(Said(answer.on, answer.text, stamp.user, stamp.moment, answer.settles))
    return found


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The follow-up table of a month: its own findings and those of earlier months still open."""

    month: Month
    rows: tuple[Inspection, ...]
    open: int


def follow_up(reader: Reader, *, month: Month) -> FollowUp:
    """The inspector's follow-up table: month, topic, found, effect, recommendation, result.

    A finding of an earlier month stands in it until the month in which it was settled
    (domain.md 3.6).
    """
    rows = tuple(one for one in reader.every(Inspection) if _stands_in(one, month))
    return FollowUp(month, rows, sum(not one.settled for one in rows))


def _stands_in(one: Inspection, month: Month) -> bool:
    if one.month > month.iso:
        return False
    settled_in = one.followed_on.isoformat()[:7] if one.settled and one.followed_on else month.iso
    return one.month == month.iso or settled_in >= month.iso


@dataclass(frozen=True, slots=True)
class ConfirmationRow:
    """One card with its balance at the day and what the member said to it; None not asked yet."""

    card: int
    kind: CardKind
    product: str
    name_th: str
    name_en: str
    member: str
    holder: str
    booked: Money
    outcome: Confirmed | None
    stated: Money | None
    difference: Money
    note: str


@dataclass(frozen=True, slots=True)
class Confirmations:
    """Replies to balance slips. Coverage is the share of the value, and of the cards, that replied.

    ``difference`` is the sum of what members state above the book (negative: below).
    """

    at: date
    rows: tuple[ConfirmationRow, ...]
    agreed: int
    disagreed: int
    no_reply: int
    not_found: int
    difference: Money
    coverage_value: Fraction
    coverage_cards: Fraction


def confirmations(reader: Reader, *, at: date) -> Confirmations:
    """Every member's card with a balance at a day, beside the reply to its slip."""
    replies = {one.card: one for one in reader.every(Confirmation, at=at)}
    cards = [one for one in reader.every(Card) if one.member is not None]
    names = names_of(reader, (one.member for one in cards if one.member is not None))
    products = product_names(reader)
    rows = []
    for card in cards:
        held = reader.card_balance(card.number, card.account, at=at)
        owed = held if card.kind is CardKind.LOAN else -held
        if owed != ZERO or card.number in replies:
            rows.append(_row(card, owed, replies.get(card.number), names, products))
    replied = [one for one in rows if one.outcome in _REPLIED]
    counts = {outcome: sum(one.outcome is outcome for one in rows) for outcome in Confirmed}
    return Confirmations(
        at,
        tuple(rows),
        agreed=counts[Confirmed.AGREED],
        disagreed=counts[Confirmed.DISAGREED],
        no_reply=counts[Confirmed.NO_REPLY],
        not_found=counts[Confirmed.NOT_FOUND],
        difference=total(one.difference for one in rows),
        coverage_value=_share(
            sum(one.booked.satang for one in replied), sum(one.booked.satang for one in rows)
        ),
        coverage_cards=_share(len(replied), len(rows)),
    )


_REPLIED = (Confirmed.AGREED, Confirmed.DISAGREED)


def _row(
    card: Card,
    owed: Money,
    reply: Confirmation | None,
    names: dict[str, str],
    products: dict[tuple[CardKind, str], Name],
) -> ConfirmationRow:
    member = card.member or ""
    name = products.get((card.kind, card.product), Name(card.product, card.product))
    stated = reply.stated if reply is not None else None
    return ConfirmationRow(
        card=card.number,
        kind=card.kind,
        product=card.product,
        name_th=name.th,
        name_en=name.en,
        member=member,
        holder=names.get(member, ""),
        booked=owed,
        outcome=None if reply is None else reply.outcome,
        stated=stated,
        difference=ZERO if stated is None else stated - owed,
        note="" if reply is None else reply.note,
    )


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(0)
