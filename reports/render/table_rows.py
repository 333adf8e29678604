"""Rows of a table: cells in their columns, hairlines between rows, rules around totals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reports.document import Row, RowStyle, Table
from reports.render.flow import Piece
from reports.render.lettering import Line
from reports.render.look import (
    ACCENT,
    HAIRLINE,
    HAIRLINE_GREY,
    INK,
    TINT,
    mm,
)
from reports.render.pdf_page import Page, Style
from reports.render.pdf_tags import Element
from reports.render.setting import Setting
from reports.render.shaping import EM
from reports.render.table_columns import INDENT, PADDING, Grid, Slot, is_strong
from reports.render.wrapping import wrap

_ABOVE = 0.12  # white space over and under the lines of a row, in sizes
_DOUBLE_LINE = 2.6  # points under a total
_TALLEST = 24  # lines of one row on one page; a longer cell goes on below

_Shown = tuple[float, float, Line]
"""A line of a cell: its distance from the left edge and from the top of the row."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What all rows of one table share."""

    table: Table
    grid: Grid
    setting: Setting
    tag: Element

    @property
    def size(self) -> float:
        return self.grid.size


def row_pieces(
    row: Row, cells: tuple[str, ...], shown: tuple[Line | None, ...], plan: Plan
) -> list[Piece]:
    """The row as one piece, or as several where a cell is higher than a page should hold."""
    style = _style_of(row.style, plan.size)
    indent = row.indent * INDENT * plan.size
    columns = [
        _on_one_line(slot, text, line, indent, plan)
        or wrap(text, _room(slot, indent, plan.size), style, plan.setting.pens)
        for slot, text, line in zip(plan.grid.slots, cells, shown, strict=True)
    ]
    most = max(map(len, columns))
    if most <= _TALLEST:
        return [_row_piece(row, columns, plan, style)]
    return [
        _row_piece(row, [lines[at : at + _TALLEST] for lines in columns], plan, style)
        for at in range(0, most, _TALLEST)
    ]


@lru_cache(maxsize=64)
def _style_of(style: RowStyle, size: float) -> Style:
    colour = ACCENT if style is RowStyle.HEADING else INK
    return Style(size, strong=is_strong(style), colour=colour)


def _on_one_line(slot: Slot, text: str, line: Line | None, indent: float, plan: Plan) -> list[Line]:
    """The cell's line as it was measured, where it fits; none where it must be wrapped."""
    if line is None or (slot.wraps and text != text.strip()):
        return []
    room = _room(slot, indent, plan.size) if slot.wraps else slot.width
    return [line] if line.width * plan.size / EM <= room else []


def _room(slot: Slot, indent: float, size: float) -> float:
    room = slot.width - 2 * PADDING * size
    if slot.indented:
        room -= indent
    # Widths were measured in these very units; a hair's breadth must not break a line.
    return room + 0.01


def _row_piece(row: Row, columns: list[list[Line]], plan: Plan, style: Style) -> Piece:
    scale, size = plan.setting.scale, style.size
    step = scale.leading(size)
    used = max(map(len, columns)) * step + 2 * _ABOVE * size
    height = max(used, mm(plan.table.row_height))
    closing = _DOUBLE_LINE if row.style is RowStyle.TOTAL else 0.0
    first = (height - used) / 2 + _ABOVE * size + scale.baseline(size)
    cells: list[list[_Shown]] = []
    for slot, lines in zip(plan.grid.slots, columns, strict=True):
        indent = row.indent * INDENT * size if slot.indented else 0.0
        cells.append(
            [
                (slot.start(line, size) + indent, first + down * step, line)
                for down, line in enumerate(lines)
            ]
        )

    def draw(page: Page, left: float, top: float) -> None:
        _draw_rules(page, (left, top, height + closing), row.style, plan)
        tags = plan.setting.book.tags
        tag = tags.inside(plan.tag, "TR")
        for lines in cells:
            page.begin("TD", tag)
            for x, y, line in lines:
                page.line(left + x, top + y, line, style)
            page.end()
        tags.close(tag)

    return Piece(height + closing, draw)


def _draw_rules(page: Page, box: tuple[float, float, float], style: RowStyle, plan: Plan) -> None:
    left, top, height = box
    width, foot = plan.grid.width, box[1] + box[2]
    if style is RowStyle.HEADING:
        page.area((left, top, width, height), TINT)
    if style in {RowStyle.SUBTOTAL, RowStyle.TOTAL}:
        page.rule(left, top, width, width=HAIRLINE * 1.5, colour=INK)
    if style is RowStyle.TOTAL:
        page.rule(left, foot - 2.2, width, width=HAIRLINE * 1.5, colour=INK)
        page.rule(left, foot - 0.4, width, width=HAIRLINE * 1.5, colour=INK)
    else:
        page.rule(left, foot, width, width=HAIRLINE, colour=HAIRLINE_GREY)
    if plan.table.grid:
        for x in (*(slot.left for slot in plan.grid.slots), width):
            page.upright(left + x, top, height, width=HAIRLINE, colour=HAIRLINE_GREY)
