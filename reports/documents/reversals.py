"""Reversals of a period with their reasons."""

from __future__ import annotations

from ledger.queries.reversals import ReversalRow, Reversals
from reports.document import Document, Row, RowStyle, Table
from reports.documents.frame import Frame, code, day, money, paper, period_of, text
from reports.words.events import event_name
from reports.words.voice import Voice


def reversals_paper(answer: Reversals, frame: Frame) -> Document:
    voice = frame.voice
    return paper(
        frame,
        voice.tr("Reversals"),
        [reversals_table(answer, voice)],
        period=period_of(answer.since, answer.until, voice),
    )


def reversals_table(answer: Reversals, voice: Voice) -> Table:
    rows = [_row(row, voice) for row in answer.rows]
    if rows:
        total = (None, None, voice.tr("Total"), None, None, answer.total, None)
        rows.append(Row(total, RowStyle.TOTAL))
    columns = (
        day(voice.tr("Date")),
        code(voice.tr("Entry")),
        text(voice.tr("Taken back")),
        day(voice.tr("Booked on")),
        text(voice.tr("Reason")),
        money(voice.tr("Amount")),
        text(voice.tr("Taken back by")),
    )
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Reversals"),
        when_empty=voice.tr("Nothing was taken back."),
    )


def _row(row: ReversalRow, voice: Voice) -> Row:
    said = [event_name(row.event, voice), *row.papers, row.memo]
    what = [f"#{row.original}", *(part for part in said if part)]
    if row.earlier_month:
        # note: an entry of a closed month that was taken back in a later one
        what.append(voice.tr("(of an earlier month)"))
    cells = (
        row.on,
        f"#{row.entry}",
        "\n".join((" ".join(what[:2]), *what[2:])),
        row.original_on,
        row.reason,
        row.amount,
        row.user,
    )
    return Row(cells)
