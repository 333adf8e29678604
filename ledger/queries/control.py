"""The live proof that the cards of members and banks add up to the ledger's control accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account, CardKind
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, total
from ledger.queries.standing import last_day
from ledger.queries.sums import NOTHING, sums_at
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One control account: what its cards hold together, what the ledger says, debit positive."""

    account: str
    name_th: str
    name_en: str
    card: CardKind
    cards: int
    cards_balance: Money
    account_balance: Money
    difference: Money


@dataclass(frozen=True, slots=True)
class CardsAndControl:
    """All control accounts that were ever used; ``agrees`` is the light on the home screen."""

    at: date
    rows: tuple[ControlRow, ...]
    difference: Money
    agrees: bool


# Steps from one card's account and fund to the next, so that the months between are never read.
_CARDS = """
WITH RECURSIVE places (card, account, fund) AS (
  SELECT * FROM (SELECT card, account, fund FROM card_balances
                 ORDER BY card, account, fund LIMIT 1)
  UNION ALL
  SELECT n.card, n.account, n.fund FROM places AS p, card_balances AS n
  WHERE (n.card, n.account, n.fund, n.month) = (
    SELECT card, account, fund, month FROM card_balances AS c
    WHERE (c.card, c.account, c.fund) > (p.card, p.account, p.fund)
    ORDER BY card, account, fund, month LIMIT 1))
SELECT p.account, COUNT(DISTINCT p.card), SUM(b.debit - b.credit) FROM places AS p
CROSS JOIN card_balances AS b ON b.card = p.card AND b.account = p.account AND b.fund = p.fund
AND b.month = (SELECT MAX(month) FROM card_balances
  WHERE card = p.card AND account = p.account AND fund = p.fund AND month < ?)
GROUP BY p.account"""
_DAYS = """
SELECT l.account, SUM(l.debit - l.credit) FROM
(SELECT DISTINCT code FROM accounts WHERE card IS NOT NULL) AS a
CROSS JOIN lines AS l ON l.account = a.code AND l.day BETWEEN ? AND ?
WHERE l.card IS NOT NULL GROUP BY l.account"""


def cards_and_control(reader: Reader, *, at: date | None = None) -> CardsAndControl:
    """Cards beside control accounts at the end of a day; every difference must be zero."""
    day = last_day(reader, at)
    cards, count = _cards_at(reader, day)
    sums = sums_at(reader, day)
    rows = []
    for account in reader.every(Account):
        held = cards.get(account.code)
        booked = sums.get(account.code, NOTHING).balance
        if account.card is None or (held is None and booked == ZERO):
            continue
        held = held or 0
        rows.append(
            ControlRow(
                account=account.code,
                name_th=account.name_th,
                name_en=account.name_en,
                card=account.card,
                cards=count.get(account.code, 0),
                cards_balance=Money(held),
                account_balance=booked,
                difference=Money(held) - booked,
            )
        )
    return CardsAndControl(
        at=day,
        rows=tuple(rows),
        difference=total(abs(row.difference) for row in rows),
        agrees=all(row.difference == ZERO for row in rows),
    )


def _cards_at(reader: Reader, day: date) -> tuple[dict[str, int], dict[str, int]]:
    """Satang on the cards by control account, and how many cards each has."""
    month = Month.of(day)
    before = month.plus(1) if day == month.last else month
    held: dict[str, int] = {}
    count: dict[str, int] = {}
    for account, cards, satang in reader.rows(_CARDS, (before.iso,)):
        held[account], count[account] = satang, cards
    if day != month.last:
        for account, satang in reader.rows(_DAYS, (month.first.isoformat(), day.isoformat())):
            held[account] = held.get(account, 0) + satang
    return held, count
