"""Passbooks: how many movements of a card its book shows, and where the next line goes."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class PassbookLayout(Record):
    """Where lines stand on the pages of a passbook, in tenths of a millimetre from the top left.

    ``top`` is the line the letters of line 1 stand on, ``pitch`` from line to line; from line
    ``fold_after`` + 1 on everything is ``fold`` further down (the seam of the book). ``left``
    shifts all columns; ``size`` is that of the letters in tenths of a point.
    """

    table = "passbook_layouts"
    key = ("code",)

    code: str
    lines: int = 24
    top: int = 150
    pitch: int = 55
    left: int = 50
    fold_after: int = 12
    fold: int = 100
    size: int = 90


@dataclass(frozen=True, slots=True)
class PassbookMark(Record):
    """How far a card's passbook has come: its first ``movements`` movements stand in it.

    They are counted in the order in which they were booked, which never changes.

    ``page`` and ``line`` are where the last one was printed; both are 0 where they were copied by
    hand, from the slip of lines to copy.
    """

    table = "passbook_marks"
    key = ("card",)

    card: int
    movements: int
    page: int
    line: int


STANDARD = "standard"
