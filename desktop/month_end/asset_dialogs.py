"""Fixed assets: buying one, taking one over, a month's depreciation, and disposing of one."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says, Tick
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import (
    amount_or_zero,
    business_day,
    cash_or_bank,
    month_field,
    months_back,
    picked_bank,
)
from desktop.session.fund_fields import add_fund, picked_fund
from desktop.session.loan_fields import WholeField
from desktop.session.session import Session
from ledger.domain.assets import AssetKind
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.queries.asset_register import AssetRow
from ledger.usecases.owning import BuyAsset, DisposeAsset, PostDepreciation, RegisterAsset
from reports.words.kinds import asset_kind
from reports.words.voice import Voice


class AssetDialog(CommandDialog):
    """Something bought now, or with the tick something that the book holds already."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("A fixed asset"),
            verb=lambda voice: voice.tr("Enter the asset"),
        )
        self.number = self.add("number", lambda voice: voice.tr("Asset number"), TextField(voice))
        self.name = self.add("name", lambda voice: voice.tr("Name"), TextField(voice))
        kinds = [(kind, _said(kind)) for kind in AssetKind]
        self.kind = self.add("kind", lambda voice: voice.tr("Kind"), PickField(voice, kinds))
        self.kind.pick(AssetKind.EQUIPMENT)
        self.cost = self.add("cost", lambda voice: voice.tr("Cost"), MoneyField(voice))
        self.residual = self.add(
            "residual", lambda voice: voice.tr("Residual value"), MoneyField(voice)
        )
        self.residual.set_amount(baht(1))
        self.months = self.add(
            "months", lambda voice: voice.tr("Life in months"), WholeField(voice), optional=True
        )
        self.day = self.add("on", lambda voice: voice.tr("Bought on"), business_day(session, voice))
        self.where = self.add(
            "place", lambda voice: voice.tr("Where it stands"), TextField(voice), optional=True
        )
        self.fund = add_fund(self)
        self.there = self.form.add_wide(
            Tick(lambda voice: voice.tr("The book holds it already: nothing is booked"), voice)
        )
        self.depreciated = self.add(
            "depreciated",
            lambda voice: voice.tr("Accumulated depreciation so far"),
            MoneyField(voice),
            optional=True,
        )
        self.first = self.add(
            "first",
            lambda voice: voice.tr("First month still to depreciate"),
            month_field(voice, months_back(session.today, ahead=1)),
        )
        self.payee = self.add(
            "payee", lambda voice: voice.tr("Paid to"), TextField(voice), optional=True
        )
        self.bank = self.add(
            "bank", lambda voice: voice.tr("Paid from"), cash_or_bank(session, voice)
        )
        self.there.toggled.connect(self._turn)
        self._turn()

    @override
    def command(self) -> BuyAsset | RegisterAsset | None:
        number, name, kind = self.number.words(), self.name.words(), self.kind.picked()
        cost, residual, day = self.cost.amount(), self.residual.amount(), self.day.day()
        first = self.first.picked()
        if not (number and name and isinstance(kind, AssetKind) and isinstance(first, Month)):
            return None
        if cost is None or residual is None or day is None:
            return None
        months = self.months.whole() or 0
        if self.there.isChecked():
            return RegisterAsset(
                number=number,
                name=name,
                kind=kind,
                cost=cost,
                bought=day,
                depreciated=amount_or_zero(self.depreciated),
                first=first,
                months=months,
                residual=residual,
                place=self.where.words(),
                fund=picked_fund(self.fund),
            )
        return BuyAsset(
            number=number,
            name=name,
            kind=kind,
            cost=cost,
            on=day,
            months=months,
            residual=residual,
            place=self.where.words(),
            fund=picked_fund(self.fund),
            bank=picked_bank(self.bank),
            payee=self.payee.words(),
        )

    def _turn(self) -> None:
        there = self.there.isChecked()
        for field in (self.depreciated, self.first):
            self.form.show_row(field, visible=there)
        for other in (self.payee, self.bank):
            self.form.show_row(other, visible=not there)
        self.rehearse()


class DepreciationDialog(CommandDialog):
    """What all assets lost up to the end of a month is booked, once."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Depreciation"),
            verb=lambda voice: voice.tr("Book the depreciation"),
        )
        months = months_back(session.today)
        self.month = self.add(
            "through",
            lambda voice: voice.tr("Up to the end of"),
            month_field(voice, months),
        )
        self.month.pick(months[1])
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.rehearse()

    @override
    def command(self) -> PostDepreciation | None:
        month = self.month.picked()
        if not isinstance(month, Month):
            return None
        return PostDepreciation(through=month, approved_by=self.approved_by.words())


class DisposeDialog(CommandDialog):
    """An asset goes: sold, or scrapped where no price is given."""

    def __init__(self, session: Session, voice: Voice, row: AssetRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Dispose of an asset"),
            verb=lambda voice: voice.tr("Dispose of it"),
        )
        self._asset = row.asset
        self.form.add_heading(_asset_text(row))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.why = self.add("why", lambda voice: voice.tr("Why"), TextField(voice))
        self.proceeds = self.add(
            "proceeds", lambda voice: voice.tr("Sold for"), MoneyField(voice), optional=True
        )
        self.payee = self.add(
            "payee", lambda voice: voice.tr("Received from"), TextField(voice), optional=True
        )
        self.bank = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )

    @override
    def command(self) -> DisposeAsset | None:
        on, why = self.day.day(), self.why.words()
        if on is None or not why:
            return None
        return DisposeAsset(
            number=self._asset.number,
            on=on,
            why=why,
            proceeds=amount_or_zero(self.proceeds),
            payee=self.payee.words(),
            bank=picked_bank(self.bank),
        )


def _said(kind: AssetKind) -> Says:
    return lambda voice: asset_kind(kind, voice)


def _asset_text(row: AssetRow) -> Says:
    return lambda voice: voice.tr("{number} {name}, worth {worth} in the books").format(
        number=row.asset.number, name=row.asset.name, worth=voice.money(row.worth)
    )
