"""The live proof that the cards of members and banks add up to the ledger's control accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account, CardKind
from ledger.domain.money import ZERO, Money, total
from ledger.queries.cards import control_balances_at
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


def cards_and_control(reader: Reader, *, at: date | None = None) -> CardsAndControl:
    """Cards beside control accounts at the end of a day; every difference must be zero.

    Without a day everything booked so far is compared.
    """
    cards, sums = control_balances_at(reader, at), sums_at(reader, at)
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
                cards_balance=Money(held),
                account_balance=booked,
                difference=Money(held) - booked,
            )
        )
    return CardsAndControl(
        at=last_day(reader, at),
        rows=tuple(rows),
        difference=total(abs(row.difference) for row in rows),
        agrees=all(row.difference == ZERO for row in rows),
    )
