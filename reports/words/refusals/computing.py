"""Sentences about the limits of calculations: interest, dividend, allocation of the surplus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import dividend, interest, limits, surplus
from ledger.domain.refusals import Refusal
from reports.words.fields import field_name
from reports.words.labels import quoted, surplus_use
from reports.words.voice import N_, Voice


def count_out_of_range(refusal: limits.CountOutOfRange, voice: Voice) -> str:
    return voice.tr(
        "“{field}” has to lie between {least} and {most}, but {count} was entered."
    ).format(
        field=field_name(refusal.field, voice),
        least=voice.number(refusal.least),
        most=voice.number(refusal.most),
        count=voice.number(refusal.count),
    )


def amount_out_of_range(refusal: limits.AmountOutOfRange, voice: Voice) -> str:
    return voice.tr("“{field}” has to be at least {least}, but {amount} was entered.").format(
        field=field_name(refusal.field, voice),
        least=voice.money(refusal.least),
        amount=voice.money(refusal.amount),
    )


def rate_out_of_range(refusal: limits.RateOutOfRange, voice: Voice) -> str:
    return voice.tr(
        "“{field}” has to lie between 0% and {highest} a year, but {rate} was entered."
    ).format(
        field=field_name(refusal.field, voice),
        highest=voice.percent(refusal.highest),
        rate=voice.percent(refusal.rate),
    )


def period_ends_before_start(refusal: limits.PeriodEndsBeforeStart, voice: Voice) -> str:
    return voice.tr(
        "The period would end on {end}, before it starts on {start}. Exchange or correct the days."
    ).format(end=voice.day(refusal.end), start=voice.day(refusal.start))


def balance_below_zero(refusal: interest.BalanceBelowZero, voice: Voice) -> str:
    return voice.tr(
        "On {day} the movements leave a balance of {balance}, which is below zero. "
        "Check the movements up to that day."
    ).format(day=voice.day(refusal.day), balance=voice.money(refusal.balance))


def share_movement_outside_year(refusal: dividend.ShareMovementOutsideYear, voice: Voice) -> str:
    return voice.tr(
        "The movement of shares on {day} lies outside the fiscal year from {start} to {end}. "
        "Take it out, or put earlier ones into the opening shares."
    ).format(day=voice.day(refusal.day), start=voice.day(refusal.start), end=voice.day(refusal.end))


def shares_below_zero(refusal: dividend.SharesBelowZero, voice: Voice) -> str:
    return voice.tr(
        "On {day} more shares would be returned than are held: {held}. "
        "Check the movements up to that day."
    ).format(day=voice.day(refusal.day), held=voice.money(refusal.held))


def no_surplus(refusal: surplus.NoSurplus, voice: Voice) -> str:
    return voice.tr(
        "The year's result is {surplus}, so there is nothing to allocate. "
        "Only a surplus above zero can be allocated; a loss is taken from the reserve."
    ).format(surplus=voice.money(refusal.surplus))


def allocation_exceeds_surplus(refusal: surplus.AllocationExceedsSurplus, voice: Voice) -> str:
    return voice.tr(
        "The proposal takes {lines}, but the surplus is only {surplus}. Lower some of its lines."
    ).format(lines=voice.money(refusal.lines), surplus=voice.money(refusal.surplus))


_TESTS = {
    surplus.LegalTest.ADDS_UP: N_(
        "The allocation adds up to {found}, but the surplus is {limit} ({use}). Correct its lines."
    ),
    surplus.LegalTest.RESERVE: N_(
        "“{use}” would get {found}, but the law asks for at least {limit}. "
        "Lower the other lines of the proposal."
    ),
    surplus.LegalTest.LEAGUE: N_(
        "“{use}” has to be {limit}, but the proposal has {found}. Correct this line."
    ),
    surplus.LegalTest.DIVIDEND_RATE: N_(
        "“{use}” would get {found}, more than the highest rate allows, which is {limit}. "
        "Lower this line."
    ),
    surplus.LegalTest.CEILING: N_(
        "“{use}” would get {found}, but at most {limit} is allowed. Lower this line."
    ),
}


def allocation_unlawful(refusal: surplus.AllocationUnlawful, voice: Voice) -> str:
    return voice.tr(_TESTS[refusal.test]).format(
        use=surplus_use(refusal.use.value, voice),
        found=voice.money(refusal.found),
        limit=voice.money(refusal.limit),
    )


def bad_proposal_line(refusal: surplus.BadProposalLine, voice: Voice) -> str:
    if not refusal.title.strip():
        return voice.tr(
            "The line “{use}” needs either an amount or a part of the surplus, not below zero. The "
            "reserve fund gets what is left and is never entered; nor are the dividend and the "
            "refund, which come from the members' rates."
        ).format(use=surplus_use(refusal.use.value, voice))
    return voice.tr(
        "The line “{use}” ({name}) needs either an amount or a part of the surplus, not below "
        "zero. The reserve fund gets what is left and is never entered."
    ).format(use=surplus_use(refusal.use.value, voice), name=quoted(refusal.title))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    limits.CountOutOfRange: count_out_of_range,
    limits.AmountOutOfRange: amount_out_of_range,
    limits.RateOutOfRange: rate_out_of_range,
    limits.PeriodEndsBeforeStart: period_ends_before_start,
    interest.BalanceBelowZero: balance_below_zero,
    dividend.ShareMovementOutsideYear: share_movement_outside_year,
    dividend.SharesBelowZero: shares_below_zero,
    surplus.NoSurplus: no_surplus,
    surplus.AllocationExceedsSurplus: allocation_exceeds_surplus,
    surplus.AllocationUnlawful: allocation_unlawful,
    surplus.BadProposalLine: bad_proposal_line,
}
