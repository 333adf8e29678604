"""Refusals of savings, shares and their interest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class UnknownProduct(Refusal):
    """No savings product or share type of that code."""

    product: str


@dataclass(eq=False)
class ProductExists(Refusal):
    """The code is taken."""

    product: str


@dataclass(eq=False)
class ProductClosed(Refusal):
    """The product takes no new cards."""

    product: str


@dataclass(eq=False)
class BalanceTooLow(Refusal):
    """The card holds less than is asked."""

    card: int
    held: Money
    asked: Money


@dataclass(eq=False)
class OnHold(Refusal):
    """Part of the card's balance may not be taken out."""

    card: int
    held: Money
    on_hold: Money
    asked: Money


@dataclass(eq=False)
class BelowMinimum(Refusal):
    """Less than the product's minimum would be left."""

    card: int
    minimum: Money
    left: Money


@dataclass(eq=False)
class NotRefundable(Refusal):
    """Contributions of this product are not given back."""

    product: str


@dataclass(eq=False)
class NotMatured(Refusal):
    """The fixed deposit has not run its term."""

    card: int
    matures_on: date


@dataclass(eq=False)
class UnknownHold(Refusal):
    """No hold of that number."""

    hold: int


@dataclass(eq=False)
class HoldReleased(Refusal):
    """The hold was released before."""

    hold: int


@dataclass(eq=False)
class NotWholeShares(Refusal):
    """The amount is not a whole number of shares."""

    amount: Money
    par: Money


@dataclass(eq=False)
class OneFifthExceeded(Refusal):
    """One member may hold at most one fifth of all shares (Cooperative Act s.33)."""

    member: str
    limit: Money
    asked: Money


@dataclass(eq=False)
class SharesNotReturnable(Refusal):
    """Shares of this type are given back only on leaving."""

    product: str


@dataclass(eq=False)
class InterestPosted(Refusal):
    """Interest of this product is posted up to that day already."""

    product: str
    through: date


@dataclass(eq=False)
class NoInterest(Refusal):
    """The product bears no interest."""

    product: str


@dataclass(eq=False)
class NotTheSameMember(Refusal):
    """Both cards must belong to the same member."""

    source: int
    target: int
