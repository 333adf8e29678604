"""What one user prefers, kept in the book as well as on this PC."""

from __future__ import annotations

from contextlib import suppress

from desktop.session import Session
from desktop.session.preferences import Preferences, place_of
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.people import UserLocked, UserNotRegistered


def keep_preferences(session: Session, preferences: Preferences) -> None:
    """Whoever may write nothing into the book has them on this PC alone.

    While long work holds the file they are kept after it, so that nobody waits for it.
    """
    place, items = place_of(session.user), preferences.items()

    def keep(_work: object = None) -> None:
        with suppress(UserNotRegistered, UserLocked):
            session.save_drafts(place, items)

    if session.held:
        session.work(keep, then=lambda _: None)
        return
    try:
        keep()
    except Refusal as refusal:
        session.refused.emit(refusal)
