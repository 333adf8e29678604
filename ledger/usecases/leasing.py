"""Leases of land: the contract, its rent from a month on, plots and who holds them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.land import NO_LAND, LandArea
from ledger.domain.leases import Lease, LeaseRent, Plot, PlotReason, PlotTransfer
from ledger.domain.limits import check_count, check_period
from ledger.domain.money import Money, Rounding
from ledger.domain.products import ChargeKind, ChargeType
from ledger.domain.refusals import ChargeTypeExists
from ledger.domain.refusals.leases import (
    BeforeHolder,
    LeaseExists,
    LeaseRentUnclear,
    OutsideLease,
    PlotExists,
    PlotsExceedLease,
    SameHolder,
    UnknownLease,
    UnknownPlot,
)
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.recording import (
    account_of_role,
    check_fund,
    check_has_come,
    given,
    named,
    positive,
)

_LONGEST_PERIOD = 60  # months


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLease(Command):
    """The cooperative leases land; its rent is ``rate`` baht a square wah a month or ``fixed``.

    A fixed rent is owed every so many months (``every``), from the first day of each period.
    """

    code: str
    owner: str
    area: LandArea
    on: date
    rate: Money | None = None
    fixed: Money | None = None
    every: int = 1
    fund: str = GENERAL_FUND
    contract: str = ""
    rounding: Rounding = Rounding.SATANG_HALF_UP
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLeaseRent(Command):
    """The owner asks another rent from a month on."""

    lease: str
    from_month: Month
    resolution: str
    rate: Money | None = None
    fixed: Money | None = None
    every: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPlot(Command):
    """A plot of leased land with its house, and the member who holds it where there is one."""

    lease: str
    code: str
    area: LandArea
    on: date
    house: str = ""
    member: str | None = None
    monthly: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlot(Command):
    """Another area, house number or rent of a plot; what is not given stays."""

    lease: str
    plot: str
    area: LandArea | None = None
    house: str | None = None
    monthly: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPlot(Command):
    """A plot goes over to another member, or back to the cooperative without ``to``."""

    lease: str
    plot: str
    on: date
    reason: PlotReason
    resolution: str
    to: str | None = None


def open_lease(command: OpenLease, books: Books) -> None:
    check_has_come(books, command.on)
    code, owner = named(command.code, "code"), named(command.owner, "owner")
    if books.newest(Lease, code) is not None:
        raise LeaseExists(code)
    check_fund(books, command.fund)
    if command.ends_on is not None:
        check_period(command.on, command.ends_on)
    charge_type = f"RENT-{code}"
    if books.newest(ChargeType, charge_type) is not None:
        raise ChargeTypeExists(charge_type)
    account = account_of_role(books, "rent_payable")
    number = books.next_number(Card)
    books.add(Card(number, CardKind.REMITTANCE, account, command.on, code, fund=command.fund))
    books.add(
        ChargeType(
            code=charge_type,
            name_th=f"ค่าเช่าที่ดิน {code}",
            name_en=f"Land rent {code}",
            kind=ChargeKind.RENT,
            account=account,
            fund=command.fund,
            card=number,
        )
    )
    books.add(
        Lease(
            code=code,
            card=number,
            charge_type=charge_type,
            owner=owner,
            area=command.area,
            on=command.on,
            fund=command.fund,
            contract=command.contract.strip(),
            rounding=command.rounding,
            ends_on=command.ends_on,
        )
    )
    books.add(_rent(code, Month.of(command.on), command))
    books.make(lease=code, card=number, charge_type=charge_type)


def set_lease_rent(command: SetLeaseRent, books: Books) -> None:
    lease = the_lease(books, command.lease)
    check_month(lease, command.from_month)
    resolution = given(command.resolution, "resolution")
    rent = _rent(lease.code, command.from_month, command)
    books.add(replace(rent, resolution=resolution))


def add_plot(command: AddPlot, books: Books) -> None:
    check_has_come(books, command.on)
    lease, code = the_lease(books, command.lease), named(command.code, "code")
    if books.newest(Plot, lease.code, code) is not None:
        raise PlotExists(lease.code, code)
    monthly = None if command.monthly is None else positive(command.monthly, "monthly")
    plot = Plot(lease.code, code, command.area, command.house.strip(), monthly)
    _check_areas(books, lease, plot)
    books.add(plot)
    if command.member is not None:
        check_membership(the_member(books, command.member), command.on)
        _hand_over(books, plot, command.member, command.on, PlotReason.FIRST)
    books.make(plot=code)


def change_plot(command: ChangePlot, books: Books) -> None:
    lease, before = the_lease(books, command.lease), the_plot(books, command.lease, command.plot)
    after = replace(
        before,
        area=before.area if command.area is None else command.area,
        house=before.house if command.house is None else command.house.strip(),
        monthly=(
            before.monthly if command.monthly is None else positive(command.monthly, "monthly")
        ),
    )
    _check_areas(books, lease, after)
    books.add(after)


def transfer_plot(command: TransferPlot, books: Books) -> None:
    check_has_come(books, command.on)
    plot = the_plot(books, command.lease, command.plot)
    resolution = given(command.resolution, "resolution")
    before = books.every(PlotTransfer, lease=plot.lease, plot=plot.code)
    holder = before[-1].to_member if before else ""
    if (command.to or "") == holder:
        raise SameHolder(plot.code, holder)
    if before and command.on < before[-1].on:
        raise BeforeHolder(plot.code, before[-1].on, command.on)
    if command.to is not None:
        check_membership(the_member(books, command.to), command.on)
    _hand_over(books, plot, command.to or "", command.on, command.reason, resolution)


def the_lease(books: Books, code: str) -> Lease:
    """The lease of that code.

    Raises:
        UnknownLease: there is none.
    """
    lease = books.newest(Lease, code)
    if lease is None:
        raise UnknownLease(code)
    return lease


def the_plot(books: Books, lease: str, code: str) -> Plot:
    """The plot of that code.

    Raises:
        UnknownLease, UnknownPlot: there is none.
    """
    plot = books.newest(Plot, the_lease(books, lease).code, code)
    if plot is None:
        raise UnknownPlot(lease, code)
    return plot


def check_month(lease: Lease, month: Month) -> None:
    """Whether the month belongs to the lease.

    Raises:
        OutsideLease: it does not.
    """
    ends = lease.ends_on
    if month < Month.of(lease.on) or (ends is not None and month > Month.of(ends)):
        raise OutsideLease(lease.code, month.iso, lease.on, ends)


def _rent(lease: str, month: Month, command: OpenLease | SetLeaseRent) -> LeaseRent:
    if (command.rate is None) is (command.fixed is None):
        raise LeaseRentUnclear(lease)
    check_count("every", command.every, least=1, most=_LONGEST_PERIOD)
    return LeaseRent(
        lease=lease,
        from_month=month.iso,
        rate=None if command.rate is None else positive(command.rate, "rate"),
        fixed=None if command.fixed is None else positive(command.fixed, "fixed"),
        every=command.every,
    )


def _check_areas(books: Books, lease: Lease, plot: Plot) -> None:
    others = [one.area for one in books.every(Plot, lease=lease.code) if one.code != plot.code]
    plots = sum(others, NO_LAND + plot.area)
    if plots > lease.area:
        raise PlotsExceedLease(lease.code, lease.area.deed, plots.deed)


def _hand_over(  # noqa: PLR0913, PLR0917 - the fields of a transfer
    books: Books, plot: Plot, to: str, on: date, reason: PlotReason, resolution: str = ""
) -> None:
    before = books.every(PlotTransfer, lease=plot.lease, plot=plot.code)
    books.add(
        PlotTransfer(
            lease=plot.lease,
            plot=plot.code,
            number=len(before) + 1,
            on=on,
            from_member=before[-1].to_member if before else "",
            to_member=to,
            reason=reason,
            resolution=resolution,
        )
    )
