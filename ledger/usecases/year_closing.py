"""Closing a fiscal year: income and expense go to the surplus of the year, and back if need be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ledger.domain.accounts import Account, Fund, Kind
from ledger.domain.books import Books
from ledger.domain.closing_period import YEAR_CLOSED, YEAR_REOPENED
from ledger.domain.commands import Command
from ledger.domain.entries import GENERAL_FUND, Entry, Line, merged, reversal_of
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals import NothingToDo
from ledger.domain.refusals.closing import (
    YearAllocated,
    YearClosed,
    YearNotClosed,
    YearNotOver,
)
from ledger.domain.welfare_fund import WelfareFund
from ledger.domain.year_end import FiscalYear, SurplusAllocation, YearSpan
from ledger.usecases.closing import shut_months
from ledger.usecases.recording import (
    account_of_role,
    event_lines,
    given,
    latest_closing,
    record,
    the_cooperative,
)
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseYear(Command):
    """Close the fiscal year that ends in this common-era year, with all its months.

    The entry lies in a closing period of its own, so no month's report changes. The whole book is
    audited first; ``in_spite`` says why it is closed although the audit finds faults.
    """

    year: int
    approved_by: str = ""
    in_spite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenYear(Command):
    """Take the closing of a year back with a reason, until a meeting has allocated its surplus.

    Its months stay closed; each is opened again by an act of its own.
    """

    year: int
    reason: str


def close_year(command: CloseYear, books: Books) -> None:
    span = span_of(books, command.year)
    last = span.last.last
    if last > books.today:
        raise YearNotOver(span.year, last, books.today)
    if is_closed(books, span.year) or _closed_later(books, span.year):
        raise YearClosed(span.year)
    lines, surplus = _closing_lines(books, span)
    if not lines:
        raise NothingToDo("close-year")
    _close_months(books, span)
    posted = record(books, Entry(on=last, event=YEAR_CLOSED, lines=merged(lines)))
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose="", approved_by=command.approved_by)
    # The entry is sealed before the row that says the year is closed: the file refuses it then.
    books.entry(posted.number)
    reason = command.in_spite.strip()
    year = FiscalYear(
        span.year, closed=True, on=last, entry=posted.number, surplus=surplus, reason=reason
    )
    books.add(year)
    books.make(year=span.year, surplus=surplus.as_decimal(), entry=posted.number)


def reopen_year(command: ReopenYear, books: Books) -> None:
    span, reason = span_of(books, command.year), given(command.reason)
    year = the_closed_year(books, span.year)
    if _closed_later(books, span.year):
        raise YearClosed(span.year + 1)
    allocated = standing_allocation(books, span.year)
    if allocated is not None:
        raise YearAllocated(span.year, allocated.number)
    entry = books.entry(year.entry)
    if entry is not None:
        mirror = reversal_of(entry, year.entry, on=year.on, reason=reason, event=YEAR_REOPENED)
        posted = record(books, mirror)
        books.entry(posted.number)
        books.make(year=span.year, entry=posted.number)
    books.add(replace(year, closed=False, reason=reason))


def span_of(books: Books, year: int) -> YearSpan:
    """The fiscal year that ends in a common-era year.

    Raises:
        BuddhistYear, CountOutOfRange: it is no such year.
    """
    return YearSpan.ending(year, the_cooperative(books).year_ends_in)


def is_closed(books: Books, year: int) -> bool:
    found = books.newest(FiscalYear, year)
    return found is not None and found.closed


def the_closed_year(books: Books, year: int) -> FiscalYear:
    """The closing of that year.

    Raises:
        YearNotClosed: there is none that stands.
    """
    found = books.newest(FiscalYear, year)
    if found is None or not found.closed:
        raise YearNotClosed(year)
    return found


def standing_allocation(books: Books, year: int) -> SurplusAllocation | None:
    """The resolution on a year's surplus whose entry was not reversed."""
    for one in books.every(SurplusAllocation, year=year):
        if one.entry is not None and books.reversed_by(one.entry) is None:
            return one
    return None


def _closed_later(books: Books, year: int) -> bool:
    return any(one.year > year for one in books.every(FiscalYear, closed=True))


def _close_months(books: Books, span: YearSpan) -> None:
    """Close the months of the year that are still open; who shut the others stays who shut them."""
    before = latest_closing(books)
    closed = None if before is None else before.closed_through
    if closed is None or closed < span.last.iso:
        locked = None if before is None else before.locked_through
        shut_months(books, "close", span.last.iso, locked)


def _closing_lines(books: Books, span: YearSpan) -> tuple[list[Line], Money]:
    """Every income and expense account of every fund, brought to nothing at the year's end.

    What the welfare fund has left over is its own: the meeting has nothing to allocate of it.
    """
    own = {one.fund for one in books.every(WelfareFund)} - {GENERAL_FUND}
    lines: list[Line] = []
    surplus = ZERO
    for fund in books.every(Fund):
        for account in books.every(Account):
            if account.head or not account.kind.in_result:
                continue
            balance = books.balance(account.code, fund=fund.code, at=span.last.last)
            if balance != ZERO:
                surplus -= ZERO if fund.code in own else balance
                lines += _lines_of(books, account, fund.code, balance)
    return lines, surplus


def _lines_of(books: Books, account: Account, fund: str, balance: Money) -> list[Line]:
    code = account.code
    if account.card is not None:
        # Cards of contributions go on through the years; a contra account takes what is closed.
        code = account_of_role(books, "contribution_closed")
    event = "year_income" if account.kind is Kind.INCOME else "year_expense"
    normal = -balance if account.kind is Kind.INCOME else balance
    places = {
        "account": Place(code, fund),
        "surplus_year": Place(account_of_role(books, "surplus_year"), fund),
    }
    lines = event_lines(books, event, abs(normal), places)
    return lines if normal > ZERO else [line.mirrored() for line in lines]
