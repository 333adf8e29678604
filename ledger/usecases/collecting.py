"""Collection day: the confirmed sheet is booked whole, a receipt a line, with its cash count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command, DeskCommand
from ledger.domain.members import Member
from ledger.domain.money import total
from ledger.domain.papers import SheetPosted
from ledger.domain.quick import quick
from ledger.domain.refusals import MemberTwice
from ledger.usecases.counting import Pieces, settle_count
from ledger.usecases.paid_items import Item
from ledger.usecases.till import Till
from ledger.usecases.visiting import take

_MANY = 100


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """What one member paid; without items the line says that nothing was paid."""

    member: str
    items: tuple[Item, ...]
    payer: str = ""
    paper_book: str = ""
    paper_number: str = ""
    note: str = ""

    @property
    def replaces(self) -> str:
        """The receipt in whose place this one is given: none on a sheet."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostSheet(Command):
    """Close a collection sheet: every line a visit with its receipt, the cash counted beside it.

    ``desk`` is the place where its drafts lie; they are cleared in the same transaction, so that a
    power cut can never leave a sheet that is booked and still waiting.
    """

    on: date
    lines: tuple[SheetLine, ...]
    zones: tuple[str, ...] = ()
    counted: tuple[Pieces, ...] = ()
    counted_by: str = ""
    reason: str = ""
    desk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """One cell or field, as text that only its screen reads."""

    item: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDrafts(DeskCommand):
    """Keep what is being typed at a place of the desk; an empty value takes the item away."""

    place: str
    items: tuple[DraftItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDrafts(DeskCommand):
    """Clear a place of the desk."""

    place: str


def post_sheet(command: PostSheet, books: Books) -> None:
    seen: set[str] = set()
    for line in command.lines:
        if line.member in seen:
            raise MemberTwice(line.member)
        seen.add(line.member)
    if len(command.lines) > _MANY:
        # Everybody at once is read much faster than one by one.
        books.every(Member)
        books.every(Card)
    till = Till(books, command.on)
    paid = [take(line, books, till) for line in command.lines if line.items]
    booked = total(one.receipt.total for one in paid)
    count = settle_count(
        books,
        command.counted,
        booked=booked,
        on=command.on,
        counted_by=command.counted_by,
        reason=command.reason,
    )
    number = books.next_number(SheetPosted)
    zones = ",".join(command.zones)
    books.add(SheetPosted(number, command.on, zones, len(paid), booked, count))
    if command.desk:
        books.clear_desk(command.desk)
    splits = tuple(split for one in paid for split in one.splits)
    books.make(sheet=number, cash_count=count, **({"splits": splits} if splits else {}))
