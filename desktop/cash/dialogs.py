"""Vouchers and counts: cash counted, money in, money out, money moved."""

from __future__ import annotations

from collections.abc import Mapping

from typing_extensions import override

from desktop.cash.state import CountForm, MoveForm, VoucherForm
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.parts.words import Label, Says, nothing
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import (
    account_chooser,
    business_day,
    cash_or_bank,
    picked_bank,
)
from desktop.session.fund_fields import add_fund, picked_fund
from desktop.session.pieces_form import PiecesForm
from desktop.session.session import Session
from ledger.domain.accounts import Kind
from ledger.domain.commands import Command
from ledger.domain.money import ZERO
from ledger.queries.cash import cash_held
from ledger.usecases.counting import CountCash
from ledger.usecases.vouching import MoveMoney
from reports.words.voice import Voice

_KINDS: Mapping[bool, tuple[Kind, ...]] = {
    True: (Kind.INCOME, Kind.LIABILITY, Kind.EQUITY, Kind.ASSET),
    False: (Kind.EXPENSE, Kind.ASSET, Kind.LIABILITY, Kind.EQUITY),
}


class CountDialog(CommandDialog):
    """Cash by denomination beside the books; a difference is booked openly, with a reason."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Count the cash"),
            verb=lambda voice: voice.tr("Keep the count"),
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.pieces = self.form.add_wide(PiecesForm(voice))
        self.standing = self.form.add_wide(Label(nothing, voice))
        self.reason = self.add(
            "reason",
            lambda voice: voice.tr("Reason for the difference"),
            TextField(voice),
            optional=True,
        )
        self.counted_by = self.add(
            "counted_by", lambda voice: voice.tr("Counted by"), TextField(voice), optional=True
        )
        self.pieces.changed.connect(self._counted)
        self.day.changed.connect(self._counted)
        self._counted()

    def filled(self) -> CountForm | None:
        day = self.day.day()
        held = None if day is None else self.session.ask(cash_held, since=day, until=day)
        if day is None or held is None:
            return None
        return CountForm(
            on=day,
            booked=held.balance,
            pieces=self.pieces.pieces(),
            reason=self.reason.words(),
            counted_by=self.counted_by.words(),
        )

    @override
    def command(self) -> CountCash | None:
        form = self.filled()
        return None if form is None else form.command()

    def _counted(self) -> None:
        form = self.filled()
        self.standing.say(nothing if form is None else _standing(form))
        self.form.show_row(self.reason, visible=form is not None and form.difference != ZERO)
        self.form.changed.emit()


class VoucherDialog(CommandDialog):
    """Money from or to somebody who is not paying as a member."""

    def __init__(self, session: Session, voice: Voice, *, income: bool) -> None:
        super().__init__(
            session,
            voice,
            title=_received if income else _paid,
            verb=(lambda voice: voice.tr("Receive"))
            if income
            else (lambda voice: voice.tr("Pay out")),
        )
        self._income = income
        self.account = self.add(
            "account",
            lambda voice: voice.tr("What for"),
            # What the money is for is never cash itself.
            account_chooser(session, voice, kinds=_KINDS[income], without="cash"),
        )
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.payee = self.add("payee", _giver if income else _taker, TextField(voice))
        self.purpose = self.add("purpose", lambda voice: voice.tr("Purpose"), TextField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Cash or bank"), cash_or_bank(session, voice)
        )
        self.fund = add_fund(self)
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.document = self.add(
            "document",
            lambda voice: voice.tr("Supporting document"),
            TextField(voice),
            optional=True,
        )

    @override
    def command(self) -> Command | None:
        account, amount, day = self.account.chosen(), self.amount.amount(), self.day.day()
        payee, purpose = self.payee.words(), self.purpose.words()
        if not isinstance(account, str) or amount is None or day is None:
            return None
        if not (payee and purpose):
            return None
        return VoucherForm(
            income=self._income,
            account=account,
            amount=amount,
            on=day,
            payee=payee,
            purpose=purpose,
            bank=picked_bank(self.place),
            fund=picked_fund(self.fund),
            approved_by=self.approved_by.words(),
            document=self.document.words(),
        ).command()


class MoveDialog(CommandDialog):
    """Cash to the bank, from the bank, or between two banks."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Move money"),
            verb=lambda voice: voice.tr("Move it"),
        )
        self.source = self.add(
            "source", lambda voice: voice.tr("From"), cash_or_bank(session, voice)
        )
        self.target = self.add("target", lambda voice: voice.tr("To"), cash_or_bank(session, voice))
        self.target.edit.setCurrentIndex(min(1, self.target.edit.count() - 1))
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.fund = add_fund(self)
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.purpose = self.add(
            "purpose", lambda voice: voice.tr("Purpose"), TextField(voice), optional=True
        )
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.document = self.add(
            "document",
            lambda voice: voice.tr("Supporting document"),
            TextField(voice),
            optional=True,
        )

    @override
    def command(self) -> MoveMoney | None:
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        form = MoveForm(
            amount=amount,
            on=day,
            source=picked_bank(self.source),
            target=picked_bank(self.target),
            fund=picked_fund(self.fund),
            purpose=self.purpose.words(),
            approved_by=self.approved_by.words(),
            document=self.document.words(),
        )
        self.target.show_problem(_nowhere if form.goes_nowhere else None)
        return form.command()


def _standing(form: CountForm) -> Says:
    def says(voice: Voice) -> str:
        figures = {
            "counted": voice.money(form.counted),
            "booked": voice.money(form.booked),
            "difference": voice.signed(form.difference),
        }
        if form.difference == ZERO:
            return voice.tr("Counted {counted}, as the books say.").format(**figures)
        return voice.tr(
            "Counted {counted}, the books say {booked}: difference {difference}."
        ).format(**figures)

    return says


def _giver(voice: Voice) -> str:
    return voice.tr("Received from")


def _taker(voice: Voice) -> str:
    return voice.tr("Paid to")


def _received(voice: Voice) -> str:
    return voice.tr("Receive other income")


def _paid(voice: Voice) -> str:
    return voice.tr("Pay an expense")


def _nowhere(voice: Voice) -> str:
    return voice.tr("Both sides are the same. Choose another place for the money to go to.")
