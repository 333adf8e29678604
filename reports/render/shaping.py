"""The two font files and HarfBuzz: which glyphs stand for a text, and exactly where.

Only the files beside this module are ever opened; no font is looked for on the machine.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb

EM = 1000  # units of both fonts
MISSING = 0  # the glyph drawn for a letter the font lacks: a box that nobody overlooks

_FONTS = Path(__file__).with_name("fonts")
# Names such as uni0E48.small and uni0E4D0E49 say what an unencoded glyph stands for.
_TELLING_NAME = re.compile("uni((?:[0-9A-F]{4})+)(?:[.].*)?")


class Glyph(NamedTuple):
    """One glyph of a shaped run, in thousandths of the size; ``cluster`` counts letters."""

    number: int
    cluster: int
    advance: int
    right: int
    up: int


class Face:
    """One weight of the font."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._face: Any = hb.Face(hb.Blob((_FONTS / f"{name}.ttf").read_bytes()))
        self._font: Any = hb.Font(self._face)

    def shape(self, text: str, *, thai: bool) -> list[Glyph]:
        """The glyphs of a run of one script, left to right, in drawing order."""
        buffer: Any = hb.Buffer()
        buffer.add_str(text)
        # Told, not guessed: the first letter of a name must not decide how its Thai is stacked.
        buffer.direction = "ltr"
        buffer.script = "Thai" if thai else "Latn"
        buffer.language = "th" if thai else "en"
        hb.shape(self._font, buffer)
        return [
            Glyph(info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def glyph_of(self, letter: str) -> int:
        number = self._font.get_nominal_glyph(ord(letter))
        return MISSING if number is None else int(number)

    @cached_property
    def advances(self) -> tuple[int, ...]:
        """The width of every glyph, by its number."""
        count = self._face.glyph_count
        return tuple(int(self._font.get_glyph_h_advance(number)) for number in range(count))

    def meaning_of(self, number: int) -> str:
        """The text a glyph stands for by itself; empty where only its neighbours could tell."""
        if number in self._letters:
            return self._letters[number]
        named = _TELLING_NAME.fullmatch(self._font.glyph_to_string(number))
        if named is None:
            return ""
        codes = named.group(1)
        return "".join(chr(int(codes[at : at + 4], 16)) for at in range(0, len(codes), 4))

    def subset(self, numbers: set[int]) -> bytes:
        """The font file with only these glyphs, which keep their numbers."""
        wanted = hb.SubsetInput()
        flags = hb.SubsetFlags
        wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NOTDEF_OUTLINE
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(numbers)
        for tag in ("GSUB", "GPOS", "GDEF", "DSIG", "name", "STAT", "meta"):
            wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).add(_tag_number(tag))
        return bytes(hb.subset(self._face, wanted).blob.data)

    @cached_property
    def _letters(self) -> dict[int, str]:
        letters: dict[int, str] = {}
        for code in sorted(self._face.unicodes):
            letters.setdefault(self.glyph_of(chr(code)), chr(code))
        return letters


@lru_cache(maxsize=2)
def face(*, strong: bool) -> Face:
    return Face("Sarabun-Bold" if strong else "Sarabun-Regular")


def _tag_number(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii"), "big")
