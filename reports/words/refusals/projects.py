"""Sentences about projects and their survey, and about committees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.committees import Position
from ledger.domain.projects import Certified, PartKind
from ledger.domain.refusals import Refusal, projects
from reports.words.committees import part_name, position_name, standing_name
from reports.words.labels import quoted
from reports.words.voice import Voice


def project_exists(refusal: projects.ProjectExists, voice: Voice) -> str:
    return voice.tr("There is already a project “{code}”. Choose another code.").format(
        code=quoted(refusal.code)
    )


def unknown_project(refusal: projects.UnknownProject, voice: Voice) -> str:
    return voice.tr("There is no project “{code}”. Look it up in the list of projects.").format(
        code=quoted(refusal.code)
    )


def unknown_part(refusal: projects.UnknownPart, voice: Voice) -> str:
    return voice.tr(
        "“{reference}” is not in this book as: {kind}. Enter it there first, or check the code."
    ).format(reference=quoted(refusal.reference), kind=part_name(PartKind(refusal.kind), voice))


def part_of_another(refusal: projects.PartOfAnother, voice: Voice) -> str:
    return voice.tr(
        "“{reference}” ({kind}) belongs to project “{project}”. Take it out there first."
    ).format(
        reference=quoted(refusal.reference),
        kind=part_name(PartKind(refusal.kind), voice),
        project=quoted(refusal.project),
    )


def no_part(refusal: projects.NoPart, voice: Voice) -> str:
    return voice.tr("“{reference}” does not belong to project “{project}”. Check the code.").format(
        reference=quoted(refusal.reference), project=quoted(refusal.project)
    )


def unknown_surveyed(refusal: projects.UnknownSurveyed, voice: Voice) -> str:
    return voice.tr(
        "The survey of project “{project}” has no household number {number}. "
        "Look it up in the survey register."
    ).format(project=quoted(refusal.project), number=refusal.number)


def survey_step(refusal: projects.SurveyStep, voice: Voice) -> str:
    return voice.tr(
        "Household {number} of the survey stands at “{standing}” and cannot become “{wanted}” "
        "now. It is surveyed first, then qualified, then certified."
    ).format(
        number=refusal.number,
        standing=standing_name(Certified(refusal.standing), voice),
        wanted=standing_name(Certified(refusal.wanted), voice),
    )


def survey_erased(refusal: projects.SurveyErased, voice: Voice) -> str:
    return voice.tr(
        "The personal data of household {number} of the survey are erased already. "
        "There is nothing left to erase."
    ).format(number=refusal.number)


def committee_exists(refusal: projects.CommitteeExists, voice: Voice) -> str:
    return voice.tr("There is already a committee “{code}”. Choose another code.").format(
        code=quoted(refusal.code)
    )


def unknown_committee(refusal: projects.UnknownCommittee, voice: Voice) -> str:
    return voice.tr("There is no committee “{code}”. Look it up in the list of committees.").format(
        code=quoted(refusal.code)
    )


def committee_closed(refusal: projects.CommitteeClosed, voice: Voice) -> str:
    return voice.tr("Committee “{code}” has ended. Seat the member in another one.").format(
        code=quoted(refusal.code)
    )


def term_backwards(refusal: projects.TermBackwards, voice: Voice) -> str:
    return voice.tr(
        "A term cannot end on {until} when it begins on {since}. Check both days."
    ).format(until=voice.day(refusal.until), since=voice.day(refusal.since))


def already_seated(refusal: projects.AlreadySeated, voice: Voice) -> str:
    return voice.tr(
        "Member {member} already sits on committee “{committee}” from {since} to {until}. "
        "End that term first, or choose other days."
    ).format(
        member=refusal.member,
        committee=quoted(refusal.committee),
        since=voice.day(refusal.since),
        until=voice.day(refusal.until),
    )


def position_taken(refusal: projects.PositionTaken, voice: Voice) -> str:
    return voice.tr(
        "Member {member} is {position} of committee “{committee}” until {until}. "
        "End that term first, or choose other days."
    ).format(
        member=refusal.member,
        position=position_name(Position(refusal.position), voice),
        committee=quoted(refusal.committee),
        until=voice.day(refusal.until),
    )


def unknown_term(refusal: projects.UnknownTerm, voice: Voice) -> str:
    return voice.tr(
        "There is no running term {number}. Look it up in the list of committees."
    ).format(number=refusal.number)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    projects.ProjectExists: project_exists,
    projects.UnknownProject: unknown_project,
    projects.UnknownPart: unknown_part,
    projects.PartOfAnother: part_of_another,
    projects.NoPart: no_part,
    projects.UnknownSurveyed: unknown_surveyed,
    projects.SurveyStep: survey_step,
    projects.SurveyErased: survey_erased,
    projects.CommitteeExists: committee_exists,
    projects.UnknownCommittee: unknown_committee,
    projects.CommitteeClosed: committee_closed,
    projects.TermBackwards: term_backwards,
    projects.AlreadySeated: already_seated,
    projects.PositionTaken: position_taken,
    projects.UnknownTerm: unknown_term,
}
