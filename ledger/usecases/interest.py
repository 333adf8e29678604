"""Savings interest: computed by the product's rules, tried first, posted once per period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.days import day_after
from ledger.domain.entries import Entry, Line, Side
from ledger.domain.interest import (
    EarningBalance,
    InterestRule,
    Movement,
    RateStep,
    interest_for,
)
from ledger.domain.money import ZERO, Money, total
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import (
    InterestMethod,
    InterestPosting,
    InterestRow,
    SavingsProduct,
    SavingsRate,
)
from ledger.domain.refusals import InterestPosted, NoInterest, NothingToDo
from ledger.usecases.recording import check_day, event_lines, record
from ledger.usecases.saving import the_savings_product
from ledger.usecases.vouching import add_voucher

_EARNING = {
    InterestMethod.DAILY: EarningBalance.DAILY,
    InterestMethod.LOWEST_OF_MONTH: EarningBalance.LOWEST_OF_MONTH,
    InterestMethod.AVERAGE: EarningBalance.AVERAGE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PostSavingsInterest(Command):
    """Credit the interest of a product up to a day, on every account of it.

    It starts on the day after the last posting that counts, or on ``start``, or with the first
    deposit. A rehearsal of this command is the trial run.
    """

    product: str
    through: date
    start: date | None = None
    on: date | None = None


def post_savings_interest(command: PostSavingsInterest, books: Books) -> None:
    product = the_savings_product(books, command.product)
    on = command.on or command.through
    check_day(books, on)
    start = _start(command, books)
    earned = [
        (card, amount)
        # Who was paid out before the posting day earns nothing for the broken period.
        for card in books.every(Card, product=product.code, closed_on=None)
        if (amount := _earned(books, product, card, start, command.through)) > ZERO
    ]
    if not earned:
        raise NothingToDo(product.code)
    lines = _lines(books, product, earned)
    posted = record(books, Entry(on=on, event="savings_interest", lines=lines))
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose=product.code)
    _keep(command, books, earned, start, posted.number)


def rule_of(product: SavingsProduct, rates: list[SavingsRate]) -> InterestRule:
    """The product's rule as the calculation takes it.

    Raises:
        NoInterest: the product bears none.
    """
    method = _EARNING.get(product.method)
    if method is None or product.interest_account is None:
        raise NoInterest(product.code)
    return InterestRule(
        method=method,
        rates=tuple(RateStep(rate.from_day, rate.rate, rate.from_amount) for rate in rates),
        day_count=product.day_count,
        rounding=product.rounding,
        minimum=product.minimum_for_interest,
        cutoff_day=product.cutoff_day,
        tiers=product.tiers,
    )


def _start(command: PostSavingsInterest, books: Books) -> date | None:
    """The first day that has not earned yet; None for the beginning of each account.

    Raises:
        InterestPosted: every day up to the one asked has earned already.
    """
    counting = [
        posting.through
        for posting in books.every(InterestPosting, product=command.product)
        if books.reversed_by(posting.entry) is None
    ]
    if not counting:
        return command.start
    last = max(counting)
    if last >= command.through or (command.start is not None and command.start <= last):
        raise InterestPosted(command.product, last)
    return day_after(last)


def _earned(
    books: Books, product: SavingsProduct, card: Card, start: date | None, through: date
) -> Money:
    begin = max(card.opened_on, start) if start is not None else card.opened_on
    movements = [
        Movement(movement.on, -movement.amount)
        for movement in books.movements(card.number, card.account)
        if movement.on <= through
    ]
    if through < begin or not movements:
        return ZERO
    begin = min(begin, movements[0].date) if start is None else begin
    rates = sorted(
        books.every(SavingsRate, product=product.code),
        key=lambda rate: (rate.from_day, rate.from_amount),
    )
    return interest_for(rule_of(product, rates), movements, begin, through).rounded


def _lines(
    books: Books, product: SavingsProduct, earned: list[tuple[Card, Money]]
) -> tuple[Line, ...]:
    interest = Place(product.interest_account or "", product.fund)
    lines: list[Line] = []
    for card, amount in earned:
        places = {"card": Place(card.account, card.fund, card.number), "interest": interest}
        lines.extend(event_lines(books, "savings_interest", amount, places))
    credited = [line for line in lines if line.side is Side.CREDIT]
    whole = total(line.amount for line in credited)
    first = next(line for line in lines if line.side is Side.DEBIT)
    summed = Line(first.account, Side.DEBIT, whole, first.fund, None, first.event)
    return (summed, *credited)


def _keep(
    command: PostSavingsInterest,
    books: Books,
    earned: list[tuple[Card, Money]],
    start: date | None,
    entry: int,
) -> None:
    number = books.next_number(InterestPosting)
    whole = total(amount for _, amount in earned)
    books.add(InterestPosting(number, command.product, start, command.through, entry, whole))
    for card, amount in earned:
        books.add(InterestRow(number, card.number, amount))
    books.make(posting=number, total=whole.as_decimal(), accounts=len(earned))
