"""The paper itself: its sheet, who printed it, and the blocks on it, some holding others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from reports.document.blocks import (
    QR,
    CutLine,
    Facts,
    Fingerprint,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Placed,
    Signatures,
    Space,
)
from reports.document.tables import Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in millimetres; height 0 is a roll, cut where the text ends."""

    width: int
    height: int
    margin: int = 16

    @property
    def is_roll(self) -> bool:
        return self.height == 0

    def landscape(self) -> Paper:
        return replace(self, width=self.height, height=self.width)


A4 = Paper(210, 297)
A5 = Paper(148, 210, margin=11)
ROLL_80 = Paper(80, 0, margin=4)
PASSBOOK = Paper(110, 160, margin=0)


@dataclass(frozen=True, slots=True)
class Printed:
    """Who printed the paper and when; fixes every date inside the file as well."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, in columns of equal width; they stay on one page."""

    parts: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class SlipsTwoUp:
    """Two slips on one A4 sheet, one above the other with a line to cut along."""

    upper: Document
    lower: Document | None = None


Block = (
    Heading
    | Paragraph
    | Facts
    | Table
    | Signatures
    | Fingerprint
    | QR
    | Picture
    | PageBreak
    | Space
    | CutLine
    | Columns
    | Placed
    | SlipsTwoUp
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper.

    ``copy`` 0 is the original, from 1 on the sheet is marked สำเนา with that number. ``practice``
    puts the coloured band of the practice book on every page. ``bare`` leaves out title, header
    and footer, for passbooks and pre-printed forms. ``language`` is "th" or "en" and only needed
    where it differs from the voice that renders.
    """

    title: str
    cooperative: str
    printed: Printed
    blocks: tuple[Block, ...]
    subtitles: tuple[str, ...] = ()
    period: str = ""
    paper: Paper = A4
    fingerprint: Fingerprint | None = None
    copy: int = 0
    practice: bool = False
    bare: bool = False
    language: str = ""


def two_up(slips: Iterable[Document]) -> Iterator[Document]:
    """Sheets of A4 with two slips each, in the given order; the last may carry one."""
    waiting: Document | None = None
    for slip in slips:
        if waiting is None:
            waiting = slip
        else:
            yield _sheet_of(waiting, slip)
            waiting = None
    if waiting is not None:
        yield _sheet_of(waiting, None)


def _sheet_of(upper: Document, lower: Document | None) -> Document:
    return replace(upper, paper=A4, blocks=(SlipsTwoUp(upper, lower),), bare=True)
