"""Text into lines of a given width: broken between words, Thai ones too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reports.render.lettering import Line
from reports.render.pdf_page import Pens, Style
from reports.render.segmenter import clusters, split
from reports.render.shaping import EM
from reports.words.voice import BESIDE

_CLOSING = frozenset(")]}”’»,.:;!?%ฯๆ/")
_ELLIPSIS = "…"
_OPENING = frozenset("([{“‘«")


def wrap(text: str, width: float, style: Style, pens: Pens, *, indent: float = 0.0) -> list[Line]:
    """The lines of the text, none wider than ``width`` points unless one letter is.

    Line breaks in the text are kept; a word too long for a line is broken between letters. The
    first line is shorter by the indent. Thai and English beside each other part where that takes
    no line more.
    """
    lines: list[Line] = []
    for part in text.split("\n"):
        room = width if lines else width - indent
        whole = pens.line(part.strip(), style)
        if whole.width * style.size / EM <= room:
            lines.append(whole)
        else:
            filled = _parted(part, width, style, pens, used=width - room)
            lines.extend(pens.line(line, style) for line in filled)
    return lines


def languages_of(text: str) -> tuple[str, ...]:
    """A text in both languages as its two lines, the sign between them on the first."""
    thai, beside, english = text.partition(BESIDE)
    if not beside or BESIDE in english:
        return (text,)
    return f"{thai}{BESIDE.rstrip()}", english


def longest_word(text: str, style: Style, pens: Pens) -> float:
    """The width in points below which a word of the text must be broken."""
    words = (word.strip() for part in text.split("\n") for word in breakable(part))
    return max((pens.width(word, style) for word in words), default=0.0)


@lru_cache(maxsize=4096)
def breakable(text: str) -> tuple[str, ...]:
    """The pieces between which a line may end; each keeps the spaces that follow it."""
    pieces: list[str] = []
    for piece in _spaced(text):
        if pieces and _sticks(pieces[-1], piece):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(pieces)


def _spaced(text: str) -> Iterator[str]:
    for piece in split(text):
        at = 0
        while at < len(piece):
            end = piece.find(" ", at)
            while 0 <= end < len(piece) and piece[end] == " ":
                end += 1
            end = len(piece) if end < 0 else end
            yield piece[at:end]
            at = end


def _sticks(before: str, piece: str) -> bool:
    """Whether no line ends here: at a sign that belongs to its word, or within พ.ศ. and น.ส.ล."""
    if piece.isspace():
        return True
    if before.endswith(" "):
        return piece.strip() == BESIDE.strip()
    return piece[0] in _CLOSING or before[-1] in _OPENING or before[-1] == "."


def _parted(text: str, width: float, style: Style, pens: Pens, *, used: float) -> list[str]:
    """A reader of one language finds hers on lines of its own, where there is room for that."""
    filled = list(_filled(text, width, style, pens, used=used))
    first, *others = languages_of(text)
    if not others:
        return filled
    apart = list(_filled(first, width, style, pens, used=used))
    for other in others:
        apart += _filled(other, width, style, pens, used=0.0)
    return apart if len(apart) <= len(filled) else filled


def _filled(text: str, width: float, style: Style, pens: Pens, *, used: float) -> Iterator[str]:
    line = ""
    for piece in breakable(text):
        room = pens.width(piece.rstrip(), style)
        if line and used + room > width:
            yield line.rstrip()
            line, used = "", 0.0
        if room > width:
            *full, line = _broken(piece, width, style, pens)
            yield from full
            used = pens.width(line, style)
        else:
            line += piece
            used += pens.width(piece, style)
    if line.strip():
        yield line.rstrip()


def fitted(text: str, width: float, style: Style, pens: Pens) -> Line:
    """The text on one line; where it is too long its end gives way to an ellipsis."""
    line = pens.line(text, style)
    if line.width * style.size / EM <= width:
        return line
    room = width - pens.width(_ELLIPSIS, style)
    kept = _broken(text, max(room, 0), style, pens)[0]
    return pens.line(kept.rstrip() + _ELLIPSIS, style)


def _broken(piece: str, width: float, style: Style, pens: Pens) -> list[str]:
    """A word wider than a line, cut between letters; the last part may be joined by more."""
    parts: list[str] = [""]
    used = 0.0
    for cluster in clusters(piece):
        room = pens.width(cluster, style)
        if parts[-1] and used + room > width:
            parts.append("")
            used = 0.0
        parts[-1] += cluster
        used += room
    return parts
