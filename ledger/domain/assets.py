"""Fixed assets: what each cost, how it loses its worth by months, and when it went (domain.md 3.4).

Straight line by whole months: the month of buying is the first, that of disposal is not counted.
After k of n months the depreciation is what is depreciable × k/n, rounded to the satang; a month
takes the difference to the month before, so the last one takes the rest and the residual stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.days import Month
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.owing import Kept
from ledger.domain.records import Record


class AssetKind(Enum):
    """What an asset is; it decides the accounts (domain.md 3.3). Land loses nothing."""

    LAND = "land"
    BUILDING = "building"
    EQUIPMENT = "equipment"
    DURABLE = "durable"
    VEHICLE = "vehicle"

    @property
    def role(self) -> str:
        """The role of the account that holds the cost."""
        return self.value

    @property
    def worn_role(self) -> str | None:
        """The role of the account that holds the accumulated depreciation."""
        return None if self is AssetKind.LAND else f"{self.value}_depreciation"


@dataclass(frozen=True, slots=True)
class FixedAsset(Record):
    """One asset of the register.

    ``first`` is the first month (``YYYY-MM``) that this book depreciates and ``months`` how many
    there are from it on; ``brought`` is depreciation of the time before the book. ``entry`` bought
    it, where this book did; ``disposal`` took it out. With ``mistake`` it never was an asset.
    """

    table = "fixed_assets"
    key = ("number",)

    number: str
    name: str
    kind: AssetKind
    cost: Money
    residual: Money
    bought: date
    first: str
    months: int
    brought: Money = ZERO
    place: str = ""
    fund: str = GENERAL_FUND
    entry: int | None = None
    disposed: date | None = None
    disposal: int | None = None
    proceeds: Money = ZERO
    why: str = ""
    note: str = ""
    mistake: bool = False

    def worn_through(self, month: Month) -> Money:
        """The accumulated depreciation at the end of a month, by the rule."""
        if self.months == 0:
            return self.brought
        passed = month.months_since(Month.parse(self.first)) + 1
        part = Fraction(min(max(passed, 0), self.months), self.months)
        rest = self.cost - self.residual - self.brought
        return self.brought + rest.times(part, Rounding.SATANG_HALF_UP)


@dataclass(frozen=True, slots=True)
class DepreciationRun(Record):
    """Depreciation booked up to the end of a month (``YYYY-MM``); counts while its entry stands."""

    table = "depreciation_runs"
    key = ("number",)
    versions = False

    number: int
    through: str
    on: date
    entry: int
    total: Money


@dataclass(frozen=True, slots=True)
class DepreciationRow(Record):
    """What one asset lost in a run."""

    table = "depreciation_rows"
    key = ("run", "asset")
    versions = False

    run: int
    asset: str
    amount: Money


@dataclass(frozen=True, slots=True)
class AssetStanding:
    """An asset at the end of a month: booked depreciation, and what the rule asks besides."""

    asset: FixedAsset
    booked: Money
    due: Money
    through: str
    gone: bool

    @property
    def worth(self) -> Money:
        return self.asset.cost - self.booked


def asset_standings(kept: Kept, month: Month, at: date = date.max) -> list[AssetStanding]:
    """Every asset bought by a day, as it stands on it, with what is due up to a month."""
    runs = {
        one.number: one.through
        for one in kept.every(DepreciationRun)
        if kept.reversed_by(one.entry) is None and one.on <= at
    }
    rows = [one for one in kept.every(DepreciationRow) if one.run in runs]
    found = []
    for asset in kept.every(FixedAsset):
        taken_back = asset.entry is not None and kept.reversed_by(asset.entry) is not None
        if taken_back or asset.mistake or asset.bought > at:
            continue
        mine = [one for one in rows if one.asset == asset.number]
        booked = asset.brought + total(one.amount for one in mine)
        gone = is_gone(kept, asset) and (asset.disposed or at) <= at
        due = ZERO if gone else max(ZERO, asset.worn_through(month) - booked)
        through = max((runs[one.run] for one in mine), default="")
        found.append(AssetStanding(asset, booked, due, through, gone))
    return found


def is_gone(kept: Kept, asset: FixedAsset) -> bool:
    """Whether it was disposed of by an entry that stands."""
    return asset.disposal is not None and kept.reversed_by(asset.disposal) is None


def depreciation_due(kept: Kept, month: Month) -> Money:
    """What is not booked yet up to the end of a month; zero lets the month be closed."""
    return total(one.due for one in asset_standings(kept, month))
