"""A table as lines of text: columns aligned, totals between rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.document import Align, Row, RowStyle, Table
from reports.render.cell_text import alignment, cell_text, first_text, is_figure
from reports.render.plain import one_line, plain
from reports.render.text_width import padded, width_of
from reports.words.voice import Voice

_GAP = "  "
_INDENT = "  "


def lines_of_table(table: Table, voice: Voice) -> list[str]:
    """Caption, head, rows; as wide as the content needs, nothing is cut."""
    rows = [_cells(row, table, voice) for row in table.rows]
    titles = [one_line(column.title) for column in table.columns]
    widths = [
        max([width_of(title), *(width_of(line) for row in rows for line in row[nth])])
        for nth, title in enumerate(titles)
    ]
    lines = [plain(table.caption)] if table.caption else []
    lines += _group_line(table, widths)
    lines += [_joined(titles, widths, table), _GAP.join("-" * width for width in widths)]
    for row, cells in zip(table.rows, rows, strict=True):
        lines.extend(_row_lines(row, cells, widths, table))
    if not rows and table.when_empty:
        lines.append(plain(table.when_empty))
    return lines


def _cells(row: Row, table: Table, voice: Voice) -> list[list[str]]:
    texts = [
        cell_text(cell, column.kind, voice).split("\n")
        for cell, column in zip(row.cells, table.columns, strict=True)
    ]
    first = first_text(table.columns)
    texts[first] = [_INDENT * row.indent + line if line else line for line in texts[first]]
    return texts


def _row_lines(
    row: Row, cells: list[list[str]], widths: Sequence[int], table: Table
) -> Iterator[str]:
    closing = row.style in {RowStyle.SUBTOTAL, RowStyle.TOTAL}
    if closing:
        yield _ruled("-", widths, table)
    for nth in range(max(map(len, cells))):
        yield _joined([cell[nth] if nth < len(cell) else "" for cell in cells], widths, table)
    if row.style is RowStyle.TOTAL:
        yield _ruled("=", widths, table)


def _ruled(sign: str, widths: Sequence[int], table: Table) -> str:
    """A rule over and under the figures only."""
    return _GAP.join(
        (sign if is_figure(column) else " ") * width
        for column, width in zip(table.columns, widths, strict=True)
    )


def _joined(texts: Sequence[str], widths: Sequence[int], table: Table) -> str:
    return _GAP.join(
        padded(text, width, alignment(column))
        for text, width, column in zip(texts, widths, table.columns, strict=True)
    )


def _group_line(table: Table, widths: Sequence[int]) -> list[str]:
    """The common heads, each in the middle of its columns."""
    if not any(column.group for column in table.columns):
        return []
    runs: list[tuple[str, int]] = []
    for column, width in zip(table.columns, widths, strict=True):
        if runs and column.group and runs[-1][0] == column.group:
            runs[-1] = (column.group, runs[-1][1] + len(_GAP) + width)
        else:
            runs.append((column.group, width))
    return [_GAP.join(padded(one_line(text), width, Align.CENTRE) for text, width in runs)]
