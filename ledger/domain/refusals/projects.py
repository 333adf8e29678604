"""Refusals of projects and their survey, and of committees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class ProjectExists(Refusal):
    """The code belongs to another project."""

    code: str


@dataclass(eq=False)
class UnknownProject(Refusal):
    """No project of that code."""

    code: str


@dataclass(eq=False)
class UnknownPart(Refusal):
    """What should belong to the project is not in the book."""

    kind: str
    reference: str


@dataclass(eq=False)
class PartOfAnother(Refusal):
    """A loan, grant or lease belongs to one project only."""

    kind: str
    reference: str
    project: str


@dataclass(eq=False)
class NoPart(Refusal):
    """It does not belong to the project."""

    project: str
    reference: str


@dataclass(eq=False)
class UnknownSurveyed(Refusal):
    """The survey of the project has no household of that number."""

    project: str
    number: int


@dataclass(eq=False)
class SurveyStep(Refusal):
    """A household is surveyed, then qualified, then certified; ``standing`` is where it is."""

    number: int
    standing: str
    wanted: str


@dataclass(eq=False)
class SurveyErased(Refusal):
    """The personal data of the household were erased."""

    number: int


@dataclass(eq=False)
class CommitteeExists(Refusal):
    """The code belongs to another committee."""

    code: str


@dataclass(eq=False)
class UnknownCommittee(Refusal):
    """No committee of that code."""

    code: str


@dataclass(eq=False)
class CommitteeClosed(Refusal):
    """Nobody is seated in a committee that ended."""

    code: str


@dataclass(eq=False)
class TermBackwards(Refusal):
    """A term ends before it begins."""

    since: date
    until: date


@dataclass(eq=False)
class AlreadySeated(Refusal):
    """The member sits in the committee in those days already."""

    committee: str
    member: str
    since: date
    until: date


@dataclass(eq=False)
class PositionTaken(Refusal):
    """Of this position there is one at a time, and somebody has it in those days."""

    committee: str
    position: str
    member: str
    until: date


@dataclass(eq=False)
class UnknownTerm(Refusal):
    """No term of that number, or it is over already."""

    number: int
