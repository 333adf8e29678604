"""Sentences about taking over the books on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal
from ledger.domain.refusals import carrying as refusals
from reports.words.labels import quoted
from reports.words.voice import Voice


def not_a_cell_rate(refusal: refusals.NotACellRate, voice: Voice) -> str:
    return voice.tr(
        "“{text}” is no yearly rate in percent. Type it with its percent sign, like 6% or 0.5%."
    ).format(text=quoted(refusal.text))


def not_a_cell_count(refusal: refusals.NotACellCount, voice: Voice) -> str:
    return voice.tr("“{text}” is no whole number. Type it in digits, like 24.").format(
        text=quoted(refusal.text)
    )


def parts_differ(refusal: refusals.PartsDiffer, voice: Voice) -> str:
    return voice.tr(
        "The total on paper is {paper}, but its parts make {parts}, and the difference is "
        "{difference}. Find out which is right and correct it."
    ).format(
        paper=voice.money(refusal.paper),
        parts=voice.money(refusal.parts),
        difference=voice.signed(refusal.difference),
    )


def account_named_otherwise(refusal: refusals.AccountNamedOtherwise, voice: Voice) -> str:
    return voice.tr(
        "Account {account} is called “{there}” in the book and “{here}” here. Decide which is "
        "right: to keep the book’s name, delete this row; to use this one, rename the account "
        "in the set-up first; another account needs another code."
    ).format(
        account=refusal.account,
        there=quoted(refusal.there),
        here=quoted(refusal.here),
    )


def nothing_left_of_loan(refusal: refusals.NothingLeftOfLoan, voice: Voice) -> str:
    return voice.tr(
        "The loan of {party} is repaid: {paid_out} were paid out and {repaid} came back. "
        "Leave it out, or correct what was repaid."
    ).format(
        party=quoted(refusal.party),
        paid_out=voice.money(refusal.paid_out),
        repaid=voice.money(refusal.repaid),
    )


def paid_out_above_approved(refusal: refusals.PaidOutAboveApproved, voice: Voice) -> str:
    return voice.tr(
        "The loan of {party} was approved for {approved}, but {paid_out} were paid out. "
        "Correct one of the two."
    ).format(
        party=quoted(refusal.party),
        approved=voice.money(refusal.approved),
        paid_out=voice.money(refusal.paid_out),
    )


def late_above_owed(refusal: refusals.LateAboveOwed, voice: Voice) -> str:
    return voice.tr(
        "The loan of {party} owes {owed}, so {late} of principal cannot be late. "
        "Correct what is late or what was repaid."
    ).format(
        party=quoted(refusal.party),
        owed=voice.money(refusal.owed),
        late=voice.money(refusal.late),
    )


def late_day_missing(refusal: refusals.LateDayMissing, voice: Voice) -> str:
    return voice.tr(
        "The loan of {party} is late, but no day says since when. "
        "Fill in the due day of the oldest instalment that was not paid."
    ).format(party=quoted(refusal.party))


def day_not_in_order(refusal: refusals.DayNotInOrder, voice: Voice) -> str:
    return voice.tr(
        "Where it says {party}, {day} must not lie before {other}. Correct the days."
    ).format(
        party=quoted(refusal.party), day=voice.day(refusal.day), other=voice.day(refusal.other)
    )


def rest_not_planned(refusal: refusals.RestNotPlanned, voice: Voice) -> str:
    return voice.tr(
        "Of the loan of {party}, {left} are not yet due, but no next due day is given. "
        "Fill in the next due day and the number of instalments left."
    ).format(party=quoted(refusal.party), left=voice.money(refusal.left))


def both_sides_filled(refusal: refusals.BothSidesFilled, voice: Voice) -> str:
    return voice.tr(
        "Account {account} has {debit} as debit and {credit} as credit. Keep the balance alone, "
        "on one side."
    ).format(
        account=quoted(refusal.account),
        debit=voice.money(refusal.debit),
        credit=voice.money(refusal.credit),
    )


def source_not_found(refusal: refusals.SourceNotFound, voice: Voice) -> str:
    return voice.tr(
        "No loan received has the contract number “{contract_number}”. "
        "Enter the lender’s contract first, or leave this empty."
    ).format(contract_number=quoted(refusal.contract_number))


def carried_already(refusal: refusals.CarriedAlready, voice: Voice) -> str:
    return voice.tr(
        "“{what}” was taken over already with {amount} by entry {entry}. "
        "Leave it out, or take the earlier import back first."
    ).format(what=quoted(refusal.what), amount=voice.signed(refusal.amount), entry=refusal.entry)


def no_such_carrying(refusal: refusals.NoSuchCarrying, voice: Voice) -> str:
    if refusal.carrying == 0:
        return voice.tr("Nothing was taken over from books on paper yet.")
    return voice.tr(
        "Nothing was taken over under the number {carrying}. Look it up in the list of imports."
    ).format(carrying=refusal.carrying)


def taken_back_already(refusal: refusals.TakenBackAlready, voice: Voice) -> str:
    return voice.tr(
        "Import {carrying} was taken back on {day}. Correct the workbook and import it again."
    ).format(carrying=refusal.carrying, day=voice.day(refusal.day))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    refusals.AccountNamedOtherwise: account_named_otherwise,
    refusals.CarriedAlready: carried_already,
    refusals.DayNotInOrder: day_not_in_order,
    refusals.LateAboveOwed: late_above_owed,
    refusals.LateDayMissing: late_day_missing,
    refusals.NotACellCount: not_a_cell_count,
    refusals.NotACellRate: not_a_cell_rate,
    refusals.NoSuchCarrying: no_such_carrying,
    refusals.NothingLeftOfLoan: nothing_left_of_loan,
    refusals.PaidOutAboveApproved: paid_out_above_approved,
    refusals.PartsDiffer: parts_differ,
    refusals.RestNotPlanned: rest_not_planned,
    refusals.BothSidesFilled: both_sides_filled,
    refusals.SourceNotFound: source_not_found,
    refusals.TakenBackAlready: taken_back_already,
}
