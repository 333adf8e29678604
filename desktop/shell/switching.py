"""Somebody else sits down at the keyboard: who, and in an encrypted book her passphrase."""

from __future__ import annotations

from desktop.parts.ask import Asks
from desktop.parts.words import verbatim
from desktop.session import Session
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence


def ask_user(session: Session, ask: Asks) -> str | None:
    """Ask who works from now on and let the session know; None when nobody else does."""
    users = session.may.users
    at = ask.choose(
        lambda voice: voice.tr("Who is at the keyboard now?"), [verbatim(one) for one in users]
    )
    if at is None:
        return None
    user, passphrase = users[at], ""
    if session.encrypted:
        typed = ask.line(
            lambda voice: voice.tr("Passphrase of {user}").format(user=user), secret=True
        )
        if typed is None:
            return None
        passphrase = typed
    try:
        session.change_user(user, passphrase)
    except Refusal as refusal:
        said = refusal
        ask.tell(lambda voice: sentence(said, voice))
        return None
    return user
