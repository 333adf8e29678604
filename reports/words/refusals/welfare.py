"""Sentences of the welfare fund: its members, its rules, claims and rounds of matching."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, welfare
from reports.words.voice import Voice


def no_welfare_fund(_refusal: welfare.NoWelfareFund, voice: Voice) -> str:
    return voice.tr(
        "This book keeps no welfare fund yet. Set the fund up first, in the welfare area."
    )


def product_no_contribution(refusal: welfare.ProductNoContribution, voice: Voice) -> str:
    return voice.tr(
        "{product} does not hold contributions of this fund. Choose a product whose money is a "
        "contribution in the same fund, or another code so that a new one is made."
    ).format(product=refusal.product)


def already_in_welfare_fund(refusal: welfare.AlreadyInWelfareFund, voice: Voice) -> str:
    return voice.tr(
        "Member {member} is in the welfare fund since {day} already. Change the contribution "
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


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    welfare.NoWelfareFund: no_welfare_fund,
    welfare.ProductNoContribution: product_no_contribution,
    welfare.AlreadyInWelfareFund: already_in_welfare_fund,
    welfare.NotInWelfareFund: not_in_welfare_fund,
    welfare.WelfareDayTooEarly: welfare_day_too_early,
}
