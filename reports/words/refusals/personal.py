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
        "can never be erased. Leave it among the personal data only."
    ).format(text=quoted(refusal.text), field=field_name(refusal.field, voice))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    personal.AlreadyRestricted: already_restricted,
    personal.NotRestricted: not_restricted,
    personal.PersonalShown: personal_shown,
}
