"""The passbook of a card: which movements are not in it yet, and on which page and line they go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.passbooks import STANDARD, PassbookLayout, PassbookMark
from ledger.domain.refusals import NothingToCopy, PassbookPlaceWrong, UnknownCard
from ledger.queries.members import MemberRow
from ledger.queries.naming import holders_of
from ledger.queries.statement import StatementCard, StatementLine, member_statement
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class PassbookLine:
    """One movement with its number on the card, and its place in the book."""

    movement: int
    page: int
    line: int
    moved: StatementLine


@dataclass(frozen=True, slots=True)
class Passbook:
    """What is to be printed now. ``before`` movements stand in the book already.

    ``page`` and ``line`` are those of the last line that is printed now.
    """

    card: int
    member: MemberRow
    name_th: str
    name_en: str
    layout: PassbookLayout
    before: int
    lines: tuple[PassbookLine, ...]
    page: int
    line: int

    @property
    def places(self) -> tuple[PassbookMark, ...]:
        """How far the book has come once this is printed."""
        return (PassbookMark(self.card, self.lines[-1].movement, self.page, self.line),)


@dataclass(frozen=True, slots=True)
class CardToCopy:
    """The movements of one card that its passbook lacks."""

    card: int
    kind: CardKind
    name_th: str
    name_en: str
    before: int
    lines: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class LinesToCopy:
    """The slip for a passbook kept by hand; ``since`` where lines of a period were asked for."""

    since: date | None
    until: date
    member: MemberRow
    cards: tuple[CardToCopy, ...]

    @property
    def places(self) -> tuple[PassbookMark, ...]:
        """How far the books have come once this is copied; lines that came again change nothing."""
        if self.since is not None:
            return ()
        return tuple(
            PassbookMark(one.card, one.before + len(one.lines), 0, 0) for one in self.cards
        )


def passbook_layout(reader: Reader, *, code: str = STANDARD) -> PassbookLayout:
    """The layout of that name as it was set; the usual measures where none was."""
    return reader.newest(PassbookLayout, code) or PassbookLayout(code)


def passbook(
    reader: Reader,
    *,
    card: int,
    page: int | None = None,
    line: int | None = None,
    movement: int | None = None,
) -> Passbook:
    """The movements that are not in the book yet, from the line after the last printed one on.

    ``page`` and ``line`` begin elsewhere: in a new book, or where the book and the file disagree.
    With ``page`` alone that page is begun at its first line. ``movement`` is the first one to
    print, for lines that have to be printed again.

    Raises:
        UnknownCard, NothingToCopy, PassbookPlaceWrong: no member's card of that number, nothing
            new on it, or no such place.
    """
    holder = holders_of(reader, [card]).get(card)
    if holder is None or holder.member is None:
        raise UnknownCard(card)
    layout, mark = passbook_layout(reader), _mark(reader, card)
    first = _first_place(layout, mark, page, line)
    statement = member_statement(reader, member=holder.member)
    moved = next((as_booked(one) for one in statement.cards if one.card == card), ())
    before = mark.movements if movement is None else max(0, movement - 1)
    fresh = moved[before:]
    if not fresh:
        raise NothingToCopy(holder.member)
    lines = tuple(
        PassbookLine(
            before + at + 1,
            (first + at) // layout.lines + 1,
            (first + at) % layout.lines + 1,
            one,
        )
        for at, one in enumerate(fresh)
    )
    last = lines[-1]
    return Passbook(
        card=card,
        member=statement.member,
        name_th=holder.product_th,
        name_en=holder.product_en,
        layout=layout,
        before=before,
        lines=lines,
        page=last.page,
        line=last.line,
    )


def lines_to_copy(
    reader: Reader, *, member: str, since: date | None = None, until: date | None = None
) -> LinesToCopy:
    """What the treasurer copies into the member's passbook, card by card.

    Without ``since`` it goes on where the book was left; with it the lines of a period come again.

    Raises:
        UnknownMember, NothingToCopy: there is no such member, or everything is in the book.
    """
    statement = member_statement(reader, member=member, since=since, until=until)
    cards = [_to_copy(reader, one, since) for one in statement.cards]
    kept = tuple(one for one in cards if one.lines)
    if not kept:
        raise NothingToCopy(member)
    return LinesToCopy(since, statement.until, statement.member, kept)


def _to_copy(reader: Reader, card: StatementCard, since: date | None) -> CardToCopy:
    before = 0 if since is not None else _mark(reader, card.card).movements
    lines = card.lines if since is not None else as_booked(card)[before:]
    return CardToCopy(card.card, card.kind, card.name_th, card.name_en, before, lines)


def as_booked(card: StatementCard) -> tuple[StatementLine, ...]:
    """The lines in the order in which they were booked, with the balance running in that order.

    A movement entered late, for an earlier day, comes behind those that are in the book already.
    """
    running = card.brought_forward
    found = []
    for one in sorted(card.lines, key=lambda line: line.entry):
        running = running + one.paid_in - one.paid_out
        found.append(replace(one, balance=running))
    return tuple(found)


def _mark(reader: Reader, card: int) -> PassbookMark:
    return reader.newest(PassbookMark, card) or PassbookMark(card, 0, 0, 0)


def _first_place(
    layout: PassbookLayout, mark: PassbookMark, page: int | None, line: int | None
) -> int:
    """The place of the first new line, counted from 0 over all pages."""
    if page is None and line is None:
        return max(0, (mark.page - 1) * layout.lines + mark.line)
    at_page, at_line = page or max(1, mark.page), line or 1
    if at_page < 1 or not 1 <= at_line <= layout.lines:
        raise PassbookPlaceWrong(mark.card, at_page, at_line, mark.movements)
    return (at_page - 1) * layout.lines + at_line - 1
