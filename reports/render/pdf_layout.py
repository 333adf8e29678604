"""A document into pages: every block into pieces, pieces onto pages, and the frame around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reports.document import (
    QR,
    Block,
    Columns,
    CutLine,
    Document,
    Facts,
    Fingerprint,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Placed,
    Signatures,
    SlipsTwoUp,
    Space,
    Table,
)
from reports.render.flow import Bond, Flow, Piece, height_of
from reports.render.flow import Placed as PlacedPiece
from reports.render.frame import (
    Area,
    draw_foot,
    draw_running_head,
    head_height,
    roll_foot_pieces,
    title_pieces,
)
from reports.render.look import ON_FULL_HALF, ON_FULLEST_HALF, QUIET, Scale, mm, scale_for
from reports.render.mark_pieces import (
    fingerprint_pieces,
    picture_pieces,
    qr_pieces,
    signatures_pieces,
)
from reports.render.marks import draw_marks, mark_pieces
from reports.render.pdf_book import PdfBook
from reports.render.pdf_page import Page
from reports.render.setting import Setting
from reports.render.table_pieces import table_pieces
from reports.render.text_pieces import (
    cut_pieces,
    facts_pieces,
    heading_pieces,
    paragraph_pieces,
    placed_pieces,
    space_piece,
)
from reports.words.voice import Voice

_HALF_MARGIN = 11  # millimetres around a slip on half a sheet
_SHORT = 8  # lines before a table that go to another page with it


@dataclass(frozen=True, slots=True)
class Laid:
    """A document laid out: its pages are known before the first is drawn."""

    document: Document
    setting: Setting
    area: Area
    pages: list[list[PlacedPiece]]

    def draw(self, page: Page, nth: int, *, down: float = 0.0) -> None:
        """Draw page ``nth`` (from 0) on this page, so many points further down."""
        area = replace(self.area, top=down)
        top = down + area.margin
        roll = self.document.paper.is_roll
        framed = not self.document.bare and not roll
        if framed and nth:
            draw_running_head(page, area, self.document, self.setting)
            top += head_height(self.setting.scale)
        if not roll:
            draw_marks(page, area, self.document, self.setting)
        for placed in self.pages[nth]:
            placed.piece.draw(page, area.margin, top + placed.top)
        if framed:
            draw_foot(page, area, self.document, self.setting, (nth + 1, len(self.pages)))


def draw_document(document: Document, book: PdfBook, voice: Voice) -> int:
    """Draw all pages of a document; answers how many sheets that makes."""
    sheets = _draw_sheets(document, book, voice)
    book.tags.finish()
    return sheets


def _draw_sheets(document: Document, book: PdfBook, voice: Voice) -> int:
    slips = [block for block in document.blocks if isinstance(block, SlipsTwoUp)]
    if slips:
        return _draw_halves(slips, document.paper, book, voice)
    laid = lay_out(document, book, voice)
    for nth in range(len(laid.pages)):
        page = book.page(laid.area.width, laid.area.height)
        laid.draw(page, nth)
        book.put_page(page)
    return len(laid.pages)


def lay_out(document: Document, book: PdfBook, voice: Voice, wanted: Scale | None = None) -> Laid:
    paper = document.paper
    area = Area(mm(paper.width), mm(paper.height), mm(paper.margin))
    scale = wanted or scale_for(min(paper.width, paper.height) if paper.height else paper.width)
    tag = book.tags.document(document.language or voice.tongue)
    setting = Setting(book, voice, scale, area.text_width, tag)
    pieces = _document_pieces(document, setting)
    if paper.is_roll:
        height = height_of(pieces)
        area = replace(area, height=height + 2 * area.margin)
        return Laid(document, setting, area, [_stacked(pieces)])
    room = area.room(scale, bare=document.bare)
    later = room if document.bare else room - head_height(scale)
    flow = Flow(first=room, later=later)
    flow.add_all(pieces)
    return Laid(document, setting, area, flow.pages)


def _document_pieces(document: Document, setting: Setting) -> list[Piece]:
    blocks = block_pieces(document.blocks, setting)
    if document.bare:
        return blocks
    title = title_pieces(document, setting)
    if not document.paper.is_roll:
        return [*title, *blocks]
    return [*mark_pieces(document, setting), *title, *blocks, *roll_foot_pieces(document, setting)]


def block_pieces(blocks: Sequence[Block], setting: Setting) -> list[Piece]:
    made = [_MAKERS[type(block)](block, setting) for block in blocks]
    for nth, block in enumerate(blocks):
        if isinstance(block, Signatures | Fingerprint):
            _bind_to_figures(blocks[:nth], made[:nth])
        elif isinstance(block, Table):
            _bind_to_table(blocks[:nth], made[:nth])
    return [piece for pieces in made for piece in pieces]


def _bind_to_figures(blocks: Sequence[Block], made: Sequence[list[Piece]]) -> None:
    """No page holds only signatures or a code: what stands before them comes along."""
    for block, pieces in zip(reversed(blocks), reversed(made), strict=True):
        if isinstance(block, Fingerprint | Space):
            for piece in pieces:
                piece.bond = Bond.FIRM
        else:
            for piece in pieces[-1:]:
                piece.bond = Bond.FIRM
            return


def _bind_to_table(blocks: Sequence[Block], made: Sequence[list[Piece]]) -> None:
    """What a heading says before its table stands on the table's page, as long as it is short."""
    said: list[Piece] = []
    for block, pieces in zip(reversed(blocks), reversed(made), strict=True):
        if isinstance(block, Heading):
            break
        if not isinstance(block, Paragraph | Facts):
            return
        said += pieces
    else:
        return
    if len(said) <= _SHORT:
        for piece in said:
            piece.bond = max(piece.bond, Bond.WISH)


def _columns_pieces(block: Columns, setting: Setting) -> list[Piece]:
    gap = setting.scale.text * 1.6
    width = (setting.width - gap * (len(block.parts) - 1)) / len(block.parts)
    narrow = setting.narrowed(width)
    parts = [_stacked(block_pieces(part, narrow)) for part in block.parts]

    def draw(page: Page, left: float, top: float) -> None:
        for nth, part in enumerate(parts):
            for placed in part:
                placed.piece.draw(page, left + nth * (width + gap), top + placed.top)

    return [Piece(max(map(_foot, parts), default=0.0), draw, above=setting.scale.text * 0.5)]


def _stacked(pieces: Sequence[Piece]) -> list[PlacedPiece]:
    """The pieces one below the other, however high that is."""
    flow = Flow(first=float("inf"), later=float("inf"))
    for piece in pieces:
        piece.opens_page = False
    flow.add_all(pieces)
    return flow.pages[0]


def _foot(placed: list[PlacedPiece]) -> float:
    return placed[-1].top + placed[-1].piece.height if placed else 0.0


def _page_break(block: PageBreak, setting: Setting) -> list[Piece]:  # noqa: ARG001
    piece = space_piece(0)
    piece.opens_page = True
    return [piece]


def _space(block: Space, setting: Setting) -> list[Piece]:  # noqa: ARG001
    return [space_piece(mm(block.height))]


_MAKERS: dict[type, Callable[[Any, Setting], list[Piece]]] = {
    Heading: heading_pieces,
    Paragraph: paragraph_pieces,
    Facts: facts_pieces,
    Table: table_pieces,
    Signatures: signatures_pieces,
    Fingerprint: fingerprint_pieces,
    QR: qr_pieces,
    Picture: picture_pieces,
    PageBreak: _page_break,
    Space: _space,
    CutLine: cut_pieces,
    Columns: _columns_pieces,
    Placed: placed_pieces,
}


# --------------------------------------------------------------------- two slips on a sheet


def _draw_halves(slips: list[SlipsTwoUp], paper: Paper, book: PdfBook, voice: Voice) -> int:
    """Each slip takes the halves it needs, from the top of a new sheet on."""
    sheets = 0
    for pair in slips:
        halves = list(_halves((pair.upper, pair.lower), paper, book, voice))
        for at in range(0, len(halves), 2):
            page = book.page(mm(paper.width), mm(paper.height))
            _draw_sheet(page, halves[at : at + 2])
            book.put_page(page)
            sheets += 1
    return sheets


def _halves(
    slips: tuple[Document | None, ...], paper: Paper, book: PdfBook, voice: Voice
) -> Iterator[tuple[Laid, int]]:
    half = Paper(paper.width, paper.height // 2, _HALF_MARGIN)
    for slip in slips:
        if slip is not None:
            on_half = replace(slip, paper=half)
            laid = lay_out(on_half, book, voice, _half_scale(on_half, book.aside(), voice))
            for nth in range(len(laid.pages)):
                yield laid, nth


def _half_scale(slip: Document, aside: PdfBook, voice: Voice) -> Scale:
    """Smaller letters where these bring a slip onto one half that would else take two."""
    usual = scale_for(min(slip.paper.width, slip.paper.height))
    for scale in (usual, ON_FULL_HALF, ON_FULLEST_HALF):
        if len(lay_out(slip, aside, voice, scale).pages) == 1:
            return scale
    return usual


def _draw_sheet(page: Page, halves: list[tuple[Laid, int]]) -> None:
    for place, (laid, nth) in enumerate(halves):
        laid.draw(page, nth, down=place * page.height / 2)
    page.dashes(0, page.height / 2, page.width, colour=QUIET)
