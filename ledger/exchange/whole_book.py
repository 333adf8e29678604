"""All of a book for an export, entry by entry, so that memory stays flat however long it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from ledger.book import Book
from ledger.domain.money import ZERO, total
from ledger.queries.accounts import ChartRow, chart
from ledger.queries.entries import EntryLine, EntryRow
from ledger.queries.journal import journal
from ledger.queries.members import MemberRow, Presence, members
from ledger.queries.papers import ReceiptRow, VoucherRow, receipts, vouchers
from ledger.queries.standing import Letterhead, letterhead
from ledger.queries.trial_balance import trial_balance

_PAGE = 5_000
BROUGHT_FORWARD = "ยอดยกมา / Balance brought forward"


@dataclass(frozen=True, slots=True)
class WholeBook:
    """An open book as exporters see it. Nobody else writes while they do: the book is held.

    A ``fund`` or a period (``since`` … ``until``) narrows the journal: its entries then have only
    the lines of that fund, and a first one brings forward what accounts held before the period.
    """

    book: Book
    fund: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def letterhead(self) -> Letterhead:
        return self.book.ask(letterhead)

    @property
    def accounts(self) -> tuple[ChartRow, ...]:
        """The chart as a tree, heads before what they group, with the balances of today."""
        return self.book.ask(chart, at=self.until).rows

    @property
    def members(self) -> tuple[MemberRow, ...]:
        """Everybody who ever was a member, by number."""
        return self.book.ask(members, presence=Presence.ALL, by_number=True).rows

    @property
    def receipts(self) -> tuple[ReceiptRow, ...]:
        return self.book.ask(receipts).rows

    @property
    def vouchers(self) -> tuple[VoucherRow, ...]:
        return self.book.ask(vouchers).rows

    def entries(self) -> Iterator[EntryRow]:
        """Every entry by day, then number.

        Raises:
            UnknownFund: there is no fund of that code.
        """
        before = _Before()
        for entry in self._pages():
            mine = entry if self.fund is None else self._of_fund(entry)
            if not mine.lines:
                continue
            if self.since is not None and mine.on < self.since:
                before.take(mine)
                continue
            yield from before.brought(self.since)
            yield mine
        yield from before.brought(self.since)

    def _pages(self) -> Iterator[EntryRow]:
        if self.fund is not None:
            self.book.ask(trial_balance, fund=self.fund)
        after: int | None = None
        while True:
            page = self.book.ask(
                journal, fund=self.fund, until=self.until, after=after, limit=_PAGE
            )
            yield from page.entries
            after = page.after
            if after is None:
                return

    def _of_fund(self, entry: EntryRow) -> EntryRow:
        lines = tuple(line for line in entry.lines if line.fund == self.fund)
        return replace(entry, lines=lines, total=total(line.debit for line in lines))


@dataclass(slots=True)
class _Before:
    """What accounts held before a period, by account and fund."""

    lines: dict[tuple[str, str], EntryLine] = field(default_factory=dict)
    first: EntryRow | None = None

    def take(self, entry: EntryRow) -> None:
        self.first = self.first or entry
        for line in entry.lines:
            place = line.account, line.fund
            held = self.lines.get(place)
            amount = line.debit - line.credit
            if held is not None:
                amount += held.debit - held.credit
            self.lines[place] = replace(
                line,
                debit=max(amount, ZERO),
                credit=max(ZERO - amount, ZERO),
                event="brought_forward",
                card=None,
                member=None,
                holder="",
            )

    def brought(self, day: date | None) -> Iterator[EntryRow]:
        """One entry with all of it, once, where there is any."""
        lines = tuple(it for it in self.lines.values() if it.debit != it.credit)
        first, self.lines = self.first, {}
        if lines and first is not None and day is not None:
            yield replace(
                first,
                number=0,
                on=day,
                event="brought_forward",
                memo=BROUGHT_FORWARD,
                lines=lines,
                papers=(),
                who="",
                reverses=None,
                reason=None,
                reversed_by=None,
                total=total(line.debit for line in lines),
            )
