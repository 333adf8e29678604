"""The register of fixed assets beside the ledger, and what is still to be depreciated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import RoleAccount
from ledger.domain.assets import AssetKind, AssetStanding, FixedAsset, asset_standings
from ledger.domain.days import Month, day_after
from ledger.domain.money import ZERO, Money, total
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class AssetRow:
    """One asset at the end of a day; ``month`` is what it loses in its present month."""

    asset: FixedAsset
    month: Money
    depreciated: Money
    worth: Money
    gone: bool


@dataclass(frozen=True, slots=True)
class AssetsOfKind:
    """The assets of a kind; ``difference`` is the ledger's worth less the register's."""

    kind: AssetKind
    rows: tuple[AssetRow, ...]
    cost: Money
    depreciated: Money
    worth: Money
    difference: Money


@dataclass(frozen=True, slots=True)
class AssetRegister:
    """Fixed assets at the end of a day; ``due`` is what is not booked up to the last month's end.

    What is gone stays listed, and counts in no sum.
    """

    at: date
    kinds: tuple[AssetsOfKind, ...]
    cost: Money
    depreciated: Money
    worth: Money
    due: Money
    due_through: Month


def asset_register(reader: Reader, *, at: date | None = None) -> AssetRegister:
    """Every fixed asset with its cost, its depreciation and what it is worth in the books."""
    day = last_day(reader, at)
    over = Month.of(day_after(day)).plus(-1)
    standings = asset_standings(reader, over, day)
    kinds = tuple(
        _of_kind(reader, kind, [one for one in standings if one.asset.kind is kind], day)
        for kind in AssetKind
    )
    listed = tuple(one for one in kinds if one.rows or one.difference != ZERO)
    return AssetRegister(
        at=day,
        kinds=listed,
        cost=total(one.cost for one in listed),
        depreciated=total(one.depreciated for one in listed),
        worth=total(one.worth for one in listed),
        due=total(one.due for one in standings),
        due_through=over,
    )


def _of_kind(
    reader: Reader, kind: AssetKind, standings: list[AssetStanding], day: date
) -> AssetsOfKind:
    there = [one for one in standings if not one.gone]
    worth = total(one.worth for one in there)
    return AssetsOfKind(
        kind=kind,
        rows=tuple(_row(one, Month.of(day)) for one in standings),
        cost=total(one.asset.cost for one in there),
        depreciated=total(one.booked for one in there),
        worth=worth,
        difference=_in_ledger(reader, kind, day) - worth,
    )


def _row(one: AssetStanding, month: Month) -> AssetRow:
    lost = one.asset.worn_through(month) - one.asset.worn_through(month.plus(-1))
    return AssetRow(one.asset, ZERO if one.gone else lost, one.booked, one.worth, one.gone)


def _in_ledger(reader: Reader, kind: AssetKind, day: date) -> Money:
    codes = [
        found.account
        for role in (kind.role, kind.worn_role)
        if role is not None and (found := reader.newest(RoleAccount, role)) is not None
    ]
    return total(reader.balance(code, at=day) for code in codes)
