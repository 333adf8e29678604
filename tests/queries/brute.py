"""What questions should answer, added up from the lines alone."""

from __future__ import annotations

from datetime import date, timedelta

from ledger.book import Book
from ledger.domain.money import ZERO, Money
from tests.queries.small_book import SmallBook

FIRST, LAST = date(2026, 1, 1), date(2026, 4, 11)
DAYS = [FIRST + timedelta(days=at) for at in range((LAST - FIRST).days)]


def lines(book: Book) -> list[tuple]:
    """Entry, day, account, fund, card and amount (debit positive) of every line."""
    rows = book.ask(
        lambda reader: reader.rows(
            "SELECT entry, day, account, fund, card, debit - credit FROM lines ORDER BY entry, line"
        )
    )
    return [
        (entry, date.fromisoformat(day), account, fund, card, Money(satang))
        for entry, day, account, fund, card, satang in rows
    ]


def balances(book: Book, at: date, fund: str | None = None) -> dict[str, Money]:
    """By account what stands on it at the end of a day, without those at nothing."""
    found: dict[str, Money] = {}
    for _, day, account, of_fund, _, amount in lines(book):
        if day <= at and fund in (None, of_fund):
            found[account] = found.get(account, ZERO) + amount
    return {account: amount for account, amount in found.items() if amount != ZERO}


def card_balance(book: Book, card: int, at: date) -> Money:
    satang = sum(line[5].satang for line in lines(book) if line[4] == card and line[1] <= at)
    return Money(satang)


def tampered(small: SmallBook, *statements: str) -> None:
    """The book after somebody changed its file with another tool."""
    small.book.ask(lambda reader: [reader.connection.execute(one) for one in statements])
