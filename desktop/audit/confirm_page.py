"""Replies to balance confirmations with their coverage, and the follow-up table of findings."""

from __future__ import annotations

from typing_extensions import override

from desktop.audit.columns import confirmation_columns, inspection_columns
from desktop.audit.desk import DeskPage, day_field
from desktop.audit.dialogs import FindingDialog, FollowDialog, ReplyDialog
from desktop.audit.state import Leads, confirmation_facts
from desktop.parts.table import Table
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button
from desktop.session.fields import month_field, months_back
from desktop.session.screen import Screen, marked
from ledger.domain.auditing import Inspection
from ledger.domain.days import Month, day_before
from ledger.queries.audit_desk import ConfirmationRow, confirmations, follow_up


class ConfirmPage(DeskPage):
    """Every member's card with a balance at the day; Enter takes the reply down."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        last = day_before(Month.of(self.session.today).first)
        self.at = day_field(self.session, self.voice, last)
        self.reply = Button(lambda voice: voice.tr("Take down the reply"), self.voice, main=True)
        self.slip = Button(lambda voice: voice.tr("Balance confirmation"), self.voice)
        self.member = Button(lambda voice: voice.tr("Go to the member"), self.voice)
        self.cards = Table(
            confirmation_columns,
            self.voice,
            name=lambda voice: voice.tr("Confirmations"),
            identity=lambda row: row.card,
        )
        self.cards.say_when_empty(lambda voice: voice.tr("No member had a balance at this day."))
        self.put(
            ((lambda voice: voice.tr("Balances as at"), self.at),),
            (self.reply, self.slip, self.member),
            (self.cards,),
        )
        self.at.changed.connect(self.freshen)
        self.cards.activated.connect(self._reply)
        self.reply.clicked.connect(self._reply)
        self.slip.clicked.connect(self._slip)
        self.member.clicked.connect(self._member)

    @override
    def freshen(self) -> None:
        day = self.at.day()
        if day is not None:
            found = self.session.ask(confirmations, at=day)
            self.facts.say(lambda voice: confirmation_facts(found, voice))
            self.cards.set_rows(found.rows)

    def _reply(self) -> None:
        row, day = marked(self.cards, self.desk.asks), self.at.day()
        if isinstance(row, ConfirmationRow) and day is not None:
            self.desk.show_form(ReplyDialog(self.session, self.voice, row, day))

    def _slip(self) -> None:
        row = self.cards.current()
        key = ("balance-confirmation", row.member) if row is not None else "balance-confirmation"
        self.go(Leads("papers", key))

    def _member(self) -> None:
        row = marked(self.cards, self.desk.asks)
        if row is not None:
            self.go(Leads("members", row.member))


class FollowPage(DeskPage):
    """Findings of a month and those of earlier ones that are still open."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.month: PickField = month_field(self.voice, months_back(self.session.today))
        self.add = Button(lambda voice: voice.tr("New finding"), self.voice, main=True)
        self.follow = Button(lambda voice: voice.tr("Follow it up"), self.voice)
        self.paper = Button(lambda voice: voice.tr("Inspection report"), self.voice)
        self.findings = Table(
            inspection_columns,
            self.voice,
            name=lambda voice: voice.tr("Findings and follow-up"),
            identity=lambda row: row.number,
        )
        self.findings.say_when_empty(lambda voice: voice.tr("Nothing was found so far."))
        self.put(
            ((lambda voice: voice.tr("Month"), self.month),),
            (self.add, self.follow, self.paper),
            (self.findings,),
        )
        self.month.changed.connect(self.freshen)
        self.findings.activated.connect(self._follow)
        self.add.clicked.connect(self._add)
        self.follow.clicked.connect(self._follow)
        self.paper.clicked.connect(self._paper)

    @override
    def freshen(self) -> None:
        month = self.month.picked()
        if isinstance(month, Month):
            found = self.session.ask(follow_up, month=month)
            self.facts.say(
                lambda voice: voice.tr("Findings still open: {count}").format(
                    count=voice.number(found.open)
                )
            )
            self.findings.set_rows(found.rows)

    def _add(self) -> None:
        self.desk.show_form(FindingDialog(self.session, self.voice))

    def _follow(self) -> None:
        row = marked(self.findings, self.desk.asks)
        if isinstance(row, Inspection) and row.settled:
            self.desk.asks.tell(lambda voice: voice.tr("This finding is settled already."))
        elif row is not None:
            self.desk.show_form(FollowDialog(self.session, self.voice, row))

    def _paper(self) -> None:
        self.go(Leads("papers", ("inspection-report", self.month.picked())))
