"""One sheet of a spreadsheet: frozen and repeated heads, widths that fit Thai, live sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from typing_extensions import override

from reports.document import Column, Document, Kind, Table, Value
from reports.render.cell_text import alignment, cell_text, first_text, wraps
from reports.render.plain import one_line, plain
from reports.render.running import printed_line
from reports.render.text_width import width_of
from reports.render.xlsx_cells import COUNT, MONEY, PERCENT, TEXT, Cells, Look
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
_WIDEST = 56  # letters; a longer text goes onto several lines
_NARROWEST = 7
_WIDEST_LABEL = 30
_MEASURED = 2_000  # rows; a wider one further down is wrapped
_A4, _A5 = 9, 11  # as spreadsheets number papers
_FOOTER_LETTERS = 70  # 255 for all three parts of a footer


class ReadySheet(WriteOnlyWorksheet):
    """Takes rows of finished cells; its parent would first try each of them as a value."""

    @override
    def _values_to_row(self, values: Sequence[Any], row_idx: int) -> Iterator[Any]:
        for column, cell in enumerate(values, 1):
            if cell is not None:
                cell.row = row_idx
                cell.column = column
                yield cell


def write_sheet(sheet: ReadySheet, part: Part, document: Document, voice: Voice) -> None:
    """Set the sheet up and write its rows, from the first to the last."""
    cells = Cells(sheet, voice)
    above = [*title_words(document, voice), *([Words()] if part.table else []), *part.above]
    heads = _heads(part.table, cells) if part.table else []
    last_head = len(above) + len(heads)
    _set_widths(sheet, part, voice)
    _set_page(sheet, document, voice)
    if part.table:
        sheet.freeze_panes = f"A{last_head + 1}"
        sheet.print_title_rows = f"{len(above) + 1}:{last_head}"
    for words in above:
        sheet.append(_words(words, cells, voice))
    for head in heads:
        sheet.append(head)
    if part.table:
        _append_rows(sheet, part.table, cells, last_head + 1)
    for words in part.below:
        sheet.append(_words(words, cells, voice))


def _words(words: Words, cells: Cells, voice: Voice) -> list[Any]:
    return [
        cells.cell(
            value,
            Look(
                number_format=cells.format_of(value, COUNT),
                bordered=False,
                strong=words.strong,
                accent=words.accent,
                size=words.size,
            ),
            column,
        )
        for column, value in enumerate(words.cells)
    ]


def _heads(table: Table, cells: Cells) -> list[list[Any]]:
    titles = [_head(column.title, column, nth, cells) for nth, column in enumerate(table.columns)]
    if not any(column.group for column in table.columns):
        return [titles]
    before = ""
    groups: list[Any] = []
    for nth, column in enumerate(table.columns):
        shown = column.group if column.group != before else ""
        groups.append(_head(shown, column, len(table.columns) + nth, cells))
        before = column.group
    return [groups, titles]


def _head(text: str, column: Column, place: int, cells: Cells) -> Any:
    look = Look(align=alignment(column), wrap=True, strong=True, accent=True)
    return cells.cell(plain(text), look, place)


def _append_rows(sheet: ReadySheet, table: Table, cells: Cells, first_row: int) -> None:
    sums = [
        formulas(table, nth, get_column_letter(nth + 1), first_row)
        for nth in range(len(table.columns))
    ]
    indented = first_text(table.columns)
    aligns = [alignment(column) for column in table.columns]
    for place, row in enumerate(table.rows):
        line: list[Any] = []
        for nth, (value, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            look = Look(
                row.style,
                cells.format_of(value, _FORMATS.get(column.kind, cells.day_format)),
                aligns[nth],
                wraps(column),
                row.indent if nth == indented else 0,
            )
            formula = sums[nth].get(place)
            line.append(
                cells.formula(formula, look, nth) if formula else cells.cell(value, look, nth)
            )
        sheet.append(line)
    if not table.rows and table.when_empty:
        sheet.append([cells.cell(table.when_empty, Look(bordered=False), 0)])


def _set_widths(sheet: ReadySheet, part: Part, voice: Voice) -> None:
    labels = [words.cells[0] for words in (*part.above, *part.below) if len(words.cells) > 1]
    widest = max((width_of(str(label)) for label in labels), default=0)
    widths = [min(widest, _WIDEST_LABEL)]
    if part.table:
        widths = [_width(part.table, nth, voice) for nth in range(len(part.table.columns))]
        widths[0] = max(widths[0], min(widest, _WIDEST_LABEL))
    for nth, width in enumerate(widths):
        # A Thai letter is a little wider than the figure that the unit is made of.
        sheet.column_dimensions[get_column_letter(nth + 1)].width = width * 1.1 + 2


def _width(table: Table, nth: int, voice: Voice) -> int:
    column = table.columns[nth]
    cells = {row.cells[nth] for row in table.rows[:_MEASURED]}
    widest = max((_cell_width(value, column, voice) for value in cells), default=0)
    words = max(map(width_of, plain(column.title).split(" ")), default=0)
    return max(_NARROWEST, words, min(widest, _WIDEST))


def _cell_width(value: Value, column: Column, voice: Voice) -> int:
    return max(map(width_of, cell_text(value, column.kind, voice).split("\n")))


def _set_page(sheet: ReadySheet, document: Document, voice: Voice) -> None:
    setup = sheet.page_setup
    setup.paperSize = _A5 if min(document.paper.width, document.paper.height) < 200 else _A4
    setup.orientation = (
        "landscape" if document.paper.width > document.paper.height > 0 else "portrait"
    )
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    page = voice.tr("Page {page} of {pages}").format(page="&P", pages="&N")
    sheet.oddFooter.left.text = _footer_text(printed_line(document.printed, voice))
    sheet.oddFooter.right.text = page
    if document.fingerprint is not None:
        sheet.oddFooter.center.text = _footer_text(document.fingerprint.code)


def _footer_text(text: str) -> str:
    # In a footer & begins a code, and what follows one would be read as a size.
    return one_line(text)[:_FOOTER_LETTERS].replace("&", "&&")
