"""What one user prefers, kept in the book as well as on this PC."""

from __future__ import annotations

from desktop.session import Session
from desktop.session.preferences import Preferences, place_of
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.people import UserLocked, UserNotRegistered


def keep_preferences(session: Session, preferences: Preferences) -> None:
    """Whoever may write nothing into the book has them on this PC alone."""
    try:
        session.save_drafts(place_of(session.user), preferences.items())
    except (UserNotRegistered, UserLocked):
        pass
    except Refusal as refusal:
        session.refused.emit(refusal)
