"""What is done less often for a member: holds, transfers, cancellations, corrections."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog

from desktop.members.consent_forms import (
    consent_form,
    consent_title,
    withdraw_form,
    withdraw_title,
)
from desktop.members.data_forms import (
    erase_form,
    erase_title,
    restrict_form,
    restrict_title,
    texts_form,
)
from desktop.members.early_form import early_form, early_title
from desktop.members.records import open_holds
from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import (
    Asked,
    AskedDialog,
    amount,
    day,
    picks,
    reason,
    words,
    yes_no,
)
from desktop.session.more import Deed, forms_of
from desktop.session.screen import Screen
from ledger.domain.accounts import CardKind
from ledger.domain.products import Hold
from ledger.queries.arrears import OpenItem
from ledger.queries.position import MemberCard, MemberPosition
from ledger.usecases.charging import CancelCharge
from ledger.usecases.closing_card import CloseCard
from ledger.usecases.saving import PlaceHold, ReleaseHold, TransferSavings
from ledger.usecases.settling import UndoSettlement
from ledger.usecases.visiting import VoidReceipt
from reports.words.voice import Voice

Of = Callable[[], MemberPosition | None]
Deeds = Callable[[], QDialog | None]
_SAVED = (CardKind.SAVINGS, CardKind.CONTRIBUTION)


def deeds_of(screen: Screen, position: Of) -> tuple[Deed, ...]:
    """The further forms of a member's page; ``position`` is the member that is open."""
    form = forms_of(screen, position)
    return (
        Deed("transfer-savings", _transfer, form(transfer_form)),
        Deed("withdraw-early", early_title, form(early_form)),
        Deed("place-hold", _hold, form(hold_form)),
        Deed("release-hold", _release, form(release_form)),
        Deed("close-card", _close, form(close_form)),
        Deed("cancel-charge", _cancel, form(cancel_form)),
        Deed("void-receipt", _void, form(void_form)),
        Deed("restrict-person", restrict_title, form(restrict_form)),
        Deed("record-consent", consent_title, form(consent_form)),
        Deed("withdraw-consent", withdraw_title, form(withdraw_form)),
        Deed("undo-settlement", _undo, form(undo_form)),
        Deed("erase-person", erase_title, form(erase_form)),
        Deed("erase-texts", _texts, form(texts_form)),
    )


def _texts(voice: Voice) -> str:
    return voice.tr("Erase texts that name her")


def transfer_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """From one savings account of the member to another of hers."""
    cards = _open(position)
    if len(cards) < 2:
        return None
    return AskedDialog(
        session,
        voice,
        title=_transfer,
        verb=lambda voice: voice.tr("Transfer"),
        asks=(
            _card(cards, "source", lambda voice: voice.tr("From the account")),
            _card(cards[1:] + cards[:1], "target", lambda voice: voice.tr("To the account")),
            amount(),
            day(),
            words("note", lambda voice: voice.tr("Note"), optional=True),
        ),
        makes=TransferSavings,
    )


def hold_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """An amount that may not be taken out until it is released."""
    cards = _open(position)
    if not cards:
        return None
    asks = (_card(cards), amount(), day(), reason())
    return AskedDialog(
        session,
        voice,
        title=_hold,
        verb=lambda voice: voice.tr("Put on hold"),
        asks=asks,
        makes=PlaceHold,
    )


def release_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """One of the holds ends."""
    cards = {card.card: card for card in position.cards}
    holds = session.ask(open_holds, cards=frozenset(cards))
    if not holds:
        return None
    options = [(one.number, _held(one, cards[one.card])) for one in holds]
    return AskedDialog(
        session,
        voice,
        title=_release,
        verb=lambda voice: voice.tr("Release"),
        asks=(picks("hold", lambda voice: voice.tr("Hold"), options), day()),
        makes=ReleaseHold,
    )


def close_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """A card that holds nothing takes no more entries."""
    cards = [card for card in position.cards if card.closed_on is None]
    if not cards:
        return None
    return AskedDialog(
        session,
        voice,
        title=_close,
        verb=lambda voice: voice.tr("Close the card"),
        asks=(
            _card(cards),
            day(),
            yes_no("forfeit", lambda voice: voice.tr("Interest not credited yet is given up")),
        ),
        makes=CloseCard,
    )


def cancel_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """A fee, fine or dues that is no longer asked for."""
    items = [(one.charge, _asked(one)) for one in position.open_items if one.charge is not None]
    if not items:
        return None
    return AskedDialog(
        session,
        voice,
        title=_cancel,
        verb=lambda voice: voice.tr("Cancel the charge"),
        asks=(picks("charge", lambda voice: voice.tr("What for"), items), reason()),
        makes=CancelCharge,
    )


def void_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """A receipt that was wrong; its number stays, and a right one is written after it."""
    written = [row.receipt for row in position.receipts if row.void is None]
    number = words(
        "receipt",
        lambda voice: voice.tr("Number of the receipt"),
        start=written[0] if written else "",
    )
    return AskedDialog(
        session,
        voice,
        title=_void,
        verb=lambda voice: voice.tr("Void the receipt"),
        asks=(number, day(), reason()),
        makes=VoidReceipt,
    )


def undo_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """The settlement of a member who left was a mistake."""
    if position.member.left is None:
        return None
    return AskedDialog(
        session,
        voice,
        title=_undo,
        verb=lambda voice: voice.tr("Undo the settlement"),
        asks=(day(), reason()),
        makes=partial(UndoSettlement, member=position.member.number),
    )


def _open(position: MemberPosition) -> list[MemberCard]:
    return [card for card in position.cards if card.closed_on is None and card.kind in _SAVED]


def _card(cards: list[MemberCard], name: str = "card", says: Says | None = None) -> Asked:
    label = says or (lambda voice: voice.tr("Card"))
    return picks(name, label, [(card.card, _holding(card)) for card in cards])


def _holding(card: MemberCard) -> Says:
    return lambda voice: voice.tr("{name}, {amount} baht").format(
        name=voice.name(card.name_th, card.name_en), amount=voice.money(abs(card.balance))
    )


def _held(hold: Hold, card: MemberCard) -> Says:
    return lambda voice: voice.tr("{name}, {amount} baht: {reason}").format(
        name=voice.name(card.name_th, card.name_en),
        amount=voice.money(hold.amount),
        reason=hold.reason,
    )


def _asked(item: OpenItem) -> Says:
    return lambda voice: voice.tr("{name}, {amount} baht").format(
        name=voice.name(item.name_th, item.name_en), amount=voice.money(item.owed)
    )


def _transfer(voice: Voice) -> str:
    return voice.tr("Transfer between her accounts")


def _hold(voice: Voice) -> str:
    return voice.tr("Put an amount on hold")


def _release(voice: Voice) -> str:
    return voice.tr("Release a hold")


def _close(voice: Voice) -> str:
    return voice.tr("Close a card")


def _cancel(voice: Voice) -> str:
    return voice.tr("Cancel a fee, a fine or dues")


def _void(voice: Voice) -> str:
    return voice.tr("Void a receipt")


def _undo(voice: Voice) -> str:
    return voice.tr("Undo a settlement")
