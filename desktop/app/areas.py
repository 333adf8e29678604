"""Which areas the window has, in the order of interface.md; each screen is imported when seen."""

from __future__ import annotations

from dataclasses import replace

from desktop.app.rights import AREAS, BUTTONS, NEW
from desktop.parts.ask import Asks
from desktop.session import Session
from desktop.session.screen import Screen
from desktop.shell.areas import Area
from reports.words.voice import Voice


def areas() -> tuple[Area, ...]:
    return tuple(
        replace(
            one,
            needs=AREAS.get(one.name, ()),
            buttons=BUTTONS.get(one.name, {}),
            new=NEW.get(one.name, ()),
        )
        for one in _areas()
    )


def _areas() -> tuple[Area, ...]:
    return (
        Area("home", lambda voice: voice.tr("Home"), _home),
        Area("collection", lambda voice: voice.tr("Collection"), _collection),
        Area("members", lambda voice: voice.tr("Members"), _members),
        Area("savings", lambda voice: voice.tr("Savings and shares"), _savings),
        Area("loans", lambda voice: voice.tr("Loans"), _loans),
        Area("codi", lambda voice: voice.tr("CODI"), _codi),
        Area("grants", lambda voice: voice.tr("Projects"), _projects),
        Area("welfare", lambda voice: voice.tr("Welfare"), _welfare),
        Area("cash", lambda voice: voice.tr("Cash and bank"), _cash),
        Area("journal", lambda voice: voice.tr("Journal"), _journal),
        Area("month_end", lambda voice: voice.tr("Month end"), _month_end),
        Area("papers", lambda voice: voice.tr("Reports"), _papers),
        Area("audit", lambda voice: voice.tr("Audit"), _audit),
        Area("exchange_area", lambda voice: voice.tr("Import and export"), _exchange),
        Area("setup_area", lambda voice: voice.tr("Set-up"), _setup),
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


def _papers(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.papers.screen import PapersScreen

    return PapersScreen(session, voice, ask)


def _cash(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.cash.screen import CashScreen

    return CashScreen(session, voice, ask)


def _month_end(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.month_end.screen import MonthEndScreen

    return MonthEndScreen(session, voice, ask)


def _loans(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.loans.screen import LoansScreen

    return LoansScreen(session, voice, ask)


def _codi(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.codi.screen import CodiScreen

    return CodiScreen(session, voice, ask)


def _projects(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.grants.screen import ProjectsScreen

    return ProjectsScreen(session, voice, ask)


def _welfare(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.welfare.screen import WelfareScreen

    return WelfareScreen(session, voice, ask)


def _savings(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.savings.screen import SavingsScreen

    return SavingsScreen(session, voice, ask)


def _audit(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.audit.screen import AuditScreen

    return AuditScreen(session, voice, ask)


def _exchange(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.exchange_area.screen import ExchangeScreen

    return ExchangeScreen(session, voice, ask)


def _setup(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.setup_area.screen import SetupScreen

    return SetupScreen(session, voice, ask)


def _collection(session: Session, voice: Voice, ask: Asks) -> Screen:
    from desktop.collection.screen import CollectionScreen

    return CollectionScreen(session, voice, ask)
