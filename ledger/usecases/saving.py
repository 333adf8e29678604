"""Savings: products and rates, accounts, promises, holds, withdrawals and transfers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ledger.domain.accounts import CardKind
from ledger.domain.accrual import YearPart
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.earning import credited_through
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.interest import Tiers
from ledger.domain.limits import check_amount, check_rate
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import (
    Hold,
    InterestMethod,
    Nature,
    Promise,
    SavingsProduct,
    SavingsRate,
)
from ledger.domain.refusals import (
    AmountNotPositive,
    BelowMinimum,
    CardWrong,
    HoldReleased,
    InterestPosted,
    NothingToDo,
    NotMatured,
    NotRefundable,
    NotTheSameMember,
    OnHold,
    ProductExists,
    UnknownHold,
    UnknownProduct,
)
from ledger.domain.refusals.saving import PromiseBeforeCard, ReleasedBeforeHeld
from ledger.usecases.founding import the_account
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.opening import check_product, open_savings_card
from ledger.usecases.recording import (
    balanced,
    check_has_come,
    event_lines,
    given,
    money_place,
    positive,
    record_lines,
    the_card,
)
from ledger.usecases.vouching import add_voucher

_PROMISED = frozenset({CardKind.SAVINGS, CardKind.SHARE, CardKind.CONTRIBUTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineSavingsProduct(Command):
    """A savings product, or with the same code and ``change`` a new version of its rules."""

    code: str
    name_th: str
    name_en: str = ""
    nature: Nature
    account: str
    interest_account: str | None = None
    fund: str = GENERAL_FUND
    promise: bool = False
    minimum_balance: Money = ZERO
    term_months: int | None = None
    method: InterestMethod = InterestMethod.NONE
    day_count: YearPart = YearPart.ACTUAL_365
    rounding: Rounding = Rounding.SATANG_HALF_UP
    interest_months: int = 6
    minimum_for_interest: Money = ZERO
    cutoff_day: int = 1
    tiers: Tiers = Tiers.WHOLE
    opened_for_all: bool = False
    closed: bool = False
    early_rate: Fraction | None = None
    change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSavingsRate(Command):
    """The yearly rate in percent from a day on, for balances from an amount on."""

    product: str
    from_day: date
    rate: Fraction
    from_amount: Money = ZERO
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSavings(Command):
    """A savings account for a member."""

    member: str
    product: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPromise(Command):
    """The amount promised every month on a card, from a month on (สัจจะ, monthly shares)."""

    card: int
    amount: Money
    from_month: Month


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHold(Command):
    """An amount that may not be taken out of a savings account."""

    card: int
    amount: Money
    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseHold(Command):
    """The end of a hold."""

    hold: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    """A member takes money out, in cash or through a bank account of the cooperative."""

    card: int
    amount: Money
    on: date
    bank: str | None = None
    approved_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferSavings(Command):
    """From one savings account to another of the same member."""

    source: int
    target: int
    amount: Money
    on: date
    note: str = ""


def define_savings_product(command: DefineSavingsProduct, books: Books) -> None:
    exists = books.newest(SavingsProduct, command.code) is not None
    if exists and not command.change:
        raise ProductExists(command.code)
    if command.interest_account is not None:
        the_account(books, command.interest_account)
    fields = SavingsProduct.__dataclass_fields__
    rules = {name: getattr(command, name) for name in fields}
    if command.early_rate is not None:
        check_rate("early_rate", command.early_rate)
    product = SavingsProduct(**{**rules, "name_en": command.name_en or command.name_th})
    check_product(books, product)
    books.add(product)
    books.make(product=command.code)


def set_savings_rate(command: SetSavingsRate, books: Books) -> None:
    the_savings_product(books, command.product)
    last = credited_through(books, command.product)
    if last is not None and command.from_day <= last:
        raise InterestPosted(command.product, last)
    check_rate("rate", command.rate)
    check_amount("from_amount", command.from_amount, least=ZERO)
    fields = SavingsRate.__dataclass_fields__
    books.add(SavingsRate(**{name: getattr(command, name) for name in fields}))


def open_savings(command: OpenSavings, books: Books) -> None:
    product = the_savings_product(books, command.product)
    check_membership(the_member(books, command.member), command.on)
    books.make(card=open_savings_card(books, product, member=command.member, on=command.on))


def set_promise(command: SetPromise, books: Books) -> None:
    card = the_card(books, command.card)
    if card.kind not in _PROMISED:
        raise CardWrong(card.account, card.number)
    if command.from_month < Month.of(card.opened_on):
        raise PromiseBeforeCard(card.number, card.opened_on, command.from_month.iso)
    if command.amount < ZERO:
        raise AmountNotPositive("amount", command.amount)
    books.add(Promise(command.card, command.from_month.iso, command.amount))


def place_hold(command: PlaceHold, books: Books) -> None:
    check_has_come(books, command.on)
    the_card(books, command.card)
    number = books.next_number(Hold)
    amount = positive(command.amount)
    books.add(Hold(number, command.card, amount, command.on, given(command.reason)))
    books.make(hold=number)


def release_hold(command: ReleaseHold, books: Books) -> None:
    check_has_come(books, command.on)
    hold = books.newest(Hold, command.hold)
    if hold is None:
        raise UnknownHold(command.hold)
    if hold.released_on is not None:
        raise HoldReleased(command.hold)
    if command.on < hold.on:
        raise ReleasedBeforeHeld(hold.number, hold.on, command.on)
    books.add(replace(hold, released_on=command.on))


def withdraw(command: Withdraw, books: Books) -> None:
    card = the_card(books, command.card)
    amount = positive(command.amount)
    check_withdrawal(books, card, amount, command.on)
    money = money_place(books, command.bank, card.fund)
    places = {"card": Place(card.account, card.fund, card.number), "money": money}
    lines = event_lines(books, "withdrawal", amount, places)
    posted = record_lines(books, lines, on=command.on, event="withdrawal", memo=command.note)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=command.note,
        member=card.member,
        approved_by=command.approved_by,
    )


def transfer_savings(command: TransferSavings, books: Books) -> None:
    source, target = the_card(books, command.source), the_card(books, command.target)
    if source.number == target.number:
        raise NothingToDo("target")
    if source.member != target.member:
        raise NotTheSameMember(source.number, target.number)
    amount = positive(command.amount)
    check_withdrawal(books, source, amount, command.on)
    if target.kind is not CardKind.SAVINGS:
        raise CardWrong(target.account, target.number)
    places = {
        "source": Place(source.account, source.fund, source.number),
        "target": Place(target.account, target.fund, target.number),
    }
    lines = balanced(tuple(event_lines(books, "transfer", amount, places)))
    posted = record_lines(books, lines, on=command.on, event="transfer", memo=command.note)
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose=command.note, member=source.member)


def check_withdrawal(books: Books, card: Card, amount: Money, on: date) -> None:
    """Whether so much may leave a savings account; the balance itself is checked when recorded.

    Raises:
        CardWrong, NotRefundable, NotMatured, OnHold, BelowMinimum: why not.
    """
    if card.kind is CardKind.CONTRIBUTION:
        raise NotRefundable(card.product)
    if card.kind is not CardKind.SAVINGS or card.member is None:
        raise CardWrong(card.account, card.number)
    check_membership(the_member(books, card.member), on)
    if card.matures_on is not None and on < card.matures_on:
        raise NotMatured(card.number, card.matures_on)
    held = books.least_owed(card.number, card.account, since=on)
    on_hold = held_back(books, card.number, on)
    if amount <= held < amount + on_hold:
        raise OnHold(card.number, held, on_hold, amount)
    minimum = the_savings_product(books, card.product).minimum_balance
    left = held - amount
    if ZERO < left < minimum:
        raise BelowMinimum(card.number, minimum, left)


def held_back(books: Books, card: int, on: date) -> Money:
    """How much of a card is on hold on a day."""
    holds = books.every(Hold, card=card)
    return total(hold.amount for hold in holds if hold.released_on is None or on < hold.released_on)


def the_savings_product(books: Books, code: str) -> SavingsProduct:
    product = books.newest(SavingsProduct, code)
    if product is None:
        raise UnknownProduct(code)
    return product
