"""Forms of projects: a new one, what belongs to it, and a household of its survey."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.loan_fields import WholeField
from desktop.session.session import Session
from ledger.domain.members import Person
from ledger.domain.projects import PartKind
from ledger.queries.projects import ProjectRow
from ledger.usecases.projecting import LinkProject, OpenProject, SurveyHousehold
from reports.words.committees import part_name
from reports.words.voice import Voice


class ProjectDialog(CommandDialog):
    """A new project."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("New project"),
            verb=lambda voice: voice.tr("Enter the project"),
        )
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice, longest=20))
        self.name = self.add("name", lambda voice: voice.tr("Name"), TextField(voice))
        self.place = self.add(
            "place", lambda voice: voice.tr("Place"), TextField(voice), optional=True
        )
        self.day = self.add("on", lambda voice: voice.tr("Begins on"), business_day(session, voice))

    @override
    def command(self) -> OpenProject | None:
        day = self.day.day()
        if day is None:
            return None
        return OpenProject(
            code=self.code.words(), name=self.name.words(), on=day, place=self.place.words()
        )


class LinkDialog(CommandDialog):
    """A received loan, grant, lease or savings product joins a project."""

    def __init__(self, session: Session, voice: Voice, project: ProjectRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("What belongs to the project"),
            verb=lambda voice: voice.tr("Save the change"),
        )
        self._project = project.code
        self.kind = self.add(
            "kind",
            lambda voice: voice.tr("Kind"),
            PickField(voice, [(one, _part(one)) for one in PartKind]),
        )
        self.reference = self.add(
            "reference",
            lambda voice: voice.tr("Code, or card of the loan"),
            TextField(voice, longest=20),
        )
        joins = [(False, _joins), (True, _leaves)]
        self.removed = self.add("removed", lambda voice: voice.tr("State"), PickField(voice, joins))

    @override
    def command(self) -> LinkProject | None:
        kind, reference = self.kind.picked(), self.reference.words()
        if not isinstance(kind, PartKind) or not reference:
            return None
        return LinkProject(
            project=self._project,
            kind=kind,
            reference=reference,
            removed=self.removed.picked() is True,
        )


class SurveyDialog(CommandDialog):
    """A household enters the survey register of a project."""

    def __init__(self, session: Session, voice: Voice, project: ProjectRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Survey a household"),
            verb=lambda voice: voice.tr("Enter the household"),
        )
        self._project = project.code
        self.given = self.add("given", lambda voice: voice.tr("Given name"), TextField(voice))
        self.family = self.add(
            "family", lambda voice: voice.tr("Family name"), TextField(voice), optional=True
        )
        self.people = self.add("people", lambda voice: voice.tr("People"), WholeField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.household = self.add(
            "household", lambda voice: voice.tr("Household"), TextField(voice), optional=True
        )
        self.tenure = self.add(
            "tenure", lambda voice: voice.tr("Lives now"), TextField(voice), optional=True
        )
        self.need = self.add(
            "need", lambda voice: voice.tr("Needs"), TextField(voice), optional=True
        )

    @override
    def command(self) -> SurveyHousehold | None:
        day, people = self.day.day(), self.people.whole()
        if day is None or people is None:
            return None
        return SurveyHousehold(
            project=self._project,
            person=Person(given=self.given.words(), family=self.family.words()),
            on=day,
            household=self.household.words(),
            people=people,
            tenure=self.tenure.words(),
            need=self.need.words(),
        )


def _part(kind: PartKind) -> Says:
    return lambda voice: part_name(kind, voice)


def _joins(voice: Voice) -> str:
    return voice.tr("joins the project")


def _leaves(voice: Voice) -> str:
    return voice.tr("leaves the project")
