"""Tables as pieces of a page: a head that is repeated, rows with hairlines, totals with rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.document import Align, Row, RowStyle, Table
from reports.render.cell_text import alignment, first_text, wraps
from reports.render.flow import Bond, Piece
from reports.render.lettering import Line
from reports.render.look import (
    ACCENT,
    HAIRLINE,
    HAIRLINE_GREY,
    INK,
    QUIET,
    RULE,
    TINT,
    baseline,
    leading,
    mm,
)
from reports.render.pdf_page import Page, Style
from reports.render.pdf_tags import Element
from reports.render.plain import one_line, plain
from reports.render.setting import Setting
from reports.render.shaping import EM
from reports.render.table_columns import (
    INDENT,
    PADDING,
    Grid,
    fit,
    hang,
    is_strong,
    texts_of,
)
from reports.render.text_pieces import line_pieces
from reports.render.wrapping import fitted, wrap

_ABOVE = 0.12  # white space over and under the lines of a row, in sizes
_DOUBLE_LINE = 2.6  # points under a total
_HEAD_LINES = 4
_TALLEST = 24  # lines of one row on one page; a longer cell goes on below

_Shown = tuple[float, float, Line]
"""A line of a cell: its distance from the left edge and from the top of the row."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all rows of one table share."""

    table: Table
    grid: Grid
    setting: Setting
    tag: Element
    hangs: tuple[float, ...]
    indented: int

    @property
    def size(self) -> float:
        return self.grid.size


def table_pieces(table: Table, setting: Setting) -> list[Piece]:
    texts = texts_of(table, setting)
    plan = _Plan(
        table,
        fit(table, texts, setting),
        setting,
        setting.book.tags.inside(setting.tag, "Table"),
        tuple(hang(column, setting.pens) for column in table.columns),
        first_text(table.columns),
    )
    rows = [
        _row_pieces(row, cells, plan) for row, cells in zip(table.rows, texts.rows, strict=True)
    ]
    _bind(rows, table)
    body = [piece for pieces in rows for piece in pieces] or _empty(plan)
    head = _head_piece(plan, texts.titles, plan.tag)
    if table.repeat_head:
        again = _head_piece(plan, texts.titles, None)
        for piece in body:
            piece.head = again
    pieces = [*_caption(plan), head, *body]
    pieces[0].above = setting.scale.text * 0.6
    pieces[-1].height += setting.scale.text * 0.3
    return pieces


def _caption(plan: _Plan) -> list[Piece]:
    if not plan.table.caption:
        return []
    setting = plan.setting
    style = Style(setting.scale.part, strong=True)
    lines = wrap(plain(plan.table.caption), setting.width, style, setting.pens)
    pieces = line_pieces(lines, style, setting, setting.book.tags.inside(plan.tag, "Caption"))
    for piece in pieces:
        piece.bond = Bond.FIRM
    return pieces


def _bind(rows: Sequence[list[Piece]], table: Table) -> None:
    """Rows that would be misread alone hold on to the next; a table may wish to stay whole."""
    for pieces, (row, after) in zip(rows, pairwise(table.rows), strict=False):
        if table.keep_together:
            for piece in pieces:
                piece.bond = Bond.WISH
        if row.style is RowStyle.HEADING or after.style in {RowStyle.TOTAL, RowStyle.SUBTOTAL}:
            pieces[-1].bond = Bond.FIRM


def _row_pieces(row: Row, cells: tuple[str, ...], plan: _Plan) -> list[Piece]:
    style = Style(plan.size, strong=is_strong(row.style), colour=_ink(row.style))
    columns = [_cell_lines(nth, text, row, plan, style) for nth, text in enumerate(cells)]
    most = max(map(len, columns))
    return [
        _row_piece(row, [lines[at : at + _TALLEST] for lines in columns], plan, style)
        for at in range(0, most, _TALLEST)
    ]


def _ink(style: RowStyle) -> tuple[float, float, float]:
    return ACCENT if style is RowStyle.HEADING else INK


def _cell_lines(nth: int, text: str, row: Row, plan: _Plan, style: Style) -> list[Line]:
    if not wraps(plan.table.columns[nth]) and "\n" not in text:
        line = plan.setting.pens.line(text, style)
        if line.width * style.size / EM <= plan.grid.widths[nth]:
            return [line]
    room = plan.grid.widths[nth] - 2 * PADDING * style.size
    if nth == plan.indented:
        room -= row.indent * INDENT * style.size
    # Widths were measured in these very units; a hair's breadth must not break a line.
    return wrap(text, room + 0.01, style, plan.setting.pens)


def _row_piece(row: Row, columns: list[list[Line]], plan: _Plan, style: Style) -> Piece:
    step, size = leading(style.size), style.size
    used = max(map(len, columns)) * step + 2 * _ABOVE * size
    height = max(used, mm(plan.table.row_height))
    closing = _DOUBLE_LINE if row.style is RowStyle.TOTAL else 0.0
    first = (height - used) / 2 + _ABOVE * size + baseline(size)
    cells: list[list[_Shown]] = []
    for nth, lines in enumerate(columns):
        indent = row.indent * INDENT * size if nth == plan.indented else 0.0
        cells.append(
            [
                (_x(nth, line, plan, style) + indent, first + down * step, line)
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


def _x(nth: int, line: Line, plan: _Plan, style: Style) -> float:
    """Where a line of this column starts, from the table's left edge."""
    grid, size = plan.grid, style.size
    align = alignment(plan.table.columns[nth])
    if align is Align.START:
        return grid.lefts[nth] + PADDING * size
    width = line.width * size / EM
    spare = grid.widths[nth] - width
    if align is Align.CENTRE:
        return grid.lefts[nth] + spare / 2
    # The closing bracket of a negative amount hangs to the right of the figures above it.
    hanging = 0.0 if line.text.endswith(")") else plan.hangs[nth] * size
    return grid.lefts[nth] + spare - PADDING * size - hanging


def _draw_rules(page: Page, box: tuple[float, float, float], style: RowStyle, plan: _Plan) -> None:
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
        for x in (*plan.grid.lefts, width):
            page.upright(left + x, top, height, width=HAIRLINE, colour=HAIRLINE_GREY)


def _empty(plan: _Plan) -> list[Piece]:
    """One line that says that there is nothing."""
    if not plan.table.when_empty:
        return []
    style = Style(plan.size, colour=QUIET)
    lines = wrap(plain(plan.table.when_empty), plan.grid.width, style, plan.setting.pens)
    return line_pieces(lines, style, plan.setting, plan.tag, align=Align.CENTRE)


# ------------------------------------------------------------------------------- the head


def _head_piece(plan: _Plan, titles: tuple[str, ...], tag: Element | None) -> Piece:
    """The head, with the common heads of neighbouring columns above; without a tag it is decor."""
    style = Style(plan.size * 0.94, strong=True, colour=ACCENT)
    lines = [_title_lines(title, nth, plan, style) for nth, title in enumerate(titles)]
    step = leading(style.size) * 0.92
    most = max(map(len, lines))
    height = most * step + 0.5 * plan.size
    groups = _groups(plan, style)
    over = step + 2 if groups else 0.0

    def draw(page: Page, left: float, top: float) -> None:
        page.rule(left, top, plan.grid.width, width=RULE, colour=ACCENT)
        page.rule(left, top + over + height, plan.grid.width, width=HAIRLINE * 1.5, colour=ACCENT)
        tags = plan.setting.book.tags
        row = tags.inside(tag, "TR") if tag is not None else None
        for start, width, line in groups:
            page.begin("TH", row)
            middle = left + start + (width - line.width * style.size / EM) / 2
            page.line(middle, top + 2 + baseline(style.size), line, style)
            page.end()
            page.rule(left + start + 3, top + over, width - 6, width=HAIRLINE, colour=ACCENT)
        for nth, column in enumerate(lines):
            page.begin("TH", row)
            # Short titles stand on the last line, next to their column.
            y = top + over + 0.25 * plan.size + (most - len(column)) * step + baseline(style.size)
            for down, line in enumerate(column):
                page.line(left + _x(nth, line, plan, style), y + down * step, line, style)
            page.end()
        if row is not None:
            tags.close(row)

    return Piece(over + height + 1, draw, bond=Bond.FIRM)


def _title_lines(title: str, nth: int, plan: _Plan, style: Style) -> list[Line]:
    """The title in a few lines: a head must leave room for rows below it."""
    width = plan.grid.widths[nth] - PADDING * plan.size
    lines = wrap(title, width, style, plan.setting.pens)
    if len(lines) <= _HEAD_LINES:
        return lines
    kept = lines[: _HEAD_LINES - 1]
    rest = " ".join(line.text for line in lines[_HEAD_LINES - 1 :])
    return [*kept, fitted(rest, width, style, plan.setting.pens)]


def _groups(plan: _Plan, style: Style) -> list[tuple[float, float, Line]]:
    """Left edge, width and title of each run of columns with a common head."""
    found: list[tuple[float, float, Line]] = []
    before = ""
    for nth, column in enumerate(plan.table.columns):
        left, width = plan.grid.lefts[nth], plan.grid.widths[nth]
        if column.group and column.group == before:
            start, so_far, line = found.pop()
            found.append((start, so_far + width, line))
        elif column.group:
            found.append((left, width, plan.setting.pens.line(one_line(column.group), style)))
        before = column.group
    return found
