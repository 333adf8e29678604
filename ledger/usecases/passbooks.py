"""Passbooks: where lines stand on their pages, and how far each one has come."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.passbooks import STANDARD, PassbookLayout, PassbookMark
from ledger.domain.refusals import PassbookLayoutWrong, PassbookPlaceWrong
from ledger.usecases.recording import the_card

# The least and the most of each measure: tenths of a millimetre, lines, tenths of a point.
_BOUNDS = {
    "lines": (1, 60),
    "top": (0, 2_000),
    "pitch": (20, 200),
    "left": (-100, 500),
    "fold_after": (0, 60),
    "fold": (0, 1_000),
    "size": (50, 140),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPassbookLayout(Command):
    """Where lines stand on the pages of passbooks, after a look at the calibration sheet."""

    code: str = STANDARD
    lines: int | None = None
    top: int | None = None
    pitch: int | None = None
    left: int | None = None
    fold_after: int | None = None
    fold: int | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPassbook(Command):
    """So many movements of a card stand in its passbook now, the last one on that page and line.

    Page and line are 0 where they were copied by hand.
    """

    card: int
    movements: int
    page: int = 0
    line: int = 0


def set_passbook_layout(command: SetPassbookLayout, books: Books) -> None:
    before = books.newest(PassbookLayout, command.code) or PassbookLayout(command.code)
    measures = {}
    for one in fields(PassbookLayout):
        given = getattr(command, one.name)
        measures[one.name] = getattr(before, one.name) if given is None else given
    for name, (least, most) in _BOUNDS.items():
        if not least <= measures[name] <= most:
            raise PassbookLayoutWrong(name, measures[name])
    books.add(PassbookLayout(**measures))


def record_passbook(command: RecordPassbook, books: Books) -> None:
    card = the_card(books, command.card)
    layout = books.newest(PassbookLayout, STANDARD) or PassbookLayout(STANDARD)
    by_hand = (command.page, command.line) == (0, 0)
    placed = command.page > 0 and 0 < command.line <= layout.lines
    most = len(books.movements(card.number, card.account))
    if not (by_hand or placed) or not 0 <= command.movements <= most:
        raise PassbookPlaceWrong(command.card, command.page, command.line, command.movements)
    books.add(PassbookMark(command.card, command.movements, command.page, command.line))
    books.make(card=command.card, movements=command.movements)
