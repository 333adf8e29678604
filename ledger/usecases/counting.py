"""Cash counts: notes and coins beside the books, a difference booked openly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command, Posted
from ledger.domain.entries import Entry
from ledger.domain.money import ZERO, Money, total
from ledger.domain.papers import DENOMINATIONS, CashCount, CashPieces
from ledger.domain.refusals import BadDenomination, CountDiffers, NegativePieces
from ledger.usecases.recording import account_of_role, check_day, event_lines, record


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """So many notes or coins of one value."""

    denomination: Money
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCash(Command):
    """Cash in hand counted by denomination; a difference needs a reason and gets an entry."""

    on: date
    pieces: tuple[Pieces, ...]
    counted_by: str = ""
    reason: str = ""


def count_cash(command: CountCash, books: Books) -> None:
    check_day(books, command.on)
    booked = books.balance(account_of_role(books, "cash"), at=command.on)
    number = settle_count(
        books,
        command.pieces,
        booked=booked,
        on=command.on,
        counted_by=command.counted_by,
        reason=command.reason,
    )
    books.make(cash_count=number)


def settle_count(  # noqa: PLR0913 - what a count consists of
    books: Books,
    pieces: Sequence[Pieces],
    *,
    booked: Money,
    on: date,
    counted_by: str,
    reason: str,
) -> int:
    """Keep a count and book its difference; answers the count's number.

    Raises:
        BadDenomination, NegativePieces, CountDiffers: what is wrong with the count.
    """
    counted = counted_in(pieces)
    difference = counted - booked
    if difference != ZERO and not reason.strip():
        raise CountDiffers(counted, booked, difference)
    posted = _book_difference(books, difference, on, reason.strip())
    number = books.next_number(CashCount)
    entry = None if posted is None else posted.number
    books.add(CashCount(number, on, counted, booked, entry, reason.strip(), counted_by))
    heaps: dict[Money, int] = {}
    for piece in pieces:
        heaps[piece.denomination] = heaps.get(piece.denomination, 0) + piece.pieces
    for denomination, count in heaps.items():
        if count:
            books.add(CashPieces(number, denomination, count))
    return number


def counted_in(pieces: Sequence[Pieces]) -> Money:
    """The sum of notes and coins."""
    for piece in pieces:
        if piece.denomination not in DENOMINATIONS:
            raise BadDenomination(piece.denomination)
        if piece.pieces < 0:
            raise NegativePieces(piece.denomination, piece.pieces)
    return total(piece.denomination * piece.pieces for piece in pieces)


def _book_difference(books: Books, difference: Money, on: date, reason: str) -> Posted | None:
    if difference == ZERO:
        return None
    event = "cash_short" if difference < ZERO else "cash_over"
    lines = event_lines(books, event, abs(difference), {})
    return record(books, Entry(on=on, event=event, lines=tuple(lines), memo=reason))
