"""What is to be printed where, without Qt: the printer, pages as typed, copies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.words.figures import in_western_digits
from reports.words.voice import Voice

MOST_COPIES = 99

_PART = re.compile(r"([0-9]{1,5})(?:-([0-9]{1,5})?)?")


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Pages count from 1, in the order in which they are printed."""

    printer: str
    pages: tuple[int, ...]
    copies: int = 1


@dataclass(frozen=True, slots=True)
class WrongPages:
    """The typed text names no pages of this paper, which has ``count``."""

    text: str
    count: int

    def sentence(self, voice: Voice) -> str:
        if self.count == 1:
            return voice.tr("There is only one page. Leave the field empty.")
        return voice.tr(
            "“{text}” names no pages from 1 to {count}. Write pages such as 1,3,5-7."
        ).format(text=self.text[:40], count=voice.number(self.count))


def read_pages(text: str, count: int) -> tuple[int, ...] | WrongPages:
    """The pages that were typed: ``1,3,5-7``, ``5-`` to the end, nothing for all of them."""
    plain = re.sub(r"\s*([-,])\s*", r"\1", in_western_digits(text).strip())
    if not plain:
        return tuple(range(1, count + 1))
    pages: list[int] = []
    for part in re.split(r"[, ]", plain):
        found = _PART.fullmatch(part)
        if found is None:
            return WrongPages(text, count)
        first = int(found[1])
        last = int(found[2]) if found[2] else (count if "-" in part else first)
        if not 1 <= first <= last <= count:
            return WrongPages(text, count)
        pages += range(first, last + 1)
    return tuple(pages)
