"""The loss of a closed year, taken from the reserve by resolution of the general meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Fund
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.entries import GENERAL_FUND, Entry, merged
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.papers import VoucherKind
from ledger.domain.refusals.closing import NoLoss, YearAllocated
from ledger.domain.surplus import Use
from ledger.domain.welfare_fund import WelfareFund
from ledger.domain.year_end import ROLE_OF_USE, SurplusAllocation, SurplusLine
from ledger.usecases.allocating_funds import LOSS_EVENT, loss_lines
from ledger.usecases.recording import account_of_role, given, record
from ledger.usecases.vouching import add_voucher
from ledger.usecases.year_closing import span_of, standing_allocation, the_closed_year
from ledger.usecases.year_holders import share_capital

_NEAREST = Rounding.SATANG_HALF_UP


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLoss(Command):
    """Book the resolution on a year's loss: the reserve meets it first (domain.md 3.2).

    What the reserve does not hold is carried on as a loss among the retained earnings. Nothing is
    allocated in such a year. Reversing the entry takes the resolution back. A rehearsal is the
    trial run.
    """

    year: int
    on: date
    resolution: str
    approved_by: str = ""


def cover_loss(command: CoverLoss, books: Books) -> None:
    resolution = given(command.resolution, "resolution")
    span = span_of(books, command.year)
    before = standing_allocation(books, span.year)
    if before is not None:
        raise YearAllocated(span.year, before.number)
    year = the_closed_year(books, span.year)
    loss = -year.surplus
    carried = max(ZERO, loss - max(ZERO, _reserve(books, command.on)))
    lines = [] if loss < ZERO else loss_lines(books, year, carried)
    if not lines:
        raise NoLoss(span.year, year.surplus)
    entry = Entry(on=command.on, event=LOSS_EVENT, lines=merged(lines), memo=resolution)
    posted = record(books, entry)
    add_voucher(
        books,
        VoucherKind.JOURNAL,
        posted,
        purpose=resolution,
        approved_by=command.approved_by,
    )
    number = books.next_number(SurplusAllocation)
    books.add(
        SurplusAllocation(
            number=number,
            year=span.year,
            on=command.on,
            surplus=year.surplus,
            share_capital=share_capital(books, span, ()),
            entry=posted.number,
            resolution=resolution,
        )
    )
    parts = ((Use.RESERVE, carried - loss), (Use.CARRIED, -carried))
    for at, (use, amount) in enumerate(parts, start=1):
        books.add(SurplusLine(number, at, use, "", amount, _percent(amount, year.surplus)))
    books.make(
        allocation=number,
        loss=loss.as_decimal(),
        reserve=(loss - carried).as_decimal(),
        carried=carried.as_decimal(),
    )


def _reserve(books: Books, on: date) -> Money:
    """What the reserve holds in all funds but the welfare fund's own, on the day and now."""
    account = account_of_role(books, ROLE_OF_USE[Use.RESERVE])
    own = {one.fund for one in books.every(WelfareFund)} - {GENERAL_FUND}
    funds = [one.code for one in books.every(Fund) if one.code not in own]
    return min(
        total(-books.balance(account, fund=fund, at=at) for fund in funds) for at in (on, None)
    )


def _percent(amount: Money, surplus: Money) -> int:
    return 0 if surplus == ZERO else _NEAREST.ratio(amount.satang * 10_000, surplus.satang)
