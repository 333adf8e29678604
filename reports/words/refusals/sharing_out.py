"""Sentences about the share-out at the end of a cycle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import sharing_out
from reports.words.voice import Voice


def still_held(refusal: sharing_out.StillHeld, voice: Voice) -> str:
    return voice.tr(
        "Account {account} still holds {amount}. Before a share-out loans are repaid, debts are "
        "paid, and all money lies in one place: settle this account first."
    ).format(account=voice.digits(refusal.account), amount=voice.money(refusal.amount))


def moved_afterwards(refusal: sharing_out.MovedAfterwards, voice: Voice) -> str:
    return voice.tr(
        "Account {account} has moved after {on}. Share out on a day after everything else."
    ).format(account=voice.digits(refusal.account), on=voice.day(refusal.on))


def unknown_share_out(refusal: sharing_out.UnknownShareOut, voice: Voice) -> str:
    return voice.tr(
        "No cycle with number {number} was shared out. Leave the number out to see them all."
    ).format(number=voice.number(refusal.number))


SENTENCES: dict[type, Callable[[Any, Voice], str]] = {
    sharing_out.StillHeld: still_held,
    sharing_out.UnknownShareOut: unknown_share_out,
    sharing_out.MovedAfterwards: moved_afterwards,
}
