"""Leases of land: what the owner is owed, the plots and houses on it, and who holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.days import Month
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.land import LandArea
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.owing import Kept
from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class Lease(Record):
    """A contract with the owner of the land (domain.md 1.7).

    ``card`` holds the rent that members paid and that was not remitted to the owner yet;
    ``charge_type`` is what members are billed by.
    """

    table = "leases"
    key = ("code",)

    code: str
    card: int
    charge_type: str
    owner: str
    area: LandArea
    on: date
    fund: str = GENERAL_FUND
    contract: str = ""
    rounding: Rounding = Rounding.SATANG_HALF_UP
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class LeaseRent(Record):
    """What the owner asks from a month (``YYYY-MM``) on.

    Either ``rate`` baht a square wah a month, or ``fixed`` baht every so many months, owed from
    the first day of each such period.
    """

    table = "lease_rents"
    key = ("lease", "from_month")

    lease: str
    from_month: str
    rate: Money | None
    fixed: Money | None
    every: int
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class Plot(Record):
    """A plot with its house. ``monthly`` is its own rent, where it is not area times rate."""

    table = "plots"
    key = ("lease", "code")

    lease: str
    code: str
    area: LandArea
    house: str = ""
    monthly: Money | None = None


class PlotReason(Enum):
    """Why a plot went over to somebody."""

    FIRST = "first"
    HEIR = "heir"
    FAMILY = "family"
    SALE = "sale"
    RETURNED = "returned"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PlotTransfer(Record):
    """Who holds a plot from a day on; without ``to_member`` the cooperative has it back."""

    table = "plot_transfers"
    key = ("lease", "plot", "number")
    versions = False

    lease: str
    plot: str
    number: int
    on: date
    from_member: str
    to_member: str
    reason: PlotReason
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class RentBill(Record):
    """For which plot and month (``YYYY-MM``) a charge asks the rent."""

    table = "rent_bills"
    key = ("charge",)
    versions = False

    charge: int
    lease: str
    plot: str
    month: str


@dataclass(frozen=True, slots=True)
class Remittance(Record):
    """What was passed on of a card to whom it belongs; it counts while it is not reversed."""

    table = "remittances"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    on: date
    amount: Money
    entry: int
    document: str = ""


def rent_in(rents: Iterable[LeaseRent], month: Month) -> LeaseRent | None:
    """The rent in force in a month; None before the first."""
    begun = [one for one in rents if one.from_month <= month.iso]
    return max(begun, key=lambda one: one.from_month, default=None)


def owed_to_owner(lease: Lease, rents: Sequence[LeaseRent], month: Month) -> Money:
    """What the owner is owed for one month; nothing outside the contract."""
    rent = rent_in(rents, month)
    if rent is None or (lease.ends_on is not None and month > Month.of(lease.ends_on)):
        return ZERO
    if rent.rate is not None:
        return rent.rate.times(lease.area.square_wah, lease.rounding)
    begins = month.months_since(Month.parse(rent.from_month)) % rent.every == 0
    return rent.fixed if begins and rent.fixed is not None else ZERO


def owed_through(lease: Lease, rents: Sequence[LeaseRent], month: Month) -> Money:
    """What the owner is owed from the first month of the lease through this one."""
    first = Month.of(lease.on)
    months = range(max(0, month.months_since(first) + 1))
    return total(owed_to_owner(lease, rents, first.plus(at)) for at in months)


def rent_of_plot(
    plot: Plot, lease: Lease, rents: Sequence[LeaseRent], month: Month
) -> Money | None:
    """What the holder of a plot pays for a month; None where nothing says how much."""
    if plot.monthly is not None:
        return plot.monthly
    rent = rent_in(rents, month)
    if rent is None or rent.rate is None:
        return None
    return rent.rate.times(plot.area.square_wah, lease.rounding)


def plots_of(kept: Kept, member: str) -> tuple[str, ...]:
    """The plots that a member holds, each with its lease before it."""
    newest: dict[tuple[str, str], PlotTransfer] = {}
    for one in kept.every(PlotTransfer):
        newest[one.lease, one.plot] = one
    return tuple(
        f"{lease} {plot}" for (lease, plot), one in newest.items() if one.to_member == member
    )


def holder_on(transfers: Iterable[PlotTransfer], day: date) -> str:
    """Who held the plot at the end of a day; empty where nobody did."""
    held = [one for one in transfers if one.on <= day]
    return max(held, key=lambda one: (one.on, one.number)).to_member if held else ""
