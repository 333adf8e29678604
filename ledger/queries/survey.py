"""The survey register: who is in need, who qualifies, and who is certified, by project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.members import person_from
from ledger.domain.projects import Certified, Project, SurveyedHousehold
from ledger.domain.refusals.projects import UnknownProject
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One household; ``name`` and ``address`` are empty where personal data were erased."""

    project: str
    number: int
    household: str
    name: str
    address: str
    people: int
    on: date
    tenure: str
    need: str
    standing: Certified
    decided_on: date | None
    resolution: str
    member: str | None


@dataclass(frozen=True, slots=True)
class SurveyRegister:
    """The survey of a project, all of it or one standing, with the counts of the whole."""

    project: Project
    rows: tuple[SurveyRow, ...]
    households: int
    people: int
    qualified: int
    certified: int
    declined: int


def survey_register(
    reader: Reader, *, project: str, standing: Certified | None = None
) -> SurveyRegister:
    """Who was surveyed for a project, who qualifies, and the certified rights-holders.

    Raises:
        UnknownProject: there is none of that code.
    """
    found = reader.newest(Project, project)
    if found is None:
        raise UnknownProject(project)
    every = reader.every(SurveyedHousehold, project=project)
    rows = tuple(_row(reader, one) for one in every if standing in (None, one.standing))
    count = {kind: sum(one.standing is kind for one in every) for kind in Certified}
    return SurveyRegister(
        project=found,
        rows=rows,
        households=len(every),
        people=sum(one.people for one in every),
        qualified=count[Certified.QUALIFIED],
        certified=count[Certified.CERTIFIED],
        declined=count[Certified.DECLINED],
    )


def _row(reader: Reader, one: SurveyedHousehold) -> SurveyRow:
    kept = reader.one("SELECT value FROM personal WHERE number = ?", (one.person,))
    person = person_from(str(kept[0])) if kept else None
    return SurveyRow(
        project=one.project,
        number=one.number,
        household=one.household,
        name="" if person is None else person.full_name,
        address="" if person is None else person.address,
        people=one.people,
        on=one.on,
        tenure=one.tenure,
        need=one.need,
        standing=one.standing,
        decided_on=one.decided_on,
        resolution=one.resolution,
        member=one.member,
    )
