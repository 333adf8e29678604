"""Pieces onto pages: what belongs together stays together, and heads are repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from reports.render.pdf_page import Page

Draw = Callable[[Page, float, float], None]
"""Draws a piece on a page, its left and top edge given."""


class Bond(IntEnum):
    """How a piece holds on to the next one."""

    NONE = 0
    WISH = 1  # unless together they are higher than a page
    FIRM = 2


@dataclass(slots=True)
class Piece:
    """Something that is never cut: a line of text, a row, a signature with its name."""

    height: float
    draw: Draw
    above: float = 0.0  # white space that a page does not begin with
    bond: Bond = Bond.NONE
    head: Piece | None = None  # drawn again where this piece opens a page
    opens_page: bool = False  # stands for nothing else


@dataclass(frozen=True, slots=True)
class Placed:
    piece: Piece
    top: float  # below the top of the page's room


class Flow:
    """Fills pages from the top; the first may have less or more room than the others."""

    def __init__(self, *, first: float, later: float) -> None:
        self._first = first
        self._later = later
        self._top = 0.0
        self.pages: list[list[Placed]] = [[]]

    def add_all(self, pieces: Sequence[Piece]) -> None:
        for chunk in _bound(pieces, Bond.WISH):
            if self._fits_a_page(chunk):
                self._add_whole(chunk)
            else:
                for smaller in _bound(chunk, Bond.FIRM):
                    self._add_whole(smaller)

    @property
    def _room(self) -> float:
        return self._first if len(self.pages) == 1 else self._later

    def _fits_a_page(self, chunk: list[Piece]) -> bool:
        head = chunk[0].head.height if chunk[0].head is not None else 0.0
        return head + height_of(chunk) <= self._later

    def _add_whole(self, chunk: list[Piece]) -> None:
        if self._top + _height(chunk) > self._room and self._fits_a_page(chunk):
            self._turn()
        for piece in chunk:
            self._add(piece)

    def _add(self, piece: Piece) -> None:
        if piece.opens_page:
            self._turn()
            return
        if self.pages[-1] and self._top + piece.above + piece.height > self._room:
            self._turn()
        if self.pages[-1]:
            self._top += piece.above
        elif piece.head is not None and len(self.pages) > 1:
            self._place(piece.head)
        self._place(piece)

    def _place(self, piece: Piece) -> None:
        self.pages[-1].append(Placed(piece, self._top))
        self._top += piece.height

    def _turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self._top = 0.0


def height_of(pieces: Sequence[Piece]) -> float:
    """The height of pieces stacked without a page's end."""
    return _height(pieces) - (pieces[0].above if pieces else 0.0)


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.above + piece.height for piece in pieces)


def _bound(pieces: Sequence[Piece], bond: Bond) -> Iterator[list[Piece]]:
    """The pieces in groups that hold together at least so firmly."""
    chunk: list[Piece] = []
    for piece in pieces:
        chunk.append(piece)
        if piece.bond < bond:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
