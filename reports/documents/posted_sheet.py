"""The filled collection sheet: who paid what, on which receipt, beside the cash counted."""

from __future__ import annotations

from itertools import groupby

from ledger.domain.money import ZERO, total
from ledger.queries.posted_sheet import PaidRow, PostedSheet
from reports.document import A4, Block, Document, Fact, Facts, Heading, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    code,
    count,
    money,
    name_of,
    paper,
    signatures,
    text,
    unbroken,
)
from reports.words.voice import Voice


def posted_sheet_paper(answer: PostedSheet, frame: Frame) -> Document:
    """The sheet as it was closed, zone by zone, in the order of the blank one."""
    voice = frame.voice
    blocks: list[Block] = [_facts(answer, voice)]
    for zone, rows in groupby(answer.rows, key=lambda row: row.zone):
        if zone:
            blocks.append(Heading(answer.zones.get(zone, zone), level=2))
        blocks.append(_table(answer, list(rows), voice))
    counted_by = "" if answer.count is None else answer.count.counted_by
    blocks.append(
        signatures(
            (voice.tr("Collected by"), ""),
            (voice.tr("Counted by"), counted_by),
            (voice.tr("Treasurer"), answer.user),
        )
    )
    return paper(
        frame,
        voice.tr("Collection sheet, filled in"),
        blocks,
        period=voice.day(answer.on, "long"),
        sheet=A4.landscape(),
    )


def _facts(answer: PostedSheet, voice: Voice) -> Facts:
    facts = [
        Fact(voice.tr("Sheet number"), answer.sheet, strong=True),
        Fact(voice.tr("Members who paid"), sum(bool(row.receipt) for row in answer.rows)),
        Fact(voice.tr("Members who did not pay"), sum(not row.receipt for row in answer.rows)),
        Fact(voice.tr("Paid in all"), answer.paid, strong=True),
    ]
    if answer.count is not None:
        facts.append(Fact(voice.tr("Counted"), answer.count.counted))
        differs = answer.count.difference != ZERO
        facts.append(Fact(voice.tr("Difference"), answer.count.difference, strong=differs))
        if answer.count.reason:
            facts.append(Fact(voice.tr("Reason"), answer.count.reason))
    return Facts(tuple(facts))


def _table(answer: PostedSheet, rows: list[PaidRow], voice: Voice) -> Table:
    lines = [
        Row(
            (
                at,
                row.member,
                name_of(row.name, voice),
                *row.amounts,
                row.paid,
                row.receipt,
                row.note,
            )
        )
        for at, row in enumerate(rows, start=1)
    ]
    sums = [
        total(amount for row in rows if (amount := row.amounts[at]) is not None)
        for at in range(len(answer.columns))
    ]
    paid = total(row.paid for row in rows)
    label = voice.tr("Total")
    lines.append(Row((None, None, label, *sums, paid, None, None), RowStyle.TOTAL))
    columns = (
        count(voice.tr("Row")),
        code(voice.tr("Member number")),
        unbroken(voice.tr("Name")),
        *(money(voice.name(one.name_th, one.name_en)) for one in answer.columns),
        money(voice.tr("Amount paid")),
        code(voice.tr("Receipt")),
        text(voice.tr("Note")),
    )
    return Table(columns, tuple(lines))
