"""Sentences about the consents of members."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.consents import ConsentTo
from ledger.domain.refusals import Refusal, consents
from reports.words.choices import choice_name
from reports.words.voice import Voice


def photo_without(refusal: consents.PhotoWithoutConsent, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has not consented to a photo yet. Let her sign the consent form, and "
        "record its number with the photo."
    ).format(member=voice.digits(refusal.member))


def already(refusal: consents.AlreadyConsented, voice: Voice) -> str:
    return voice.tr(
        "The consent of member {member} is recorded since {day}: {what}. Leave it, or take it back "
        "first if she signs another one."
    ).format(
        member=voice.digits(refusal.member),
        day=voice.day(refusal.on),
        what=choice_name(ConsentTo(refusal.covers), voice),
    )


def nothing_to_take_back(refusal: consents.NoConsent, voice: Voice) -> str:
    return voice.tr(
        "No consent of member {member} is in force: {what}. There is nothing to take back."
    ).format(
        member=voice.digits(refusal.member), what=choice_name(ConsentTo(refusal.covers), voice)
    )


def too_early(refusal: consents.ConsentTooEarly, voice: Voice) -> str:
    return voice.tr(
        "This consent changed last on {since}, which is after {day}. Enter a later day."
    ).format(since=voice.day(refusal.since), day=voice.day(refusal.on))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    consents.PhotoWithoutConsent: photo_without,
    consents.AlreadyConsented: already,
    consents.NoConsent: nothing_to_take_back,
    consents.ConsentTooEarly: too_early,
}
