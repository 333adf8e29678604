"""Money at the members' table: receiving a whole visit on one receipt, and paying out."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from desktop.members.state import (
    CardAfter,
    PayOutForm,
    VisitForm,
    cards_after,
    payable_out,
    payables,
)
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Button, Says, Tick
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_or_bank, picked_bank
from desktop.session.preview import Tells, papers_and_total
from desktop.session.session import Session
from ledger.domain.accounts import CardKind
from ledger.domain.commands import Command, Outcome
from ledger.domain.money import ZERO, Money, total
from ledger.queries.habits import largest_payments
from ledger.queries.instalments import loans_due
from ledger.queries.position import MemberCard, MemberPosition
from ledger.usecases.visiting import ReceiveVisit
from reports.words.loan_words import splits_of
from reports.words.voice import Voice


class VisitDialog(CommandDialog):
    """One receipt for everything a member pays: an amount beside each card and each charge."""

    def __init__(self, session: Session, voice: Voice, position: MemberPosition) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Receive from a member"),
            verb=lambda voice: voice.tr("Receive"),
            tells=_with_cards(position.cards),
        )
        self._member = position.member
        loans = session.ask(loans_due, on=session.today, member=position.member.number)
        self._lines = payables(position, loans.get(position.member.number, ()))
        self._paid = session.ask(largest_payments, at=session.today, member=position.member.number)
        self.form.add_heading(_whose(position))
        self.as_expected = self.form.add_wide(Button(_all_expected(self._expected()), voice))
        self.as_expected.setAutoDefault(False)
        self.as_expected.clicked.connect(self.fill_expected)
        self.as_expected.setVisible(self._expected() > ZERO)
        self.amounts = [self._amount_row(at) for at in range(len(self._lines))]
        if self.amounts:
            self.amounts[0].setFocus()
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )
        self._add_papers()

    @override
    def command(self) -> ReceiveVisit | None:
        day = self.day.day()
        if day is None:
            return None
        return VisitForm(
            member=self._member.number,
            on=day,
            lines=self._lines,
            amounts=[field.amount() for field in self.amounts],
            bank=picked_bank(self.place),
            paper_book=self.paper_book.words(),
            paper_number=self.paper_number.words(),
            note=self.note.words(),
        ).command()

    def fill_expected(self) -> None:
        """Everything that is expected, as the amount that is paid."""
        for line, field in zip(self._lines, self.amounts, strict=True):
            if line.expected > ZERO:
                field.set_amount(line.expected)
        self.rehearse()

    def _amount_row(self, at: int) -> MoneyField:
        line = self._lines[at]
        field = self.add(
            f"items.{at}",
            lambda voice: voice.name(line.name_th, line.name_en),
            MoneyField(self.voice),
            optional=True,
        )
        if line.expected > ZERO:
            field.set_expected(line.expected)
        paid = self._paid.get(line.card or 0)
        if paid is not None:
            field.set_usual(max(paid, line.expected))
        held = line.held
        if held is not None:
            field.hint(lambda voice: voice.tr("Holds {held}").format(held=voice.money(held)))
        return field

    def _add_papers(self) -> None:
        voice = self.voice
        self.paper_book = self.add(
            "paper_book",
            lambda voice: voice.tr("Receipt book no."),
            TextField(voice),
            optional=True,
        )
        self.paper_number = self.add(
            "paper_number",
            lambda voice: voice.tr("Number in the receipt book"),
            TextField(voice),
            optional=True,
        )
        self.note = self.add(
            "note", lambda voice: voice.tr("Note"), TextField(voice), optional=True
        )

    def _expected(self) -> Money:
        return total(line.expected for line in self._lines)


class PayOutDialog(CommandDialog):
    """Savings taken out or shares given back, with the voucher for it."""

    def __init__(self, session: Session, voice: Voice, position: MemberPosition) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Pay out to a member"),
            verb=lambda voice: voice.tr("Pay out"),
            tells=_with_cards(position.cards),
        )
        self._cards = payable_out(position)
        self.form.add_heading(_whose(position))
        self.card = self.add(
            "card",
            lambda voice: voice.tr("From"),
            PickField(voice, [(card.card, _card_text(card)) for card in self._cards]),
        )
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.leaving = self.form.add_wide(
            Tick(lambda voice: voice.tr("The shares are given back because she leaves"), voice)
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid from"), cash_or_bank(session, voice)
        )
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.note = self.add(
            "note", lambda voice: voice.tr("Note"), TextField(voice), optional=True
        )
        self.card.changed.connect(self._card_picked)
        self.leaving.toggled.connect(self.rehearse)
        self._card_picked()

    @override
    def command(self) -> Command | None:
        card, amount, day = self._picked(), self.amount.amount(), self.day.day()
        if card is None or amount is None or day is None:
            return None
        return PayOutForm(
            card=card,
            amount=amount,
            on=day,
            bank=picked_bank(self.place),
            approved_by=self.approved_by.words(),
            note=self.note.words(),
            leaving=self.leaving.isChecked(),
        ).command()

    def _picked(self) -> MemberCard | None:
        picked = self.card.picked()
        return next((card for card in self._cards if card.card == picked), None)

    def _card_picked(self) -> None:
        card = self._picked()
        self.leaving.setVisible(card is not None and card.kind is CardKind.SHARE)


def _whose(position: MemberPosition) -> Says:
    member = position.member
    return lambda voice: f"{voice.digits(member.number)} {member.name}".strip()


def _card_text(card: MemberCard) -> Says:
    return lambda voice: voice.tr("{name}, holds {held}").format(
        name=voice.name(card.name_th, card.name_en), held=voice.money(card.balance)
    )


def _all_expected(amount: Money) -> Says:
    return lambda voice: voice.tr("All as expected: {amount}").format(amount=voice.money(amount))


def _with_cards(cards: Sequence[MemberCard]) -> Tells:
    def tells(outcome: Outcome) -> Says:
        general = papers_and_total(outcome)
        after = cards_after(cards, outcome.entries)
        return lambda voice: "\n".join(
            [
                general(voice),
                *splits_of(outcome, voice),
                *(_after(one, voice) for one in after),
            ]
        )

    return tells


def _after(card: CardAfter, voice: Voice) -> str:
    return voice.tr("{name} then holds {amount}.").format(
        name=voice.name(card.name_th, card.name_en), amount=voice.money(card.after)
    )
