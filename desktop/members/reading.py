"""What is read out to a member at the table, as lines of words and figures; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ledger.domain.accounts import CardKind
from ledger.queries.papers import ReceiptRow
from ledger.queries.position import MemberCard, MemberPosition
from reports.words.voice import Voice

Says = Callable[[Voice], str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the member view: what, and how much, each as a reader hears it."""

    what: Says
    amount: Says


def figures_of(position: MemberPosition) -> tuple[Figure, ...]:
    """What is read out at the table: cards that are open, what is due, the last receipts."""
    return (
        *(_card_figure(card) for card in position.cards if card.closed_on is None),
        Figure(lambda voice: voice.tr("To pay now"), lambda voice: voice.money(position.owed)),
        *(_receipt_figure(row) for row in position.receipts[:3] if row.void is None),
    )


def _card_figure(card: MemberCard) -> Figure:
    def what(voice: Voice) -> str:
        name = voice.name(card.name_th, card.name_en)
        return voice.tr("{loan}: still owed").format(loan=name) if _owed(card) else name

    return Figure(what, lambda voice: voice.money(abs(card.balance)))


def _owed(card: MemberCard) -> bool:
    return card.kind is CardKind.LOAN


def _receipt_figure(row: ReceiptRow) -> Figure:
    return Figure(
        lambda voice: voice.tr("Receipt {number} of {day}").format(
            number=voice.digits(row.receipt), day=voice.day(row.on)
        ),
        lambda voice: voice.money(row.total),
    )
