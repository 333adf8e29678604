"""Sentences about insurance: policies, premiums billed, claims received and paid out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, insurance
from reports.words.labels import quoted
from reports.words.voice import Voice


def policy_exists(refusal: insurance.PolicyExists, voice: Voice) -> str:
    return voice.tr("There is already an insurance “{code}”. Choose another code.").format(
        code=quoted(refusal.code)
    )


def unknown_policy(refusal: insurance.UnknownPolicy, voice: Voice) -> str:
    return voice.tr("There is no insurance “{code}”. Look it up in the list.").format(
        code=quoted(refusal.code)
    )


def premium_billed_twice(refusal: insurance.PremiumBilledTwice, voice: Voice) -> str:
    return voice.tr(
        "Member {member} was already asked for the premium of “{policy}” due on {day}. "
        "Cancel that charge first, or choose another day."
    ).format(
        member=quoted(refusal.member),
        policy=quoted(refusal.policy),
        day=voice.day(refusal.due_on),
    )


def loan_of_another(refusal: insurance.LoanOfAnother, voice: Voice) -> str:
    return voice.tr(
        "Loan card {loan} is no loan of member {member}. Check the card or the member."
    ).format(loan=refusal.loan, member=quoted(refusal.member))


def claim_exists(refusal: insurance.ClaimExists, voice: Voice) -> str:
    return voice.tr(
        "What happened to member {member} on {day} was claimed already: claim {claim}. "
        "Reverse that one first if it is wrong."
    ).format(member=quoted(refusal.member), day=voice.day(refusal.event_on), claim=refusal.claim)


def claim_before_event(refusal: insurance.ClaimBeforeEvent, voice: Voice) -> str:
    return voice.tr(
        "Insurance “{policy}” cannot pay here: {day} lies before {since}. Check both days."
    ).format(
        policy=quoted(refusal.policy), day=voice.day(refusal.on), since=voice.day(refusal.since)
    )


def unknown_claim(refusal: insurance.UnknownClaim, voice: Voice) -> str:
    return voice.tr(
        "There is no insurance claim {claim}, or it was taken back. Look it up in the list."
    ).format(claim=refusal.claim)


def claim_over_received(refusal: insurance.ClaimOverReceived, voice: Voice) -> str:
    return voice.tr(
        "Only {open} baht of insurance claim {claim} are open, less than the {asked} baht. "
        "Check the amount."
    ).format(open=voice.money(refusal.open), claim=refusal.claim, asked=voice.money(refusal.asked))


def claim_money_short(refusal: insurance.ClaimMoneyShort, voice: Voice) -> str:
    return voice.tr(
        "Only {held} baht of insurance claim {claim} were received and not paid out, less than "
        "the {asked} baht. Enter what the insurer paid first, or pay less."
    ).format(held=voice.money(refusal.held), claim=refusal.claim, asked=voice.money(refusal.asked))


def claim_moved_on(refusal: insurance.ClaimMovedOn, voice: Voice) -> str:
    return voice.tr(
        "Entry {entry} cannot be reversed: {moved} baht moved on insurance claim {claim} after it. "
        "Reverse the later entries of the claim first."
    ).format(entry=refusal.entry, moved=voice.money(refusal.moved), claim=refusal.claim)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    insurance.PolicyExists: policy_exists,
    insurance.UnknownPolicy: unknown_policy,
    insurance.PremiumBilledTwice: premium_billed_twice,
    insurance.LoanOfAnother: loan_of_another,
    insurance.ClaimExists: claim_exists,
    insurance.ClaimBeforeEvent: claim_before_event,
    insurance.UnknownClaim: unknown_claim,
    insurance.ClaimOverReceived: claim_over_received,
    insurance.ClaimMoneyShort: claim_money_short,
    insurance.ClaimMovedOn: claim_moved_on,
}
