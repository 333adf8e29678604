"""Cards: the accounts of single members, banks and lenders that make up a control account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class Card(Record):
    """One card. ``product`` is the code of its savings product, share type or bank."""

    table = "cards"
    key = ("number",)

    number: int
    kind: CardKind
    account: str
    opened_on: date
    product: str
    member: str | None = None
    fund: str = GENERAL_FUND
    matures_on: date | None = None
    closed_on: date | None = None
