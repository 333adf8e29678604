"""Headings, paragraphs, facts, cut lines and space as pieces of a page."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.domain.money import Money
from reports.document import Align, CutLine, Fact, Facts, Heading, Paragraph, Placed
from reports.render.cell_text import fact_text
from reports.render.flow import Bond, Draw, Piece
from reports.render.lettering import Line
from reports.render.look import ACCENT, QUIET, baseline, leading, mm
from reports.render.pdf_page import Page, Style
from reports.render.pdf_tags import Element
from reports.render.plain import one_line, plain
from reports.render.setting import Setting, draw_aligned
from reports.render.wrapping import fitted, longest_word, wrap

_NARROW = mm(76)  # of a roll: two columns would break numbers and names
_LABEL_SHARE = 0.5  # of a column of facts, at most
_WIDER_SHARES = (0.55, 0.6, 0.65, 0.7, 0.75)  # where that spares lines
_WORSE = 1000  # lines: a word or a number is never broken to spare some


def heading_pieces(block: Heading, setting: Setting) -> list[Piece]:
    opens = block.level == 1
    size = setting.scale.heading if opens else setting.scale.part
    style = Style(size, strong=True, colour=ACCENT)
    tag = setting.book.tags.inside(setting.tag, "H2" if opens else "H3")
    lines = wrap(plain(block.text), setting.width, style, setting.pens)
    pieces = line_pieces(lines, style, setting, tag)
    for piece in pieces:
        piece.bond = Bond.FIRM
    pieces[0].above = size * (1.1 if opens else 0.7)
    pieces[-1].height += size * 0.25
    return pieces


def paragraph_pieces(block: Paragraph, setting: Setting) -> list[Piece]:
    size = setting.scale.small if block.small else setting.scale.text
    style = Style(size, strong=block.strong)
    indent = mm(block.first_line)
    tag = setting.book.tags.inside(setting.tag, "P")
    lines = wrap(plain(block.text), setting.width, style, setting.pens, indent=indent)
    pieces = line_pieces(lines, style, setting, tag, align=block.align)
    if indent:
        pieces[0].draw = _shifted(pieces[0], indent)
    pieces[0].above = size * 0.45
    if len(pieces) > 1:  # neither the first nor the last line stands alone on a page
        pieces[0].bond = pieces[-2].bond = Bond.FIRM
    return pieces


def line_pieces(
    lines: Sequence[Line],
    style: Style,
    setting: Setting,
    tag: Element,
    *,
    align: Align = Align.START,
) -> list[Piece]:
    """One piece for each line."""

    def piece(line: Line) -> Piece:
        def draw(page: Page, left: float, top: float) -> None:
            page.begin("Span", tag)
            box = (left, top + setting.scale.baseline(style.size), setting.width)
            draw_aligned(page, box, line, style, align)
            page.end()

        return Piece(setting.scale.leading(style.size), draw)

    return [piece(line) for line in lines]


def facts_pieces(block: Facts, setting: Setting) -> list[Piece]:
    columns = max(1, block.columns) if setting.width > _NARROW else 1
    gap = setting.scale.text * 1.6
    while columns > 1 and _tears_figures(block.facts, columns, gap, setting):
        columns -= 1
    width = (setting.width - gap * (columns - 1)) / columns
    rows = [block.facts[at : at + columns] for at in range(0, len(block.facts), columns)]
    labels = [
        _label_width([row[nth] for row in rows if nth < len(row)], width, setting)
        for nth in range(columns)
    ]
    pieces = [
        _facts_row(
            [
                (
                    nth * (width + gap),
                    labels[nth],
                    _fact_lines(fact, width, labels[nth], setting),
                    fact,
                )
                for nth, fact in enumerate(row)
            ],
            setting,
        )
        for row in rows
    ]
    if pieces:
        pieces[0].above = setting.scale.text * 0.5
    return pieces


def _tears_figures(facts: Sequence[Fact], columns: int, gap: float, setting: Setting) -> bool:
    """Whether an amount in so many columns would be broken between two lines."""
    width = (setting.width - gap * (columns - 1)) / columns
    for nth in range(columns):
        column = facts[nth::columns]
        room = width - _label_width(column, width, setting)
        for fact in column:
            style = setting.strong if fact.strong else setting.text
            figure = isinstance(fact.value, Money | int)
            if figure and setting.pens.width(fact_text(fact.value, setting.voice), style) > room:
                return True
    return False


_FactLines = tuple[list[Line], list[Line]]


def _label_width(facts: Sequence[Fact], width: float, setting: Setting) -> float:
    """Room for the labels of a column: half of it, or more where that spares lines."""
    style = Style(setting.scale.text, colour=QUIET)
    widest = max((setting.pens.width(one_line(fact.label), style) for fact in facts), default=0.0)
    wanted, half = widest + setting.scale.text * 0.8, width * _LABEL_SHARE
    if wanted <= half:
        return wanted
    more = [min(wanted, width * share) for share in _WIDER_SHARES]
    return min((half, *more), key=lambda label: _lines_of(facts, width, label, setting))


def _lines_of(facts: Sequence[Fact], width: float, label: float, setting: Setting) -> int:
    """How many lines a column of facts takes with that much room for its labels."""
    found = 0
    for fact in facts:
        names, values = _fact_lines(fact, width, label, setting)
        style = setting.strong if fact.strong else setting.text
        broken = longest_word(fact_text(fact.value, setting.voice), style, setting.pens)
        if broken > width - label:
            found += _WORSE
        found += max(len(names), len(values))
    return found


def _fact_lines(fact: Fact, width: float, label: float, setting: Setting) -> _FactLines:
    style = setting.strong if fact.strong else setting.text
    quiet = Style(setting.scale.text, colour=QUIET)
    space = setting.scale.text * 0.4
    return (
        wrap(plain(fact.label), label - space, quiet, setting.pens),
        wrap(fact_text(fact.value, setting.voice), width - label, style, setting.pens),
    )


def _facts_row(cells: list[tuple[float, float, _FactLines, Fact]], setting: Setting) -> Piece:
    step = setting.scale.leading(setting.scale.text)
    quiet = Style(setting.scale.text, colour=QUIET)

    def draw(page: Page, left: float, top: float) -> None:
        y = top + setting.scale.baseline(setting.scale.text)
        for x, label, (names, values), fact in cells:
            style = setting.strong if fact.strong else setting.text
            page.begin("P", setting.tag)
            for nth, line in enumerate(names):
                page.line(left + x, y + nth * step, line, quiet)
            for nth, line in enumerate(values):
                page.line(left + x + label, y + nth * step, line, style)
            page.end()

    most = max(max(len(names), len(values)) for _, _, (names, values), _ in cells)
    return Piece(most * step, draw)


def cut_pieces(block: CutLine, setting: Setting) -> list[Piece]:
    line = fitted(one_line(block.text), setting.width, setting.quiet, setting.pens)
    size = setting.scale.small

    def draw(page: Page, left: float, top: float) -> None:
        page.dashes(left, top + size, setting.width, colour=QUIET)
        page.begin("P", setting.tag)
        box = (left, top + size + baseline(size), setting.width)
        draw_aligned(page, box, line, setting.quiet, Align.CENTRE)
        page.end()

    return [Piece(size + leading(size), draw, above=size)]


def placed_pieces(block: Placed, setting: Setting) -> list[Piece]:
    """Text at its exact place on the sheet; it takes no room among the other blocks."""
    style = Style(block.size / 10, strong=block.strong)
    line = setting.pens.line(one_line(block.text), style)

    def draw(page: Page, left: float, top: float) -> None:  # noqa: ARG001  (its place is given)
        page.begin("P", setting.tag)
        draw_aligned(page, (mm(block.x / 10), mm(block.y / 10), 0), line, style, block.align)
        page.end()

    return [Piece(0, draw)]


def space_piece(height: float) -> Piece:
    return Piece(height, lambda page, left, top: None)  # noqa: ARG005


def _shifted(piece: Piece, right: float) -> Draw:
    draw = piece.draw
    return lambda page, left, top: draw(page, left + right, top)
