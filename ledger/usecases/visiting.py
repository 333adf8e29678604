"""A visit of a member: many items, one entry, one receipt (domain.md 1.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command, Posted
from ledger.domain.entries import Entry, Gathered, Line, Side
from ledger.domain.loans.contract import Early
from ledger.domain.money import ZERO, Money, total
from ledger.domain.papers import Receipt, ReceiptLine, ReceiptVoid, paper_year
from ledger.domain.posting import Place
from ledger.domain.refusals import (
    CardWrong,
    EmptyVisit,
    ItemIncomplete,
    ReceiptIsVoid,
)
from ledger.usecases.charging import ask, charge_target, settle, the_charge, the_charge_type
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.receipting import Visited, check_paper, the_receipt
from ledger.usecases.recording import (
    gather_event,
    given,
    money_place,
    positive,
    record,
    the_card,
    the_cooperative,
)
from ledger.usecases.reentering import next_receipt
from ledger.usecases.repaying import (
    Instalment,
    LoanItem,
    gather_instalment,
    instalments,
    keep_instalments,
)
from ledger.usecases.reversing import reverse
from ledger.usecases.sharing import check_purchase
from ledger.usecases.welfare_joining import check_contributes

T = TypeVar("T")
_PAID_INTO = (CardKind.SAVINGS, CardKind.CONTRIBUTION, CardKind.SHARE)


class ItemKind(Enum):
    """What a member pays with one line of a receipt."""

    DEPOSIT = "deposit"
    SHARES = "shares"
    CHARGE = "charge"
    FEE = "fee"
    INCOME = "income"
    LOAN = "loan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a receipt.

    A deposit or shares name the ``card``; a charge its number; a fee the ``type`` of charge that
    is asked and paid at once; other income its ``account``; a loan its ``card``, with what becomes
    of more than is due (``early``) and the savings card for more than is owed (``rest``), or with
    ``credit`` the member's credit account.
    """

    item: ItemKind
    amount: Money
    card: int | None = None
    charge: int | None = None
    type: str | None = None
    account: str | None = None
    note: str = ""
    early: Early | None = None
    rest: int | None = None
    credit: bool = False


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
    if not command.items:
        raise EmptyVisit(command.member or command.payer)
    if command.member is not None:
        check_membership(the_member(books, command.member), command.on)
    check_paper(books, command.paper_book, command.paper_number)
    if command.replaces:
        the_receipt(books, command.replaces)
    loans = instalments(books, _loan_items(command), command.on)
    entry = Entry(
        on=command.on, event="visit", lines=_cash_first(books, command, loans), memo=command.note
    )
    posted = record(books, entry)
    _settle(books, command, posted)
    keep_instalments(books, loans, posted.number)
    receipt = _add_receipt(books, command, posted)
    _add_receipt_lines(books, receipt, command.items)
    return Visited(receipt, tuple(one.split for one in loans.values()))


def _single(command: Deposit | BuyShares, books: Books, kind: ItemKind) -> None:
    card = the_card(books, command.card)
    item = Item(item=kind, amount=command.amount, card=command.card)
    bank, note = command.bank, command.note
    paid = ReceiveVisit(member=card.member, on=command.on, items=(item,), bank=bank, note=note)
    visit(paid, books)


def _loan_items(command: ReceiveVisit) -> list[LoanItem]:
    return [
        LoanItem(_named(item.card, "card", item), item.amount, item.early, item.rest, item.credit)
        for item in command.items
        if item.item is ItemKind.LOAN
    ]


def _cash_first(
    books: Books, command: ReceiveVisit, loans: dict[int, Instalment]
) -> tuple[Line, ...]:
    """The money side as one line before the items, as on the receipt."""
    gathered = Gathered()
    money: dict[str, Place] = {}
    for item in command.items:
        amount = positive(item.amount)
        if item.item is ItemKind.LOAN:
            gather_instalment(books, gathered, loans[item.card or 0], command.bank)
            continue
        event, name, place = _target(books, item, command)
        if place.fund not in money:
            money[place.fund] = money_place(books, command.bank, place.fund)
        gather_event(books, gathered, event, amount, {name: place, "money": money[place.fund]})
    lines = gathered.lines()
    return (
        *(line for line in lines if line.side is Side.DEBIT),
        *(line for line in lines if line.side is Side.CREDIT),
    )


def _target(books: Books, item: Item, command: ReceiveVisit) -> tuple[str, str, Place]:
    """The event of an item, and the name and place it pays into."""
    if item.item is ItemKind.DEPOSIT or item.item is ItemKind.SHARES:
        card = _paid_card(books, item, command)
        event = "deposit" if item.item is ItemKind.DEPOSIT else "shares_bought"
        return event, "card", Place(card.account, card.fund, card.number)
    if item.item is ItemKind.INCOME:
        return "income", "account", Place(_named(item.account, "account", item))
    if item.item is ItemKind.CHARGE:
        code = the_charge(books, _named(item.charge, "charge", item)).type
    else:
        code = _named(item.type, "type", item)
    return charge_target(the_charge_type(books, code))


def _named(value: T | None, field: str, item: Item) -> T:
    if value is None:
        raise ItemIncomplete(field, item.item.value)
    return value


def _paid_card(books: Books, item: Item, command: ReceiveVisit) -> Card:
    card = the_card(books, _named(item.card, "card", item))
    shares = item.item is ItemKind.SHARES
    if (card.kind is CardKind.SHARE) is not shares or card.kind not in _PAID_INTO:
        raise CardWrong(card.account, card.number)
    # Somebody may pay for a household: then the others' memberships count as well.
    if card.member is not None and card.member != command.member:
        check_membership(the_member(books, card.member), command.on)
    if card.kind is CardKind.CONTRIBUTION:
        check_contributes(books, card, command.on)
    if shares:
        check_purchase(books, card, item.amount)
    return card


def _settle(books: Books, command: ReceiveVisit, posted: Posted) -> None:
    paid: dict[int, Money] = {}
    for item in command.items:
        if item.item is ItemKind.CHARGE and item.charge is not None:
            # Two items of one visit may pay the same charge; it is settled by their sum.
            paid[item.charge] = paid.get(item.charge, ZERO) + item.amount
        elif item.item is ItemKind.FEE and command.member is not None:
            code = _named(item.type, "type", item)
            number = ask(books, code, command.member, item.amount, command.on, item.note)
            paid[number] = item.amount
    for number, amount in paid.items():
        settle(books, number, amount, posted.number)


def _add_receipt(books: Books, command: ReceiveVisit, posted: Posted) -> Receipt:
    series, year = the_cooperative(books).receipt_series, paper_year(command.on)
    receipt = Receipt(
        series=series,
        year=year,
        number=next_receipt(books, series, year, command.on),
        entry=posted.number,
        on=command.on,
        total=total(item.amount for item in command.items),
        member=command.member,
        payer=command.payer,
        paper_book=command.paper_book,
        paper_number=command.paper_number,
        replaces=command.replaces,
    )
    books.add(receipt)
    return receipt


def _add_receipt_lines(books: Books, receipt: Receipt, items: tuple[Item, ...]) -> None:
    for at, item in enumerate(items, start=1):
        card = None if item.card is None else the_card(books, item.card)
        after = None if card is None else abs(books.card_balance(card.number, card.account))
        books.add(
            ReceiptLine(
                series=receipt.series,
                year=receipt.year,
                number=receipt.number,
                line=at,
                item=item.item.value,
                amount=item.amount,
                card=item.card,
                charge=item.charge,
                account=item.account if item.type is None else item.type,
                balance_after=after,
                note=item.note,
            )
        )
