"""Shares: types, cards, and giving shares back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import ShareType
from ledger.domain.refusals import (
    CardWrong,
    NotWholeShares,
    OneFifthExceeded,
    ProductExists,
    SharesNotReturnable,
    UnknownProduct,
)
from ledger.usecases.founding import the_account
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.opening import open_share_card
from ledger.usecases.recording import (
    event_lines,
    money_place,
    named,
    positive,
    record_lines,
    the_card,
)
from ledger.usecases.vouching import add_voucher

_HOLDERS_BEFORE_LIMIT = 5  # with fewer holders somebody always has more than a fifth


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineShareType(Command):
    """A share type with its par value, or with ``change`` a new version of its rules."""

    code: str
    name_th: str
    name_en: str = ""
    par: Money
    account: str
    fund: str = GENERAL_FUND
    one_fifth: bool = True
    returnable: bool = False
    opened_for_all: bool = True
    closed: bool = False
    change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenShares(Command):
    """A share card for a member."""

    member: str
    product: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnShares(Command):
    """Shares given back: on leaving, or while a member where the type allows it."""

    card: int
    amount: Money
    on: date
    leaving: bool = False
    bank: str | None = None
    approved_by: str = ""
    note: str = ""


def define_share_type(command: DefineShareType, books: Books) -> None:
    exists = books.newest(ShareType, command.code) is not None
    if exists and not command.change:
        raise ProductExists(command.code)
    positive(command.par, "par")
    named(command.code, "code")
    named(command.name_th, "name_th")
    the_account(books, command.account)
    rules = {name: getattr(command, name) for name in ShareType.__dataclass_fields__}
    books.add(ShareType(**{**rules, "name_en": command.name_en or command.name_th}))
    books.make(product=command.code)


def open_shares(command: OpenShares, books: Books) -> None:
    shares = the_share_type(books, command.product)
    check_membership(the_member(books, command.member), command.on)
    books.make(card=open_share_card(books, shares, member=command.member, on=command.on))


def return_shares(command: ReturnShares, books: Books) -> None:
    card = the_card(books, command.card)
    if card.kind is not CardKind.SHARE:
        raise CardWrong(card.account, card.number)
    shares = the_share_type(books, card.product)
    amount = positive(command.amount)
    check_whole(shares, amount)
    if not (command.leaving or shares.returnable):
        raise SharesNotReturnable(shares.code)
    money = money_place(books, command.bank, card.fund)
    places = {"card": Place(card.account, card.fund, card.number), "money": money}
    lines = event_lines(books, "shares_returned", amount, places)
    posted = record_lines(books, lines, on=command.on, event="shares_returned", memo=command.note)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=command.note,
        member=card.member,
        approved_by=command.approved_by,
    )


def check_purchase(books: Books, card: Card, amount: Money) -> None:
    """Whether a member may buy shares for this amount (Cooperative Act s.33).

    Raises:
        NotWholeShares, OneFifthExceeded: why not.
    """
    shares = the_share_type(books, card.product)
    check_whole(shares, amount)
    if not shares.one_fifth:
        return
    every = amount.satang - books.balance(card.account).satang
    held = amount.satang - books.card_balance(card.number, card.account).satang
    if held > every // 5 and _enough_holders(books):
        # What she buys less is missing from all shares, too: a fifth of all is a quarter of the
        # others'. Of that only whole shares can be bought.
        most = (every - held) // 4
        limit = Money(most - most % shares.par.satang)
        raise OneFifthExceeded(card.member or "", limit, Money(held))


def check_whole(shares: ShareType, amount: Money) -> None:
    if amount.satang % shares.par.satang != 0:
        raise NotWholeShares(amount, shares.par)


def the_share_type(books: Books, code: str) -> ShareType:
    shares = books.newest(ShareType, code)
    if shares is None:
        raise UnknownProduct(code)
    return shares


def _enough_holders(books: Books) -> bool:
    cards = books.every(Card, kind=CardKind.SHARE)
    holders = (one for one in cards if books.card_balance(one.number, one.account) != ZERO)
    return len(list(islice(holders, _HOLDERS_BEFORE_LIMIT))) == _HOLDERS_BEFORE_LIMIT
