"""Sentences about charges, receipts, cash counts and collection sheets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.refusals.receiving import (
    ChargedTwice,
    ReceiptCounted,
    ReceiptNotCash,
    UnknownVoucher,
)
from reports.words.fields import field_name
from reports.words.labels import receipt_item
from reports.words.voice import Voice


def unknown_charge_type(refusal: refusals.UnknownChargeType, voice: Voice) -> str:
    return voice.tr(
        "There is no fee or fine {type} in this book. Choose one from the list or add it first."
    ).format(type=refusal.type)


def charge_type_exists(refusal: refusals.ChargeTypeExists, voice: Voice) -> str:
    return voice.tr(
        "Fee or fine {type} is in the book already. Use it, or choose another code."
    ).format(type=refusal.type)


def unknown_charge(refusal: refusals.UnknownCharge, voice: Voice) -> str:
    return voice.tr(
        "There is no charge {charge} in this book. Choose one of the member's open charges."
    ).format(charge=refusal.charge)


def charge_cancelled(refusal: refusals.ChargeCancelled, voice: Voice) -> str:
    return voice.tr(
        "Charge {charge} was cancelled, so nothing is owed on it. Choose another one."
    ).format(charge=refusal.charge)


def charged_twice(refusal: ChargedTwice, voice: Voice) -> str:
    return voice.tr(
        "Member {member} is named twice and would be charged twice. Name her once; a second "
        "charge is entered by itself."
    ).format(member=voice.digits(refusal.member))


def charge_overpaid(refusal: refusals.ChargeOverpaid, voice: Voice) -> str:
    return voice.tr(
        "Charge {charge} has only {open} unpaid, but {paid} was entered. "
        "Enter at most what is unpaid; put the rest on another item."
    ).format(charge=refusal.charge, open=voice.money(refusal.open), paid=voice.money(refusal.paid))


def item_incomplete(refusal: refusals.ItemIncomplete, voice: Voice) -> str:
    return voice.tr(
        "An item of the receipt does not say what it pays: “{field}” is missing ({item}). "
        "Fill it in or take the item out."
    ).format(field=field_name(refusal.field, voice), item=receipt_item(refusal.item, voice))


def empty_visit(refusal: refusals.EmptyVisit, voice: Voice) -> str:
    return voice.tr(
        "Nothing is entered for member {member}, and a receipt needs at least one item. "
        "Enter an amount, or mark the member as not paid."
    ).format(member=refusal.member)


def unknown_receipt(refusal: refusals.UnknownReceipt, voice: Voice) -> str:
    return voice.tr(
        "There is no receipt {receipt} in this book. Check the series, the year and the number."
    ).format(receipt=refusal.receipt)


def unknown_voucher(refusal: UnknownVoucher, voice: Voice) -> str:
    return voice.tr(
        "There is no voucher {voucher} in this book. Check the series, the year and the number."
    ).format(voucher=refusal.receipt)


def receipt_is_void(refusal: refusals.ReceiptIsVoid, voice: Voice) -> str:
    return voice.tr(
        "Receipt {receipt} is void already and keeps its number. Write a new receipt instead."
    ).format(receipt=refusal.receipt)


def receipt_counted(refusal: ReceiptCounted, voice: Voice) -> str:
    return voice.tr(
        "Receipt {receipt} was counted with collection sheet {sheet} already. Leave it out here, "
        "or its money would seem to be missing."
    ).format(receipt=refusal.receipt, sheet=voice.number(refusal.sheet))


def receipt_not_cash(refusal: ReceiptNotCash, voice: Voice) -> str:
    return voice.tr(
        "Receipt {receipt} is not for cash that a member paid, so it is not counted with the "
        "sheet. Leave it out."
    ).format(receipt=refusal.receipt)


def paper_number_used(refusal: refusals.PaperNumberUsed, voice: Voice) -> str:
    if refusal.paper_book:
        said = voice.tr(
            "Number {number} of receipt book {book} was used before, for receipt {receipt}. "
            "Look at the paper book and enter the number that stands on this sheet."
        )
    else:
        said = voice.tr(
            "Number {number} of the paper receipts was used before, for receipt {receipt}. "
            "Look at the paper book and enter the number that stands on this sheet."
        )
    return said.format(
        number=refusal.paper_number, book=refusal.paper_book, receipt=refusal.receipt
    )


def member_twice(refusal: refusals.MemberTwice, voice: Voice) -> str:
    return voice.tr(
        "Member {member} stands twice on the sheet. Put everything on one line."
    ).format(member=refusal.member)


def count_differs(refusal: refusals.CountDiffers, voice: Voice) -> str:
    return voice.tr(
        "{counted} was counted, but the book says {booked}: a difference of {difference}. "
        "Count again, or give the reason to book it as a cash shortage or overage."
    ).format(
        counted=voice.money(refusal.counted),
        booked=voice.money(refusal.booked),
        difference=voice.signed(refusal.difference),
    )


def bad_denomination(refusal: refusals.BadDenomination, voice: Voice) -> str:
    return voice.tr(
        "There is no note or coin of {denomination} baht. Count it under its own value."
    ).format(denomination=voice.money(refusal.denomination))


def negative_pieces(refusal: refusals.NegativePieces, voice: Voice) -> str:
    return voice.tr(
        "{pieces} pieces of {denomination} baht cannot be counted. "
        "Enter how many notes or coins there are, or 0."
    ).format(pieces=voice.number(refusal.pieces), denomination=voice.money(refusal.denomination))


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownChargeType: unknown_charge_type,
    refusals.ChargeTypeExists: charge_type_exists,
    refusals.UnknownCharge: unknown_charge,
    refusals.ChargeCancelled: charge_cancelled,
    ChargedTwice: charged_twice,
    refusals.ChargeOverpaid: charge_overpaid,
    refusals.ItemIncomplete: item_incomplete,
    refusals.EmptyVisit: empty_visit,
    refusals.UnknownReceipt: unknown_receipt,
    UnknownVoucher: unknown_voucher,
    refusals.ReceiptIsVoid: receipt_is_void,
    ReceiptCounted: receipt_counted,
    ReceiptNotCash: receipt_not_cash,
    refusals.PaperNumberUsed: paper_number_used,
    refusals.MemberTwice: member_twice,
    refusals.CountDiffers: count_differs,
    refusals.BadDenomination: bad_denomination,
    refusals.NegativePieces: negative_pieces,
}
