"""One organisation of a month in a row: its newest version, or that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ledger.domain.network.figures import KeyFigures, KeyRatios, ratios_of
from ledger.domain.network.register import Organisation, OrganisationKind
from ledger.domain.network.submission import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """One organisation in the month; figures are None while nothing was handed in.

    ``days_since_deposit`` and ``days_since_entry`` are counted to the end of the month;
    ``code_of_act`` is what papers of the cooperative say at that act.
    """

    code: str
    name_th: str
    name_en: str
    kind: OrganisationKind
    telephone: str
    place: str | None
    networks: tuple[str, ...]
    version: int
    restated: bool
    because: str
    received_at: datetime | None
    act: int
    sequence: int
    code_of_act: str
    key: KeyFigures | None
    ratios: KeyRatios | None
    days_since_deposit: int | None
    days_since_entry: int | None


def is_restated(versions: Sequence[Submission]) -> bool:
    """Whether a later version says other figures than the first one."""
    return any(one.figures != versions[0].figures for one in versions[1:])


def organisation_row(one: Organisation, versions: Sequence[Submission]) -> OrganisationRow:
    """An organisation with its newest version, or with none."""
    newest = versions[-1] if versions else None
    key = None if newest is None else newest.figures.key
    return OrganisationRow(
        code=one.code,
        name_th=one.name_th,
        name_en=one.name_en,
        kind=one.kind,
        telephone=one.telephone,
        place=one.place,
        networks=one.networks,
        version=0 if newest is None else newest.version,
        restated=is_restated(versions),
        because="" if newest is None else newest.because,
        received_at=None if newest is None else newest.received_at,
        act=0 if newest is None else newest.act,
        sequence=0 if newest is None else newest.manifest.sequence,
        code_of_act="" if newest is None else newest.manifest.code,
        key=key,
        ratios=None if key is None else ratios_of(key),
        days_since_deposit=_days(newest, None if newest is None else newest.figures.last_deposit),
        days_since_entry=_days(newest, None if newest is None else newest.figures.last_entry),
    )


def _days(newest: Submission | None, since: date | None) -> int | None:
    return None if newest is None or since is None else (newest.month.last - since).days
