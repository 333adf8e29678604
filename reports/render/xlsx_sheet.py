"""One sheet of a spreadsheet: frozen and repeated heads, widths that fit Thai, live sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from reports.document import Document, Kind, Row, RowStyle, Table, Value
from reports.render.cell_text import alignment, first_text, wraps
from reports.render.plain import plain
from reports.render.text_width import width_of
from reports.render.xlsx_cells import COUNT, MONEY, PERCENT, SIZE, TEXT, Cells, Look, ReadyCell
from reports.render.xlsx_page import is_pushed, make_room, set_page, widths_of
from reports.render.xlsx_parts import Part, Words, title_words
from reports.render.xlsx_sums import formulas
from reports.words.voice import Voice

_FORMATS = {
    Kind.MONEY: MONEY,
    Kind.COUNT: COUNT,
    Kind.PERCENT: PERCENT,
    Kind.CODE: TEXT,
    Kind.TEXT: TEXT,
}


class ReadySheet(WriteOnlyWorksheet):
    """Takes rows of finished cells; its parent would first try each of them as a value.

    The method is the parent's own, so openpyxl is pinned and a test reads the cells back.
    """

    row_number = 0  # of the row written last
    _writer: Any  # of the parent

    def _values_to_row(self, values: Sequence[Any], row_idx: int) -> Iterator[Any]:
        self.row_number = row_idx
        for column, cell in enumerate(values, 1):
            if cell is not None:
                cell.row = row_idx
                cell.column = column
                yield cell

    def discard(self) -> None:
        """Close and remove the temporary file in which the rows have been waiting."""
        if self._writer is not None:
            with suppress(OSError):
                if not self.closed:
                    self.close()
                self._writer.cleanup()


def write_sheet(sheet: Any, part: Part, document: Document, voice: Voice) -> None:
    """Set the sheet up and write its rows, from the first to the last."""
    cells = Cells(sheet, voice)
    above = [*title_words(document, voice), *([Words()] if part.table else []), *part.above]
    heads = _heads(part.table, cells) if part.table else []
    last_head = len(above) + len(heads)
    widths = widths_of(part, voice)
    for nth, width in enumerate(widths):
        sheet.column_dimensions[get_column_letter(nth + 1)].width = width
    set_page(sheet, document, voice)
    if part.table:
        sheet.freeze_panes = f"A{last_head + 1}"
        sheet.print_title_rows = f"{len(above) + 1}:{last_head}"
    _append_words(sheet, above, cells, widths)
    for head in heads:
        make_room(sheet, _room_for_head(head, widths), SIZE)
        sheet.append(head)
    if part.table:
        _append_rows(sheet, part.table, cells, widths)
    _append_words(sheet, part.below, cells, widths)


def _append_words(sheet: Any, rows: Sequence[Words], cells: Cells, widths: Sequence[int]) -> None:
    for words in rows:
        last = words.cells[-1] if words.cells else None
        room = sum(widths) if len(words.cells) == 1 else sum(widths[1:])
        overlong = isinstance(last, str) and width_of(last) * words.size > room * SIZE
        if overlong or words.size > SIZE:
            make_room(sheet, {last: room if overlong else len(str(last)) + 9}, words.size)
        sheet.append(_words(words, cells, wrap=overlong))
        if overlong and len(widths) > len(words.cells):
            # A long text wraps over all columns that are left.
            sheet.merged_cells.add(_row_range(sheet.row_number, len(words.cells), len(widths)))


def _row_range(row: int, first: int, last: int) -> str:
    return f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}"


def _words(words: Words, cells: Cells, *, wrap: bool) -> list[Any]:
    return [
        cells.cell(
            value,
            Look(
                number_format=cells.format_of(value, COUNT),
                wrap=wrap,
                bordered=False,
                size=words.size,
                strong=words.strong,
                accent=words.accent,
            ),
            nth,
        )
        for nth, value in enumerate(words.cells)
    ]


def _heads(table: Table, cells: Cells) -> list[list[Any]]:
    titles = [_head(column.title, table, nth, cells) for nth, column in enumerate(table.columns)]
    if not any(column.group for column in table.columns):
        return [titles]
    before = ""
    groups: list[Any] = []
    for nth, column in enumerate(table.columns):
        shown = column.group if column.group != before else ""
        groups.append(_head(shown, table, nth, cells, above=True))
        before = column.group
    return [groups, titles]


def _head(text: str, table: Table, nth: int, cells: Cells, *, above: bool = False) -> Any:
    look = Look(
        align=alignment(table.columns[nth]),
        wrap=True,
        indent=int(is_pushed(table, nth)),
        strong=True,
        accent=True,
    )
    place = nth + len(table.columns) if above else nth
    return cells.cell(plain(text), look, place)


def _room_for_head(head: list[Any], widths: Sequence[int]) -> dict[Value, int]:
    """The titles with the least width each has; bold letters take a little more room."""
    found: dict[Value, int] = {}
    for cell, width in zip(head, widths, strict=True):
        title = str(cell.value or "")
        found[title] = min(width - 1, found.get(title, width))
    return found


def _append_rows(sheet: Any, table: Table, cells: Cells, widths: Sequence[int]) -> None:
    first_row = sheet.row_number + 1
    columns = [_Column(table, nth, cells, first_row) for nth in range(len(table.columns))]
    widths = [width - 2 * is_pushed(table, nth) for nth, width in enumerate(widths)]
    full = [nth for nth in range(len(widths)) if _overflows(table, nth, widths[nth])]
    for place, row in enumerate(table.rows):
        if full:
            texts = {row.cells[nth]: widths[nth] - 2 * row.indent for nth in full}
            make_room(sheet, texts, SIZE)
        sheet.append(
            [
                column.cell(value, row, place)
                for column, value in zip(columns, row.cells, strict=True)
            ]
        )
    if not table.rows and table.when_empty:
        sheet.append([cells.cell(table.when_empty, Look(bordered=False), 0)])


def _overflows(table: Table, nth: int, width: int) -> bool:
    """Whether a text of the column may need several lines; marks count, to be on the safe side."""
    texts = (row.cells[nth] for row in table.rows if isinstance(row.cells[nth], str))
    return any(len(str(text)) + 4 > width or "\n" in str(text) for text in texts)


class _Column:
    """What all cells of one column share; looks are found by style, indent and type."""

    def __init__(self, table: Table, nth: int, cells: Cells, first_row: int) -> None:
        column = table.columns[nth]
        self._nth = nth
        self._cells = cells
        self._format = _FORMATS.get(column.kind, cells.day_format)
        self._align = alignment(column)
        self._wrap = wraps(column)
        self._indented = nth == first_text(table.columns)
        self._pushed = int(is_pushed(table, nth))
        self._sums = formulas(table, nth, get_column_letter(nth + 1), first_row)
        self._found: dict[tuple[RowStyle, int, type], ReadyCell] = {}

    def cell(self, value: Value, row: Row, place: int) -> ReadyCell:
        key = (row.style, row.indent if self._indented else 0, type(value))
        cell = self._found.get(key)
        if cell is None:
            cell = self._found[key] = self._cells.blank(self._look(value, *key[:2]), self._nth)
        formula = self._sums.get(place)
        return cell.calculating(formula) if formula else cell.holding(value)

    def _look(self, value: Value, style: RowStyle, indent: int) -> Look:
        number_format = self._cells.format_of(value, self._format)
        return Look(style, number_format, self._align, self._wrap, indent + self._pushed)
