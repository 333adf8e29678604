"""Projects: loan, grants, members' contributions and lease of one project on one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.cards import Card
from ledger.domain.lending import LoanContract
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money, total
from ledger.domain.projects import Certified, PartKind, Project, ProjectPart, SurveyedHousehold
from ledger.domain.refusals.projects import UnknownProject
from ledger.queries.both_legs import LegPair, both_legs
from ledger.queries.grants import GrantRow, grants
from ledger.queries.leases import LeaseRow, leases
from ledger.queries.naming import names_of
from ledger.queries.plots import plots_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project in the list, with how many households of its survey are certified."""

    code: str
    name: str
    place: str
    on: date
    closed_on: date | None
    surveyed: int
    certified: int


@dataclass(frozen=True, slots=True)
class Projects:
    """All projects that began by a day."""

    at: date
    rows: tuple[ProjectRow, ...]


@dataclass(frozen=True, slots=True)
class ProjectMember:
    """One member of a project: what she saved, what she owes of its loan, and her plots."""

    member: str
    name: str
    household: str
    savings: Money
    loan: Money
    plots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectStatement:
    """A project on a day, everything that belongs to it side by side.

    ``savings_share`` is the members' savings as a share of what lenders approved (the community
    saves at least ten percent of what it borrows, domain.md 1.1); None without a loan.
    """

    at: date
    project: Project
    parts: tuple[ProjectPart, ...]
    loans: tuple[LegPair, ...]
    grants: tuple[GrantRow, ...]
    leases: tuple[LeaseRow, ...]
    members: tuple[ProjectMember, ...]
    approved: Money
    drawn: Money
    owed: Money
    members_owe: Money
    members_late: Money
    granted: Money
    grant_spent: Money
    grant_remaining: Money
    savings: Money
    savings_share: Fraction | None
    rent_owed: Money
    rent_remitted: Money
    rent_outstanding: Money
    surveyed: int
    qualified: int
    certified: int


def projects(reader: Reader, *, at: date | None = None) -> Projects:
    """Every project with its survey in numbers."""
    day = last_day(reader, at)
    rows = []
    for one in reader.every(Project):
        if one.on <= day:
            households = reader.every(SurveyedHousehold, project=one.code)
            certified = _count(households, Certified.CERTIFIED)
            place = (one.code, one.name, one.place, one.on, one.closed_on)
            rows.append(ProjectRow(*place, len(households), certified))
    return Projects(day, tuple(rows))


def project_statement(reader: Reader, *, project: str, at: date | None = None) -> ProjectStatement:
    """A project on a day: CODI loan on both legs, grants, members' savings, and land lease.

    Its members are those who owe a loan lent on from it, hold one of its plots, or were certified
    in its survey.

    Raises:
        UnknownProject: there is none of that code.
    """
    found = reader.newest(Project, project)
    if found is None:
        raise UnknownProject(project)
    day = last_day(reader, at)
    parts = tuple(reader.every(ProjectPart, project=project, removed=False))
    wanted = {kind: {one.reference for one in parts if one.kind is kind} for kind in PartKind}
    loans = tuple(
        one
        for one in both_legs(reader, at=day).rows
        if str(one.source.card) in wanted[PartKind.LOAN]
    )
    granted = tuple(
        one for one in grants(reader, at=day).rows if one.code in wanted[PartKind.GRANT]
    )
    leased = tuple(one for one in leases(reader, at=day).rows if one.code in wanted[PartKind.LEASE])
    households = reader.every(SurveyedHousehold, project=project)
    members = _members(reader, wanted, households, day)
    approved, savings = total(one.source.approved for one in loans), _saved(members)
    return ProjectStatement(
        at=day,
        project=found,
        parts=parts,
        loans=loans,
        grants=granted,
        leases=leased,
        members=members,
        approved=approved,
        drawn=total(one.drawn for one in loans),
        owed=total(one.balance for one in loans),
        members_owe=total(one.members_balance for one in loans),
        members_late=total(one.members_late for one in loans),
        granted=total(one.received for one in granted),
        grant_spent=total(one.spent for one in granted),
        grant_remaining=total(one.remaining for one in granted),
        savings=savings,
        savings_share=Fraction(savings.satang, approved.satang) if approved > ZERO else None,
        rent_owed=total(one.owed for one in leased),
        rent_remitted=total(one.remitted for one in leased),
        rent_outstanding=total(one.outstanding for one in leased),
        surveyed=len(households),
        qualified=_count(households, Certified.QUALIFIED),
        certified=_count(households, Certified.CERTIFIED),
    )


def _count(households: Iterable[SurveyedHousehold], standing: Certified) -> int:
    return sum(one.standing is standing for one in households)


def _saved(members: Iterable[ProjectMember]) -> Money:
    return total(one.savings for one in members)


def _members(
    reader: Reader,
    wanted: dict[PartKind, set[str]],
    households: list[SurveyedHousehold],
    day: date,
) -> tuple[ProjectMember, ...]:
    plots: dict[str, list[str]] = {}
    for lease in sorted(wanted[PartKind.LEASE]):
        for plot in plots_of(reader, lease, day):
            if plot.holder:
                plots.setdefault(plot.holder, []).append(plot.code)
    owed = _loans(reader, wanted[PartKind.LOAN], day)
    certified = {
        one.member
        for one in households
        if one.member is not None and one.standing is Certified.CERTIFIED
    }
    numbers = sorted({*plots, *owed, *certified})
    names = names_of(reader, numbers)
    found = []
    for number in numbers:
        member = reader.newest(Member, number)
        found.append(
            ProjectMember(
                member=number,
                name=names.get(number, ""),
                household="" if member is None else member.household,
                savings=_savings(reader, number, wanted[PartKind.SAVINGS], day),
                loan=owed.get(number, ZERO),
                plots=tuple(plots.get(number, ())),
            )
        )
    return tuple(found)


def _loans(reader: Reader, sources: set[str], day: date) -> dict[str, Money]:
    """By member the principal owed on loans lent on from these received loans."""
    owed: dict[str, Money] = {}
    for one in reader.every(LoanContract):
        if one.member is not None and str(one.source) in sources:
            held = reader.card_balance(one.card, one.account, at=day)
            owed[one.member] = owed.get(one.member, ZERO) + held
    return owed


def _savings(reader: Reader, member: str, products: set[str], day: date) -> Money:
    cards = [one for one in reader.every(Card, member=member) if one.product in products]
    return -total(reader.card_balance(one.number, one.account, at=day) for one in cards)
