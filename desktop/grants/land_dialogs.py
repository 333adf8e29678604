"""Forms of leased land: the lease, plots with their holders, rent billed and remitted."""

from __future__ import annotations

from typing_extensions import override

from desktop.grants.fields import AreaField
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import (
    business_day,
    cash_or_bank,
    month_field,
    months_back,
    picked_bank,
)
from desktop.session.fund_fields import add_fund, picked_fund
from desktop.session.loan_fields import member_chooser
from desktop.session.session import Session
from ledger.domain.days import Month
from ledger.domain.leases import PlotReason
from ledger.queries.leases import LeaseRow
from ledger.queries.plots import PlotRow
from ledger.usecases.lease_money import BillRent, RemitRent
from ledger.usecases.leasing import AddPlot, OpenLease, TransferPlot
from reports.words.land import plot_reason
from reports.words.voice import Voice


class LeaseDialog(CommandDialog):
    """The contract with the owner of the land, by the square wah a month."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("New land lease"),
            verb=lambda voice: voice.tr("Enter the lease"),
        )
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice, longest=20))
        self.owner = self.add(
            "owner", lambda voice: voice.tr("Owner of the land"), TextField(voice)
        )
        self.area = self.add(
            "area", lambda voice: voice.tr("Area (rai-ngan-wah)"), AreaField(voice)
        )
        self.rate = self.add(
            "rate", lambda voice: voice.tr("Baht a square wah a month"), MoneyField(voice)
        )
        self.day = self.add("on", lambda voice: voice.tr("Begins on"), business_day(session, voice))
        self.contract = self.add(
            "contract", lambda voice: voice.tr("Contract number"), TextField(voice), optional=True
        )
        self.fund = add_fund(self)

    @override
    def command(self) -> OpenLease | None:
        area, rate, day = self.area.area(), self.rate.amount(), self.day.day()
        if area is None or rate is None or day is None:
            return None
        return OpenLease(
            code=self.code.words(),
            owner=self.owner.words(),
            area=area,
            on=day,
            rate=rate,
            contract=self.contract.words(),
            fund=picked_fund(self.fund),
        )


class PlotDialog(CommandDialog):
    """A plot of a lease with its house and its first holder."""

    def __init__(self, session: Session, voice: Voice, lease: LeaseRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("New plot"),
            verb=lambda voice: voice.tr("Enter the plot"),
        )
        self._lease = lease.code
        self.code = self.add("code", lambda voice: voice.tr("Plot"), TextField(voice, longest=20))
        self.area = self.add(
            "area", lambda voice: voice.tr("Area (rai-ngan-wah)"), AreaField(voice)
        )
        self.house = self.add(
            "house", lambda voice: voice.tr("House number"), TextField(voice), optional=True
        )
        self.member = self.add(
            "member",
            lambda voice: voice.tr("Holder"),
            member_chooser(session, voice),
            optional=True,
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> AddPlot | None:
        area, day, member = self.area.area(), self.day.day(), self.member.chosen()
        if area is None or day is None:
            return None
        return AddPlot(
            lease=self._lease,
            code=self.code.words(),
            area=area,
            on=day,
            house=self.house.words(),
            member=member if isinstance(member, str) else None,
        )


class TransferDialog(CommandDialog):
    """A plot goes over to another member, or back to the cooperative."""

    def __init__(self, session: Session, voice: Voice, plot: PlotRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Transfer a plot"),
            verb=lambda voice: voice.tr("Transfer"),
        )
        self._plot = plot
        options = [(one, _reason(one)) for one in PlotReason if one is not PlotReason.FIRST]
        self.reason = self.add(
            "reason", lambda voice: voice.tr("Reason"), PickField(voice, options)
        )
        self.member = self.add(
            "to", lambda voice: voice.tr("To member"), member_chooser(session, voice), optional=True
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )

    @override
    def command(self) -> TransferPlot | None:
        day, reason, member = self.day.day(), self.reason.picked(), self.member.chosen()
        if day is None or not isinstance(reason, PlotReason):
            return None
        return TransferPlot(
            lease=self._plot.lease,
            plot=self._plot.code,
            on=day,
            reason=reason,
            resolution=self.resolution.words(),
            to=member if isinstance(member, str) else None,
        )


class BillDialog(CommandDialog):
    """The rent of a month is asked of every holder; it stands on the next collection sheet."""

    def __init__(self, session: Session, voice: Voice, lease: LeaseRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Bill land rent"),
            verb=lambda voice: voice.tr("Bill"),
        )
        self._lease = lease.code
        months = months_back(session.today, count=13, ahead=1)
        self.month = self.add("month", lambda voice: voice.tr("Month"), month_field(voice, months))
        self.month.pick(Month.of(session.today))

    @override
    def command(self) -> BillRent | None:
        month = self.month.picked()
        return BillRent(lease=self._lease, month=month) if isinstance(month, Month) else None


class RemitDialog(CommandDialog):
    """Rent is paid to the owner of the land."""

    def __init__(self, session: Session, voice: Voice, lease: LeaseRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Remit rent to the owner"),
            verb=lambda voice: voice.tr("Remit"),
        )
        self._lease = lease.code
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )
        self.advance = self.add(
            "advance",
            lambda voice: voice.tr("More than was collected"),
            PickField(voice, [(False, _refuse), (True, _advance)]),
        )
        self.document = self.add(
            "document", lambda voice: voice.tr("Document"), TextField(voice), optional=True
        )

    @override
    def command(self) -> RemitRent | None:
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return RemitRent(
            lease=self._lease,
            amount=amount,
            on=day,
            bank=picked_bank(self.place),
            advance=self.advance.picked() is True,
            document=self.document.words(),
        )


def _reason(reason: PlotReason) -> Says:
    return lambda voice: plot_reason(reason, voice)


def _refuse(voice: Voice) -> str:
    return voice.tr("is refused")


def _advance(voice: Voice) -> str:
    return voice.tr("is advanced by the cooperative")
