"""Refusals of charges, receipts, cash counts and collection sheets."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class UnknownChargeType(Refusal):
    """No charge of that code."""

    type: str


@dataclass(eq=False)
class ChargeTypeExists(Refusal):
    """The code is taken."""

    type: str


@dataclass(eq=False)
class UnknownCharge(Refusal):
    """No charge of that number."""

    charge: int


@dataclass(eq=False)
class ChargeCancelled(Refusal):
    """The charge was cancelled."""

    charge: int


@dataclass(eq=False)
class ChargeOverpaid(Refusal):
    """More is paid than is open on the charge."""

    charge: int
    open: Money
    paid: Money


@dataclass(eq=False)
class ItemIncomplete(Refusal):
    """The item does not say what it pays."""

    field: str
    item: str


@dataclass(eq=False)
class EmptyVisit(Refusal):
    """A receipt has at least one item."""

    member: str


@dataclass(eq=False)
class UnknownReceipt(Refusal):
    """No receipt of that number."""

    receipt: str


@dataclass(eq=False)
class ReceiptIsVoid(Refusal):
    """The receipt was voided before."""

    receipt: str


@dataclass(eq=False)
class PaperNumberUsed(Refusal):
    """The sheet of the paper receipt book is used already."""

    paper_book: str
    paper_number: str
    receipt: str


@dataclass(eq=False)
class MemberTwice(Refusal):
    """The member stands twice on the sheet."""

    member: str


@dataclass(eq=False)
class CountDiffers(Refusal):
    """The cash counted differs from the books; give a reason to book the difference."""

    counted: Money
    booked: Money
    difference: Money


@dataclass(eq=False)
class BadDenomination(Refusal):
    """There is no note or coin of this value."""

    denomination: Money


@dataclass(eq=False)
class NegativePieces(Refusal):
    """A number of notes or coins is not below zero."""

    denomination: Money
    pieces: int
