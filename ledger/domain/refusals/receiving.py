"""Refusals of charges, receipts, cash counts and collection sheets."""

from __future__ import annotations

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class UnknownChargeType(Refusal):
    """No charge of that code."""

    type: str


@refusal
class ChargeTypeExists(Refusal):
    """The code is taken."""

    type: str


@refusal
class UnknownCharge(Refusal):
    """No charge of that number."""

    charge: int


@refusal
class ChargeCancelled(Refusal):
    """The charge was cancelled."""

    charge: int


@refusal
class ChargedTwice(Refusal):
    """A member is named twice among those that are asked to pay."""

    member: str


@refusal
class ChargeOverpaid(Refusal):
    """More is paid than is open on the charge."""

    charge: int
    open: Money
    paid: Money


@refusal
class ItemIncomplete(Refusal):
    """The item does not say what it pays."""

    field: str
    item: str


@refusal
class EmptyVisit(Refusal):
    """A receipt has at least one item."""

    member: str


@refusal
class UnknownReceipt(Refusal):
    """No receipt of that number."""

    receipt: str


@refusal
class UnknownVoucher(UnknownReceipt):
    """No voucher bears that number; ``receipt`` is what was given."""


@refusal
class ReceiptIsVoid(Refusal):
    """The receipt was voided before."""

    receipt: str


@refusal
class ReceiptCounted(Refusal):
    """The receipt's cash was counted with a sheet before; counted again it would be missing."""

    receipt: str
    sheet: int


@refusal
class ReceiptNotCash(Refusal):
    """The receipt is not for cash of a member, and so of no collection sheet."""

    receipt: str


@refusal
class PaperNumberUsed(Refusal):
    """The sheet of the paper receipt book is used already."""

    paper_book: str
    paper_number: str
    receipt: str


@refusal
class MemberTwice(Refusal):
    """The member stands twice on the sheet."""

    member: str


@refusal
class CountDiffers(Refusal):
    """The cash counted differs from the books; give a reason to book the difference."""

    counted: Money
    booked: Money
    difference: Money


@refusal
class BadDenomination(Refusal):
    """There is no note or coin of this value."""

    denomination: Money


@refusal
class NegativePieces(Refusal):
    """A number of notes or coins is not below zero."""

    denomination: Money
    pieces: int
