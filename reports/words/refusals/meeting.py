"""Sentences about applications for membership and the meetings that decide on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.refusals.register import DecidedBeforeApplied
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


def decided_before_applied(refusal: DecidedBeforeApplied, voice: Voice) -> str:
    return voice.tr(
        "Application {application} was made on {applied}, so the committee has not decided on it "
        "on {day}. Enter the day of the meeting that decided."
    ).format(
        application=refusal.application,
        applied=voice.day(refusal.applied),
        day=voice.day(refusal.day),
    )


def unknown_meeting(refusal: refusals.UnknownMeeting, voice: Voice) -> str:
    return voice.tr(
        "There is no meeting {meeting} in this book. Choose one from the list or enter it first."
    ).format(meeting=refusal.meeting)


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownApplication: unknown_application,
    refusals.ApplicationDecided: application_decided,
    DecidedBeforeApplied: decided_before_applied,
    refusals.UnknownMeeting: unknown_meeting,
}
