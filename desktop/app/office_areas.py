"""Which areas the window of a network office has; each screen is imported when seen."""

from __future__ import annotations

from desktop.office.screen import OfficeScreen
from desktop.office.session import OfficeSession
from desktop.office.window import OfficeArea
from desktop.parts.ask import Asks
from reports.words.voice import Voice


def office_areas() -> tuple[OfficeArea, ...]:
    return (
        OfficeArea("packages", lambda voice: voice.tr("Packages"), _packages, ("many",)),
        OfficeArea("missing", lambda voice: voice.tr("Not handed in"), _missing),
        OfficeArea("roll_up", lambda voice: voice.tr("Network roll-up"), _roll_up),
        OfficeArea("register", lambda voice: voice.tr("Members of networks"), _register, ("new",)),
        OfficeArea("papers", lambda voice: voice.tr("Papers"), _papers),
    )


def _packages(session: OfficeSession, voice: Voice, ask: Asks) -> OfficeScreen:
    from desktop.office.packages_screen import PackagesScreen

    return PackagesScreen(session, voice, ask)


def _missing(session: OfficeSession, voice: Voice, ask: Asks) -> OfficeScreen:
    from desktop.office.missing_screen import MissingScreen

    return MissingScreen(session, voice, ask)


def _roll_up(session: OfficeSession, voice: Voice, ask: Asks) -> OfficeScreen:
    from desktop.office.rollup_screen import RollUpScreen

    return RollUpScreen(session, voice, ask)


def _register(session: OfficeSession, voice: Voice, ask: Asks) -> OfficeScreen:
    from desktop.office.register_screen import RegisterScreen

    return RegisterScreen(session, voice, ask)


def _papers(session: OfficeSession, voice: Voice, ask: Asks) -> OfficeScreen:
    from desktop.office.papers_screen import OfficePapersScreen

    return OfficePapersScreen(session, voice, ask)
