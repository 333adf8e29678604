"""Refusals of land leases: areas, plots with their holders, rent billed and passed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class NotAnArea(Refusal):
    """The text is no area of land."""

    field: str
    text: str


@dataclass(eq=False)
class LeaseExists(Refusal):
    """The code belongs to another lease."""

    code: str


@dataclass(eq=False)
class UnknownLease(Refusal):
    """No lease of that code."""

    code: str


@dataclass(eq=False)
class LeaseRentUnclear(Refusal):
    """The rent is either a rate per square wah or a fixed amount, not both and not neither."""

    lease: str


@dataclass(eq=False)
class OutsideLease(Refusal):
    """The month lies before the lease begins or after it ends."""

    lease: str
    month: str
    begins: date
    ends: date | None


@dataclass(eq=False)
class PlotExists(Refusal):
    """The lease has a plot of that code."""

    lease: str
    plot: str


@dataclass(eq=False)
class UnknownPlot(Refusal):
    """The lease has no plot of that code."""

    lease: str
    plot: str


@dataclass(eq=False)
class PlotsExceedLease(Refusal):
    """All plots together would be larger than the land; areas as on deeds."""

    lease: str
    land: str
    plots: str


@dataclass(eq=False)
class BeforeHolder(Refusal):
    """The plot went over to its present holder later than that day."""

    plot: str
    since: date
    on: date


@dataclass(eq=False)
class SameHolder(Refusal):
    """The plot belongs to that member already."""

    plot: str
    holder: str


@dataclass(eq=False)
class PlotRentUnknown(Refusal):
    """Nothing says what the holder of this plot pays a month."""

    lease: str
    plot: str


@dataclass(eq=False)
class RentBilled(Refusal):
    """The rent of the month was billed for every plot that somebody holds."""

    lease: str
    month: str


@dataclass(eq=False)
class RemittedTooMuch(Refusal):
    """Less was collected and is still there than would be passed on."""

    code: str
    on: date
    held: Money
    asked: Money
