"""A member in need takes a fixed deposit out before its term."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog

from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import AskedDialog, day, money_place, picks, words
from ledger.domain.commands import Outcome
from ledger.domain.money import ZERO, Money
from ledger.queries.position import MemberCard, MemberPosition
from ledger.usecases.early_withdrawing import WithdrawEarly
from reports.words.voice import Voice


def early_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """A fixed deposit before its term, whole; interest and sum are shown before it is paid."""
    fixed = [
        card
        for card in position.cards
        if card.closed_on is None
        and card.matures_on is not None
        and card.matures_on > session.today
        and card.balance > ZERO
    ]
    if not fixed:
        return None
    return AskedDialog(
        session,
        voice,
        title=early_title,
        verb=lambda voice: voice.tr("Pay out"),
        asks=(
            picks(
                "card",
                lambda voice: voice.tr("Card"),
                [(card.card, partial(_deposit, card)) for card in fixed],
            ),
            day(),
            money_place(),
            words("approved_by", lambda voice: voice.tr("Approved by"), optional=True),
            words("note", lambda voice: voice.tr("Note"), optional=True),
        ),
        makes=WithdrawEarly,
        told=_early_told,
        tells=_early_paid,
    )


def early_title(voice: Voice) -> str:
    """The form's name in the list of what can be done."""
    return voice.tr("Pay out a fixed deposit early")


def _early_told(voice: Voice) -> str:
    return voice.tr(
        "The whole deposit is paid out, with interest at the lower rate that the product's rules "
        "set for this, less what was credited before; then the account is closed."
    )


def _early_paid(outcome: Outcome) -> Says:
    made = outcome.made
    return lambda voice: voice.tr(
        "Deposit {deposit} and interest {interest}: {paid} baht are paid out."
    ).format(
        deposit=voice.money(Money.from_decimal(str(made["deposit"]))),
        interest=voice.money(Money.from_decimal(str(made["interest"]))),
        paid=voice.money(Money.from_decimal(str(made["paid"]))),
    )


def _deposit(card: MemberCard, voice: Voice) -> str:
    matures = "" if card.matures_on is None else voice.day(card.matures_on)
    return voice.tr("{name}, {amount} baht, until {day}").format(
        name=voice.name(card.name_th, card.name_en),
        amount=voice.money(card.balance),
        day=matures,
    )
