"""What was below nothing at the end of a day: cash, banks, a fund's part, a card (rules 12, 14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ledger.domain.entries import GENERAL_FUND
from ledger.queries.integrity.findings import Fault, Finding
from ledger.storage.reading import Reader

# The cash box and the accounts of banks, by fund; of a marked day the mark stays behind.
_MONEY = (
    "SELECT account, fund, day, debit - credit FROM account_days WHERE account ="
    " (SELECT account FROM roles WHERE role = 'cash' ORDER BY act DESC LIMIT 1)"
    " OR account IN (SELECT account FROM cards WHERE kind = 'bank') ORDER BY day"
)
_BANKS = (
    "SELECT card, day, SUM(debit - credit) FROM lines WHERE card IN"
    " (SELECT number FROM cards WHERE kind = 'bank') GROUP BY card, day ORDER BY day"
)
# Only a card from which something was taken can be below nothing.
_CARDS = (
    "WITH owed AS (SELECT DISTINCT number, account FROM cards"
    " WHERE kind IN ('savings', 'share', 'grant')),"
    " taken AS (SELECT DISTINCT l.card FROM lines AS l JOIN owed AS o"
    " ON o.number = l.card AND o.account = l.account WHERE l.debit > 0)"
    " SELECT l.card, l.day, SUM(l.credit - l.debit) FROM lines AS l JOIN owed AS o"
    " ON o.number = l.card AND o.account = l.account WHERE l.card IN (SELECT card FROM taken)"
    " GROUP BY l.card, l.day ORDER BY l.day"
)


def overdrawn_findings(reader: Reader) -> Iterator[Finding]:
    """The first day at whose end each place held less than nothing."""
    banks = {str(row[0]) for row in reader.rows("SELECT account FROM cards WHERE kind = 'bank'")}
    moves = []
    for account, fund, day, amount in reader.rows(_MONEY):
        if account not in banks:
            moves.append((str(account), day, amount))
        if fund != GENERAL_FUND:
            moves.append((f"{account}/{fund}", day, amount))
    yield from _below("account_days", moves)
    yield from _below("bank_accounts", reader.rows(_BANKS))
    yield from _below("cards", reader.rows(_CARDS))


def _below(table: str, moves: Iterable[tuple[Any, ...]]) -> Iterator[Finding]:
    """``moves`` are place, day and amount in satang, in the order of their days."""
    held: dict[Any, int] = defaultdict(int)
    ends: dict[Any, dict[str, int]] = defaultdict(dict)
    for place, day, amount in moves:
        held[place] += amount
        ends[place][str(day)] = held[place]
    for place, days in ends.items():
        first = next((day for day, left in days.items() if left < 0), None)
        if first is not None:
            yield Finding(Fault.OVERDRAWN, table, str(place), None, str(days[first]), first)
