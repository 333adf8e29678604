"""Sentences when the use of personal data is restricted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, personal
from reports.words.fields import field_name
from reports.words.labels import quoted
from reports.words.voice import Voice


def already_restricted(refusal: personal.AlreadyRestricted, voice: Voice) -> str:
    return voice.tr(
        "The personal data of member {member} are restricted already. Lift the restriction first "
        "to give another reason."
    ).format(member=refusal.member)


def not_restricted(refusal: personal.NotRestricted, voice: Voice) -> str:
    return voice.tr(
        "The personal data of member {member} are not restricted: there is nothing to lift."
    ).format(member=refusal.member)


def personal_shown(refusal: personal.PersonalShown, voice: Voice) -> str:
    return voice.tr(
        "“{text}” ({field}) is personal and stands in another text of this form as well, where it "
        "stays when her data are erased. Leave it among the personal data only."
    ).format(text=quoted(refusal.text), field=field_name(refusal.field, voice))


def unknown_text(refusal: personal.UnknownText, voice: Voice) -> str:
    return voice.tr(
        "There is no text {commitment} in the books, or it was erased already. Choose it again "
        "from the texts of its act."
    ).format(commitment=refusal.commitment)


def text_still_needed(refusal: personal.TextStillNeeded, voice: Voice) -> str:
    return voice.tr(
        "“{text}” says who paid or was paid on a receipt or a voucher, which must be kept: it can "
        "be erased from {day} on. Until then restrict the use of the person's data."
    ).format(text=quoted(refusal.text), day=voice.day(refusal.until, "long"))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    personal.AlreadyRestricted: already_restricted,
    personal.NotRestricted: not_restricted,
    personal.PersonalShown: personal_shown,
    personal.TextStillNeeded: text_still_needed,
    personal.UnknownText: unknown_text,
}
