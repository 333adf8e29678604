"""What every block needs in order to be laid out: fonts, voice, sizes, room, and its tag."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reports.document import Align
from reports.render.lettering import Line
from reports.render.look import ACCENT, QUIET, Scale
from reports.render.pdf_book import PdfBook
from reports.render.pdf_page import Page, Pens, Style
from reports.render.pdf_tags import Element
from reports.render.shaping import EM
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class Setting:
    book: PdfBook
    voice: Voice
    scale: Scale
    width: float  # of the text, in points
    tag: Element  # the document's

    @property
    def pens(self) -> Pens:
        return self.book.pens

    @property
    def text(self) -> Style:
        return Style(self.scale.text)

    @property
    def strong(self) -> Style:
        return Style(self.scale.text, strong=True)

    @property
    def quiet(self) -> Style:
        return Style(self.scale.small, colour=QUIET)

    @property
    def accent(self) -> Style:
        return Style(self.scale.small, strong=True, colour=ACCENT)

    def narrowed(self, width: float) -> Setting:
        return replace(self, width=width)


def draw_aligned(
    page: Page, box: tuple[float, float, float], line: Line, style: Style, align: Align
) -> None:
    """One line within left edge, baseline and width."""
    left, y, width = box
    spare = width - line.width * style.size / EM
    if align is Align.END:
        left += spare
    elif align is Align.CENTRE:
        left += spare / 2
    page.line(left, y, line, style)
