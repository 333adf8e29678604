"""A member's statement: every card with its movements, to compare with the passbook."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.accounts import CardKind
from ledger.domain.money import ZERO, Money
from ledger.queries.statement import MemberStatement, StatementCard, StatementLine
from reports.document import Block, Document, Fact, Facts, Heading, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    code,
    day,
    money,
    name_of,
    paper,
    period_of,
    running,
    signatures,
    text,
)
from reports.words.events import event_name
from reports.words.kinds import member_kind
from reports.words.voice import Voice


def member_statement_paper(answer: MemberStatement, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = [_who(answer, voice)]
    for card in answer.cards:
        blocks.extend(_card(card, answer, voice))
    blocks.append(signatures((voice.tr("Member"), answer.member.name), (voice.tr("Treasurer"), "")))
    return paper(
        frame,
        voice.tr("Member statement"),
        blocks,
        period=period_of(answer.since, answer.until, voice),
    )


def _who(answer: MemberStatement, voice: Voice) -> Facts:
    member = answer.member
    facts = [
        Fact(voice.tr("Name"), name_of(member.name, voice), strong=True),
        Fact(voice.tr("Member number"), member.number),
        Fact(voice.tr("Zone"), member.zone_name),
        Fact(voice.tr("Kind"), member_kind(member.kind, voice)),
        Fact(voice.tr("Savings at the end"), answer.savings, strong=True),
        Fact(voice.tr("Shares at the end"), answer.shares, strong=True),
    ]
    if any(card.kind is CardKind.LOAN for card in answer.cards):
        facts.append(Fact(voice.tr("Loans owed at the end"), answer.loans, strong=True))
    return Facts(tuple(facts))


def _card(card: StatementCard, answer: MemberStatement, voice: Voice) -> Iterator[Block]:
    # note: heading over one savings account, share card or loan, with its number
    heading = voice.joined(
        lambda one: one.tr("{product}, account {card}").format(
            product=one.name(card.name_th, card.name_en), card=one.digits(str(card.card))
        )
    )
    yield Heading(heading, level=2)
    rows = []
    if answer.since is not None:
        label = voice.tr("Balance brought forward")
        before = _shown(card.brought_forward, card)
        rows.append(Row((answer.since, label, None, None, None, before)))
    rows += [_line(line, card, voice) for line in card.lines]
    total = (None, voice.tr("Total"), None, card.paid_in, card.paid_out, _shown(card.balance, card))
    rows.append(Row(total, RowStyle.TOTAL))
    loan = card.kind is CardKind.LOAN
    columns = (
        day(voice.tr("Date")),
        text(voice.tr("Item")),
        code(voice.tr("Paper number")),
        money(voice.tr("Principal repaid") if loan else voice.tr("Paid in")),
        money(voice.tr("Lent") if loan else voice.tr("Paid out")),
        running(voice.tr("Still owed") if loan else voice.tr("Balance")),
    )
    yield Table(columns, tuple(rows), name=card.product)


def _shown(balance: Money, card: StatementCard) -> Money:
    """What the member has; on a loan what she owes."""
    return -balance if card.kind is CardKind.LOAN else balance


def _line(line: StatementLine, card: StatementCard, voice: Voice) -> Row:
    said = [event_name(line.event, voice, reversal=line.reversal), line.memo]
    return Row(
        (
            line.on,
            " · ".join(part for part in said if part),
            "\n".join(line.papers),
            None if line.paid_in == ZERO else line.paid_in,
            None if line.paid_out == ZERO else line.paid_out,
            _shown(line.balance, card),
        )
    )
