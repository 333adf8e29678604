"""Sentences about plans of loans and the division of payments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.loans import refusals
from ledger.domain.refusals import Refusal
from reports.words.fields import field_name
from reports.words.labels import payment_part
from reports.words.voice import Voice


def fields_do_not_go_together(refusal: refusals.FieldsDoNotGoTogether, voice: Voice) -> str:
    return voice.tr(
        "“{first}” and “{second}” exclude each other here. Leave one of them out or change it."
    ).format(first=field_name(refusal.first, voice), second=field_name(refusal.second, voice))


def first_due_not_after_payout(refusal: refusals.FirstDueNotAfterPayout, voice: Voice) -> str:
    return voice.tr(
        "The first instalment would be due on {due}, but the loan is paid out on {paid_out}. "
        "Choose a first due date after the payout."
    ).format(due=voice.day(refusal.first_due), paid_out=voice.day(refusal.disbursed))


def due_days_do_not_rise(refusal: refusals.DueDaysDoNotRise, voice: Voice) -> str:
    return voice.tr(
        "The due date {due} follows {before}, but is not later. "
        "Put the due dates in order, or leave those of a holiday where they are."
    ).format(due=voice.day(refusal.due), before=voice.day(refusal.before))


def plan_too_long(refusal: refusals.PlanTooLong, voice: Voice) -> str:
    return voice.tr(
        "The plan would run for more than {years} years. "
        "Enter fewer instalments or a larger instalment."
    ).format(years=voice.number(refusal.years))


def instalment_never_repays(refusal: refusals.InstalmentNeverRepays, voice: Voice) -> str:
    return voice.tr(
        "An instalment of {instalment} does not repay the loan: "
        "interest of {interest} and {rows} instalments leave the debt where it is. "
        "Enter a larger instalment."
    ).format(
        instalment=voice.money(refusal.instalment),
        interest=voice.money(refusal.interest),
        rows=voice.number(refusal.n),
    )


def grace_too_long(refusal: refusals.GraceTooLong, voice: Voice) -> str:
    return voice.tr(
        "{grace} of {instalments} instalments are free of repayment, so none is left to repay in. "
        "Enter a shorter grace or more instalments."
    ).format(grace=voice.number(refusal.grace), instalments=voice.number(refusal.instalments))


def payouts_do_not_add_up(refusal: refusals.PayoutsDoNotAddUp, voice: Voice) -> str:
    return voice.tr(
        "The payouts add up to {payouts}, but the principal is {principal}. "
        "Correct the payouts until both are equal."
    ).format(payouts=voice.money(refusal.payouts), principal=voice.money(refusal.principal))


def payout_outside_plan(refusal: refusals.PayoutOutsidePlan, voice: Voice) -> str:
    return voice.tr(
        "A payout on {day} does not fit: the plan runs from {first} to {last}. "
        "Choose a day from the first payout on and before the last due date."
    ).format(
        day=voice.day(refusal.day), first=voice.day(refusal.first), last=voice.day(refusal.last)
    )


def plan_rows_do_not_add_up(refusal: refusals.PlanRowsDoNotAddUp, voice: Voice) -> str:
    return voice.tr(
        "The parts of the principal add up to {rows}, but the principal is {principal}. "
        "Correct the parts until both are equal."
    ).format(rows=voice.money(refusal.rows), principal=voice.money(refusal.principal))


def payment_before_payout(refusal: refusals.PaymentBeforePayout, voice: Voice) -> str:
    return voice.tr(
        "On {day} nothing had been paid out on this loan. Check the day, or enter the payout first."
    ).format(day=voice.day(refusal.day))


def payment_on_settled_loan(refusal: refusals.PaymentOnSettledLoan, voice: Voice) -> str:
    return voice.tr(
        "The loan was settled on {settled}, so nothing is owed on {day}. "
        "Check the day, or choose the loan that the payment is for."
    ).format(settled=voice.day(refusal.settled), day=voice.day(refusal.day))


def not_a_payment_order(refusal: refusals.NotAPaymentOrder, voice: Voice) -> str:
    return voice.tr(
        "The payment order “{order}” has to name each of these exactly once: {parts}."
    ).format(
        order=", ".join(payment_part(part, voice) for part in refusal.order),
        parts=", ".join(payment_part(part, voice) for part in refusal.parts),
    )


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    refusals.FieldsDoNotGoTogether: fields_do_not_go_together,
    refusals.FirstDueNotAfterPayout: first_due_not_after_payout,
    refusals.DueDaysDoNotRise: due_days_do_not_rise,
    refusals.PlanTooLong: plan_too_long,
    refusals.InstalmentNeverRepays: instalment_never_repays,
    refusals.GraceTooLong: grace_too_long,
    refusals.PayoutsDoNotAddUp: payouts_do_not_add_up,
    refusals.PayoutOutsidePlan: payout_outside_plan,
    refusals.PlanRowsDoNotAddUp: plan_rows_do_not_add_up,
    refusals.PaymentBeforePayout: payment_before_payout,
    refusals.PaymentOnSettledLoan: payment_on_settled_loan,
    refusals.NotAPaymentOrder: not_a_payment_order,
}
