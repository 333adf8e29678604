"""Savings interest: computed by the product's rules, tried first, posted once per period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.days import day_after
from ledger.domain.earning import credited_through, earned
from ledger.domain.entries import Entry, Line, Side
from ledger.domain.money import ZERO, Money, total
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import InterestPosting, InterestRow, SavingsProduct
from ledger.domain.refusals import InterestPosted, NothingToDo
from ledger.usecases.recording import check_day, event_lines, record
from ledger.usecases.saving import the_savings_product
from ledger.usecases.vouching import add_voucher


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
    credited = [
        (card, amount)
        # What a closed account earned was credited before, or given up (closing_card).
        for card in books.every(Card, product=product.code, closed_on=None)
        if (amount := earned(books, product, card, start, command.through)) > ZERO
    ]
    if not credited:
        raise NothingToDo(product.code)
    lines = _lines(books, product, credited)
    posted = record(books, Entry(on=on, event="savings_interest", lines=lines))
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose=product.code)
    _keep(command, books, credited, start, posted.number)


def _start(command: PostSavingsInterest, books: Books) -> date | None:
    """The first day that has not earned yet; None for the beginning of each account.

    Raises:
        InterestPosted: every day up to the one asked has earned already.
    """
    last = credited_through(books, command.product)
    if last is None:
        return command.start
    if last >= command.through or (command.start is not None and command.start <= last):
        raise InterestPosted(command.product, last)
    return day_after(last)


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
