"""Refusals of the share-out at the end of a cycle."""

from __future__ import annotations

from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class StillHeld(Refusal):
    """An account holds what is neither money in one place, nor the members', nor made."""

    account: str
    amount: Money


@refusal
class MovedAfterwards(Refusal):
    """An account moved after the day of the share-out."""

    on: date
    account: str


@refusal
class UnknownShareOut(Refusal):
    """No cycle of that number was shared out."""

    number: int
