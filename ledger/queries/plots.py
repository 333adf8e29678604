"""The register of plots and houses: areas, holders, and how each plot went from hand to hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.days import Month
from ledger.domain.land import LandArea
from ledger.domain.leases import (
    Lease,
    LeaseRent,
    Plot,
    PlotTransfer,
    holder_on,
    rent_of_plot,
)
from ledger.domain.money import Money
from ledger.domain.refusals.leases import UnknownLease
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One plot on a day. ``rent`` is a month's; None where nothing says how much."""

    lease: str
    code: str
    area: LandArea
    house: str
    holder: str
    name: str
    since: date | None
    rent: Money | None
    transfers: tuple[PlotTransfer, ...]


@dataclass(frozen=True, slots=True)
class PlotRegister:
    """Plots by lease and code, with their area in sum."""

    at: date
    lease: str | None
    rows: tuple[PlotRow, ...]
    area: LandArea
    held: int
    vacant: int


def plot_register(
    reader: Reader, *, lease: str | None = None, at: date | None = None
) -> PlotRegister:
    """Every plot of a lease, or of all, with its holder on a day and all transfers before.

    Raises:
        UnknownLease: there is none of that code.
    """
    if lease is not None and reader.newest(Lease, lease) is None:
        raise UnknownLease(lease)
    day = last_day(reader, at)
    codes = [lease] if lease is not None else [one.code for one in reader.every(Lease)]
    rows = tuple(row for code in codes for row in plots_of(reader, code, day))
    return PlotRegister(
        at=day,
        lease=lease,
        rows=rows,
        area=LandArea(sum(row.area.hundredths for row in rows)),
        held=sum(bool(row.holder) for row in rows),
        vacant=sum(not row.holder for row in rows),
    )


def plots_of(reader: Reader, lease: str, day: date) -> list[PlotRow]:
    """The plots of one lease as they were held at the end of a day."""
    contract = reader.newest(Lease, lease)
    if contract is None:
        return []
    rents = reader.every(LeaseRent, lease=lease)
    transfers: dict[str, list[PlotTransfer]] = {}
    for one in reader.every(PlotTransfer, lease=lease):
        if one.on <= day:
            transfers.setdefault(one.plot, []).append(one)
    names = names_of(reader, {one.to_member for each in transfers.values() for one in each})
    found = []
    for plot in reader.every(Plot, lease=lease):
        moved = transfers.get(plot.code, [])
        holder = holder_on(moved, day)
        found.append(
            PlotRow(
                lease=lease,
                code=plot.code,
                area=plot.area,
                house=plot.house,
                holder=holder,
                name=names.get(holder, ""),
                since=max((one.on for one in moved), default=None),
                rent=rent_of_plot(plot, contract, rents, Month.of(day)),
                transfers=tuple(moved),
            )
        )
    return found
