"""Photos and health data that are kept without a member's consent (trust.md 6.8)."""

from __future__ import annotations

from typing_extensions import override

from desktop.audit.columns import consent_gap_columns
from desktop.audit.desk import DeskPage
from desktop.audit.state import Leads, consent_facts
from desktop.parts.table import Table
from desktop.parts.words import Button
from desktop.session.screen import Screen, marked
from ledger.queries.consents import consent_gaps


class ConsentPage(DeskPage):
    """One row for each thing that is kept; Enter goes to the member."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.member = Button(lambda voice: voice.tr("Go to the member"), self.voice, main=True)
        self.form = Button(lambda voice: voice.tr("Consent form"), self.voice)
        self.paper = Button(lambda voice: voice.tr("Kept without consent"), self.voice)
        self.gaps = Table(
            consent_gap_columns,
            self.voice,
            name=lambda voice: voice.tr("Kept without consent"),
            identity=lambda row: (row.member, row.kept),
        )
        self.gaps.say_when_empty(lambda voice: voice.tr("For everything kept there is a consent."))
        self.put((), (self.member, self.form, self.paper), (self.gaps,))
        self.gaps.activated.connect(self._member)
        self.member.clicked.connect(self._member)
        self.form.clicked.connect(self._form)
        self.paper.clicked.connect(lambda: self.go(Leads("papers", "consent-gaps")))

    @override
    def freshen(self) -> None:
        found = self.session.ask(consent_gaps)
        self.facts.say(lambda voice: consent_facts(found, voice))
        self.gaps.set_rows(found.rows)

    def _member(self) -> None:
        row = marked(self.gaps, self.desk.asks)
        if row is not None:
            self.go(Leads("members", row.member))

    def _form(self) -> None:
        row = self.gaps.current()
        self.go(Leads("papers", ("consent-form", row.member) if row else "consent-form"))
