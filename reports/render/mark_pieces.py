"""Signatures, codes and pictures as pieces of a page."""

from __future__ import annotations

from reports.document import QR, Align, Fingerprint, Picture, Signature, Signatures
from reports.render.flow import Bond, Piece
from reports.render.lettering import Line
from reports.render.look import ACCENT, HAIRLINE_GREY, QUIET, baseline, leading, mm
from reports.render.pdf_page import Page, Style
from reports.render.plain import one_line
from reports.render.qr import squares
from reports.render.setting import Setting, draw_aligned
from reports.render.shaping import EM
from reports.render.wrapping import fitted, wrap

_QUIET_ZONE = 4  # squares of white around a code that cameras need
_SIDE_BY_SIDE = 3
_SIGNED = 0.84  # of its place, the line to sign on


def signatures_pieces(block: Signatures, setting: Setting) -> list[Piece]:
    """Rows of nearly the same length; nobody signs alone on another page."""
    count = len(block.places)
    most = max(1, min(_SIDE_BY_SIDE, count, int(setting.width / mm(48))))
    across = -(-count // max(1, -(-count // most)))
    rows = [block.places[at : at + across] for at in range(0, count, across or 1)]
    pieces = [_signature_row(row, setting.width / across, setting) for row in rows]
    for piece in pieces[:-1]:
        piece.bond = Bond.FIRM
    return pieces


def _signature_row(places: tuple[Signature, ...], width: float, setting: Setting) -> Piece:
    step = setting.scale.leading(setting.scale.text)
    room = setting.scale.text * setting.scale.signing
    roles = [
        wrap(one_line(place.role), width * _SIGNED, setting.text, setting.pens) for place in places
    ]
    most = max(map(len, roles))

    def draw(page: Page, left: float, top: float) -> None:
        # A short row stands in the middle, as it does on Thai forms.
        first = left + (setting.width - width * len(places)) / 2
        for nth, place in enumerate(places):
            box = (first + nth * width, top + room, width)
            # Roles may take several lines; the days still stand beside one another.
            _draw_signature(page, box, place, (roles[nth], most), setting)

    return Piece(room + (3 + most) * step, draw, above=setting.scale.text)


def _draw_signature(
    page: Page,
    box: tuple[float, float, float],
    place: Signature,
    role: tuple[list[Line], int],
    setting: Setting,
) -> None:
    left, top, width = box
    style, step, pens = setting.text, setting.scale.leading(setting.scale.text), setting.pens
    line_left, line_width = left + width * (1 - _SIGNED) / 2, width * _SIGNED
    voice = setting.voice
    signed = fitted(voice.tr("Signed"), line_width / 2, style, pens)
    used = signed.width * style.size / EM + 4
    y = top + setting.scale.baseline(style.size)
    page.begin("P", setting.tag)
    page.line(line_left, y, signed, style)
    page.dashes(line_left + used, y + 1.5, line_width - used, colour=QUIET, gap=1.2)
    name = f"({one_line(place.name)})" if place.name else f"({' ' * 44})"
    named = (line_left, y + step, line_width)
    draw_aligned(page, named, fitted(name, line_width, style, pens), style, Align.CENTRE)
    lines, most = role
    for nth, line in enumerate(lines, start=2):
        draw_aligned(page, (line_left, y + nth * step, line_width), line, style, Align.CENTRE)
    day = voice.day(place.day) if place.day else "......../......../........"
    dated = fitted(f"{voice.tr('Date')} {day}", line_width, style, pens)
    draw_aligned(page, (line_left, y + (2 + most) * step, line_width), dated, style, Align.CENTRE)
    page.end()


def fingerprint_pieces(block: Fingerprint, setting: Setting) -> list[Piece]:
    side = mm(22) if block.qr else 0.0
    small, large = setting.accent, Style(setting.scale.heading * 1.1, strong=True)
    voice, pens = setting.voice, setting.pens
    height = max(side, leading(small.size) * 2 + leading(large.size)) + mm(3)
    act = voice.tr("Act {number}").format(number=voice.number(block.act))

    def draw(page: Page, left: float, top: float) -> None:
        page.frame((left, top, setting.width, height), HAIRLINE_GREY)
        x, y = (
            left + mm(4) + side,
            top + (height - leading(small.size) * 2 - leading(large.size)) / 2,
        )
        room = setting.width - (x - left) - mm(3)
        if block.qr:
            _draw_code(page, (left + mm(2), top + mm(1.5), side), block.qr, setting)
        page.begin("P", setting.tag)
        label = fitted(voice.tr("Fingerprint code"), room, small, pens)
        page.line(x, y + baseline(small.size), label, small)
        y += leading(small.size)
        page.line(
            x, y + baseline(large.size), fitted(one_line(block.code), room, large, pens), large
        )
        y += leading(large.size)
        page.line(
            x, y + baseline(small.size), fitted(act, room, setting.quiet, pens), setting.quiet
        )
        page.end()

    return [Piece(height, draw, above=setting.scale.text)]


def qr_pieces(block: QR, setting: Setting) -> list[Piece]:
    side = min(mm(block.size), setting.width)
    caption = fitted(one_line(block.caption), setting.width, setting.quiet, setting.pens)
    size = setting.scale.small

    def draw(page: Page, left: float, top: float) -> None:
        _draw_code(page, (left + (setting.width - side) / 2, top, side), block.text, setting)
        page.begin("Caption", setting.tag)
        box = (left, top + side + baseline(size), setting.width)
        draw_aligned(page, box, caption, setting.quiet, Align.CENTRE)
        page.end()

    return [Piece(side + (leading(size) if block.caption else 0), draw, above=size)]


def _draw_code(page: Page, box: tuple[float, float, float], text: str, setting: Setting) -> None:
    left, top, side = box
    rows = squares(text)
    one = side / (len(rows) + 2 * _QUIET_ZONE)
    page.begin("Figure", setting.tag, text=text)
    page.squares(left + _QUIET_ZONE * one, top + _QUIET_ZONE * one, one, rows)
    page.end()


def picture_pieces(block: Picture, setting: Setting) -> list[Piece]:
    """The picture; an empty frame of the same width where the bytes are none."""
    width = min(mm(block.width), setting.width)
    found = setting.book.picture(block.jpeg)
    height = width * (found[1] if found else 1.0)
    spare = setting.width - width
    shift = {Align.START: 0.0, Align.CENTRE: spare / 2, Align.END: spare}[block.align]

    def draw(page: Page, left: float, top: float) -> None:
        box = (left + shift, top, width, height)
        if found is None:
            page.frame(box, ACCENT)
            return
        page.begin("Figure", setting.tag, text=one_line(block.text))
        page.picture(box, found[0])
        page.end()

    return [Piece(height, draw, above=setting.scale.text * 0.5)]
