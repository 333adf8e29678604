"""How wide the columns of a table are: figures need their room, texts share what is left."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.document import Align, Column, Kind, RowStyle, Table
from reports.render.cell_text import alignment, cell_text, first_text, wraps
from reports.render.lettering import Letters, Line
from reports.render.look import Scale
from reports.render.pdf_page import Pens, Style
from reports.render.plain import plain
from reports.render.setting import Setting
from reports.render.shaping import EM
from reports.render.wrapping import languages_of, longest_word

PADDING = 0.42  # left and right of a cell, in sizes of its letters
INDENT = 1.1  # one step of a row's indent, in sizes
_STEP = 0.5  # by which letters shrink until the figures fit
_AIR, _AIR_SHARE = 1.4, 0.4  # at most so many sizes, of at most this part of the spare room
_WIDEST_WORD = 12.0  # a longer one is broken, in sizes
_WIDEST_TITLE = 7.0  # a longer one goes onto more lines, in sizes
_ROOMY_TITLE = 14.0  # the same in a table that does not fill its width anyway
_WIDEST_FIGURE = 14.0  # ten thousand milliard baht; a longer "code" is broken, in sizes
_STRONG = frozenset({RowStyle.HEADING, RowStyle.SUBTOTAL, RowStyle.TOTAL})


@dataclass(frozen=True, slots=True)
class Texts:
    """The cells of a table as texts, row by row, and those of one line ready to draw."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[tuple[Line | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One column on the page, in points."""

    left: float
    width: float
    align: Align
    hang: float  # room at the right for the bracket of a negative amount
    wraps: bool
    indented: bool

    def start(self, line: Line, size: float) -> float:
        """Where a line of this column begins, from the table's left edge."""
        if self.align is Align.START:
            return self.left + PADDING * size
        spare = self.width - line.width * size / EM
        if self.align is Align.CENTRE:
            return self.left + spare / 2
        # The closing bracket hangs to the right of the figures above and below it.
        hanging = 0.0 if line.text.endswith(")") else self.hang
        return self.left + spare - PADDING * size - hanging


@dataclass(frozen=True, slots=True)
class Grid:
    """The size of the letters, and the columns."""

    size: float
    slots: tuple[Slot, ...]

    @property
    def width(self) -> float:
        return self.slots[-1].left + self.slots[-1].width


def is_strong(style: RowStyle) -> bool:
    return style in _STRONG


def texts_of(table: Table, setting: Setting) -> Texts:
    kinds = [column.kind for column in table.columns]
    voice = setting.voice
    rows = tuple(
        tuple(cell_text(cell, kind, voice) for cell, kind in zip(row.cells, kinds, strict=True))
        for row in table.rows
    )
    lines = tuple(
        _lines_of(cells, setting.pens.letters(strong=is_strong(row.style)))
        for row, cells in zip(table.rows, rows, strict=True)
    )
    return Texts(tuple(plain(column.title) for column in table.columns), rows, lines)


def _lines_of(cells: tuple[str, ...], letters: Letters) -> tuple[Line | None, ...]:
    return tuple([None if "\n" in text else letters.line(text) for text in cells])


def fit(table: Table, texts: Texts, setting: Setting) -> Grid:
    """The largest letters at which every figure fits, down to the smallest of the scale."""
    padding = 2 * PADDING * len(table.columns)
    room = setting.width / setting.scale.table - padding
    natural = least = _natural(table, texts, setting, room)
    if sum(natural) > room:
        least = _least(table, texts, natural, setting.pens)
    size = _size(sum(least) + padding, setting)
    room = setting.width / size - padding
    shares = _spread(table.columns, natural, least, room)
    return Grid(size, tuple(_slots(table.columns, shares, size, setting.pens)))


def _slots(
    columns: Sequence[Column], shares: list[float], size: float, pens: Pens
) -> Iterator[Slot]:
    left = 0.0
    first = first_text(columns)
    for nth, (column, share) in enumerate(zip(columns, shares, strict=True)):
        width = (share + 2 * PADDING) * size
        hanging = _hang(column, pens) * size
        yield Slot(left, width, alignment(column), hanging, wraps(column), nth == first)
        left += width


def _size(least: float, setting: Setting) -> float:
    sizes = (size for size in _sizes(setting.scale) if least * size <= setting.width)
    return next(sizes, setting.scale.smallest)


def _sizes(scale: Scale) -> Iterator[float]:
    size = scale.table
    while size >= scale.smallest:
        yield size
        size -= _STEP


def _natural(table: Table, texts: Texts, setting: Setting, room: float) -> list[float]:
    """The widths of the contents in sizes, on ever more lines until they fit the room."""
    pens = setting.pens
    bodies = _bodies(table, texts, pens)
    natural = _headed(table, bodies, texts.titles, pens, _ROOMY_TITLE)
    if sum(natural) > room:
        natural = _headed(table, bodies, texts.titles, pens, _WIDEST_TITLE)
    if sum(natural) > room and setting.voice.language == "both":
        titles = tuple("\n".join(languages_of(title)) for title in texts.titles)
        natural = _headed(table, bodies, titles, pens, _WIDEST_TITLE)
        if sum(natural) > room:
            # A name in Thai over the same in English reads better than one broken anywhere.
            bodies = _bodies(table, _in_two_lines(table, texts), pens)
            natural = _headed(table, bodies, titles, pens, _WIDEST_TITLE)
    return natural


def _in_two_lines(table: Table, texts: Texts) -> Texts:
    """The same with every cell in both languages as two lines, where its column may have them."""
    wrapped = [wraps(column) for column in table.columns]
    rows = tuple(
        tuple(
            "\n".join(languages_of(text)) if may else text
            for text, may in zip(row, wrapped, strict=True)
        )
        for row in texts.rows
    )
    lines = tuple(
        tuple(None if "\n" in text else line for text, line in zip(row, known, strict=True))
        for row, known in zip(rows, texts.lines, strict=True)
    )
    return Texts(texts.titles, rows, lines)


def _bodies(table: Table, texts: Texts, pens: Pens) -> list[float]:
    """For each column the width of its longest line, in sizes."""
    widest = [0.0] * len(table.columns)
    first = first_text(table.columns)
    most = [math.inf if wraps(column) else _WIDEST_FIGURE for column in table.columns]
    for row, cells, lines in zip(table.rows, texts.rows, texts.lines, strict=True):
        for nth, line in enumerate(lines):
            if line is not None:
                width = line.width / EM
            else:
                width = _widest_of(cells[nth], pens.letters(strong=is_strong(row.style)))
            if nth == first:
                width += row.indent * INDENT
            if width > widest[nth]:
                widest[nth] = min(width, most[nth])
    return widest


def _headed(
    table: Table, bodies: list[float], titles: tuple[str, ...], pens: Pens, widest: float
) -> list[float]:
    """The same with the titles, whose lines stay whole that are no wider than ``widest``."""
    return [
        max(body, min(_widest_of(title, pens.bold), widest)) + _hang(column, pens)
        for column, body, title in zip(table.columns, bodies, titles, strict=True)
    ]


def _widest_of(text: str, letters: Letters) -> float:
    return max(map(letters.width_of, text.split("\n"))) / EM


def _hang(column: Column, pens: Pens) -> float:
    """Room in sizes at the right, in which the bracket of a negative amount hangs."""
    return pens.regular.width_of(")") / EM if column.kind is Kind.MONEY else 0.0


def _least(table: Table, texts: Texts, natural: list[float], pens: Pens) -> list[float]:
    """For each column the width below which words would be broken or figures cut."""
    strong = Style(1, strong=True)
    least: list[float] = []
    for nth, column in enumerate(table.columns):
        cells = {row[nth] for row in texts.rows}
        measure = _longest_word_of if wraps(column) else _longest_of
        title = min(longest_word(texts.titles[nth], strong, pens), _WIDEST_TITLE)
        needed = max(title, measure(cells, pens)) + _hang(column, pens)
        least.append(min(natural[nth], needed))
    return least


def _longest_word_of(cells: set[str], pens: Pens) -> float:
    strong = Style(1, strong=True)
    widest = max((longest_word(text, strong, pens) for text in cells), default=0.0)
    return min(widest, _WIDEST_WORD)


def _longest_of(cells: set[str], pens: Pens) -> float:
    widest = max((pens.bold.width_of(text) / EM for text in cells), default=0.0)
    return min(widest, _WIDEST_FIGURE)


def _spread(
    columns: Sequence[Column], natural: list[float], least: list[float], room: float
) -> list[float]:
    """The widths in sizes that fill the room; squeezed alike where even the least is too much."""
    if sum(least) > room:
        return [width * room / sum(least) for width in least]
    if sum(natural) > room:
        # Titles of figures stay on one line as long as texts have room enough for their words.
        kept = [
            low if wraps(column) else high
            for column, low, high in zip(columns, least, natural, strict=True)
        ]
        return _grown(kept if sum(kept) <= room else least, natural, room)
    weights = _weights(columns, natural)
    spare = room - sum(natural)
    # A little air between all columns first, so that a figure is not read with its neighbour.
    air = min(_AIR, spare * _AIR_SHARE / len(columns))
    extra = spare - air * len(columns)
    return [
        width + air + extra * weight / sum(weights)
        for width, weight in zip(natural, weights, strict=True)
    ]


def _grown(least: list[float], natural: list[float], room: float) -> list[float]:
    """From the least towards the natural widths, each by as much, and by no more than it lacks.

    So the names of every row stand on one line beside the one long note of a list.
    """
    widths, spare = list(least), room - sum(least)
    lacking = [high - low for low, high in zip(least, natural, strict=True)]
    by_lack = sorted(range(len(widths)), key=lacking.__getitem__)
    for done, nth in enumerate(by_lack):
        given = min(lacking[nth], spare / (len(widths) - done))
        widths[nth] += given
        spare -= given
    return widths


def _weights(columns: Sequence[Column], natural: list[float]) -> list[float]:
    given = [float(column.weight) for column in columns]
    if any(given):
        return given
    texts = [
        width if wraps(column) else 0.0 for column, width in zip(columns, natural, strict=True)
    ]
    return texts if any(texts) else [1.0] * len(columns)
