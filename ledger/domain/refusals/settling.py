"""Refusals of settling with a member who leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class LeftAfterSettling(Refusal):
    """The membership cannot end after the day on which everything is settled."""

    left: date
    on: date


@dataclass(eq=False)
class MovedSince(Refusal):
    """Something moved on the member's cards after the day of settling."""

    member: str
    on: date
    last: date


@dataclass(eq=False)
class StillOwes(Refusal):
    """Who resigns owes no more than is hers (domain.md 2.6)."""

    member: str
    short: Money


@dataclass(eq=False)
class PayeeMissing(Refusal):
    """A dead member's money goes to somebody, and no nominee is known."""

    member: str
    payable: Money


@dataclass(eq=False)
class NotSettled(Refusal):
    """No settlement with this member stands."""

    member: str


@dataclass(eq=False)
class StillHoldsPlot(Refusal):
    """Land goes over to somebody before its holder leaves; otherwise nobody pays its rent."""

    member: str
    plots: tuple[str, ...]
