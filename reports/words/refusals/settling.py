"""Sentences about settling with a member who leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, settling
from reports.words.voice import Voice


def left_after_settling(refusal: settling.LeftAfterSettling, voice: Voice) -> str:
    return voice.tr(
        "The membership ends on {left}, after the day of settling, {on}. Settle on the day on "
        "which it ends, or later."
    ).format(left=voice.day(refusal.left), on=voice.day(refusal.on))


def moved_since(refusal: settling.MovedSince, voice: Voice) -> str:
    return voice.tr(
        "Something was booked for member {member} on {last}, after the day of settling, {on}. "
        "Settle on {last} or later."
    ).format(
        member=voice.digits(refusal.member),
        last=voice.day(refusal.last),
        on=voice.day(refusal.on),
    )


def still_owes(refusal: settling.StillOwes, voice: Voice) -> str:
    return voice.tr(
        "Member {member} owes {short} baht more than shares and savings give, so she cannot "
        "resign. Let her pay it first, or transfer the loan to somebody else."
    ).format(member=voice.digits(refusal.member), short=voice.money(refusal.short))


def payee_missing(refusal: settling.PayeeMissing, voice: Voice) -> str:
    return voice.tr(
        "{payable} baht are left for member {member}, who died, and no beneficiary is known. Say "
        "who receives the money."
    ).format(payable=voice.money(refusal.payable), member=voice.digits(refusal.member))


def not_settled(refusal: settling.NotSettled, voice: Voice) -> str:
    return voice.tr(
        "No settlement with member {member} stands, so there is none to take back. Look at the "
        "member number."
    ).format(member=voice.digits(refusal.member))


def still_holds_plot(refusal: settling.StillHoldsPlot, voice: Voice) -> str:
    return voice.tr(
        "Member {member} still holds land: {plots}. Transfer it to an heir, to another member or "
        "back to the cooperative first."
    ).format(member=voice.digits(refusal.member), plots=", ".join(refusal.plots))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    settling.LeftAfterSettling: left_after_settling,
    settling.MovedSince: moved_since,
    settling.StillOwes: still_owes,
    settling.PayeeMissing: payee_missing,
    settling.NotSettled: not_settled,
    settling.StillHoldsPlot: still_holds_plot,
}
