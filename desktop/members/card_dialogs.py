"""What belongs to a member's cards: opening one, promising, asking for a fee or a fine."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, month_field, months_back
from desktop.session.records import charge_types, savings_products, share_types
from desktop.session.session import Session
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.money import ZERO
from ledger.domain.products import ChargeType, SavingsProduct, ShareType
from ledger.queries.position import MemberCard, MemberPosition
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.saving import OpenSavings, SetPromise
from ledger.usecases.sharing import OpenShares
from reports.words.voice import Voice


class PromiseDialog(CommandDialog):
    """The amount promised every month, from a month on; earlier months keep theirs."""

    def __init__(self, session: Session, voice: Voice, position: MemberPosition) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Change the promise"),
            verb=lambda voice: voice.tr("Save the promise"),
        )
        cards = [card for card in position.cards if card.closed_on is None]
        self.card = self.add(
            "card",
            lambda voice: voice.tr("Card"),
            PickField(voice, [(card.card, _promised(card)) for card in cards]),
        )
        self.amount = self.add(
            "amount", lambda voice: voice.tr("Amount every month"), MoneyField(voice)
        )
        self.month = self.form.add(
            lambda voice: voice.tr("From month"),
            month_field(voice, months_back(session.today, count=15, ahead=2)),
        )
        self.month.pick(Month.of(session.today))

    @override
    def command(self) -> SetPromise | None:
        card, amount, month = self.card.picked(), self.amount.amount(), self.month.picked()
        if not isinstance(card, int) or amount is None or not isinstance(month, Month):
            return None
        return SetPromise(card=card, amount=amount, from_month=month)


class OpenCardDialog(CommandDialog):
    """A further savings account or share card for a member."""

    def __init__(self, session: Session, voice: Voice, position: MemberPosition) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Open a card"),
            verb=lambda voice: voice.tr("Open the card"),
        )
        self._member = position.member.number
        products = [one for one in session.ask(savings_products) if not one.closed]
        shares = [one for one in session.ask(share_types) if not one.closed]
        self._shares = {one.code for one in shares}
        self.product = self.add(
            "product",
            lambda voice: voice.tr("Product"),
            PickField(
                voice,
                [(one.code, _named(one)) for one in products]
                + [(one.code, _named(one)) for one in shares],
            ),
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> Command | None:
        product, day = self.product.picked(), self.day.day()
        if not isinstance(product, str) or day is None:
            return None
        if product in self._shares:
            return OpenShares(member=self._member, product=product, on=day)
        return OpenSavings(member=self._member, product=product, on=day)


class ChargeDialog(CommandDialog):
    """A fee, a fine or dues that a member is asked for; paid with one of her next receipts."""

    def __init__(self, session: Session, voice: Voice, position: MemberPosition) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Ask for a fee, a fine or dues"),
            verb=lambda voice: voice.tr("Ask for it"),
        )
        self._member = position.member.number
        self._types = [one for one in session.ask(charge_types) if not one.closed]
        self.type = self.add(
            "type",
            lambda voice: voice.tr("What for"),
            PickField(voice, [(one.code, _named(one)) for one in self._types]),
        )
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.day = self.add(
            "due_on", lambda voice: voice.tr("Falls due on"), business_day(session, voice)
        )
        self.note = self.add(
            "note", lambda voice: voice.tr("Note"), TextField(voice), optional=True
        )
        self.type.changed.connect(self._type_picked)
        self._type_picked()

    @override
    def command(self) -> ChargeMembers | None:
        code, amount, day = self.type.picked(), self.amount.amount(), self.day.day()
        if not isinstance(code, str) or amount is None or day is None:
            return None
        return ChargeMembers(
            type=code, due_on=day, members=(self._member,), amount=amount, note=self.note.words()
        )

    def _type_picked(self) -> None:
        kind = next((one for one in self._types if one.code == self.type.picked()), None)
        if kind is not None and kind.amount > ZERO:
            self.amount.set_amount(kind.amount)


def _promised(card: MemberCard) -> Says:
    return lambda voice: voice.tr("{name}, promised {amount} a month").format(
        name=voice.name(card.name_th, card.name_en), amount=voice.money(card.promise)
    )


def _named(one: SavingsProduct | ShareType | ChargeType) -> Says:
    return lambda voice: voice.name(one.name_th, one.name_en)
