"""Decisions on households of a survey: who qualifies, who is certified, whose data go."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog

from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import Asked, AskedDialog, day, member, picks, reason, resolution
from ledger.domain.projects import Certified
from ledger.queries.projects import ProjectRow
from ledger.queries.survey import SurveyRow, survey_register
from ledger.usecases.projecting import DecideSurvey, EraseSurveyed
from reports.words.committees import standing_name
from reports.words.voice import Voice

_DECIDED = (Certified.QUALIFIED, Certified.CERTIFIED, Certified.DECLINED)


def decide_form(session: Session, voice: Voice, project: ProjectRow) -> QDialog | None:
    """A household qualifies, is certified as rights-holder, or is declined, by resolution."""
    rows = session.ask(survey_register, project=project.code).rows
    if not rows:
        return None
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Decide on a household"),
        verb=lambda voice: voice.tr("Save the decision"),
        asks=(
            _household(rows),
            picks(
                "standing",
                lambda voice: voice.tr("Decision"),
                [(one, _standing(one)) for one in _DECIDED],
            ),
            member("member", lambda voice: voice.tr("Is the member"), optional=True),
            day(),
            resolution(),
        ),
        makes=partial(DecideSurvey, project=project.code),
    )


def erase_form(session: Session, voice: Voice, project: ProjectRow) -> QDialog | None:
    """The name and address of a surveyed household go for good; the register stays."""
    rows = [one for one in session.ask(survey_register, project=project.code).rows if one.name]
    if not rows:
        return None
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Erase a household's personal data"),
        verb=lambda voice: voice.tr("Erase for good"),
        asks=(_household(rows), reason()),
        makes=partial(EraseSurveyed, project=project.code),
    )


def _household(rows: list[SurveyRow] | tuple[SurveyRow, ...]) -> Asked:
    return picks(
        "number", lambda voice: voice.tr("Household"), [(one.number, _said(one)) for one in rows]
    )


def _said(one: SurveyRow) -> Says:
    return lambda voice: voice.tr("{number}: {name} ({standing})").format(
        number=voice.number(one.number),
        name=one.name or one.household,
        standing=standing_name(one.standing, voice),
    )


def _standing(one: Certified) -> Says:
    return lambda voice: standing_name(one, voice)
