"""Running balances, kept in the same transaction as the lines and rebuilt at will.

Lines that close a fiscal year are kept under days and months of their own, between the year's last
and the next one (ledger.domain.closing_period).

An account has a sum for each month in which it moved, but for the book's newest: that month is
the sum of its days, so that a receipt need not find the sum of each of its accounts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ledger.domain.closing_period import AFTER, CLOSING_LINES, month_of

# What the days of the newest month come to; the closing period has its month's days before it.
DAYS_OF = """
SELECT account, fund, SUM(debit) AS debit, SUM(credit) AS credit FROM account_days
WHERE day >= substr(?1, 1, 7) AND substr(day, 11) = substr(?1, 8)
GROUP BY account, fund"""
# The day under which stored balances keep a line.
_CLOSING = ", ".join(f"'{event}'" for event in sorted(CLOSING_LINES))
_MARKED = f"CASE WHEN event IN ({_CLOSING}) THEN day || '{AFTER}' ELSE day END"

# The days on which an account moved (?1): an entry of it is found by its day.
DAYS_OF_ACCOUNT = "SELECT substr(day, 1, 10) FROM account_days WHERE account = ?1"

DERIVED = ("card_balances", "account_balances", "account_days")

Sums = dict[tuple[Any, ...], list[int]]


def newest_month(cursor: Any) -> str:
    """The newest month in which anything was booked, with its mark; empty where nothing was."""
    day = cursor.execute("SELECT MAX(day) FROM account_days").fetchone()[0]
    return month_of(day) if day else ""


def days_before(cursor: Any, month: str) -> list[tuple[str, str, int, int]]:
    """What no stored sum holds yet of all that was booked before a month.

    Account, fund, debit and credit: the days of the newest month, where that lies before it.
    """
    newest = newest_month(cursor)
    if not "" < newest < month:
        return []
    found: list[tuple[str, str, int, int]] = cursor.execute(DAYS_OF, (newest,)).fetchall()
    return found


def add_sum(sums: Sums, place: tuple[Any, ...], debit: int, credit: int) -> None:
    found = sums.get(place)
    if found is None:
        sums[place] = [debit, credit]
    else:
        found[0] += debit
        found[1] += credit


def with_sums(sums: Sums) -> list[tuple[Any, ...]]:
    return [(*place, *amounts) for place, amounts in sums.items()]


def account_balance(cursor: Any, account: str, fund: str | None, at: date | None) -> int:
    """Satang on an account at the end of a day (of all days without one), debit positive.

    The closing of a fiscal year comes after its last day.
    """
    found = 0
    funds = [fund] if fund is not None else funds_of(cursor, account)
    for one in funds:
        found += _account_in_fund(cursor, account, one, at)
    return found


def funds_of(cursor: Any, account: str) -> list[str]:
    rows = cursor.execute(
        "SELECT DISTINCT fund FROM account_balances WHERE account = ?1"
        " UNION SELECT fund FROM account_days WHERE account = ?1 AND day >= ?2",
        (account, newest_month(cursor)[:7]),
    )
    return [row[0] for row in rows.fetchall()]


def _account_in_fund(cursor: Any, account: str, fund: str, at: date | None) -> int:
    month = _AFTER_ALL if at is None else at.isoformat()[:7]
    before = _one(
        cursor,
        "SELECT debit - credit FROM account_balances WHERE account = ? AND fund = ? AND month < ?"
        " ORDER BY month DESC LIMIT 1",
        (account, fund, month),
    )
    before += sum(
        debit - credit
        for of_account, of_fund, debit, credit in days_before(cursor, month)
        if (of_account, of_fund) == (account, fund)
    )
    if at is None:
        return before
    return before + _one(
        cursor,
        "SELECT SUM(debit - credit) FROM account_days WHERE account = ? AND fund = ?"
        " AND day >= ? AND day <= ?",
        (account, fund, f"{month}-01", at.isoformat()),
    )


# The newest row of each fund: going back from the newest month reads one row, however many years.
_CARD_BEFORE = """
WITH newest AS (SELECT substr(MAX(day), 1, 7) || substr(MAX(day), 11) AS month FROM account_days)
SELECT SUM(COALESCE((
  SELECT debit - credit FROM card_balances WHERE month = (SELECT month FROM newest)
  AND month < ?3 AND card = ?1 AND account = ?2 AND fund = f.fund), (
  SELECT b.debit - b.credit FROM account_balances AS a CROSS JOIN card_balances AS b
  ON b.month = a.month AND b.card = ?1 AND b.account = ?2 AND b.fund = f.fund
  WHERE a.account = ?2 AND a.fund = f.fund AND a.month < ?3 ORDER BY a.month DESC LIMIT 1)))
FROM (SELECT DISTINCT fund FROM account_balances WHERE account = ?2
  UNION SELECT fund FROM card_balances
  WHERE month = (SELECT month FROM newest) AND card = ?1 AND account = ?2) AS f"""
_AFTER_ALL = "9999-99"


def card_balance(cursor: Any, card: int, account: str, at: date | None) -> int:
    """Satang of a card on an account over all its funds, debit positive."""
    if at is None:
        return _one(cursor, _CARD_BEFORE, (card, account, _AFTER_ALL))
    month, day = at.isoformat()[:7], at.isoformat()
    return _one(cursor, _CARD_BEFORE, (card, account, month)) + _one(
        cursor,
        "SELECT SUM(debit - credit) FROM lines WHERE card = ? AND account = ?"
        " AND day >= ? AND day <= ?",
        (card, account, f"{month}-01", day),
    )


# The same for many cards in one reading.
_CARDS = """
WITH f AS MATERIALIZED (SELECT value AS fund FROM json_each(?6))
SELECT c.card, COALESCE((SELECT SUM(COALESCE((
  SELECT debit - credit FROM card_balances
  WHERE month = ?7 AND ?7 < ?3 AND card = c.card AND account = ?2 AND fund = f.fund), (
  SELECT b.debit - b.credit FROM account_balances AS a CROSS JOIN card_balances AS b
  ON b.month = a.month AND b.card = c.card AND b.account = ?2 AND b.fund = f.fund
  WHERE a.account = ?2 AND a.fund = f.fund AND a.month < ?3 ORDER BY a.month DESC LIMIT 1)))
  FROM f), 0) + COALESCE((SELECT SUM(debit - credit) FROM lines
  WHERE card = c.card AND account = ?2 AND day >= ?4 AND day <= ?5), 0)
FROM (SELECT CAST(value AS BIGINT) AS card FROM json_each(?1)) AS c"""


def balances_of_cards(cursor: Any, cards: Iterable[int], account: str, at: date) -> dict[int, int]:
    """Satang of each card on an account at the end of a day, debit positive."""
    month, day = at.isoformat()[:7], at.isoformat()
    funds, wanted = json.dumps(funds_of(cursor, account)), json.dumps(list(cards))
    values = (wanted, account, month, f"{month}-01", day, funds, newest_month(cursor))
    rows = cursor.execute(_CARDS, values)
    return {int(card): int(satang) for card, satang in rows.fetchall()}


def _one(cursor: Any, statement: str, values: tuple[Any, ...]) -> int:
    row = cursor.execute(statement, values).fetchone()
    return 0 if row is None or row[0] is None else int(row[0])


def expected(cursor: Any) -> dict[str, Iterable[tuple[Any, ...]]]:
    """What every derived table should hold in the order of its key, from the lines alone.

    The balances of cards are read while they are gone through, once: there are many.
    """
    days = cursor.execute(
        f"SELECT account, fund, {_MARKED} AS marked, SUM(debit), SUM(credit) FROM lines"
        " GROUP BY account, fund, marked ORDER BY account, fund, marked"
    ).fetchall()
    by_month: Sums = {}
    for account, fund, day, debit, credit in days:
        add_sum(by_month, (month_of(day), account, fund), debit, credit)
    newest = max((month for month, _, _ in by_month), default="")
    months = [row for row in sorted(with_sums(by_month)) if row[0] < newest]
    cards = cursor.execute(
        "SELECT substr(day, 1, 7) AS month, card, account, fund, SUM(debit), SUM(credit)"
        " FROM lines WHERE card IS NOT NULL GROUP BY month, card, account, fund"
        " ORDER BY month, card, account, fund"
    )
    return {
        "account_days": sorted((day, account, fund, *sums) for account, fund, day, *sums in days),
        "account_balances": sorted(
            (account, fund, month, *sums) for month, account, fund, *sums in _cumulative(months)
        ),
        "card_balances": _cumulative(cards),
    }


def _cumulative(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Rows of a month, a place, debit and credit, month by month, with what came before."""
    running: dict[tuple[Any, ...], tuple[int, int]] = {}
    for row in rows:
        place = row[1:-2]
        debit, credit = row[-2:]
        before = running.get(place)
        if before is not None:
            debit += before[0]
            credit += before[1]
        running[place] = (debit, credit)
        yield (row[0], *place, debit, credit)


def rebuild(cursor: Any) -> None:
    """Make every derived table anew from the lines."""
    made = {table: list(rows) for table, rows in expected(cursor).items()}
    for table, rows in made.items():
        cursor.execute(f"DELETE FROM {table}")
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
