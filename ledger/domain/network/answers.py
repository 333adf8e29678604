"""What a network office answers besides its roll-up: who is missing, who is worst, one month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from fractions import Fraction

from ledger.domain.days import Month
from ledger.domain.money import Money
from ledger.domain.network.figures import KeyRatios, MonthFigures
from ledger.domain.network.organisation_rows import OrganisationRow
from ledger.domain.network.register import Network, OfficeName, Organisation, Place
from ledger.domain.network.rollup import Chosen, RollUp
from ledger.domain.network.submission import Submission


@dataclass(frozen=True, slots=True)
class Stamp:
    """The newest act of the office's own chain, as its papers name it."""

    number: int
    moment: datetime
    user: str
    code: str


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """Everything an office has entered, by code."""

    office: OfficeName
    stamp: Stamp
    places: tuple[Place, ...]
    networks: tuple[Network, ...]
    organisations: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class MissingRow:
    """An organisation that has not handed in the month; ``last`` is the newest one it did."""

    code: str
    name_th: str
    name_en: str
    telephone: str
    networks: tuple[str, ...]
    place: str | None
    last: Month | None


@dataclass(frozen=True, slots=True)
class Missing:
    """Who has not reported, out of how many who are expected to."""

    month: Month
    chosen: Chosen
    organisations: int
    reported: int
    rows: tuple[MissingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRow:
    """A package that was received; ``key`` is the code of the key that signed it, if one did.

    ``newest`` is the version that counts in sums, ``changed`` that its figures differ from those
    of the version before.
    """

    organisation: str
    name_th: str
    name_en: str
    month: Month
    version: int
    newest: bool
    changed: bool
    received_at: datetime
    user: str
    act: int
    sequence: int
    code: str
    key: str
    because: str


@dataclass(frozen=True, slots=True)
class Packages:
    """Everything that was received of a month, versions that no longer count as well."""

    month: Month
    chosen: Chosen
    rows: tuple[PackageRow, ...]


class Worst(Enum):
    """By which figure organisations stand in a comparison, the worst first."""

    PAR_30 = "par-30"
    PAR_90 = "par-90"
    COLLECTION = "collection"
    COST = "cost"
    RESERVE = "reserve"
    IN_ARREARS = "in-arrears"
    SAVINGS = "savings-per-member"
    DEPOSIT = "days-since-deposit"
    ENTRY = "days-since-entry"
    CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Organisations of a month side by side; who has not reported stands last."""

    month: Month
    worst: Worst
    chosen: Chosen
    rows: tuple[OrganisationRow, ...]
    together: KeyRatios


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a month: when it came, from which act of the book, and whether it differs."""

    version: int
    received_at: datetime
    user: str
    act: int
    sequence: int
    code: str
    sha256: str
    because: str
    changed: bool


@dataclass(frozen=True, slots=True)
class OrganisationMonth:
    """The way down from a sum: what one organisation gave of a month, in all its versions."""

    organisation: Organisation
    month: Month
    version: int
    figures: MonthFigures
    ratios: KeyRatios
    versions: tuple[VersionRow, ...]


def compared(rollup: RollUp, worst: Worst) -> Comparison:
    """The organisations of a roll-up in order of one figure."""
    rows = sorted(rollup.organisations, key=lambda row: (row.key is None, *_place(row, worst)))
    ratios = rollup.total.ratios
    return Comparison(rollup.month, worst, rollup.chosen, tuple(rows), ratios)


# Of these more is better.
_HIGH_IS_GOOD = frozenset({Worst.COLLECTION, Worst.RESERVE, Worst.SAVINGS})


def _place(row: OrganisationRow, worst: Worst) -> tuple[bool, Fraction, str]:
    """The worst come first, then those of whom the figure says nothing."""
    value = _value(row, worst)
    if value is None:
        return True, Fraction(0), row.code
    return False, value if worst in _HIGH_IS_GOOD else -value, row.code


def _value(row: OrganisationRow, worst: Worst) -> Fraction | None:
    if row.key is None or row.ratios is None:
        return None
    if worst is Worst.CORRECTIONS:
        return Fraction(row.key.voids + row.key.reversals + row.key.entered_late)
    ratios = row.ratios
    found: Fraction | Money | int | None = {
        Worst.PAR_30: ratios.par_30,
        Worst.PAR_90: ratios.par_90,
        Worst.COLLECTION: ratios.collection,
        Worst.COST: ratios.cost,
        Worst.RESERVE: ratios.reserve,
        Worst.IN_ARREARS: ratios.in_arrears,
        Worst.SAVINGS: ratios.savings_per_member,
        Worst.DEPOSIT: row.days_since_deposit,
        Worst.ENTRY: row.days_since_entry,
    }[worst]
    if found is None:
        return None
    return Fraction(found.satang if isinstance(found, Money) else found)


def version_rows(versions: Sequence[Submission]) -> tuple[VersionRow, ...]:
    """The versions of a month, the oldest first."""
    return tuple(_version_rows(versions))


def _version_rows(versions: Sequence[Submission]) -> Iterable[VersionRow]:
    before: Submission | None = None
    for one in versions:
        yield VersionRow(
            version=one.version,
            received_at=one.received_at,
            user=one.user,
            act=one.act,
            sequence=one.manifest.sequence,
            code=one.manifest.code,
            sha256=one.sha256,
            because=one.because,
            changed=before is not None and before.figures != one.figures,
        )
        before = one
