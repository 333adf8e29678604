"""Sentences about entries and the days and months they belong to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.refusals.entering import (
    BankTooLow,
    MoneyBothWays,
    OneSideOnly,
    SumTooLarge,
)
from reports.words.labels import month_or_day
from reports.words.voice import Voice


def sum_too_large(refusal: SumTooLarge, voice: Voice) -> str:
    return voice.tr(
        "With these amounts a total or a balance would be above {most} baht, more than a book "
        "holds. Check the amounts."
    ).format(most=voice.money(refusal.most))


def unbalanced(refusal: refusals.Unbalanced, voice: Voice) -> str:
    if refusal.fund == GENERAL_FUND:
        # Most books have no other fund, and nobody typed this one's code.
        said = voice.tr(
            "Debit is {debit} and credit is {credit}: they differ by {difference}. "
            "An entry is saved only when both are equal."
        )
    else:
        said = voice.tr(
            "In fund {fund} debit is {debit} and credit is {credit}: they differ by {difference}. "
            "An entry is saved only when both are equal."
        )
    return said.format(
        fund=refusal.fund,
        debit=voice.money(refusal.debit),
        credit=voice.money(refusal.credit),
        difference=voice.money(abs(refusal.debit - refusal.credit)),
    )


def too_few_lines(refusal: refusals.TooFewLines, voice: Voice) -> str:
    return voice.tr(
        "An entry needs at least two lines, one debit and one credit; this one has {lines}. "
        "Add the missing line."
    ).format(lines=voice.number(refusal.lines))


def one_side_only(refusal: OneSideOnly, voice: Voice) -> str:
    return voice.tr(
        "The line of account {account} needs an amount on one side, debit or credit. "
        "Fill in one of them and leave the other empty."
    ).format(account=refusal.account)


def money_both_ways(refusal: MoneyBothWays, voice: Voice) -> str:
    return voice.tr(
        "This entry takes {came} into account {account} and {went} out of it, so neither has a "
        "voucher of its own. Enter what came in and what went out one after the other."
    ).format(
        came=voice.money(refusal.came), account=refusal.account, went=voice.money(refusal.went)
    )


def future_day(refusal: refusals.FutureDay, voice: Voice) -> str:
    return voice.tr(
        "{day} has not come yet: today is {today}. Enter the day on which it happened."
    ).format(day=voice.day(refusal.day), today=voice.day(refusal.today))


def before_start(refusal: refusals.BeforeStart, voice: Voice) -> str:
    return voice.tr(
        "{day} lies before the first day of this book, {starts_on}. "
        "What happened earlier belongs in the balances brought forward."
    ).format(day=voice.day(refusal.day), starts_on=voice.day(refusal.starts_on))


def period_closed(refusal: refusals.PeriodClosed, voice: Voice) -> str:
    return voice.tr(
        "{day} cannot be used, because the book is closed up to {month}. "
        "Enter it on a day in an open month and write the real day in the note."
    ).format(day=voice.day(refusal.day), month=month_or_day(refusal.closed_through, voice))


def period_locked(refusal: refusals.PeriodLocked, voice: Voice) -> str:
    return voice.tr(
        "{day} cannot be used, because the book is locked up to {month} for good. "
        "Enter it on a day in an open month and write the real day in the note."
    ).format(day=voice.day(refusal.day), month=month_or_day(refusal.locked_through, voice))


def unknown_entry(refusal: refusals.UnknownEntry, voice: Voice) -> str:
    return voice.tr(
        "There is no entry {entry} in this book. Look up its number in the journal."
    ).format(entry=refusal.entry)


def already_reversed(refusal: refusals.AlreadyReversed, voice: Voice) -> str:
    return voice.tr(
        "Entry {entry} was reversed before, by entry {by}. An entry is reversed only once."
    ).format(entry=refusal.entry, by=refusal.by)


def reversal_of_reversal(refusal: refusals.ReversalOfReversal, voice: Voice) -> str:
    return voice.tr(
        "Entry {entry} is itself a reversal and is not reversed again. "
        "Enter what really happened as a new entry."
    ).format(entry=refusal.entry)


def cash_too_low(refusal: refusals.CashTooLow, voice: Voice) -> str:
    return voice.tr(
        "On {day} there is only {held} of cash in hand, so {asked} cannot be paid. "
        "Check the day and the amount, or enter first what was received."
    ).format(
        day=voice.day(refusal.day),
        held=voice.money(refusal.held),
        asked=voice.money(refusal.asked),
    )


def bank_too_low(refusal: BankTooLow, voice: Voice) -> str:
    return voice.tr(
        "On {day} bank account {bank} holds only {held}, so {asked} cannot leave it. Enter first "
        "what came in; what the bank lends beyond that is money received from bank overdrafts."
    ).format(
        day=voice.day(refusal.day),
        bank=refusal.bank,
        held=voice.money(refusal.held),
        asked=voice.money(refusal.asked),
    )


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    SumTooLarge: sum_too_large,
    refusals.Unbalanced: unbalanced,
    refusals.TooFewLines: too_few_lines,
    OneSideOnly: one_side_only,
    MoneyBothWays: money_both_ways,
    refusals.FutureDay: future_day,
    refusals.BeforeStart: before_start,
    refusals.PeriodClosed: period_closed,
    refusals.PeriodLocked: period_locked,
    refusals.UnknownEntry: unknown_entry,
    refusals.AlreadyReversed: already_reversed,
    refusals.ReversalOfReversal: reversal_of_reversal,
    refusals.CashTooLow: cash_too_low,
    BankTooLow: bank_too_low,
}
