"""What the set-up forms know and decide, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.domain.accounts import Kind
from ledger.domain.cooperative import Cooperative
from ledger.domain.money import Money
from ledger.queries.accounts import ChartRow
from ledger.usecases.founding import ChangeAccount, ChangeCooperative

_SIMPLE = (
    "name_th",
    "name_en",
    "registration",
    "address",
    "telephone",
    "auditor_telephone",
    "promptpay",
    "thai_digits",
    "common_era",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperativeForm:
    """The cooperative as it is filled in."""

    name_th: str
    name_en: str
    registration: str
    address: str
    telephone: str
    auditor_telephone: str
    cash_limit: Money | None
    promptpay: str = ""
    thai_digits: bool = False
    common_era: bool = False

    def change_of(self, before: Cooperative) -> ChangeCooperative | None:
        """Only what differs; None when nothing does. A limit is changed, never taken away."""
        changed = {
            name: getattr(self, name)
            for name in _SIMPLE
            if getattr(self, name) != getattr(before, name)
        }
        limit = self.cash_limit if self.cash_limit != before.cash_limit else None
        if not changed and limit is None:
            return None
        return ChangeCooperative(**changed, cash_limit=limit)


def account_change(
    before: ChartRow, *, name_th: str, name_en: str, closed: bool
) -> ChangeAccount | None:
    """Only what differs; None when nothing does."""
    if (name_th, name_en, closed) == (before.name_th, before.name_en, before.closed):
        return None
    return ChangeAccount(
        code=before.account,
        name_th=name_th if name_th != before.name_th else None,
        name_en=name_en if name_en != before.name_en else None,
        closed=closed if closed != before.closed else None,
    )


def heads_of(accounts: Sequence[ChartRow], kind: Kind) -> tuple[ChartRow, ...]:
    """The heads under which a new account of a kind can hang."""
    return tuple(row for row in accounts if row.head and row.kind is kind and not row.closed)


def postable(accounts: Sequence[ChartRow], kind: Kind) -> tuple[ChartRow, ...]:
    """Accounts of a kind that take entries without a card."""
    return tuple(
        row
        for row in accounts
        if row.kind is kind and not (row.head or row.closed) and row.card is None
    )
