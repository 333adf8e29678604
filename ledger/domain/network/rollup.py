"""Many organisations in sums: by network, by kind of network, by place, nobody counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ledger.domain.accounts import Kind
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, total
from ledger.domain.network.common_chart import common_groups
from ledger.domain.network.eliminating import Elimination, eliminations
from ledger.domain.network.figures import KeyFigures, KeyRatios, added, ratios_of
from ledger.domain.network.organisation_rows import (
    OrganisationRow,
    is_restated,
    organisation_row,
)
from ledger.domain.network.register import (
    Level,
    Organisation,
    Register,
)
from ledger.domain.network.submission import Submission
from ledger.domain.refusals.network import UnknownNetwork, UnknownPlace


class By(Enum):
    """What the rows of a roll-up are; an organisation may stand in several networks' rows."""

    NETWORK = "network"
    NETWORK_KIND = "network-kind"
    ORGANISATION_KIND = "organisation-kind"
    WARD = "ward"
    CITY = "city"
    PROVINCE = "province"
    REGION = "region"
    NATION = "nation"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which organisations are looked at: of a network, of a place with all in it, or everybody."""

    network: str = ""
    place: str = ""


EVERYBODY = Chosen()


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRow:
    """Organisations together. ``missing`` have handed in nothing of the month.

    ``code`` is empty for those that belong to no row of this sort.
    """

    code: str
    name_th: str
    name_en: str
    organisations: int
    reported: int
    restated: int
    missing: tuple[str, ...]
    key: KeyFigures
    ratios: KeyRatios


@dataclass(frozen=True, slots=True)
class CommonRow:
    """A group of the common chart: added up, taken out as owed among them, and left; debit +."""

    group: str
    kind: Kind
    name_th: str
    name_en: str
    added: Money
    eliminated: Money
    left: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """The chosen organisations of a month; ``total`` counts each of them once."""

    month: Month
    by: By
    chosen: Chosen
    rows: tuple[SumRow, ...]
    total: SumRow
    groups: tuple[CommonRow, ...]
    eliminations: tuple[Elimination, ...]
    organisations: tuple[OrganisationRow, ...]


def roll_up(
    register: Register,
    submissions: Iterable[Submission],
    month: Month,
    *,
    by: By = By.NETWORK,
    chosen: Chosen = EVERYBODY,
) -> RollUp:
    """The sums of a month, from the newest version of each organisation.

    Raises:
        UnknownNetwork, UnknownPlace: nobody can be chosen so.
    """
    versions = by_organisation(submissions, month)
    organisations = chosen_of(register, chosen, versions)
    newest = {one.code: versions[one.code][-1] for one in organisations if one.code in versions}
    found = eliminations(register, newest)
    everybody = sum_row("", "", "", organisations, versions)
    return RollUp(
        month=month,
        by=by,
        chosen=chosen,
        rows=tuple(_rows(register, organisations, versions, by)),
        total=everybody,
        groups=_groups(newest.values(), found),
        eliminations=found,
        organisations=tuple(
            organisation_row(one, versions.get(one.code, ())) for one in organisations
        ),
    )


Versions = Mapping[str, Sequence[Submission]]


def by_organisation(submissions: Iterable[Submission], month: Month) -> dict[str, list[Submission]]:
    """The versions of the month by organisation, the oldest first."""
    found: dict[str, list[Submission]] = {}
    for one in sorted(submissions, key=lambda one: one.version):
        if one.month == month:
            found.setdefault(one.organisation, []).append(one)
    return found


def chosen_of(register: Register, chosen: Chosen, versions: Versions) -> list[Organisation]:
    """Who is looked at, by code; one that is closed only where it handed in all the same."""
    if chosen.network and chosen.network not in register.networks:
        raise UnknownNetwork(chosen.network)
    if chosen.place and chosen.place not in register.places:
        raise UnknownPlace(chosen.place)
    return [
        one
        for _, one in sorted(register.organisations.items())
        if (not one.closed or one.code in versions)
        and (not chosen.network or chosen.network in one.networks)
        and (not chosen.place or _lies_in(register, one, chosen.place))
    ]


def _lies_in(register: Register, organisation: Organisation, place: str) -> bool:
    return any(one.code == place for one in register.places_of(organisation).values())


def sum_row(
    code: str,
    name_th: str,
    name_en: str,
    organisations: Sequence[Organisation],
    versions: Versions,
) -> SumRow:
    """These organisations together, each of them once."""
    given = [versions[one.code] for one in organisations if one.code in versions]
    key = added(one[-1].figures.key for one in given)
    return SumRow(
        code=code,
        name_th=name_th,
        name_en=name_en,
        organisations=len(organisations),
        reported=len(given),
        restated=sum(is_restated(one) for one in given),
        missing=tuple(one.code for one in organisations if one.code not in versions),
        key=key,
        ratios=ratios_of(key),
    )


def _rows(
    register: Register, organisations: Sequence[Organisation], versions: Versions, by: By
) -> Iterable[SumRow]:
    """A row for each of the sort, those that belong nowhere last."""
    members: dict[str, list[Organisation]] = {}
    for one in organisations:
        for code in _codes(register, one, by) or [""]:
            members.setdefault(code, []).append(one)
    for code in sorted(members, key=lambda code: (not code, code)):
        name_th, name_en = _name(register, by, code)
        yield sum_row(code, name_th, name_en, members[code], versions)


def _codes(register: Register, one: Organisation, by: By) -> list[str]:
    if by is By.NETWORK:
        return list(dict.fromkeys(one.networks))
    if by is By.NETWORK_KIND:
        # In two networks of a kind it counts in that kind once.
        kinds = (register.networks[code].kind.value for code in one.networks)
        return list(dict.fromkeys(kinds))
    if by is By.ORGANISATION_KIND:
        return [one.kind.value]
    place = register.places_of(one).get(Level(by.value))
    return [] if place is None else [place.code]


def _name(register: Register, by: By, code: str) -> tuple[str, str]:
    """What a row is called; kinds are named by whoever shows them."""
    if by is By.NETWORK and code:
        return register.networks[code].name_th, register.networks[code].name_en
    if by in (By.NETWORK_KIND, By.ORGANISATION_KIND) or not code:
        return "", ""
    return register.places[code].name_th, register.places[code].name_en


def _groups(newest: Iterable[Submission], found: Iterable[Elimination]) -> tuple[CommonRow, ...]:
    """The common trial balance, with what they owe each other taken out on both sides."""
    sums: dict[str, int] = {}
    for one in newest:
        for row in one.figures.groups:
            sums[row.group] = sums.get(row.group, 0) + row.balance.satang
    out: dict[str, Money] = {}
    for each in found:
        for part in each.asset_parts:
            out[part.group] = out.get(part.group, ZERO) - part.amount
        for part in each.debt_parts:
            out[part.group] = out.get(part.group, ZERO) + part.amount
    return tuple(
        CommonRow(
            group=group.code,
            kind=group.kind,
            name_th=group.name_th,
            name_en=group.name_en,
            added=Money(sums.get(group.code, 0)),
            eliminated=out.get(group.code, ZERO),
            left=total((Money(sums.get(group.code, 0)), out.get(group.code, ZERO))),
        )
        for group in common_groups().values()
        if group.code in sums or group.code in out
    )
