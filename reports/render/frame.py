"""What stands around the blocks: title, running head and foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.document import QR, Align, Block, Columns, Document, Fingerprint
from reports.render.flow import Piece
from reports.render.look import (
    ACCENT,
    HAIRLINE,
    HAIRLINE_GREY,
    INK,
    QUIET,
    RULE,
    Scale,
    baseline,
    leading,
    mm,
)
from reports.render.mark_pieces import qr_pieces
from reports.render.pdf_page import Page, Style
from reports.render.plain import one_line, plain
from reports.render.qr import squares
from reports.render.running import page_count, printed_line
from reports.render.setting import Setting, draw_aligned
from reports.render.shaping import EM
from reports.render.text_pieces import line_pieces
from reports.render.wrapping import fitted, wrap

_STAMP = mm(10)  # the squares of a code in a foot, without the white around them
_LONGEST_CODE = 20  # letters that the squares hold at this size; a code has nineteen
_QUIET_SQUARES = 2  # of white beside it; beyond them the margin is white as well
_ON_A_ROLL = 20  # millimetres, for printers of eight dots in one


@dataclass(frozen=True, slots=True)
class Area:
    """A sheet, or the half of one, in points; ``top`` is its upper edge on the page."""

    width: float
    height: float
    margin: float
    top: float = 0.0

    @property
    def text_width(self) -> float:
        return self.width - 2 * self.margin

    def foot_top(self, scale: Scale) -> float:
        """Where the foot begins, from the area's upper edge."""
        return self.height - 0.75 * self.margin - foot_height(scale)

    def room(self, scale: Scale, *, bare: bool) -> float:
        """The height left for blocks on the first page."""
        if bare:
            return self.height - 2 * self.margin
        return self.foot_top(scale) - self.margin - scale.small


def foot_height(scale: Scale) -> float:
    return 2 * leading(scale.small) + 3


def head_height(scale: Scale) -> float:
    """The running head of later pages, with the space under it."""
    return leading(scale.small) + scale.text * 0.9


def title_pieces(document: Document, setting: Setting) -> list[Piece]:
    """Cooperative, title, period and subtitles, in the middle, over a rule."""
    scale = setting.scale
    said = [
        (document.cooperative, Style(scale.cooperative, strong=True, colour=ACCENT), "P"),
        (document.title, Style(scale.title, strong=True), "H1"),
        *(
            (text, Style(scale.text, colour=QUIET), "P")
            for text in (document.period, *document.subtitles)
        ),
    ]
    pieces: list[Piece] = []
    for text, style, role in said:
        if text:
            tag = setting.book.tags.inside(setting.tag, role)
            lines = wrap(plain(text), setting.width, style, setting.pens)
            pieces += line_pieces(lines, style, setting, tag, align=Align.CENTRE)
    return [*pieces, _title_rule(setting)]


def _title_rule(setting: Setting) -> Piece:
    def draw(page: Page, left: float, top: float) -> None:
        middle = left + setting.width / 2
        reach = min(mm(18), setting.width / 4)
        page.rule(middle - reach, top + 6, 2 * reach, width=RULE, colour=ACCENT)

    return Piece(setting.scale.text * 1.1, draw)


def draw_running_head(page: Page, area: Area, document: Document, setting: Setting) -> None:
    """Title and cooperative on the left, the period on the right, over a hairline.

    Where there is no room for all of it, the cooperative is cut first.
    """
    style, pens = setting.quiet, setting.pens
    y = area.top + area.margin
    period = fitted(one_line(document.period), area.text_width * 0.48, style, pens)
    said = f"{one_line(document.title)}  ·  {one_line(document.cooperative)}"
    left = area.text_width * 0.97 - period.width * style.size / EM
    line = fitted(said, left, style, pens)
    page.begin("", None)
    page.line(area.margin, y + baseline(style.size), line, style)
    box = (area.margin, y + baseline(style.size), area.text_width)
    draw_aligned(page, box, period, style, Align.END)
    page.end()
    y += leading(style.size) + 1
    page.rule(area.margin, y, area.text_width, width=HAIRLINE, colour=HAIRLINE_GREY)


def draw_foot(
    page: Page, area: Area, document: Document, setting: Setting, count: tuple[int, int]
) -> None:
    """Who printed it and when, which page of how many, and the book's code at that moment."""
    style, pens, voice = setting.quiet, setting.pens, setting.voice
    top = area.top + area.foot_top(setting.scale)
    left, width, step = area.margin, area.text_width, leading(style.size)
    page.rule(left, top, width, width=HAIRLINE, colour=HAIRLINE_GREY)
    y = top + 2 + baseline(style.size)
    page.begin("", None)
    if stamped := _stamped(document):
        width -= _draw_stamp(page, (left + width, top), stamped, setting)
    pages = fitted(page_count(count, voice), width * 0.4, style, pens)
    said, beside = (
        printed_line(document.printed, voice),
        width * 0.98 - pages.width * style.size / EM,
    )
    # A foot in both languages fills its line: the pages then stand below, beside the short code.
    full = pens.width(said, style) > beside
    page.line(left, y, fitted(said, width if full else beside, style, pens), style)
    draw_aligned(page, (left, y + step * full, width), pages, style, Align.END)
    if document.fingerprint is not None:
        label = pens.line(voice.tr("Fingerprint code"), style)
        code = Style(style.size, strong=True, colour=INK)
        page.line(left, y + step, label, style)
        after = left + label.width * style.size / EM + style.size * 0.6
        page.line(
            after,
            y + step,
            fitted(one_line(document.fingerprint.code), width / 2, code, pens),
            code,
        )
    page.end()


def _stamped(document: Document) -> str:
    """The code that the foot shows as squares; none where a block of the paper shows it large."""
    if document.fingerprint is None or _shows_code(document.blocks, document.fingerprint.code):
        return ""
    code = one_line(document.fingerprint.code)
    return code if len(code) <= _LONGEST_CODE else ""


def _shows_code(blocks: Iterable[Block], code: str) -> bool:
    return any(
        (isinstance(one, Fingerprint) and bool(one.qr))
        or (isinstance(one, QR) and one.text == code)
        or (isinstance(one, Columns) and any(_shows_code(part, code) for part in one.parts))
        for one in blocks
    )


def _draw_stamp(page: Page, corner: tuple[float, float], code: str, setting: Setting) -> float:
    """The code for a camera below the foot's hairline, down into the margin; answers its width."""
    right, top = corner
    white = _STAMP * _QUIET_SQUARES / len(squares(code))
    box = (right - _STAMP - white, top + white, _STAMP, _STAMP)
    page.picture(box, setting.book.stamp(code))
    return _STAMP + 3 * white


def roll_foot_pieces(document: Document, setting: Setting) -> list[Piece]:
    """The foot as lines below the last block, where a roll is cut."""
    voice = setting.voice
    said = [printed_line(document.printed, voice)]
    if document.fingerprint is not None:
        said += [voice.tr("Fingerprint code"), one_line(document.fingerprint.code)]
    pieces: list[Piece] = []
    for text in said:
        lines = wrap(text, setting.width, setting.quiet, setting.pens)
        pieces += line_pieces(lines, setting.quiet, setting, setting.tag, align=Align.CENTRE)
    pieces[0].above = setting.scale.text
    if code := _stamped(document):
        pieces += qr_pieces(QR(code, size=_ON_A_ROLL), setting)
    return pieces
