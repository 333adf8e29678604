"""The blank collection sheet, in the order of the screen: what each member is expected to pay."""

from __future__ import annotations

from itertools import groupby

from ledger.domain.money import ZERO, Money, total
from ledger.queries.blank_sheet import BlankSheet
from ledger.queries.collection import SheetColumn, SheetRow
from reports.document import (
    A4,
    Block,
    Column,
    Document,
    Heading,
    Kind,
    PageBreak,
    Row,
    RowStyle,
    Table,
    Value,
)
from reports.documents.frame import (
    Frame,
    code,
    count,
    money,
    name_of,
    paper,
    signatures,
    unbroken,
)
from reports.words.voice import Voice

_ROW_HEIGHT = 9  # millimetres: room to write the amount paid


def collection_sheet_paper(answer: BlankSheet, frame: Frame) -> Document:
    """Every zone on its own pages, so that each leader takes hers along."""
    voice, sheet = frame.voice, answer.sheet
    blocks: list[Block] = []
    for zone, rows in groupby(sheet.rows, key=lambda row: row.zone):
        if blocks:
            blocks.append(PageBreak())
        if zone:
            blocks.append(Heading(answer.zones.get(zone, zone), level=2))
        blocks.append(_table(sheet.columns, list(rows), voice))
        blocks.append(
            signatures(
                (voice.tr("Collected by"), ""),
                (voice.tr("Counted by"), ""),
                (voice.tr("Treasurer"), ""),
            )
        )
    return paper(
        frame,
        voice.tr("Collection sheet"),
        blocks,
        period=voice.day(sheet.on, "long"),
        sheet=A4.landscape(),
    )


def _table(columns: tuple[SheetColumn, ...], rows: list[SheetRow], voice: Voice) -> Table:
    lines = [
        Row(
            (
                at,
                row.member,
                name_of(row.name, voice),
                *(_expected(row, column) for column in columns),
                row.expected,
                None,
                None,
            )
        )
        for at, row in enumerate(rows, start=1)
    ]
    sums = [_sum(rows, column) for column in columns]
    expected = total(row.expected for row in rows)
    label = voice.tr("Total")
    lines.append(Row((None, None, label, *sums, expected, None, None), RowStyle.TOTAL))
    titles: tuple[Column, ...] = (
        count(voice.tr("Row")),
        code(voice.tr("Member number")),
        unbroken(voice.tr("Name")),
        *(money(voice.name(column.name_th, column.name_en)) for column in columns),
        money(voice.tr("Expected")),
        Column(voice.tr("Amount paid"), Kind.TEXT, weight=2),
        Column(voice.tr("Note"), Kind.TEXT, weight=2),
    )
    return Table(titles, tuple(lines), grid=True, row_height=_ROW_HEIGHT)


def _expected(row: SheetRow, column: SheetColumn) -> Value:
    """The sum of a member's items in a column; nothing where she has none there."""
    found = [
        item.expected
        for item in row.items
        if (item.item, item.column) == (column.item, column.code)
    ]
    return total(found) if found else None


def _sum(rows: list[SheetRow], column: SheetColumn) -> Money:
    amounts = (_expected(row, column) for row in rows)
    return total(amount if isinstance(amount, Money) else ZERO for amount in amounts)
