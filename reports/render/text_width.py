"""How many columns a text takes where all letters are equally wide: Thai marks take none."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reports.document import Align

_NONE = frozenset({"Mn", "Me", "Cf"})


@lru_cache(maxsize=4096)  # rows of a list say the same things again and again
def width_of(text: str) -> int:
    """The columns of a terminal that the text fills."""
    if text.isascii():
        return len(text)
    return sum(map(_letter_width, text))


def padded(text: str, width: int, align: Align = Align.START) -> str:
    """The text with spaces around it, so that it fills the width."""
    spare = max(0, width - width_of(text))
    before = {Align.START: 0, Align.CENTRE: spare // 2, Align.END: spare}[align]
    return " " * before + text + " " * (spare - before)


@lru_cache(maxsize=2048)
def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in _NONE:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
