"""Refusals when the use of personal data is restricted."""

from __future__ import annotations

from datetime import date

from ledger.domain.refusals.base import Refusal, refusal


@refusal
class AlreadyRestricted(Refusal):
    """The member's data are restricted already."""

    member: str


@refusal
class PersonalShown(Refusal):
    """A telephone number, an id or an address stands in a text that is never erased."""

    field: str
    text: str


@refusal
class UnknownText(Refusal):
    """No act said such a text, or it was erased already."""

    commitment: str


@refusal
class TextStillNeeded(Refusal):
    """Who paid or was paid belongs to a voucher, which the books keep until that day."""

    text: str
    until: date


@refusal
class NotRestricted(Refusal):
    """The member's data are not restricted, so nothing can be lifted."""

    member: str
