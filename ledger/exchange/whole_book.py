"""All of a book for an export, entry by entry, so that memory stays flat however long it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.book import Book
from ledger.queries.accounts import ChartRow, chart
from ledger.queries.entries import EntryRow
from ledger.queries.journal import journal
from ledger.queries.members import MemberRow, Presence, members
from ledger.queries.papers import ReceiptRow, VoucherRow, receipts, vouchers
from ledger.queries.standing import Letterhead, letterhead

_PAGE = 5_000


@dataclass(frozen=True, slots=True)
class WholeBook:
    """An open book as exporters see it. Nobody else writes while they do: the book is held."""

    book: Book

    @property
    def letterhead(self) -> Letterhead:
        return self.book.ask(letterhead)

    @property
    def accounts(self) -> tuple[ChartRow, ...]:
        """The chart as a tree, heads before what they group, with the balances of today."""
        return self.book.ask(chart).rows

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
        """Every entry by day, then number."""
        after: int | None = None
        while True:
            page = self.book.ask(journal, after=after, limit=_PAGE)
            yield from page.entries
            after = page.after
            if after is None:
                return
