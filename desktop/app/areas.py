"""Which areas the window has, in the order of interface.md; each screen is imported when seen."""

from __future__ import annotations

from desktop.parts.ask import Asks
from desktop.session import Session
from desktop.session.screen import Screen
from desktop.shell.areas import Area
from reports.words.voice import Voice


def areas() -> tuple[Area, ...]:
    return (
        Area("home", lambda voice: voice.tr("Home"), _home),
        Area("members", lambda voice: voice.tr("Members"), _members),
        Area("journal", lambda voice: voice.tr("Journal"), _journal),
    )


def _home(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.home.screen import HomeScreen

    return HomeScreen(session, voice, ask)


def _members(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.members.screen import MembersScreen

    return MembersScreen(session, voice, ask)


def _journal(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.journal.screen import JournalScreen

    return JournalScreen(session, voice, ask)
