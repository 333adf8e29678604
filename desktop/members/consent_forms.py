"""Forms about consents: recorded, taken back, and together with a photo."""

from __future__ import annotations

from functools import partial

from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import Asked, AskedDialog, day, picks, words
from ledger.domain.commands import Outcome
from ledger.domain.consents import ConsentTo
from ledger.domain.photos import Photo
from ledger.queries.consents import consents
from ledger.queries.position import MemberPosition
from ledger.usecases.consenting import RecordConsent, WithdrawConsent
from ledger.usecases.photographing import SetMemberPhoto
from reports.words.choices import choice_name
from reports.words.voice import Voice


def consent_form(session: Session, voice: Voice, position: MemberPosition) -> AskedDialog | None:
    """She signed the form for one of what is not consented to yet."""
    found = session.ask(consents, member=position.member.number)
    open_ = [one for one in ConsentTo if found.in_force(one) is None]
    if not open_ or position.person is None:
        return None
    return AskedDialog(
        session,
        voice,
        title=consent_title,
        verb=consent_title,
        told=_form_is_printed,
        asks=(_covers(open_), _signed(), day()),
        makes=partial(RecordConsent, member=position.member.number),
        tells=_recorded,
    )


def withdraw_form(session: Session, voice: Voice, position: MemberPosition) -> AskedDialog | None:
    """She takes one of her consents back; the photo goes with its own."""
    found = session.ask(consents, member=position.member.number)
    given = [one for one in ConsentTo if found.in_force(one) is not None]
    if not given:
        return None
    paper = words(
        "document", lambda voice: voice.tr("Number of her letter, if there is one"), optional=True
    )
    return AskedDialog(
        session,
        voice,
        title=withdraw_title,
        verb=withdraw_title,
        asks=(_covers(given), paper, day()),
        makes=partial(WithdrawConsent, member=position.member.number),
        tells=_taken_back,
    )


def photo_form(session: Session, voice: Voice, member: str, photo: Photo) -> AskedDialog:
    """A photo of somebody who has not consented yet: consent and photo in one step."""
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Photo of this member"),
        verb=lambda voice: voice.tr("Save the consent and the photo"),
        told=_photo_needs_it,
        asks=(_signed(), day()),
        makes=partial(SetMemberPhoto, member=member, photo=photo),
        tells=_recorded,
    )


def _covers(those: list[ConsentTo]) -> Asked:
    """Which one; where there is only one it stands there already."""
    options = [(one, _said(one)) for one in those]
    start = those[0] if len(those) == 1 else None
    return picks("covers", lambda voice: voice.tr("Consent to"), options, start=start)


def _signed() -> Asked:
    return words("document", lambda voice: voice.tr("Number of the signed form"))


def _said(covers: ConsentTo) -> Says:
    return lambda voice: choice_name(covers, voice)


def _recorded(_: Outcome) -> Says:
    return lambda voice: voice.tr("The consent will stand in the book with its day and number.")


def _taken_back(outcome: Outcome) -> Says:
    if outcome.made.get("photo_erased"):
        return lambda voice: voice.tr("Her photo will be erased for good, here and in new copies.")
    return lambda voice: voice.tr(
        "From this day on nothing more is kept under this consent. What was paid out stays in "
        "the book."
    )


def _form_is_printed(voice: Voice) -> str:
    return voice.tr("The form for her signature is printed under Reports: Consent form.")


def _photo_needs_it(voice: Voice) -> str:
    return voice.tr(
        "A photo needs her consent, and none is recorded. Let her sign the form (Reports: Consent "
        "form), and enter its number here."
    )


def consent_title(voice: Voice) -> str:
    return voice.tr("Record a consent")


def withdraw_title(voice: Voice) -> str:
    return voice.tr("Take a consent back")
