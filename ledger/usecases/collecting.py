"""Collection day: the confirmed sheet is booked whole, a receipt a line, with its cash count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command, DeskCommand
from ledger.domain.members import Member
from ledger.domain.money import Money, total
from ledger.domain.papers import Receipt, ReceiptVoid, SheetPosted, SheetReceipt
from ledger.domain.quick import quick
from ledger.domain.refusals import MemberTwice, ReceiptIsVoid, UnknownReceipt
from ledger.domain.refusals.receiving import ReceiptCounted, ReceiptNotCash
from ledger.usecases.counting import Pieces, settle_count
from ledger.usecases.paid_items import Item
from ledger.usecases.receipting import the_receipt
from ledger.usecases.recording import account_of_role, check_day
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
    power cut can never leave a sheet that is booked and still waiting. ``given`` are the receipts
    that members got while the sheet lay open; their cash is counted with it.
    """

    on: date
    lines: tuple[SheetLine, ...]
    zones: tuple[str, ...] = ()
    counted: tuple[Pieces, ...] = ()
    counted_by: str = ""
    reason: str = ""
    desk: str = ""
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """One cell or field, as text that only its screen reads."""

    item: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDrafts(DeskCommand):
    """Keep what is being typed at a place of the desk; an empty value takes the item away.

    A sheet lies at ``collection:DAY:ZONES``, such as ``collection:2026-03-05:`` with every zone.
    """

    place: str
    items: tuple[DraftItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDrafts(DeskCommand):
    """Clear a place of the desk."""

    place: str


def post_sheet(command: PostSheet, books: Books) -> None:
    check_day(books, command.on)
    given = [_given_before(books, label, command.on) for label in command.given]
    seen: set[str] = set()
    for member in (*(one.member or "" for one in given), *(line.member for line in command.lines)):
        if member in seen:
            raise MemberTwice(member)
        seen.add(member)
    if len(command.lines) > _MANY:
        # Everybody at once is read much faster than one by one.
        books.every(Member)
        books.every(Card)
    till = Till(books, command.on)
    paid = [take(line, books, till) for line in command.lines if line.items]
    receipts = [*given, *(one.receipt for one in paid)]
    booked = total(one.total for one in receipts)
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
    books.add(SheetPosted(number, command.on, zones, len(receipts), booked, count))
    for one in given:
        books.add(SheetReceipt(one.series, one.year, one.number, number))
    if command.desk:
        books.clear_desk(command.desk)
    splits = tuple(split for one in paid for split in one.splits)
    books.make(sheet=number, cash_count=count, **({"splits": splits} if splits else {}))


def _given_before(books: Books, label: str, on: date) -> Receipt:
    """A receipt of the day that a member got before the sheet was closed, and not counted yet.

    Raises:
        UnknownReceipt: there is none of that day.
        ReceiptIsVoid: it counts no more.
        ReceiptNotCash: its money is not in the cash box, or is no member's.
        ReceiptCounted: its money was counted with another sheet.
    """
    receipt = the_receipt(books, label)
    if receipt.on != on:
        raise UnknownReceipt(label)
    if books.newest(ReceiptVoid, receipt.series, receipt.year, receipt.number) is not None:
        raise ReceiptIsVoid(label)
    if receipt.member is None or _cash_in(books, receipt) != receipt.total:
        raise ReceiptNotCash(label)
    for sheet in books.written_with(receipt, SheetPosted):
        raise ReceiptCounted(label, sheet.number)
    counted = books.newest(SheetReceipt, receipt.series, receipt.year, receipt.number)
    if counted is not None:
        raise ReceiptCounted(label, counted.sheet)
    return receipt


def _cash_in(books: Books, receipt: Receipt) -> Money:
    """What of a receipt was paid in cash."""
    entry, cash = books.entry(receipt.entry), account_of_role(books, "cash")
    lines = () if entry is None else entry.lines
    return total(line.debit for line in lines if line.account == cash)
