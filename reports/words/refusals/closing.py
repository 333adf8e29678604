"""Sentences about closing, locking and reopening months."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.refusals import closing as year
from reports.words.labels import month_or_day
from reports.words.voice import Voice


def month_not_over(refusal: refusals.MonthNotOver, voice: Voice) -> str:
    return voice.tr(
        "{month} has not ended yet: today is {today}. Close it after its last day."
    ).format(month=month_or_day(refusal.month, voice), today=voice.day(refusal.today))


def month_before_book(refusal: year.MonthBeforeBook, voice: Voice) -> str:
    return voice.tr(
        "This book begins on {starts_on}; {month} was over by then. Choose a month of this book: "
        "what was before lies in the balances brought forward."
    ).format(starts_on=voice.day(refusal.starts_on), month=month_or_day(refusal.month, voice))


def month_closed(refusal: refusals.MonthClosed, voice: Voice) -> str:
    return voice.tr(
        "{month} is closed already. Enter a correction in a month that is open."
    ).format(month=month_or_day(refusal.month, voice))


def month_not_closed(refusal: refusals.MonthNotClosed, voice: Voice) -> str:
    return voice.tr("{month} is still open, so this cannot be done yet. Close it first.").format(
        month=month_or_day(refusal.month, voice)
    )


def month_locked(refusal: refusals.MonthLocked, voice: Voice) -> str:
    return voice.tr(
        "{month} is locked and stays so. Enter a correction in a month that is open."
    ).format(month=month_or_day(refusal.month, voice))


def locked_by_closer(refusal: year.LockedByCloser, voice: Voice) -> str:
    return voice.tr(
        "{user} closed {month} and may not lock it, too. Let a second person check and lock it."
    ).format(user=refusal.user, month=month_or_day(refusal.month, voice))


def sheet_waiting(refusal: year.SheetWaiting, voice: Voice) -> str:
    return voice.tr(
        "A collection sheet of {day} was typed and never booked ({lines} lines). Close that sheet "
        "or clear it, then close {month}."
    ).format(
        day=voice.day(refusal.day),
        lines=voice.number(refusal.lines),
        month=month_or_day(refusal.month, voice),
    )


def no_loss(refusal: year.NoLoss, voice: Voice) -> str:
    return voice.tr(
        "The result of the fiscal year {year} is {surplus}: there is no loss to cover. Allocate "
        "the surplus instead."
    ).format(year=voice.year(refusal.year), surplus=voice.signed(refusal.surplus))


def draw_too_high(refusal: year.DrawTooHigh, voice: Voice) -> str:
    return voice.tr(
        "{drawn} cannot be drawn from the dividend-equalisation fund: it holds {held}, and it is "
        "only for topping up the dividend, which is {dividend}. Draw no more than both."
    ).format(
        drawn=voice.signed(refusal.drawn),
        held=voice.signed(refusal.held),
        dividend=voice.money(refusal.dividend),
    )


def year_not_allocated(refusal: year.YearNotAllocated, voice: Voice) -> str:
    return voice.tr(
        "No meeting has allocated the surplus of the fiscal year {year} yet. Book the resolution "
        "first."
    ).format(year=voice.year(refusal.year))


def due_not_yet(refusal: year.DueNotYet, voice: Voice) -> str:
    return voice.tr(
        "The surplus of the fiscal year {year} was allocated on {allocated}, so nothing of it is "
        "paid on {on}. Choose that day or a later one."
    ).format(
        year=voice.year(refusal.year),
        allocated=voice.day(refusal.allocated),
        on=voice.day(refusal.on),
    )


def nothing_unpaid(refusal: year.NothingUnpaid, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has nothing unpaid of the fiscal year {year}. See the dividend register."
    ).format(member=voice.digits(refusal.member), year=voice.year(refusal.year))


def no_account_for_due(refusal: year.NoAccountForDue, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has no open account of {product}. Open one, or pay in cash or from a bank."
    ).format(member=voice.digits(refusal.member), product=refusal.product)


def dues_paid(refusal: year.DuesPaid, voice: Voice) -> str:
    return voice.tr(
        "By the allocation of the fiscal year {year} (entry {entry}) {members} members were paid. "
        "Reverse their payments first."
    ).format(
        year=voice.year(refusal.year),
        entry=voice.digits(str(refusal.entry)),
        members=voice.number(refusal.members),
    )


def reserve_below_law(refusal: year.ReserveBelowLaw, voice: Voice) -> str:
    return voice.tr(
        "A registered cooperative gives at least {least} of its surplus to the reserve "
        "(Cooperative Act, section 60), but the rule says {part}. Set it to {least} or more."
    ).format(least=voice.percent(refusal.least), part=voice.percent(refusal.part))


def year_not_over(refusal: year.YearNotOver, voice: Voice) -> str:
    return voice.tr(
        "The fiscal year {year} ends on {last}, and today is {today}. Close it after its last day."
    ).format(
        year=voice.year(refusal.year),
        last=voice.day(refusal.last),
        today=voice.day(refusal.today),
    )


def year_closed(refusal: year.YearClosed, voice: Voice) -> str:
    return voice.tr(
        "The fiscal year {year} is closed. Open the year again first, with a reason, as long as no "
        "meeting has allocated its surplus."
    ).format(year=voice.year(refusal.year))


def year_not_closed(refusal: year.YearNotClosed, voice: Voice) -> str:
    return voice.tr(
        "The fiscal year {year} is not closed, so its surplus is not known yet. Close the year "
        "first."
    ).format(year=voice.year(refusal.year))


def year_allocated(refusal: year.YearAllocated, voice: Voice) -> str:
    return voice.tr(
        "The surplus of the fiscal year {year} was allocated by resolution (sheet {sheet}). "
        "Reverse the entry of that allocation first."
    ).format(year=voice.year(refusal.year), sheet=voice.number(refusal.allocation))


def year_closing_entry(refusal: year.YearClosingEntry, voice: Voice) -> str:
    return voice.tr(
        "Entry {entry} closed the fiscal year {year} and is not reversed by itself. Open the year "
        "again, with a reason."
    ).format(entry=voice.number(refusal.entry), year=voice.year(refusal.year))


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.MonthNotOver: month_not_over,
    year.MonthBeforeBook: month_before_book,
    refusals.MonthClosed: month_closed,
    refusals.MonthNotClosed: month_not_closed,
    refusals.MonthLocked: month_locked,
    year.LockedByCloser: locked_by_closer,
    year.SheetWaiting: sheet_waiting,
    year.DueNotYet: due_not_yet,
    year.DuesPaid: dues_paid,
    year.NoAccountForDue: no_account_for_due,
    year.NothingUnpaid: nothing_unpaid,
    year.NoLoss: no_loss,
    year.DrawTooHigh: draw_too_high,
    year.YearNotAllocated: year_not_allocated,
    year.ReserveBelowLaw: reserve_below_law,
    year.YearNotOver: year_not_over,
    year.YearClosed: year_closed,
    year.YearNotClosed: year_not_closed,
    year.YearAllocated: year_allocated,
    year.YearClosingEntry: year_closing_entry,
}
