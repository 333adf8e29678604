"""Unpaid interest of every loan of both legs beside what the books have accrued."""

from __future__ import annotations

from ledger.domain.lending import Direction
from ledger.domain.money import ZERO
from ledger.queries.accrued_interest import AccruedInterest, AccruedLeg, AccruedRow
from reports.document import Block, Document, Paragraph, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    money,
    name_of,
    paper,
    signatures,
    text,
    unbroken,
)
from reports.words.voice import Voice


def accrued_interest_paper(answer: AccruedInterest, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = [_leg(answer.lent, voice), _leg(answer.borrowed, voice)]
    if answer.due > ZERO:
        said = voice.joined(
            lambda one: one.tr(
                "The books differ from what is unpaid by {amount} baht: accrue the interest."
            ).format(amount=one.money(answer.due))
        )
        blocks.append(Paragraph(text=said, strong=True))
    blocks.append(signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")))
    return paper(frame, voice.tr("Accrued interest"), blocks, period=at_day(answer.at, voice))


def _leg(leg: AccruedLeg, voice: Voice) -> Table:
    lent = leg.direction is Direction.OUT
    caption = voice.tr("Loans to members") if lent else voice.tr("Loans received")
    rows = [_row(one, voice) for one in leg.rows]
    if rows:
        sums = (leg.unpaid, leg.booked, leg.change, None)
        rows.append(Row((None, voice.tr("Total"), *sums), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Loan card")),
        unbroken(voice.tr("Name")),
        money(voice.tr("Interest unpaid")),
        money(voice.tr("Accrued in the books")),
        money(voice.tr("Still to book")),
        text(voice.tr("Remark")),
    )
    empty = voice.tr("No interest is unpaid.")
    return Table(columns, tuple(rows), caption=caption, name=leg.direction.value, when_empty=empty)


def _row(one: AccruedRow, voice: Voice) -> Row:
    name = name_of(one.name, voice)
    remark = voice.tr("Suspended") if one.suspended else ""
    return Row((voice.digits(str(one.card)), name, one.unpaid, one.booked, one.change, remark))
