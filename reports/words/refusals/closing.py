"""Sentences about closing, locking and reopening months."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from reports.words.labels import month_or_day
from reports.words.voice import Voice


def month_not_over(refusal: refusals.MonthNotOver, voice: Voice) -> str:
    return voice.tr(
        "{month} has not ended yet: today is {today}. Close it after its last day."
    ).format(month=month_or_day(refusal.month, voice), today=voice.day(refusal.today))


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


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.MonthNotOver: month_not_over,
    refusals.MonthClosed: month_closed,
    refusals.MonthNotClosed: month_not_closed,
    refusals.MonthLocked: month_locked,
}
