"""The one place where text is made safe for paper: invisible and control characters go."""

from __future__ import annotations

import re
from functools import lru_cache

_SPACES = re.compile("[\t\v\f\u0085\u2028\u2029]")
_LINE_ENDS = re.compile("\r\n?|\u0085|\u2028|\u2029")
# Soft hyphen, zero-width and direction marks, byte order mark, fillers, tags, variation selectors.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
# Thai piles three marks on a letter at most; hundreds of them would be drawn over the lines above.
_MARK = "[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_PILED = re.compile(f"({_MARK}{{4}}){_MARK}+")
_HALVES = re.compile("[\ud800-\udfff]")
_ORDINARY = re.compile("[\x20-\x7e\u00a0-\u00ac\u00ae-\u00ff\u0e01-\u0e3a\u0e3f-\u0e5b\n]*")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text as it may stand on paper: one line per line break, nothing unseen, no half letters.

    Direction marks could show a name or an amount in another order than it is stored; they and
    everything else without a shape of its own are left out, and so are marks piled higher than any
    word has them. The rest stays as it was typed.
    """
    if _ORDINARY.fullmatch(text):
        return _PILED.sub(r"\1", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    return _PILED.sub(r"\1", _HALVES.sub("\ufffd", _UNSEEN.sub("", text)))


def one_line(text: str) -> str:
    """The same on a single line."""
    return " ".join(plain(text).split("\n"))
