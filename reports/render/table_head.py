"""The head of a table: titles next to their columns, common heads above them."""

from __future__ import annotations

from reports.render.flow import Bond, Piece
from reports.render.lettering import Line
from reports.render.look import ACCENT, HAIRLINE, RULE
from reports.render.pdf_page import Page, Style
from reports.render.pdf_tags import Element
from reports.render.plain import one_line
from reports.render.shaping import EM
from reports.render.table_columns import PADDING
from reports.render.table_rows import Plan
from reports.render.wrapping import fitted, wrap

_HEAD_LINES = 4


def head_piece(plan: Plan, titles: tuple[str, ...], tag: Element | None) -> Piece:
    """The head, with the common heads of neighbouring columns above; without a tag it is decor."""
    style = Style(plan.size * 0.94, strong=True, colour=ACCENT)
    lines = [_title_lines(title, nth, plan, style) for nth, title in enumerate(titles)]
    step = plan.setting.scale.leading(style.size) * 0.92
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
            page.line(middle, top + 2 + plan.setting.scale.baseline(style.size), line, style)
            page.end()
            page.rule(left + start + 3, top + over, width - 6, width=HAIRLINE, colour=ACCENT)
        for nth, column in enumerate(lines):
            page.begin("TH", row)
            # Short titles stand on the last line, next to their column.
            y = (
                top
                + over
                + 0.25 * plan.size
                + (most - len(column)) * step
                + plan.setting.scale.baseline(style.size)
            )
            for down, line in enumerate(column):
                page.line(
                    left + plan.grid.slots[nth].start(line, style.size),
                    y + down * step,
                    line,
                    style,
                )
            page.end()
        if row is not None:
            tags.close(row)

    return Piece(over + height + 1, draw, bond=Bond.FIRM)


def _title_lines(title: str, nth: int, plan: Plan, style: Style) -> list[Line]:
    """The title in a few lines: a head must leave room for rows below it."""
    width = plan.grid.slots[nth].width - PADDING * plan.size
    lines = wrap(title, width, style, plan.setting.pens)
    if len(lines) <= _HEAD_LINES:
        return lines
    kept = lines[: _HEAD_LINES - 1]
    rest = " ".join(line.text for line in lines[_HEAD_LINES - 1 :])
    return [*kept, fitted(rest, width, style, plan.setting.pens)]


def _groups(plan: Plan, style: Style) -> list[tuple[float, float, Line]]:
    """Left edge, width and title of each run of columns with a common head."""
    found: list[tuple[float, float, Line]] = []
    before = ""
    for nth, column in enumerate(plan.table.columns):
        left, width = plan.grid.slots[nth].left, plan.grid.slots[nth].width
        if column.group and column.group == before:
            start, so_far, line = found.pop()
            found.append((start, so_far + width, line))
        elif column.group:
            found.append((left, width, plan.setting.pens.line(one_line(column.group), style)))
        before = column.group
    return found
