"""The practice book's coloured band and the mark of a copy, on every page that is one."""

from __future__ import annotations

from reports.document import Align, Document
from reports.render.flow import Piece
from reports.render.frame import Area
from reports.render.look import ACCENT, PRACTICE, baseline, leading, mm
from reports.render.pdf_page import Page, Style
from reports.render.running import copy_mark, practice_words
from reports.render.setting import Setting, draw_aligned

_HEIGHT = mm(5.5)
_Box = tuple[float, float, float, float]  # left, top, width, height


def draw_marks(page: Page, area: Area, document: Document, setting: Setting) -> None:
    """In the upper margin: the band over the whole width, the copy mark at its right end."""
    top = area.top + max(0.0, min(mm(5), area.margin - _HEIGHT - 2))
    width = area.text_width
    if document.practice:
        _draw_band(page, (area.margin, top, width, _HEIGHT), setting)
    if document.copy:
        needed = _copy_width(document.copy, setting)
        _draw_copy(
            page, (area.margin + width - needed, top, needed, _HEIGHT), document.copy, setting
        )


def mark_pieces(document: Document, setting: Setting) -> list[Piece]:
    """The same one below the other, for a roll: it has no margin to put them in."""

    def draw_band(page: Page, left: float, top: float) -> None:
        _draw_band(page, (left, top, setting.width, _HEIGHT), setting)

    def draw_copy(page: Page, left: float, top: float) -> None:
        _draw_copy(page, (left, top, setting.width, _HEIGHT), document.copy, setting)

    wanted = ((document.practice, draw_band), (document.copy > 0, draw_copy))
    return [Piece(_HEIGHT + 4, draw) for is_wanted, draw in wanted if is_wanted]


def _draw_band(page: Page, box: _Box, setting: Setting) -> None:
    page.area(box, PRACTICE)
    _words(page, box, practice_words(), setting)


def _draw_copy(page: Page, box: _Box, number: int, setting: Setting) -> None:
    page.frame(box, ACCENT)
    _words(page, box, copy_mark(number, setting.voice), setting)


def _copy_width(number: int, setting: Setting) -> float:
    style = _style(setting)
    return setting.pens.width(copy_mark(number, setting.voice), style) + 2 * style.size


def _style(setting: Setting) -> Style:
    return Style(setting.scale.small * 1.1, strong=True)


def _words(page: Page, box: _Box, text: str, setting: Setting) -> None:
    style = _style(setting)
    left, top, width, height = box
    y = top + (height - leading(style.size)) / 2 + baseline(style.size)
    page.begin("P", setting.tag)
    draw_aligned(page, (left, y, width), setting.pens.line(text, style), style, Align.CENTRE)
    page.end()
