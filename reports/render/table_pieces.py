"""Tables as pieces of a page: a head that is repeated, rows with hairlines, totals with rules."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reports.document import Align, RowStyle, Table
from reports.render.flow import Bond, Piece
from reports.render.look import QUIET
from reports.render.pdf_page import Style
from reports.render.plain import plain
from reports.render.setting import Setting
from reports.render.table_columns import fit, texts_of
from reports.render.table_head import head_piece
from reports.render.table_rows import Plan, row_pieces
from reports.render.text_pieces import line_pieces
from reports.render.wrapping import wrap


def table_pieces(table: Table, setting: Setting) -> list[Piece]:
    texts = texts_of(table, setting)
    plan = Plan(
        table,
        fit(table, texts, setting),
        setting,
        setting.book.tags.inside(setting.tag, "Table"),
    )
    rows = [
        row_pieces(row, cells, lines, plan)
        for row, cells, lines in zip(table.rows, texts.rows, texts.lines, strict=True)
    ]
    _bind(rows, table)
    body = [piece for pieces in rows for piece in pieces] or _empty(plan)
    head = head_piece(plan, texts.titles, plan.tag)
    if table.repeat_head:
        again = head_piece(plan, texts.titles, None)
        for piece in body:
            piece.head = again
    pieces = [*_caption(plan), head, *body]
    pieces[0].above = setting.scale.text * 0.6
    pieces[-1].height += setting.scale.text * 0.3
    return pieces


def _caption(plan: Plan) -> list[Piece]:
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


def _empty(plan: Plan) -> list[Piece]:
    """One line that says that there is nothing."""
    if not plan.table.when_empty:
        return []
    style = Style(plan.size, colour=QUIET)
    lines = wrap(plain(plan.table.when_empty), plan.grid.width, style, plan.setting.pens)
    return line_pieces(lines, style, plan.setting, plan.tag, align=Align.CENTRE)
