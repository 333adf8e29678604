"""Sentences about applications for membership and the meetings that decide on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from reports.words.labels import decision
from reports.words.voice import Voice


def unknown_application(refusal: refusals.UnknownApplication, voice: Voice) -> str:
    return voice.tr(
        "There is no application {application} in this book. Choose one that is waiting."
    ).format(application=refusal.application)


def application_decided(refusal: refusals.ApplicationDecided, voice: Voice) -> str:
    return voice.tr(
        "The committee has decided on application {application} before: {decision}. "
        "Enter a new application if the decision has changed."
    ).format(application=refusal.application, decision=decision(refusal.decision, voice))


def unknown_meeting(refusal: refusals.UnknownMeeting, voice: Voice) -> str:
    return voice.tr(
        "There is no meeting {meeting} in this book. Choose one from the list or enter it first."
    ).format(meeting=refusal.meeting)


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownApplication: unknown_application,
    refusals.ApplicationDecided: application_decided,
    refusals.UnknownMeeting: unknown_meeting,
}
