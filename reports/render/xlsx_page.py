"""How a sheet is set up: widths that fit Thai, heights of wrapped rows, paper and footer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reports.document import Align, Column, Document, Table, Value
from reports.render.cell_text import alignment, cell_text
from reports.render.plain import one_line, plain
from reports.render.running import printed_line
from reports.render.text_width import width_of
from reports.render.xlsx_parts import Part
from reports.words.voice import Voice

_WIDEST = 52  # letters; a longer text goes onto several lines
_NARROWEST = 8
_LABELS = 34  # letters of the first column where facts stand in it
_VALUES = 46
_MEASURED = 2_000  # rows; a wider one further down is wrapped
_ROOM = 2  # letters around a content
_STRONG = 1  # letter that a title needs more, because it is bold
_PUSHED = 2  # letters of one indent
_LINE_HEIGHT = 1.4  # times the size
_AROUND = 3  # points over and under the lines of a row
_HEIGHT = 17  # points of a row of one line
_A4, _A5 = 9, 11  # as spreadsheets number papers
_FOOTER_SIZE = 8
_FOOTER_LETTERS = 90  # 255 for all parts of a footer


def widths_of(part: Part, voice: Voice) -> list[int]:
    """The widths of the columns in letters."""
    if part.table is None:
        return [_LABELS, _VALUES]
    widths = [_width(part.table, nth, voice) + _ROOM for nth in range(len(part.table.columns))]
    labels = [words.cells[0] for words in (*part.above, *part.below) if len(words.cells) > 1]
    widest = max((width_of(str(label)) for label in labels), default=0)
    return [max(widths[0], min(widest + _ROOM, _LABELS)), *widths[1:]]


def _width(table: Table, nth: int, voice: Voice) -> int:
    column = table.columns[nth]
    cells = {row.cells[nth] for row in table.rows[:_MEASURED]}
    widest = max((_cell_width(value, column, voice) for value in cells), default=0)
    words = max(map(width_of, plain(column.title).split(" "))) + _STRONG
    return max(_NARROWEST, words, min(widest, _WIDEST)) + _PUSHED * is_pushed(table, nth)


def is_pushed(table: Table, nth: int) -> bool:
    """Whether a text stands beside figures that end where it begins: it keeps its distance."""
    if nth == 0 or alignment(table.columns[nth]) is not Align.START:
        return False
    return alignment(table.columns[nth - 1]) is Align.END


def _cell_width(value: Value, column: Column, voice: Voice) -> int:
    return max(map(width_of, cell_text(value, column.kind, voice).split("\n")))


def make_room(sheet: Any, texts: Mapping[Value, int], size: int) -> None:
    """Make the next row as high as its longest text needs in so many letters of width."""
    most = max((_lines(text, width) for text, width in texts.items()), default=1)
    height = most * size * _LINE_HEIGHT + _AROUND
    if height > _HEIGHT:
        sheet.row_dimensions[sheet.row_number + 1].height = height


def _lines(text: Value, width: int) -> int:
    if not isinstance(text, str):
        return 1
    full = max(2, width - _ROOM)
    # Words end before the edge does, so a line among others holds a little less.
    counts = (
        1 if used <= full else -(-used // (full - 1))
        for used in map(width_of, plain(text).split("\n"))
    )
    return sum(counts)


def set_page(sheet: Any, document: Document, voice: Voice) -> None:
    """Paper, direction, scale and footer."""
    paper, setup = document.paper, sheet.page_setup
    small = min(paper.width, paper.height or paper.width) < 200
    across = paper.width > paper.height > 0
    setup.paperSize = _A5 if small else _A4
    setup.orientation = "landscape" if across else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_format.defaultRowHeight = _HEIGHT
    sheet.sheet_format.customHeight = True
    sheet.print_options.horizontalCentered = True
    lines = [printed_line(document.printed, voice)]
    if document.fingerprint is not None:
        lines.append(document.fingerprint.code)
    sheet.oddFooter.left.text = "  ·  ".join(map(_footer_text, lines))
    page = voice.tr("Page {page} of {pages}").format(page="&P", pages="&N")
    sheet.oddFooter.right.text = page
    sheet.oddFooter.left.size = sheet.oddFooter.right.size = _FOOTER_SIZE


def _footer_text(text: str) -> str:
    # In a footer & begins a code.
    return one_line(text)[:_FOOTER_LETTERS].replace("&", "&&")
