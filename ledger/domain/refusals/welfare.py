"""Refusals of the welfare fund: its members, its rules, claims and rounds of matching."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class NoWelfareFund(Refusal):
    """The book keeps no welfare fund yet."""


@dataclass(eq=False)
class ProductNoContribution(Refusal):
    """A savings product whose money is not a contribution to the fund."""

    product: str


@dataclass(eq=False)
class AlreadyInWelfareFund(Refusal):
    """The member is in the fund already."""

    member: str
    since: date


@dataclass(eq=False)
class NotInWelfareFund(Refusal):
    """The member is not in the fund, or no longer."""

    member: str


@dataclass(eq=False)
class WelfareDayTooEarly(Refusal):
    """The day lies before one that must come first: the joining, the claim, the decision."""

    day: date
    earliest: date
