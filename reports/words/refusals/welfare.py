"""Sentences of the welfare fund: its members, its rules, claims and rounds of matching."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, welfare
from reports.words.benefit_reasons import named_reason
from reports.words.labels import quoted
from reports.words.voice import Voice
from reports.words.welfare_words import claim_state


def no_welfare_fund(_refusal: welfare.NoWelfareFund, voice: Voice) -> str:
    return voice.tr(
        "This book keeps no welfare fund yet. Set the fund up first, in the welfare area."
    )


def welfare_not_lent(refusal: welfare.WelfareNotLent, voice: Voice) -> str:
    return voice.tr(
        "Money of the welfare fund “{fund}” is not lent to members. Choose another fund, or allow "
        "it in the settings of the welfare fund if its rules do."
    ).format(fund=quoted(refusal.fund))


def product_no_contribution(refusal: welfare.ProductNoContribution, voice: Voice) -> str:
    return voice.tr(
        "{product} does not hold contributions of this fund. Choose a product whose money is a "
        "contribution in the same fund, or another code so that a new one is made."
    ).format(product=refusal.product)


def already_in_welfare_fund(refusal: welfare.AlreadyInWelfareFund, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has been in the welfare fund since {day}. Change the contribution "
        "instead, or let the membership end first."
    ).format(member=refusal.member, day=voice.day(refusal.since))


def not_in_welfare_fund(refusal: welfare.NotInWelfareFund, voice: Voice) -> str:
    return voice.tr(
        "Member {member} is not in the welfare fund on that day. Let the member join first."
    ).format(member=refusal.member)


def welfare_day_too_early(refusal: welfare.WelfareDayTooEarly, voice: Voice) -> str:
    return voice.tr(
        "{day} is too early here: it cannot be before {earliest}. Correct the day."
    ).format(day=voice.day(refusal.day), earliest=voice.day(refusal.earliest))


def admission_missing(refusal: welfare.AdmissionMissing, voice: Voice) -> str:
    return voice.tr(
        "Benefit {benefit} has a limit for each stay, so the claim must say when the stay began. "
        "Enter the day of admission, as the hospital's paper says, also where its first nights "
        "are not claimed."
    ).format(benefit=refusal.benefit)


def unknown_benefit(refusal: welfare.UnknownBenefit, voice: Voice) -> str:
    return voice.tr(
        "No benefit {benefit} is in force on {day}. Choose one from the list of benefits, "
        "or set its rule first."
    ).format(benefit=refusal.benefit, day=voice.day(refusal.day))


def benefit_of_nothing(refusal: welfare.BenefitOfNothing, voice: Voice) -> str:
    return voice.tr(
        "Benefit {benefit} has neither an amount nor a tier that pays something. Enter one."
    ).format(benefit=refusal.benefit)


def benefit_account_wrong(refusal: welfare.BenefitAccountWrong, voice: Voice) -> str:
    return voice.tr(
        "Account {account} takes no benefits. Choose an expense account that is neither a heading "
        "nor made up of cards."
    ).format(account=refusal.account)


def unknown_claim(refusal: welfare.UnknownClaim, voice: Voice) -> str:
    return voice.tr(
        "There is no claim {claim} on the welfare fund. Look it up in the list of claims."
    ).format(claim=refusal.claim)


def claim_state_wrong(refusal: welfare.ClaimStateWrong, voice: Voice) -> str:
    return voice.joined(
        lambda one: one.tr(
            "Claim {claim} cannot go this way now; it is {state}. Look at it in the list of claims."
        ).format(claim=refusal.claim, state=claim_state(refusal.state, one))
    )


def claim_not_payable(refusal: welfare.ClaimNotPayable, voice: Voice) -> str:
    reasons = " ".join(named_reason(text, voice) for text in refusal.reasons)
    return voice.tr(
        "Claim {claim} cannot be paid. {reasons} Correct what is wrong first, or reject or "
        "cancel the claim."
    ).format(claim=refusal.claim, reasons=reasons)


def approved_more_than_allowed(refusal: welfare.ApprovedMoreThanAllowed, voice: Voice) -> str:
    return voice.tr(
        "Claim {claim} comes to {asked}, but its rule allows only {allowed} now. Approve less, or "
        "cancel the claim and file it anew."
    ).format(
        claim=refusal.claim,
        asked=voice.money(refusal.asked),
        allowed=voice.money(refusal.allowed),
    )


def fund_money_too_low(refusal: welfare.FundMoneyTooLow, voice: Voice) -> str:
    return voice.tr(
        "Of the money there only {held} belongs to fund {fund}; {asked} would be paid. Pay from "
        "another place, move money of the fund there, or enter first what another fund lends it."
    ).format(
        fund=voice.name(refusal.name_th, refusal.name_en) or refusal.fund,
        held=voice.money(refusal.held),
        asked=voice.money(refusal.asked),
    )


def unknown_match_round(refusal: welfare.UnknownMatchRound, voice: Voice) -> str:
    return voice.tr(
        "There is no round {number} of matching. Look it up in the list of rounds."
    ).format(number=refusal.round)


def nobody_to_match(refusal: welfare.NobodyToMatch, voice: Voice) -> str:
    return voice.tr(
        "On {day} nobody had been in the fund for a full year within the rounds allowed, so there "
        "is nothing to ask for. Check the day."
    ).format(day=voice.day(refusal.day))


def match_granted_already(refusal: welfare.MatchGrantedAlready, voice: Voice) -> str:
    return voice.tr(
        "What was granted for round {number} is booked already. Reverse that entry first, if it "
        "is wrong."
    ).format(number=refusal.round)


def match_more_than_granted(refusal: welfare.MatchMoreThanGranted, voice: Voice) -> str:
    return voice.tr(
        "For round {number} only {open} of what was granted is still to come, but {asked} was "
        "entered. Check the amount and the round."
    ).format(number=refusal.round, open=voice.money(refusal.open), asked=voice.money(refusal.asked))


def match_less_than_received(refusal: welfare.MatchLessThanReceived, voice: Voice) -> str:
    return voice.tr(
        "{received} has come in for round {number} already, but only {asked} was entered as "
        "granted. Correct the amount, or reverse what was received by mistake first."
    ).format(
        number=refusal.round,
        received=voice.money(refusal.received),
        asked=voice.money(refusal.asked),
    )


def unknown_welfare_figure(refusal: welfare.UnknownWelfareFigure, voice: Voice) -> str:
    return voice.tr("The form has no figure {figure}. Use one of these: {known}.").format(
        figure=refusal.figure, known=refusal.known
    )


def welfare_figure_twice(refusal: welfare.WelfareFigureTwice, voice: Voice) -> str:
    return voice.tr("The figure {figure} is given twice. Put both into one line.").format(
        figure=refusal.figure
    )


def benefit_not_before(refusal: welfare.BenefitNotBefore, voice: Voice) -> str:
    return voice.tr(
        "Only benefits paid up to {last} are taken over; this one was paid on {day}. File a claim, "
        "decide on it and pay it in this book."
    ).format(last=voice.day(refusal.last), day=voice.day(refusal.day))


def benefit_carried_already(refusal: welfare.BenefitCarriedAlready, voice: Voice) -> str:
    return voice.tr(
        "Claim {claim} of member {member} on this benefit for {start} is in the book already. "
        "Cancel it first, if it is wrong."
    ).format(claim=refusal.claim, member=refusal.member, start=voice.day(refusal.start))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    welfare.NoWelfareFund: no_welfare_fund,
    welfare.WelfareNotLent: welfare_not_lent,
    welfare.ProductNoContribution: product_no_contribution,
    welfare.AlreadyInWelfareFund: already_in_welfare_fund,
    welfare.NotInWelfareFund: not_in_welfare_fund,
    welfare.WelfareDayTooEarly: welfare_day_too_early,
    welfare.UnknownBenefit: unknown_benefit,
    welfare.AdmissionMissing: admission_missing,
    welfare.BenefitOfNothing: benefit_of_nothing,
    welfare.BenefitAccountWrong: benefit_account_wrong,
    welfare.UnknownClaim: unknown_claim,
    welfare.ClaimStateWrong: claim_state_wrong,
    welfare.ClaimNotPayable: claim_not_payable,
    welfare.ApprovedMoreThanAllowed: approved_more_than_allowed,
    welfare.FundMoneyTooLow: fund_money_too_low,
    welfare.UnknownMatchRound: unknown_match_round,
    welfare.NobodyToMatch: nobody_to_match,
    welfare.MatchGrantedAlready: match_granted_already,
    welfare.MatchMoreThanGranted: match_more_than_granted,
    welfare.MatchLessThanReceived: match_less_than_received,
    welfare.UnknownWelfareFigure: unknown_welfare_figure,
    welfare.WelfareFigureTwice: welfare_figure_twice,
    welfare.BenefitNotBefore: benefit_not_before,
    welfare.BenefitCarriedAlready: benefit_carried_already,
}
