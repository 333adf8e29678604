"""Months: closing, reopening with a reason, and locking for good."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.cooperative import REPORT_FORM, Closing, KeptReport, check_begun
from ledger.domain.days import Month
from ledger.domain.refusals import (
    MonthClosed,
    MonthLocked,
    MonthNotClosed,
    MonthNotOver,
)
from ledger.domain.refusals.closing import (
    LockedByCloser,
    SheetWaiting,
    YearClosed,
)
from ledger.domain.year_end import FiscalYear
from ledger.usecases.recording import given, latest_closing, the_cooperative


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseMonth(Command):
    """Close a month and every month before it; the whole book is audited first.

    ``in_spite`` says why it is closed although the audit finds faults.
    """

    month: Month
    in_spite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenMonth(Command):
    """Open a closed month again, and every month after it, with a reason."""

    month: Month
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockMonth(Command):
    """Lock a closed month and every month before it; a locked month never opens again.

    Somebody else than who closed it must do it, where users have names (feature 72). The whole
    book is audited first; ``in_spite`` says why it is locked although the audit finds faults.
    """

    month: Month
    in_spite: str = ""


def close_month(command: CloseMonth, books: Books) -> None:
    month, before = command.month.iso, latest_closing(books)
    check_begun(the_cooperative(books), command.month)
    if command.month.last > books.today:
        raise MonthNotOver(month, books.today)
    if before is not None and before.closed_through is not None and month <= before.closed_through:
        raise MonthClosed(month)
    locked = before.locked_through if before else None
    _add(books, "close", month, locked, command.in_spite.strip())


def reopen_month(command: ReopenMonth, books: Books) -> None:
    month, before = command.month.iso, latest_closing(books)
    reason = given(command.reason)
    check_begun(the_cooperative(books), command.month)
    if before is None or before.closed_through is None or month > before.closed_through:
        raise MonthNotClosed(month)
    if before.locked_through is not None and month <= before.locked_through:
        raise MonthLocked(month)
    for year in books.every(FiscalYear, closed=True):
        if month <= Month.of(year.on).iso:
            raise YearClosed(year.year)
    _add(books, "reopen", command.month.plus(-1).iso, before.locked_through, reason)


def lock_month(command: LockMonth, books: Books) -> None:
    month, before = command.month.iso, latest_closing(books)
    check_begun(the_cooperative(books), command.month)
    if before is None or before.closed_through is None or month > before.closed_through:
        raise MonthNotClosed(month)
    if before.locked_through is not None and month <= before.locked_through:
        raise MonthLocked(month)
    _check_others_closed(books, before.locked_through or "", month)
    _add(books, "lock", before.closed_through, month, command.in_spite.strip())


def _check_others_closed(books: Books, locked: str, month: str) -> None:
    """Whoever locks months closed none of them herself; later closings do not change who did.

    Raises:
        LockedByCloser: she did.
    """
    since = ""
    for through, by in _closers(books):
        if books.user and by == books.user and through > locked and since < month:
            raise LockedByCloser(min(through, month), by)
        since = through


def _closers(books: Books) -> list[tuple[str, str]]:
    """Up to which month each closing that stands reaches, and whose it is."""
    shut: list[tuple[str, str]] = []
    for one in books.every(Closing):
        through, opened = one.closed_through or "", ""
        while shut and shut[-1][0] > through:
            opened = shut.pop()[1]
        if opened and through > (shut[-1][0] if shut else ""):
            shut.append((through, opened))
        elif through > (shut[-1][0] if shut else ""):
            shut.append((through, one.closed_by))
    return shut


def _add(books: Books, what: str, closed: str | None, locked: str | None, reason: str = "") -> None:
    shut_months(books, what, closed, locked, reason)
    books.make(closed_through=closed, locked_through=locked)


def shut_months(
    books: Books, what: str, closed: str | None, locked: str | None, reason: str = ""
) -> None:
    """Keep how far the months are shut from this act on, who closed them, and their reports."""
    before = latest_closing(books)
    by = books.user if what == "close" or before is None else before.closed_by
    closing = books.next_number(Closing)
    if what == "close" and closed is not None:
        for day, lines in books.sheets_waiting(Month.parse(closed).last):
            raise SheetWaiting(day, lines, closed)
        shut = None if before is None else before.closed_through
        for month in _newly_closed(books, shut, Month.parse(closed)):
            text = books.report_of(month)
            digest = hashlib.sha256(text.encode()).hexdigest()
            books.add(KeptReport(closing, month.iso, REPORT_FORM, text, digest))
    books.add(Closing(closing, what, closed, locked, reason, by))


def _newly_closed(books: Books, shut: str | None, last: Month) -> list[Month]:
    """The months up to the last one, from the one after those that were closed before.

    Where none was closed before: from the month in which the book begins.
    """
    if shut is not None:
        first = Month.parse(shut).plus(1)
    else:
        starts_on = the_cooperative(books).starts_on
        first = last if starts_on is None else Month.of(starts_on)
    return [first.plus(at) for at in range(last.months_since(first) + 1)]
