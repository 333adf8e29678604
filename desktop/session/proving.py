"""Who takes the whole book out of it shows once more that she is the user (trust.md T13)."""

from __future__ import annotations

from desktop.parts.ask import Asks
from desktop.session.session import Session
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice


def is_the_user(session: Session, asks: Asks) -> bool:
    """Ask for the passphrase of an encrypted book again; a window left open gives nobody a copy.

    A wrong one is told in its sentence, and counts as a try.
    """
    if not session.encrypted:
        return True
    typed = asks.line(_your_passphrase, secret=True)
    if not typed:
        return False
    try:
        session.prove(typed)
    except Refusal as refusal:
        said = refusal
        asks.tell(lambda voice: sentence(said, voice))
        return False
    return True


def _your_passphrase(voice: Voice) -> str:
    return voice.tr("Names and accounts of members leave the book. Type your passphrase once more.")
