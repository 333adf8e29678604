"""Lines of text as page operators: exact places, and the text itself where glyphs would lose it.

The operators are written for a font of size 1 and scaled by the text matrix, so one shaped line
serves every size and place of it. Marks above marks make readers of PDF guess wrongly where words
end, and น้ำ is stored in another order than it is drawn: beside every line with Thai, or with
letters that the font lacks, the text itself is written as ``ActualText``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reports.render.shaping import EM, MISSING, Face, Glyph, face

_CACHED_LINES = 3_000
_CACHED_RUNS = 3_000
# Thai, a number, or anything else; a number is cheaper to draw than to shape.
_RUNS = re.compile(
    "([\u0e01-\u0e3a\u0e40-\u0e5b]+)|([0-9][0-9,./:-]*[0-9])|[^0-9\u0e01-\u0e3a\u0e40-\u0e5b]+|[0-9]"
)
_THAI, _NUMBER = 1, 2  # groups of these
_FIGURES = re.compile("[0-9๐-๙,.()%+/:-]+")
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"


class Line(NamedTuple):
    """A line ready to draw: its operators, and its width in thousandths of the size."""

    text: str
    operators: bytes
    width: int


class _Run(NamedTuple):
    """A run of one script, shaped once for all lines it stands in."""

    operators: bytes
    width: int
    reads_well: bool  # whether its glyphs alone give the text back


class Letters:
    """One weight in one file: shapes lines once, and knows which glyphs the file needs."""

    def __init__(self, *, strong: bool) -> None:
        self.face: Face = face(strong=strong)
        self.used: dict[int, str] = {MISSING: "\ufffd"}  # glyph -> the text it stands for
        self._lines: dict[str, Line] = {}
        self._runs: dict[str, _Run] = {}
        self._figures = dict(_figure_glyphs(self.face))
        self._hex = {ord(sign): f"{glyph.number:04x}" for sign, glyph in self._figures.items()}
        self._place_of = {sign: glyph.advance for sign, glyph in self._figures.items()}.__getitem__
        # Nearly every paper has figures: they are in the file from the start.
        self.used.update({glyph.number: letter for letter, glyph in self._figures.items()})

    def line(self, text: str) -> Line:
        """The text on one line; amounts unshaped, with figures of equal width."""
        found = self._lines.get(text)
        if found is None:
            figures = _FIGURES.fullmatch(text) is not None
            found = self._line_of_figures(text) if figures else self._shaped_line(text)
            # Thousands of names in a batch must not pile up; shaping again is cheap.
            if len(self._lines) >= _CACHED_LINES:
                self._lines.clear()
            self._lines[text] = found
        return found

    def width_of(self, text: str) -> int:
        """The width in thousandths of any size."""
        return self.line(text).width

    def width(self, text: str, size: float) -> float:
        """The width in points at this size in points."""
        return self.line(text).width * size / EM

    def _line_of_figures(self, text: str) -> Line:
        width = sum(map(self._place_of, text))
        if text.isascii():
            return Line(text, b"<%b>Tj" % text.translate(self._hex).encode("ascii"), width)
        glyphs = [self._figures[letter] for letter in text]
        return Line(text, _telling(text, self._operators(glyphs)), width)

    def _shaped_line(self, text: str) -> Line:
        parts: list[bytes] = []
        width = 0
        reads_well = True
        for found in _RUNS.finditer(text):
            run = found.group()
            if found.lastindex == _NUMBER:
                figures = self._line_of_figures(run)
                parts.append(figures.operators)
                width += figures.width
                continue
            shaped = self._runs.get(run) or self._shaped_run(run, thai=found.lastindex == _THAI)
            parts.append(shaped.operators)
            width += shaped.width
            reads_well &= shaped.reads_well
        operators = b" ".join(parts)
        return Line(text, operators if reads_well else _telling(text, operators), width)

    def _shaped_run(self, run: str, *, thai: bool) -> _Run:
        glyphs = self.face.shape(run, thai=thai)
        reads_well = self._read_back(run, glyphs) == run and not thai
        width = sum([glyph.advance for glyph in glyphs])
        if len(self._runs) >= _CACHED_RUNS:
            self._runs.clear()
        self._runs[run] = shaped = _Run(self._operators(glyphs), width, reads_well)
        return shaped

    def _read_back(self, text: str, glyphs: list[Glyph]) -> str:
        # A glyph that only its neighbours explain is given the letter of its place in the run.
        aligned = len(glyphs) == len(text)
        read: list[str] = []
        for place, glyph in enumerate(glyphs):
            meaning = self.used.get(glyph.number) or self.face.meaning_of(glyph.number)
            if not meaning and aligned:
                meaning = text[place]
            self.used[glyph.number] = meaning
            read.append("" if glyph.number == MISSING else meaning)
        return "".join(read)

    def _operators(self, glyphs: Sequence[Glyph]) -> bytes:
        """Show the glyphs where the shaper put them; the pen ends where the run ends."""
        advances = self.face.advances
        out: list[str] = []
        shown: list[str] = []
        height = drift = 0  # how far the pen of the page is ahead of the shaper's
        for number, _, advance, right, up in glyphs:
            if up != height:
                out.append(_show(shown))
                out.append(f"{up / EM:g} Ts")
                shown, height = [], up
            if drift != right:
                shown.append(f">{drift - right}<")
            shown.append(f"{number:04x}")
            drift = advances[number] + right - advance
        if drift:
            shown.append(f">{drift}<")
        out.append(_show(shown))
        if height:
            out.append("0 Ts")
        return " ".join(out).encode("ascii")


def _show(parts: list[str]) -> str:
    return f"[<{''.join(parts)}>]TJ" if parts else ""


def _telling(text: str, operators: bytes) -> bytes:
    return b"/Span<</ActualText %b>>BDC %b EMC" % (text_string(text), operators)


def text_string(text: str) -> bytes:
    """A text as the file format writes it, whatever letters it has."""
    return b"<FEFF%b>" % text.encode("utf-16-be", "replace").hex().upper().encode("ascii")


def _figure_glyphs(letters: Face) -> Iterable[tuple[str, Glyph]]:
    """Figures and their signs, unshaped; Thai digits in the middle of places of equal width."""
    numbers = {letter: letters.glyph_of(letter) for letter in "0123456789,.()%+/:-" + _THAI_DIGITS}
    widest = max(letters.advances[numbers[digit]] for digit in _THAI_DIGITS)
    for letter, number in numbers.items():
        advance = letters.advances[number]
        place = widest if letter in _THAI_DIGITS else advance
        yield letter, Glyph(number, 0, place, (place - advance) // 2, 0)
