"""An instalment comes in: in money or out of savings, with its split, and what is too much."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_and_banks, picked_bank
from desktop.session.session import Session
from ledger.domain.accounts import CardKind
from ledger.domain.commands import Outcome
from ledger.domain.loans.contract import Early
from ledger.domain.money import ZERO
from ledger.domain.products import CREDIT_PRODUCT
from ledger.queries.loan_paper import LoanPaper
from ledger.queries.position import MemberCard, member_position
from ledger.usecases.loan_paying import PayLoansFromSavings
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from reports.words.loan_words import splits_of
from reports.words.voice import Voice

_CREDIT = "credit"


class PaymentDialog(CommandDialog):
    """An instalment comes in; its split stands there before it is booked."""

    def __init__(self, session: Session, voice: Voice, loan: LoanPaper) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Receive an instalment"),
            verb=lambda voice: voice.tr("Receive"),
            tells=_split,
        )
        contract = loan.loan.contract
        self._card, self._member = contract.card, contract.member
        savings = _savings_of(session, contract.member)
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank",
            lambda voice: voice.tr("Paid by"),
            PickField(
                voice,
                [
                    *cash_and_banks(session),
                    *((card.card, _held(card)) for card in savings if card.balance > ZERO),
                ],
            ),
        )
        self.early = self.form.add(
            lambda voice: voice.tr("More than is due"),
            PickField(
                voice,
                [
                    (None, lambda voice: voice.tr("as the contract says")),
                    (Early.SHORTEN, lambda voice: voice.tr("makes fewer instalments")),
                    (Early.LOWER, lambda voice: voice.tr("makes smaller instalments")),
                    (Early.ADVANCE, lambda voice: voice.tr("is kept for instalments to come")),
                ],
            ),
        )
        self.rest = self.form.add(
            lambda voice: voice.tr("More than is owed"),
            PickField(
                voice,
                [
                    (None, lambda voice: voice.tr("is not taken")),
                    (_CREDIT, lambda voice: voice.tr("stays the member's as a credit")),
                    *(
                        (card.card, _held(card))
                        for card in savings
                        if card.product != CREDIT_PRODUCT
                    ),
                ],
            ),
        )

    @override
    def command(self) -> ReceiveVisit | PayLoansFromSavings | None:
        amount, day, picked = self.amount.amount(), self.day.day(), self.early.picked()
        if amount is None or day is None:
            return None
        early = picked if isinstance(picked, Early) else None
        source, rest = self.place.picked(), self.rest.picked()
        if isinstance(source, int):
            return PayLoansFromSavings(
                card=source, amount=amount, on=day, cards=(self._card,), early=early
            )
        item = Item(
            item=ItemKind.LOAN,
            card=self._card,
            amount=amount,
            early=early,
            rest=rest if isinstance(rest, int) else None,
            credit=rest == _CREDIT,
        )
        return ReceiveVisit(
            member=self._member, on=day, items=(item,), bank=picked_bank(self.place)
        )


def _split(outcome: Outcome) -> Says:
    return lambda voice: "\n".join(splits_of(outcome, voice))


def _savings_of(session: Session, member: str | None) -> list[MemberCard]:
    """The open savings accounts of a borrower, what she paid too much before among them."""
    if member is None:
        return []
    cards = session.ask(member_position, member=member, at=session.today).cards
    return [one for one in cards if one.kind is CardKind.SAVINGS and one.closed_on is None]


def _held(card: MemberCard) -> Says:
    return lambda voice: voice.tr("{name}, holds {held}").format(
        name=voice.name(card.name_th, card.name_en), held=voice.money(card.balance)
    )
