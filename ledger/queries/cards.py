"""Balances of all cards at any day, from the stored balances of their own accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.accounts import CardKind
from ledger.domain.days import Month
from ledger.queries.standing import known
from ledger.storage.balances import newest_month
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class CardPlace:
    """What never changes about a card, whichever version of it one reads."""

    card: int
    kind: CardKind
    product: str
    account: str


_PLACES = (
    "SELECT number, kind, product, account FROM cards WHERE true{known}"
    " GROUP BY number, kind, product, account"
)
# One lookup per card and fund in the book's newest month (?2), then in each month of its account
# from the newest one back until there is a stored sum: a card that moves is found at once.
_BEFORE = """
SELECT c.{by}, SUM(b.debit - b.credit) FROM ({places}) AS c
CROSS JOIN (SELECT DISTINCT code FROM funds) AS f
CROSS JOIN card_balances AS b ON b.card = c.number AND b.account = c.account AND b.fund = f.code
AND b.month = COALESCE((SELECT month FROM card_balances
  WHERE month = ?2 AND ?2 < ?1 AND card = c.number AND account = c.account AND fund = f.code),
  (SELECT x.month FROM account_balances AS x
  CROSS JOIN card_balances AS y ON y.month = x.month AND y.card = c.number
  AND y.account = c.account AND y.fund = f.code
  WHERE x.account = c.account AND x.fund = f.code AND x.month < ?1 ORDER BY x.month DESC LIMIT 1))
GROUP BY c.{by}"""
_DAYS = """
SELECT c.{by}, SUM(l.debit - l.credit)
FROM entries AS e CROSS JOIN lines AS l ON l.entry = e.number
CROSS JOIN ({places}) AS c ON c.number = l.card AND c.account = l.account
WHERE e.day BETWEEN ? AND ? AND l.card IS NOT NULL GROUP BY c.{by}"""
_FOR_EVER = "9999-99"


def card_places(reader: Reader) -> dict[int, CardPlace]:
    """Every card by its number."""
    rows = reader.rows(_PLACES.format(known=known(reader)))
    return {
        number: CardPlace(number, CardKind(kind), product, account)
        for number, kind, product, account in rows
    }


def card_balances_at(reader: Reader, day: date | None) -> dict[int, int]:
    """Satang at the end of a day by card, debit positive, of every card that moved by then.

    Without a day, of all days.

    A line that names a card on another account than the card's own counts for no card: members
    never see it, and the proof against the ledger shows it as a difference.
    """
    return _sums(reader, day, "number")


def control_balances_at(reader: Reader, day: date | None) -> dict[str, int]:
    """Satang of all cards of an account together, debit positive; of all days without one."""
    return _sums(reader, day, "account")


def _sums(reader: Reader, day: date | None, by: str) -> dict[Any, int]:
    places = _PLACES.format(known=known(reader))
    before, days = (text.format(by=by, places=places) for text in (_BEFORE, _DAYS))
    newest = newest_month(reader.connection)
    if day is None:
        return _found(reader.rows(before, (_FOR_EVER, newest)))
    month = Month.of(day)
    if day == month.last:
        return _found(reader.rows(before, (month.plus(1).iso, newest)))
    period = (month.first.isoformat(), day.isoformat())
    return _found(reader.rows(before, (month.iso, newest)) + reader.rows(days, period))


def _found(rows: list[tuple[Any, ...]]) -> dict[Any, int]:
    found: dict[Any, int] = {}
    for place, satang in rows:
        found[place] = found.get(place, 0) + satang
    return found
