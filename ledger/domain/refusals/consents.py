"""Refusals about the consents of members."""

from __future__ import annotations

from datetime import date

from ledger.domain.refusals.base import Refusal, refusal


@refusal
class PhotoWithoutConsent(Refusal):
    """The member's consent to a photo is not recorded."""

    member: str


@refusal
class AlreadyConsented(Refusal):
    """This consent is recorded already, and in force since a day."""

    member: str
    covers: str
    on: date


@refusal
class NoConsent(Refusal):
    """There is no consent in force that could be taken back."""

    member: str
    covers: str


@refusal
class ConsentTooEarly(Refusal):
    """The day lies before the last one on which this consent changed."""

    on: date
    since: date
