"""Sentences in the life of a loan: applications, limits, moratoria, security and recovery."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, loan_life
from reports.words.fields import field_name
from reports.words.voice import Voice


def unknown_loan_application(refusal: loan_life.UnknownLoanApplication, voice: Voice) -> str:
    return voice.tr(
        "There is no loan application {application} in this book. Look it up in the list of "
        "applications."
    ).format(application=refusal.application)


def loan_application_decided(refusal: loan_life.LoanApplicationDecided, voice: Voice) -> str:
    return voice.tr(
        "The committee has decided on loan application {application} already. Enter a new "
        "application instead."
    ).format(application=refusal.application)


def loan_application_used(refusal: loan_life.LoanApplicationUsed, voice: Voice) -> str:
    return voice.tr(
        "Loan application {application} has its contract already, card {card}. Open that loan."
    ).format(application=refusal.application, card=refusal.card)


def loan_not_approved(refusal: loan_life.LoanNotApproved, voice: Voice) -> str:
    return voice.tr(
        "Loan application {application} was not approved by the committee, so there is no "
        "contract yet. Enter the decision first."
    ).format(application=refusal.application)


def contract_unlike_application(refusal: loan_life.ContractUnlikeApplication, voice: Voice) -> str:
    return voice.tr(
        "“{field}” is not what the committee approved for application {application}. Enter it "
        "as approved, or ask the committee again."
    ).format(field=field_name(refusal.field, voice), application=refusal.application)


def decided_before_asked(refusal: loan_life.DecidedBeforeAsked, voice: Voice) -> str:
    return voice.tr(
        "On loan application {application} the step before this one is of {before}, so {day} is "
        "too early. Choose a later day."
    ).format(
        application=refusal.application,
        before=voice.day(refusal.before),
        day=voice.day(refusal.day),
    )


def granted_too_much(refusal: loan_life.GrantedTooMuch, voice: Voice) -> str:
    return voice.tr(
        "The member asked for {asked}, and {granted} were granted. Grant at most what was "
        "asked for."
    ).format(asked=voice.money(refusal.asked), granted=voice.money(refusal.granted))


def above_loan_limit(refusal: loan_life.AboveLoanLimit, voice: Voice) -> str:
    return voice.tr(
        "Member {member} may owe {limit} of this type of loan and owes {owed} now, so {asked} "
        "more is too much. Lend less, or wait until there are more savings or shares."
    ).format(
        member=refusal.member,
        limit=voice.money(refusal.limit),
        owed=voice.money(refusal.owed),
        asked=voice.money(refusal.asked),
    )


def too_many_loans(refusal: loan_life.TooManyLoans, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has {running} loans of this type, and {most} are allowed. Let one be "
        "settled first."
    ).format(
        member=refusal.member,
        running=voice.number(refusal.running),
        most=voice.number(refusal.most),
    )


def too_many_missed(refusal: loan_life.TooManyMissed, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has missed {missed} instalments, and with more than {most} there is "
        "no new loan. Receive what is late first."
    ).format(
        member=refusal.member, missed=voice.number(refusal.missed), most=voice.number(refusal.most)
    )


def loan_forbidden(refusal: loan_life.LoanForbidden, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has missed {missed} instalments and by the rules of this cooperative gets "
        "no new loan up to {day}. Enter the loan after that day, or let it clear the loan that "
        "was missed."
    ).format(
        member=refusal.member, missed=voice.number(refusal.missed), day=voice.day(refusal.until)
    )


def savings_first(refusal: loan_life.SavingsFirst, voice: Voice) -> str:
    return voice.tr(
        "For this loan {needed} has to be saved first, {part} % of it, and member {member} "
        "has {held} free. Receive the savings first."
    ).format(
        needed=voice.money(refusal.needed),
        part=voice.percent(refusal.part),
        member=refusal.member,
        held=voice.money(refusal.held),
    )


def too_few_guarantors(refusal: loan_life.TooFewGuarantors, voice: Voice) -> str:
    return voice.tr(
        "This type of loan needs {least} guarantors, and {given} are named. Name more members."
    ).format(least=voice.number(refusal.least), given=voice.number(refusal.given))


def too_many_guarantees(refusal: loan_life.TooManyGuarantees, voice: Voice) -> str:
    return voice.tr(
        "Member {member} stands for {running} loans already, and {most} are allowed. Choose "
        "another guarantor."
    ).format(
        member=refusal.member,
        running=voice.number(refusal.running),
        most=voice.number(refusal.most),
    )


def moratorium_empty(_refusal: loan_life.MoratoriumEmpty, voice: Voice) -> str:
    return voice.tr("No loan is named for the moratorium. Choose the loans that shall rest.")


def moratorium_ends_before(refusal: loan_life.MoratoriumEndsBefore, voice: Voice) -> str:
    return voice.tr(
        "The moratorium would end on {end}, before it begins on {start}. Correct one of the days."
    ).format(end=voice.day(refusal.end), start=voice.day(refusal.start))


def moratorium_overlaps(refusal: loan_life.MoratoriumOverlaps, voice: Voice) -> str:
    return voice.tr(
        "The loan with card {card} rests already from {start} to {end}. Choose days after that."
    ).format(card=refusal.card, start=voice.day(refusal.start), end=voice.day(refusal.end))


def not_a_guarantor(refusal: loan_life.NotAGuarantor, voice: Voice) -> str:
    return voice.tr(
        "Member {member} does not stand for the loan with card {card}. Look up its guarantors."
    ).format(member=refusal.member, card=refusal.card)


def guarantor_already(refusal: loan_life.GuarantorAlready, voice: Voice) -> str:
    return voice.tr(
        "Member {member} stands for the loan with card {card} already. Choose somebody else."
    ).format(member=refusal.member, card=refusal.card)


def still_guarantor(refusal: loan_life.StillGuarantor, voice: Voice) -> str:
    return voice.tr(
        "Member {member} stands for the loans with cards {cards} and has to find another "
        "guarantor first. Enter the replacement, then the leaving."
    ).format(member=refusal.member, cards=", ".join(map(str, refusal.cards)))


def member_owes_loans(refusal: loan_life.MemberOwesLoans, voice: Voice) -> str:
    return voice.tr(
        "Member {member} still owes {owed} on loan {cards}. Receive the rest, transfer the loan "
        "to an heir or a guarantor, or write it off; then end the membership."
    ).format(
        member=refusal.member,
        owed=voice.money(refusal.owed),
        cards=", ".join(map(str, refusal.cards)),
    )


def same_borrower(refusal: loan_life.SameBorrower, voice: Voice) -> str:
    return voice.tr(
        "The loan with card {card} is member {member}'s already. Choose who takes it over."
    ).format(card=refusal.card, member=refusal.member)


def not_written_off(refusal: loan_life.NotWrittenOff, voice: Voice) -> str:
    return voice.tr(
        "The loan with card {card} was not written off, so a payment on it is an instalment. "
        "Receive it as one."
    ).format(card=refusal.card)


def recovered_too_much(refusal: loan_life.RecoveredTooMuch, voice: Voice) -> str:
    return voice.tr(
        "Of the loan with card {card}, {left} of what was written off is still open, and "
        "{asked} was entered. Enter at most that."
    ).format(card=refusal.card, left=voice.money(refusal.left), asked=voice.money(refusal.asked))


def unknown_collateral(refusal: loan_life.UnknownCollateral, voice: Voice) -> str:
    return voice.tr(
        "The loan with card {card} has no collateral {number}. Look up what was pledged for it."
    ).format(card=refusal.card, number=refusal.number)


def collateral_released(refusal: loan_life.CollateralReleased, voice: Voice) -> str:
    return voice.tr(
        "Collateral {number} of the loan with card {card} was given back already. Nothing "
        "needs to be done."
    ).format(number=refusal.number, card=refusal.card)


def clears_too_much(refusal: loan_life.ClearsTooMuch, voice: Voice) -> str:
    return voice.tr(
        "To clear the old loans {needed} is needed, and only {paid_out} is paid out. Pay out "
        "more, or clear fewer loans."
    ).format(needed=voice.money(refusal.needed), paid_out=voice.money(refusal.paid_out))


def clears_another(refusal: loan_life.ClearsAnother, voice: Voice) -> str:
    return voice.tr(
        "The loan with card {card} is not a loan of member {member}, so it cannot be cleared "
        "with this one. Choose the member's own loans."
    ).format(card=refusal.card, member=refusal.member)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    loan_life.UnknownLoanApplication: unknown_loan_application,
    loan_life.LoanApplicationDecided: loan_application_decided,
    loan_life.LoanApplicationUsed: loan_application_used,
    loan_life.LoanNotApproved: loan_not_approved,
    loan_life.ContractUnlikeApplication: contract_unlike_application,
    loan_life.DecidedBeforeAsked: decided_before_asked,
    loan_life.GrantedTooMuch: granted_too_much,
    loan_life.AboveLoanLimit: above_loan_limit,
    loan_life.TooManyLoans: too_many_loans,
    loan_life.TooManyMissed: too_many_missed,
    loan_life.LoanForbidden: loan_forbidden,
    loan_life.SavingsFirst: savings_first,
    loan_life.TooFewGuarantors: too_few_guarantors,
    loan_life.TooManyGuarantees: too_many_guarantees,
    loan_life.MoratoriumEmpty: moratorium_empty,
    loan_life.MoratoriumEndsBefore: moratorium_ends_before,
    loan_life.MoratoriumOverlaps: moratorium_overlaps,
    loan_life.NotAGuarantor: not_a_guarantor,
    loan_life.GuarantorAlready: guarantor_already,
    loan_life.StillGuarantor: still_guarantor,
    loan_life.MemberOwesLoans: member_owes_loans,
    loan_life.SameBorrower: same_borrower,
    loan_life.NotWrittenOff: not_written_off,
    loan_life.RecoveredTooMuch: recovered_too_much,
    loan_life.UnknownCollateral: unknown_collateral,
    loan_life.CollateralReleased: collateral_released,
    loan_life.ClearsTooMuch: clears_too_much,
    loan_life.ClearsAnother: clears_another,
}
