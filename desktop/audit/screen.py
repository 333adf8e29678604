"""The auditor's desk: one tab for each of her tools, each asked only while it is seen."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QTimer
from typing_extensions import override

from desktop.audit.check_page import CheckPage
from desktop.audit.confirm_page import ConfirmPage, FollowPage
from desktop.audit.consent_page import ConsentPage
from desktop.audit.desk import DeskPage
from desktop.audit.flag_page import FlagPage
from desktop.audit.log_page import LogPage
from desktop.audit.question_page import QuestionPage
from desktop.audit.sample_page import SamplePage
from desktop.audit.state import Tab, act_wanted, code_wanted, tab_named
from desktop.parts.ask import Asks
from desktop.parts.words import Label, Says
from desktop.session import Session
from desktop.session.screen import Opens, Screen, show_dialog
from desktop.session.tabs import Tabs
from reports.words.voice import Voice

_NAMES: dict[Tab, Says] = {
    Tab.CHECK: lambda voice: voice.tr("The check"),
    Tab.QUESTIONS: lambda voice: voice.tr("Questions"),
    Tab.SAMPLES: lambda voice: voice.tr("Samples"),
    Tab.CONFIRMATIONS: lambda voice: voice.tr("Confirmations"),
    Tab.FOLLOW_UP: lambda voice: voice.tr("Follow-up"),
    Tab.RED_FLAGS: lambda voice: voice.tr("Red flags"),
    Tab.CONSENTS: lambda voice: voice.tr("Consents"),
    Tab.LOG: lambda voice: voice.tr("Activity log"),
}


class AuditScreen(Screen):
    """Tabs in the order of an auditor's visit (domain.md 5.3)."""

    SHOWS = frozenset(
        {
            "entries",
            "audit_questions",
            "audit_answers",
            "inspections",
            "confirmations",
            "cleared_flags",
            "members",
            "consents",
            "member_photos",
            "welfare_claims",
            "loan_contracts",
        }
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.check = CheckPage(self)
        self.questions = QuestionPage(self)
        self.samples = SamplePage(self)
        self.confirmations = ConfirmPage(self)
        self.follow_up = FollowPage(self)
        self.red_flags = FlagPage(self)
        self.consents = ConsentPage(self)
        self.log = LogPage(self)
        self.pages: dict[Tab, DeskPage] = {
            Tab.CHECK: self.check,
            Tab.QUESTIONS: self.questions,
            Tab.SAMPLES: self.samples,
            Tab.CONFIRMATIONS: self.confirmations,
            Tab.FOLLOW_UP: self.follow_up,
            Tab.RED_FLAGS: self.red_flags,
            Tab.CONSENTS: self.consents,
            Tab.LOG: self.log,
        }
        self.tabs = Tabs([(_NAMES[tab], page) for tab, page in self.pages.items()], voice)
        self.body.addWidget(Label(lambda voice: voice.tr("Audit"), voice, heading=True))
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._turned)

    @override
    def ask_again(self) -> None:
        self.check.forget()
        self.page.freshen()

    @property
    def page(self) -> DeskPage:
        """The tab that is seen."""
        return list(self.pages.values())[self.tabs.currentIndex()]

    @override
    def open_at(self, key: Hashable) -> None:
        code, act = code_wanted(key), act_wanted(key)
        tab = Tab.CHECK if code else Tab.LOG if act else tab_named(key)
        if tab is not None:
            self.tabs.setCurrentWidget(self.pages[tab])
        if code:
            self.check.prove_code(code)
        if act:
            # A dialog waits for its answer, and whoever sent us here does not wait for that.
            QTimer.singleShot(0, self, lambda: self.log.show_act(act))

    @override
    def take_keyboard(self) -> None:
        self.tabs.tabBar().setFocus()

    def _turned(self, _at: int) -> None:
        self.page.freshen()
