"""The profile of a welfare fund: what CODI's yearly form asks that the books do not say."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from desktop.parts.day_field import DayField
from desktop.parts.field import Field
from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import Asked, AskedDialog, amount, picks, whole, words
from desktop.session.more import Deed, forms_on
from desktop.session.screen import Screen
from ledger.domain.commands import Command
from ledger.domain.money import ZERO, Money
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_fund import WelfareLeaving
from ledger.domain.welfare_match import WelfareProfile
from ledger.usecases.welfare_matching import FIGURES, SetWelfareProfile, WelfareFigure
from reports.words.voice import N_, Voice
from reports.words.welfare_words import heading_name, source_name, welfare_leaving

# As the paper of the fund's status calls them (reports.documents.welfare_parts).
_COUNTS = {
    "founding_members": N_("Members at the founding"),
    "villages": N_("Villages or communities"),
    "villages_covered": N_("Covered by the fund"),
    "population": N_("Population"),
}
_TEXTS = {
    "activities": N_("Activities of the community"),
    "committee": N_("Committee"),
    "rules": N_("Rules of the fund"),
    "member_data": N_("Data of members"),
    "meetings": N_("Meetings"),
    "accounts": N_("Keeping of accounts"),
    "monitoring": N_("Monitoring"),
    "reporting": N_("Public report"),
    "links": N_("Links to others"),
    "support": N_("Support received"),
}


def deeds_of(screen: Screen) -> tuple[Deed, ...]:
    """The further forms of the welfare area."""
    form = forms_on(screen)
    return (
        Deed("set-welfare-profile", _profile, form(profile_form)),
        Deed("set-welfare-profile", _before, form(before_form)),
    )


def profile_form(session: Session, voice: Voice) -> QDialog:
    """Filled in with what is known; the whole of it is saved anew."""
    known = known_profile(session)

    def founded(session: Session, voice: Voice) -> Field:
        field = DayField(voice, session.today)
        field.set_day(known.get("founded_on"))
        return field

    return AskedDialog(
        session,
        voice,
        title=_profile,
        verb=lambda voice: voice.tr("Save the profile"),
        asks=(
            Asked("founded_on", lambda voice: voice.tr("Founded on"), founded, optional=True),
            *(
                whole(name, _said(text), optional=True, start=known.get(name) or None)
                for name, text in _COUNTS.items()
            ),
            amount(
                "founding_money",
                lambda voice: voice.tr("Money on the first day"),
                optional=True,
                start=known.get("founding_money"),
            ),
            *(
                words(name, _said(text), optional=True, start=known.get(name, ""))
                for name, text in _TEXTS.items()
            ),
        ),
        makes=SetWelfareProfile,
    )


def before_form(session: Session, voice: Voice) -> QDialog:
    """A sum from the years before this book, which the status form adds to those of the book."""
    known = known_profile(session)

    def made(*, figure: str, amount: Money = ZERO, persons: int = 0) -> Command:
        before = (WelfareFigure(figure=figure, amount=amount, persons=persons),)
        return SetWelfareProfile(before=before, **known)

    return AskedDialog(
        session,
        voice,
        title=_before,
        verb=lambda voice: voice.tr("Save the sum"),
        asks=(
            picks(
                "figure",
                lambda voice: voice.tr("What for"),
                [(one, partial(figure_name, one)) for one in FIGURES],
            ),
            amount(optional=True),
            whole("persons", lambda voice: voice.tr("Number of persons"), optional=True),
        ),
        makes=made,
    )


def known_profile(session: Session) -> dict[str, Any]:
    """The fields of the profile as the command takes them; nothing where none was entered."""
    found = session.ask(_profiles)
    names = [one.name for one in fields(WelfareProfile) if one.name != "fund"]
    return {name: getattr(found[-1], name) for name in names} if found else {}


def figure_name(figure: str, voice: Voice) -> str:
    """A source of money, a heading of benefits, or members who are gone."""
    for why in WelfareLeaving:
        if why.value == figure:
            return voice.tr("Former members: {why}").format(why=welfare_leaving(why, voice))
    heading = BenefitHeading.OTHER.value if figure == "other_benefit" else figure
    for one in BenefitHeading:
        if one.value == heading and figure != BenefitHeading.OTHER.value:
            return voice.tr("Benefits: {heading}").format(heading=heading_name(one, voice))
    return source_name(figure, voice)


def _profiles(reader: Any) -> list[WelfareProfile]:
    found: list[WelfareProfile] = reader.every(WelfareProfile)
    return found


def _said(text: str) -> Says:
    return lambda voice: voice.tr(text)


def _profile(voice: Voice) -> str:
    return voice.tr("Profile of the fund")


def _before(voice: Voice) -> str:
    return voice.tr("Sums from before this book")
