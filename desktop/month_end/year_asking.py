"""What the end of a year asks of the book: which years stand where, and what is left to pay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from ledger.domain.money import ZERO, Money
from ledger.domain.products import SavingsProduct
from ledger.domain.year_end import FiscalYear, SurplusAllocation, YearSpan
from ledger.queries.closings import Closings
from ledger.queries.dividend_register import dividend_register
from ledger.queries.standing import the_cooperative


class YearState(Enum):
    """How far a fiscal year has come."""

    OPEN = "open"
    CLOSED = "closed"
    ALLOCATED = "allocated"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class YearRow:
    """A fiscal year that is over, by the common-era year in which it ends.

    ``owed`` is what its allocation gives to members, ``unpaid`` what of it they were not paid.
    """

    year: int
    last: date
    state: YearState
    surplus: Money | None = None
    allocated_on: date | None = None
    owed: Money = ZERO
    unpaid: Money = ZERO


def years_of(reader: Any, found: Closings, *, today: date) -> tuple[YearRow, ...]:
    """Every fiscal year that is over and was booked in, the newest first."""
    if not found.months:
        return ()
    ends_in = the_cooperative(reader).year_ends_in
    oldest, rows = found.months[-1].month, []
    span = YearSpan.ending(today.year, ends_in)
    while span.last >= oldest:
        if span.last.last <= today:
            rows.append(_row(reader, span))
        span = YearSpan.ending(span.year - 1, ends_in)
    return tuple(rows)


def waiting(rows: Sequence[YearRow]) -> YearRow | None:
    """The oldest year of which something is left to do, or else the newest one."""
    left = [row for row in rows if row.state is not YearState.PAID]
    return left[-1] if left else next(iter(rows), None)


def _row(reader: Any, span: YearSpan) -> YearRow:
    kept = reader.newest(FiscalYear, span.year)
    if kept is None or not kept.closed:
        return YearRow(span.year, span.last.last, YearState.OPEN)
    standing = [
        one
        for one in reader.every(SurplusAllocation, year=span.year)
        if one.entry is not None and reader.reversed_by(one.entry) is None
    ]
    if not standing:
        return YearRow(span.year, span.last.last, YearState.CLOSED, kept.surplus)
    register = dividend_register(reader, year=span.year)
    return YearRow(
        year=span.year,
        last=span.last.last,
        state=YearState.ALLOCATED if register.unpaid > ZERO else YearState.PAID,
        surplus=kept.surplus,
        allocated_on=register.on,
        owed=register.total,
        unpaid=register.unpaid,
    )


def savings_products_of(reader: Any) -> list[SavingsProduct]:
    """The products into whose accounts a dividend can go."""
    return [one for one in reader.every(SavingsProduct) if not one.closed]
