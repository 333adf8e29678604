"""Sentences about loans kept in the book: types, contracts, payouts, payments and guarantors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, owing
from reports.words.fields import field_name
from reports.words.voice import Voice


def unknown_loan_type(refusal: owing.UnknownLoanType, voice: Voice) -> str:
    return voice.tr(
        "There is no loan type {type} in this book. Choose one from the list or add it first."
    ).format(type=refusal.type)


def loan_type_exists(refusal: owing.LoanTypeExists, voice: Voice) -> str:
    return voice.tr(
        "Loan type {type} is in the book already. Use it, or choose another code."
    ).format(type=refusal.type)


def loan_type_closed(refusal: owing.LoanTypeClosed, voice: Voice) -> str:
    return voice.tr(
        "Loan type {type} is closed and takes no new contracts. Choose another type."
    ).format(type=refusal.type)


def unknown_loan(refusal: owing.UnknownLoan, voice: Voice) -> str:
    return voice.tr("Card {card} is no loan of this book. Look up the loan's card number.").format(
        card=refusal.card
    )


def wrong_leg(refusal: owing.WrongLeg, voice: Voice) -> str:
    return voice.tr(
        "Card {card} is a loan of the other leg: members repay what the cooperative lent, "
        "and the cooperative repays its lenders. Choose the loan from the right list."
    ).format(card=refusal.card)


def payout_before_contract(refusal: owing.PayoutBeforeContract, voice: Voice) -> str:
    return voice.tr(
        "The contract of loan {card} is of {contract}, so nothing is paid out on {day}. "
        "Choose a later day."
    ).format(card=refusal.card, contract=voice.day(refusal.contract), day=voice.day(refusal.day))


def payout_above_approval(refusal: owing.PayoutAboveApproval, voice: Voice) -> str:
    return voice.tr(
        "For loan {card} {approved} is approved and {paid_out} is paid out, "
        "so {asked} more is too much. Enter a smaller amount."
    ).format(
        card=refusal.card,
        approved=voice.money(refusal.approved),
        paid_out=voice.money(refusal.paid_out),
        asked=voice.money(refusal.asked),
    )


def loan_overpaid(refusal: owing.LoanOverpaid, voice: Voice) -> str:
    return voice.tr(
        "On loan {card} only {owed} is owed on {day}, so {asked} is too much. "
        "Enter what is owed, or say that the rest goes to a savings account or is kept as credit."
    ).format(
        card=refusal.card,
        owed=voice.money(refusal.owed),
        day=voice.day(refusal.day),
        asked=voice.money(refusal.asked),
    )


def loan_twice(refusal: owing.LoanTwice, voice: Voice) -> str:
    return voice.tr(
        "Loan {card} stands twice on this receipt. Enter both amounts as one line."
    ).format(card=refusal.card)


def loan_is_written_off(refusal: owing.LoanIsWrittenOff, voice: Voice) -> str:
    return voice.tr(
        "Loan {card} was written off on {day}, so nothing more is booked on it. "
        "Reverse the write-off first, or enter the money as other income."
    ).format(card=refusal.card, day=voice.day(refusal.day))


def nothing_owed(refusal: owing.NothingOwed, voice: Voice) -> str:
    return voice.tr(
        "No principal to deal with is owed on loan {card} on {day}. Check the card and the day."
    ).format(card=refusal.card, day=voice.day(refusal.day))


def plan_before_last(refusal: owing.PlanBeforeLast, voice: Voice) -> str:
    return voice.tr(
        "Loan {card} has a plan from {last} on, so a new one cannot begin on {day}. "
        "Choose a later day."
    ).format(card=refusal.card, last=voice.day(refusal.last), day=voice.day(refusal.day))


def advance_not_kept(refusal: owing.AdvanceNotKept, voice: Voice) -> str:
    return voice.tr(
        "Under “{field}”, money paid ahead to a lender is not kept for later: "
        "the lender divides it at once. Choose a shorter plan or a lower instalment."
    ).format(field=field_name(refusal.field, voice))


def no_loan_to_pay(refusal: owing.NoLoanToPay, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has no loan to repay on {day}. Check the member and the day."
    ).format(member=refusal.member, day=voice.day(refusal.day))


def guarantor_is_borrower(refusal: owing.GuarantorIsBorrower, voice: Voice) -> str:
    return voice.tr(
        "Member {member} is the borrower and cannot be guarantor as well. Choose another member."
    ).format(member=refusal.member)


def guarantee_circle(refusal: owing.GuaranteeCircle, voice: Voice) -> str:
    return voice.tr(
        "{borrower} stands for {member}, directly or through others, so {member} cannot "
        "stand for {borrower}. Choose another guarantor, or allow it by resolution."
    ).format(borrower=refusal.borrower, member=refusal.member)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    owing.UnknownLoanType: unknown_loan_type,
    owing.LoanTypeExists: loan_type_exists,
    owing.LoanTypeClosed: loan_type_closed,
    owing.UnknownLoan: unknown_loan,
    owing.WrongLeg: wrong_leg,
    owing.PayoutBeforeContract: payout_before_contract,
    owing.PayoutAboveApproval: payout_above_approval,
    owing.LoanOverpaid: loan_overpaid,
    owing.LoanTwice: loan_twice,
    owing.LoanIsWrittenOff: loan_is_written_off,
    owing.NothingOwed: nothing_owed,
    owing.PlanBeforeLast: plan_before_last,
    owing.AdvanceNotKept: advance_not_kept,
    owing.NoLoanToPay: no_loan_to_pay,
    owing.GuarantorIsBorrower: guarantor_is_borrower,
    owing.GuaranteeCircle: guarantee_circle,
}
