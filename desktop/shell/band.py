"""The band over every screen of a book that is not a real one at work: why, in one sentence."""

from __future__ import annotations

from desktop.parts.words import Says, nothing
from desktop.session import Session
from ledger.queries.people import Rights
from reports.words.voice import Voice


def band_said(session: Session, may: Rights, *, practice: bool) -> Says:
    """What the band says; ``nothing`` of an encrypted book in which somebody may work."""
    if session.looks_only:
        return _elsewhere
    if not any(row.allowed for row in may.rows):
        return _only_looking
    if practice:
        return _practice
    return nothing if session.encrypted else _plain


def _only_looking(voice: Voice) -> str:
    return voice.tr("You are no active user of this book: you can look at it and change nothing")


def _elsewhere(voice: Voice) -> str:
    return voice.tr(
        "Only to look at: this book lies where nothing can be written, or on a stick or another "
        "computer. To work with it, restore it into a folder of this PC"
    )


def _practice(voice: Voice) -> str:
    return voice.tr("Practice book: everything here is invented and may be broken")


def _plain(voice: Voice) -> str:
    return voice.tr(
        "Not encrypted: whoever gets this file reads everything. Real books are made with a "
        "passphrase; this is only for practice"
    )


def lock_comes(voice: Voice) -> str:
    return voice.tr("Still here? The book locks in half a minute; press any key to go on")
