"""Refusals of savings, shares and their interest."""

from __future__ import annotations

from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class UnknownProduct(Refusal):
    """No savings product or share type of that code."""

    product: str


@refusal
class ProductExists(Refusal):
    """The code is taken."""

    product: str


@refusal
class ProductClosed(Refusal):
    """The product takes no new cards."""

    product: str


@refusal
class BalanceTooLow(Refusal):
    """The card holds less than is asked."""

    card: int
    held: Money
    asked: Money


@refusal
class SpentSince(Refusal):
    """What an entry brought onto a card is not there any more, so it cannot be taken back."""

    card: int
    held: Money
    asked: Money


@refusal
class OnHold(Refusal):
    """Part of the card's balance may not be taken out."""

    card: int
    held: Money
    on_hold: Money
    asked: Money


@refusal
class BelowMinimum(Refusal):
    """Less than the product's minimum would be left."""

    card: int
    minimum: Money
    left: Money


@refusal
class NotRefundable(Refusal):
    """Contributions of this product are not given back."""

    product: str


@refusal
class NotMatured(Refusal):
    """The fixed deposit has not run its term."""

    card: int
    matures_on: date


@refusal
class NoEarlyRate(Refusal):
    """The product's rules do not say what a deposit earns that is taken out before its term."""

    card: int
    product: str
    matures_on: date


@refusal
class TermIsOver(Refusal):
    """The account has no term, or it is over: an ordinary withdrawal pays it out."""

    card: int


@refusal
class EarlyMovedSince(Refusal):
    """Something was booked on the deposit after the day on which it would be paid out."""

    card: int
    day: date
    last: date


@refusal
class NothingOnDeposit(Refusal):
    """The fixed deposit holds nothing."""

    card: int


@refusal
class UnknownHold(Refusal):
    """No hold of that number."""

    hold: int


@refusal
class HoldReleased(Refusal):
    """The hold was released before."""

    hold: int


@refusal
class ReleasedBeforeHeld(Refusal):
    """A hold is released on the day it was placed or later."""

    hold: int
    held_on: date
    day: date


@refusal
class PromiseBeforeCard(Refusal):
    """Nothing was promised in a month before the account was opened."""

    card: int
    opened_on: date
    month: str


@refusal
class CardHolds(Refusal):
    """A card is closed only when nothing is left on it."""

    card: int
    held: Money


@refusal
class NotWholeShares(Refusal):
    """The amount is not a whole number of shares."""

    amount: Money
    par: Money


@refusal
class OneFifthExceeded(Refusal):
    """One member may hold at most one fifth of all shares (Cooperative Act s.33)."""

    member: str
    limit: Money
    asked: Money


@refusal
class SharesNotReturnable(Refusal):
    """Shares of this type are given back only on leaving."""

    product: str


@refusal
class InterestPosted(Refusal):
    """Interest of this product is posted up to that day already."""

    product: str
    through: date


@refusal
class InterestWaiting(Refusal):
    """An account earned interest that was not credited yet, and would lose it by being closed."""

    card: int
    product: str
    interest: Money


@refusal
class NoInterest(Refusal):
    """The product bears no interest."""

    product: str


@refusal
class NotTheSameMember(Refusal):
    """Both cards must belong to the same member."""

    source: int
    target: int
