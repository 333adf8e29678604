"""What the end of a month asks of the book, put together from the questions that exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.days import Month
from ledger.domain.money import Money
from ledger.domain.products import InterestMethod, InterestPosting, SavingsProduct
from ledger.queries.banks import BankRow, banks
from ledger.queries.cash import CountView, cash_counts, cash_held
from ledger.queries.closings import Closings, closings
from ledger.queries.control import cards_and_control
from ledger.queries.papers import receipts


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """How a month stands before it is closed.

    ``last_count`` is the last cash count of the month; ``interest_due`` names products whose
    interest is posted for a period that ends with the month and is not yet.
    """

    month: Month
    cash: Money | None
    last_count: CountView | None
    banks: tuple[BankRow, ...]
    unprinted: int
    agrees: bool
    interest_due: tuple[SavingsProduct, ...]


def month_facts(reader: Any, *, month: Month) -> MonthFacts:
    """What the checklist of a month is made of."""
    held = cash_held(reader, since=month.first, until=month.last)
    counts = cash_counts(reader, since=month.first, until=month.last).rows
    given = receipts(reader, since=month.first, until=month.last).rows
    return MonthFacts(
        month=month,
        cash=None if held is None else held.balance,
        last_count=max(counts, key=lambda one: (one.on, one.count), default=None),
        banks=tuple(row for row in banks(reader, until=month.last).rows if not row.closed),
        unprinted=sum(row.prints == 0 and row.void is None for row in given),
        agrees=cards_and_control(reader, at=month.last).agrees,
        interest_due=tuple(_interest_due(reader, month)),
    )


def _interest_due(reader: Any, month: Month) -> list[SavingsProduct]:
    posted: dict[str, date] = {}
    for one in reader.every(InterestPosting):
        if reader.reversed_by(one.entry) is None:
            posted[one.product] = max(one.through, posted.get(one.product, one.through))
    return [
        product
        for product in reader.every(SavingsProduct)
        if product.method is not InterestMethod.NONE
        and month.number % product.interest_months == 0
        and posted.get(product.code, date.min) < month.last
    ]


def month_end(reader: Any, *, today: date) -> tuple[Closings, MonthFacts | None]:
    """The months and their states, and the checklist of the one that can be closed next."""
    found = closings(reader)
    following = next_to_close(found, Month.of(today))
    return found, None if following is None else month_facts(reader, month=following)


def next_to_close(found: Closings, this: Month) -> Month | None:
    """The oldest month that is over and still open; None when there is none."""
    closed = found.closed_through
    over = [row.month for row in found.months if row.month < this]
    return min((month for month in over if closed is None or month > closed), default=None)
