"""Receipts of a period in order of number, with voids and reprints, and the proof of no gap."""

from __future__ import annotations

from ledger.queries.papers import ReceiptList, ReceiptRow, Series
from reports.document import Document, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    code,
    count,
    day,
    money,
    name_of,
    paper,
    period_of,
    text,
)
from reports.words.voice import Voice


def receipt_list_paper(answer: ReceiptList, frame: Frame) -> Document:
    voice = frame.voice
    until = answer.until or max((row.on for row in answer.rows), default=None)
    return paper(
        frame,
        voice.tr("List of receipts"),
        [_receipts(answer, voice), _numbers(answer.series, voice)],
        period="" if until is None else period_of(answer.since, until, voice),
    )


def _receipts(answer: ReceiptList, voice: Voice) -> Table:
    rows = [_row(row, voice) for row in answer.rows]
    if rows:
        total = (None, None, voice.tr("Total"), None, answer.total, answer.void_total, None)
        rows.append(Row(total, RowStyle.TOTAL))
    columns = (
        code(voice.tr("Receipt")),
        day(voice.tr("Date")),
        text(voice.tr("Received from"), weight=2),
        text(voice.tr("Note")),
        money(voice.tr("Amount")),
        money(voice.tr("Cancelled")),
        count(voice.tr("Prints")),
    )
    return Table(columns, tuple(rows), when_empty=voice.tr("No receipt."))


def _row(row: ReceiptRow, voice: Voice) -> Row:
    name = row.payer if row.member is None else name_of(row.name, voice)
    notes = [row.void.reason] if row.void is not None else []
    if row.replaces:
        # note: beside a receipt that was written in place of another one
        notes.append(
            voice.joined(lambda one: one.tr("in place of {receipt}").format(receipt=row.replaces))
        )
    if row.paper_number:
        notes.append("/".join(part for part in (row.paper_book, row.paper_number) if part))
    amounts = (None, row.total) if row.void is not None else (row.total, None)
    return Row((row.receipt, row.on, name, "\n".join(notes), *amounts, row.prints))


def _numbers(series: tuple[Series, ...], voice: Voice) -> Table:
    """First and last number of every series and year; the last column must say that none lacks."""
    rows = [
        Row(
            (
                f"{one.series}{one.year}",
                one.first,
                one.last,
                one.count,
                ", ".join(str(number) for number in one.missing) or voice.tr("none"),
            )
        )
        for one in series
    ]
    columns = (
        code(voice.tr("Series")),
        count(voice.tr("First number")),
        count(voice.tr("Last number")),
        count(voice.tr("How many")),
        text(voice.tr("Missing numbers")),
    )
    return Table(columns, tuple(rows), caption=voice.tr("All numbers of the book"))
