"""Running balances grow with every line, in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from ledger.domain.closing_period import AFTER, CLOSING_LINES, month_of
from ledger.domain.days import Month
from ledger.storage.balances import DAYS_OF, Sums, add_sum, newest_month, with_sums
from ledger.storage.journal import LineRow

# Cumulative totals per month: the newest row before a month is the balance brought forward.
# A card has months only where its account has them. The rows of one month lie together, so that a
# sheet of everybody touches few pages; the account's months say where an older row may be.
# One that moved in the calendar's month before is found at once. The values are no SELECT of their
# own: reading what it writes into, that would fill a table in between for every card.
_OLDER = """
  SELECT b.{0} FROM account_balances AS a CROSS JOIN card_balances AS b
  ON b.month = a.month AND b.card = ?1 AND b.account = ?2 AND b.fund = ?3
  WHERE a.account = ?2 AND a.fund = ?3 AND a.month < ?4 ORDER BY a.month DESC LIMIT 1"""
_BEFORE = f"""COALESCE((
  SELECT {{0}} FROM card_balances WHERE month = ?7 AND card = ?1 AND account = ?2 AND fund = ?3), (
  {_OLDER}), 0)"""
_ADD_CARD = f"""
INSERT INTO card_balances (card, account, fund, month, debit, credit)
VALUES (?1, ?2, ?3, ?4, ?5 + {_BEFORE.format("debit")}, ?6 + {_BEFORE.format("credit")})
ON CONFLICT (month, card, account, fund)
DO UPDATE SET debit = card_balances.debit + ?5, credit = card_balances.credit + ?6"""
_ADD_CARD_LATER = """
UPDATE card_balances SET debit = debit + ?5, credit = credit + ?6
WHERE card = ?1 AND account = ?2 AND fund = ?3 AND month IN (
  SELECT month FROM account_balances WHERE account = ?2 AND fund = ?3 AND month > ?4
  UNION ALL SELECT ?8)"""
_ADD_ACCOUNT = """
INSERT INTO account_balances (account, fund, month, debit, credit)
SELECT ?1, ?2, ?3, ?4 + COALESCE(SUM(debit), 0), ?5 + COALESCE(SUM(credit), 0) FROM (
  SELECT debit, credit FROM account_balances
  WHERE account = ?1 AND fund = ?2 AND month < ?3 ORDER BY month DESC LIMIT 1)
WHERE true ON CONFLICT (account, fund, month)
DO UPDATE SET debit = account_balances.debit + ?4, credit = account_balances.credit + ?5"""
_ADD_ACCOUNT_LATER = """
UPDATE account_balances SET debit = debit + ?4, credit = credit + ?5
WHERE account = ?1 AND fund = ?2 AND month > ?3"""
_ADD_DAY = """
INSERT INTO account_days (account, fund, day, debit, credit) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (day, account, fund) DO UPDATE SET
debit = account_days.debit + excluded.debit, credit = account_days.credit + excluded.credit"""
_KEEP_MONTH = f"""
INSERT INTO account_balances (account, fund, month, debit, credit)
SELECT d.account, d.fund, ?1, d.debit + COALESCE(b.debit, 0), d.credit + COALESCE(b.credit, 0)
FROM ({DAYS_OF}) AS d LEFT JOIN account_balances AS b
ON b.account = d.account AND b.fund = d.fund AND b.month = (
  SELECT MAX(month) FROM account_balances WHERE account = d.account AND fund = d.fund)"""


def add_lines(connection: Any, rows: Iterable[LineRow], newest: str | None = None) -> str:
    """Take new lines into the running balances; ``newest`` is the newest month, where it is known.

    Answers the newest month from now on.
    """
    cards, days = _summed(rows)
    newest = newest_month(connection) if newest is None else newest
    months = {month_of(day) for day in {day for _, _, day in days}}
    last = max((newest, *months))
    if newest and newest < last:
        connection.execute(_KEEP_MONTH, (newest,))
    connection.executemany(_ADD_DAY, with_sums(days))
    of_cards = [(*place, *sums, _before(place[3])) for place, sums in cards.items()]
    if months == {last}:
        connection.executemany(_ADD_CARD, of_cards)
    else:
        _add_by_month(connection, _by_month(days), of_cards, last)
    return last


def _summed(rows: Iterable[LineRow]) -> tuple[Sums, Sums]:
    """Debits and credits by card and month, and by account and day."""
    cards: Sums = {}
    days: Sums = {}
    for _, _, day, account, fund, card, debit, credit, event, _ in rows:
        if card is not None:
            place: tuple[Any, ...] = (card, account, fund, day[:7])
            found = cards.get(place)
            if found is None:
                cards[place] = [debit, credit]
            else:
                found[0] += debit
                found[1] += credit
        if event in CLOSING_LINES:
            day += AFTER  # noqa: PLW2901 - the closing of a year touches no card
        place = (account, fund, day)
        found = days.get(place)
        if found is None:
            days[place] = [debit, credit]
        else:
            found[0] += debit
            found[1] += credit
    return cards, days


def _add_by_month(connection: Any, months: dict[str, Sums], cards: list[Any], last: str) -> None:
    """Month by month: each carries those before it forward, so they must be there already."""
    for month, accounts in months.items():
        of_month = [card for card in cards if card[3] == month]
        if month < last:
            _add_earlier(connection, with_sums(accounts), of_month, last)
        else:
            connection.executemany(_ADD_CARD, of_month)


@lru_cache(maxsize=200)
def _before(month: str) -> str:
    """The month before, by the calendar: closings of years, which lie between, touch no card."""
    try:
        return Month.parse(month).plus(-1).iso
    except ValueError:  # a day that was put in with a tool
        return ""


def _add_earlier(connection: Any, accounts: list[Any], cards: list[Any], last: str) -> None:
    """Take lines of a month before the last one in: all that come after it carry them, too."""
    connection.executemany(_ADD_ACCOUNT, accounts)
    connection.executemany(_ADD_ACCOUNT_LATER, accounts)
    connection.executemany(_ADD_CARD, cards)
    # A card has months after this one only where its account has them.
    connection.executemany(_ADD_CARD_LATER, [(*card, last) for card in cards])


def _by_month(days: Sums) -> dict[str, Sums]:
    months: dict[str, Sums] = {}
    for (account, fund, day), (debit, credit) in days.items():
        month = month_of(day)
        add_sum(months.setdefault(month, {}), (account, fund, month), debit, credit)
    return months
