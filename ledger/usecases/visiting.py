"""A visit of a member: many items, one entry, one receipt (domain.md 1.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command, Posted
from ledger.domain.entries import Entry
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import ReceiptVoid
from ledger.domain.quick import quick
from ledger.domain.refusals import EmptyVisit, ReceiptIsVoid
from ledger.usecases.charging import ask, settle
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.paid_items import Item, ItemKind, Visit, wanted
from ledger.usecases.receipting import Visited, check_paper, the_receipt
from ledger.usecases.recording import given, the_card
from ledger.usecases.repaying import LoanItem, instalments, keep_instalments
from ledger.usecases.reversing import reverse
from ledger.usecases.till import Till

__all__ = [
    "BuyShares",
    "Deposit",
    "Item",
    "ItemKind",
    "ReceiveVisit",
    "VoidReceipt",
    "buy_shares",
    "deposit",
    "receive_visit",
    "take",
    "visit",
    "void_receipt",
]

_CHARGE, _FEE, _LOAN = ItemKind.CHARGE, ItemKind.FEE, ItemKind.LOAN


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveVisit(Command):
    """A member pays any number of items; one may pay for a household (items name their cards)."""

    member: str | None = None
    on: date
    items: tuple[Item, ...]
    payer: str = ""
    bank: str | None = None
    paper_book: str = ""
    paper_number: str = ""
    replaces: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit(Command):
    """A member pays into one savings account."""

    card: int
    amount: Money
    on: date
    bank: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyShares(Command):
    """A member buys shares of one type."""

    card: int
    amount: Money
    on: date
    bank: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidReceipt(Command):
    """A receipt that was wrong: its entry is reversed on the day given, its number stays."""

    receipt: str
    on: date
    reason: str


def receive_visit(command: ReceiveVisit, books: Books) -> None:
    splits = visit(command, books).splits
    if splits:
        books.make(splits=splits)


def deposit(command: Deposit, books: Books) -> None:
    _single(command, books, ItemKind.DEPOSIT)


def buy_shares(command: BuyShares, books: Books) -> None:
    _single(command, books, ItemKind.SHARES)


def void_receipt(command: VoidReceipt, books: Books) -> None:
    receipt = the_receipt(books, command.receipt)
    if books.newest(ReceiptVoid, receipt.series, receipt.year, receipt.number) is not None:
        raise ReceiptIsVoid(command.receipt)
    reason = given(command.reason)
    reverse(books, receipt.entry, on=command.on, reason=reason)


def visit(command: ReceiveVisit, books: Books) -> Visited:
    """Book one visit with its receipt."""
    return take(command, books, Till(books, command.on, command.bank))


def take(visit: Visit, books: Books, till: Till) -> Visited:
    """Book one of the visits at a till."""
    if not visit.items:
        raise EmptyVisit(visit.member or visit.payer)
    if visit.member is not None:
        check_membership(the_member(books, visit.member), till.on)
    check_paper(books, visit.paper_book, visit.paper_number)
    if visit.replaces:
        the_receipt(books, visit.replaces)
    kinds = [item.item for item in visit.items]
    loans = instalments(books, _loan_items(visit), till.on) if _LOAN in kinds else {}
    lines = till.lines(visit.items, visit.member, loans)
    posted = till.record(Entry(on=till.on, event="visit", lines=lines, memo=visit.note))
    if _CHARGE in kinds or _FEE in kinds:
        _settle(books, visit, posted, till.on)
    keep_instalments(books, loans, posted.number)
    receipt = till.give_receipt(visit, posted.number)
    return Visited(receipt, tuple([one.split for one in loans.values()]))


def _single(command: Deposit | BuyShares, books: Books, kind: ItemKind) -> None:
    card = the_card(books, command.card)
    item = Item(item=kind, amount=command.amount, card=command.card)
    bank, note = command.bank, command.note
    paid = ReceiveVisit(member=card.member, on=command.on, items=(item,), bank=bank, note=note)
    visit(paid, books)


def _loan_items(visit: Visit) -> list[LoanItem]:
    return [
        LoanItem(wanted(item.card, "card", item), item.amount, item.early, item.rest, item.credit)
        for item in visit.items
        if item.item is _LOAN
    ]


def _settle(books: Books, visit: Visit, posted: Posted, on: date) -> None:
    paid: dict[int, Money] = {}
    for item in visit.items:
        if item.item is _CHARGE and item.charge is not None:
            # Two items of one visit may pay the same charge; it is settled by their sum.
            paid[item.charge] = paid.get(item.charge, ZERO) + item.amount
        elif item.item is _FEE and visit.member is not None:
            code = wanted(item.type, "type", item)
            number = ask(books, code, visit.member, item.amount, on, item.note)
            paid[number] = item.amount
    for number, amount in paid.items():
        settle(books, number, amount, posted.number)
