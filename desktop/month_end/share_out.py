"""The end of a cycle: everything is paid out to the members, looked at before it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import AskedDialog, day, money_place, picks, resolution, words
from desktop.session.long_dialog import LongDialog
from ledger.domain.commands import Outcome
from ledger.domain.money import Money
from ledger.usecases.sharing_out import ShareOut
from reports.words.rules import ROUNDINGS
from reports.words.voice import Voice


class ShareOutDialog(LongDialog, AskedDialog):
    """Every member is paid in one act."""


def share_out_form(session: Session, voice: Voice) -> QDialog:
    """The trial run stands below the form with every member's entry (feature 34)."""
    roundings = [(one, _said(text)) for one, text in ROUNDINGS.items()]
    return ShareOutDialog(
        session,
        voice,
        title=share_out_name,
        verb=lambda voice: voice.tr("Pay everything out"),
        told=lambda voice: voice.tr(
            "Each member gets what she saved and her part of what the group made; then all "
            "accounts stand at zero. All money has to lie in the place it is paid from."
        ),
        asks=(
            day(),
            resolution(),
            money_place(lambda voice: voice.tr("Paid from")),
            picks(
                "rounding",
                lambda voice: voice.tr("Rounding of each part"),
                [(None, _exactly), *roundings],
                optional=True,
            ),
            words("approved_by", lambda voice: voice.tr("Approved by"), optional=True),
        ),
        makes=ShareOut,
        tells=_trial,
    )


def share_out_name(voice: Voice) -> str:
    return voice.tr("Share out and end the cycle")


def _trial(outcome: Outcome) -> Says:
    paid, members = Money.from_decimal(str(outcome.made["paid"])), int(str(outcome.made["members"]))
    return lambda voice: voice.tr_n(
        "Trial run: {amount} baht go to {count} member. Every entry stands below.",
        "Trial run: {amount} baht go to {count} members. Every entry stands below.",
        members,
    ).format(amount=voice.money(paid), count=voice.number(members))


def _exactly(voice: Voice) -> str:
    return voice.tr("To the last satang")


def _said(text: str) -> Says:
    return lambda voice: voice.tr(text)
