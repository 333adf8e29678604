"""Every card with its holder and what it holds: savings, shares, loans, banks and others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.cards import Card
from ledger.domain.money import ZERO, Money
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class CardBalanceRow:
    """A card on a day; ``balance`` is debit positive, as its account has it."""

    card: int
    kind: CardKind
    product: str
    account: str
    fund: str
    member: str | None
    name: str
    opened_on: date
    closed_on: date | None
    balance: Money


@dataclass(frozen=True, slots=True)
class CardBalances:
    """All cards opened by a day, in the order of their numbers."""

    at: date
    rows: tuple[CardBalanceRow, ...]


def card_balances(reader: Reader, *, at: date | None = None) -> CardBalances:
    """Every card that was opened by the day, closed ones too, with its balance at its end."""
    day = last_day(reader, at)
    held = {
        card: Money(satang)
        for card, satang in reader.rows(
            "SELECT card, SUM(debit - credit) FROM lines WHERE card IS NOT NULL"
            " AND day <= ?1 AND (?2 IS NULL OR act <= ?2) GROUP BY card",
            (day.isoformat(), reader.as_of),
        )
    }
    cards = [one for one in reader.every(Card) if one.opened_on <= day]
    names = names_of(reader)
    rows = [
        CardBalanceRow(
            card=one.number,
            kind=one.kind,
            product=one.product,
            account=one.account,
            fund=one.fund,
            member=one.member,
            name=names.get(one.member or "", ""),
            opened_on=one.opened_on,
            closed_on=one.closed_on,
            balance=held.get(one.number, ZERO),
        )
        for one in sorted(cards, key=lambda one: one.number)
    ]
    return CardBalances(day, tuple(rows))
