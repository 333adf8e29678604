"""The balance of one account or one card at the end of any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account
from ledger.domain.cards import Card
from ledger.domain.money import Money
from ledger.domain.refusals import MissingField, UnknownAccount, UnknownCard
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Balance:
    """Signed, debit positive: what the cooperative owes on a member's card is negative."""

    account: str
    card: int | None
    fund: str | None
    at: date
    balance: Money


def balance(
    reader: Reader,
    *,
    account: str | None = None,
    card: int | None = None,
    fund: str | None = None,
    at: date | None = None,
) -> Balance:
    """The balance of an account, in a fund or in all; or of a card over all its funds.

    Raises:
        UnknownAccount, UnknownCard: there is no such account or card.
        MissingField: neither was named.
    """
    day = last_day(reader, at)
    if card is not None:
        found = reader.newest(Card, card)
        if found is None:
            raise UnknownCard(card)
        held = reader.card_balance(card, found.account, at=day)
        return Balance(found.account, card, None, day, held)
    if account is None:
        raise MissingField("account")
    if reader.newest(Account, account) is None:
        raise UnknownAccount(account)
    return Balance(account, None, fund, day, reader.balance(account, fund=fund, at=day))
