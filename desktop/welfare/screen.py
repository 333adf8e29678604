"""The welfare fund on the screen: members, claims, rounds of matching, rules of benefits."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.words import Button, Label, nothing
from desktop.session import Place, Session
from desktop.session.flow import ButtonRow
from desktop.session.screen import Opens, Screen, show_dialog
from desktop.session.tabs import Tabs
from desktop.welfare.claim_dialogs import (
    CancelClaimDialog,
    ClaimDialog,
    DecideClaimDialog,
    PayClaimDialog,
)
from desktop.welfare.columns import claim_table, member_table, round_table, rule_table
from desktop.welfare.member_dialogs import (
    ContributeDialog,
    FundDialog,
    JoinDialog,
    LeaveFundDialog,
    RateDialog,
)
from desktop.welfare.member_page import MemberPage
from desktop.welfare.round_dialogs import GrantedDialog, MatchMoneyDialog, RoundDialog
from desktop.welfare.rule_dialog import RuleDialog
from desktop.welfare.state import Step, fund_facts, next_step
from ledger.domain.welfare_fund import WelfareFund
from ledger.queries.welfare_card import welfare_card
from ledger.queries.welfare_claims import ClaimRow, RuleView, benefit_rules, welfare_claims
from ledger.queries.welfare_members import WelfareMemberRow, welfare_members
from ledger.queries.welfare_report import match_rounds
from reports.words.voice import Voice


class WelfareScreen(Screen):
    """Lists first; Enter opens a member of the fund, Escape goes back."""

    SHOWS = frozenset(
        {
            *("entries", "members", "loan_payments", "match_rounds", "welfare_claims"),
            *("welfare_funds", "welfare_memberships", "welfare_rates", "welfare_rules"),
        }
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._member: str | None = None
        self._row: WelfareMemberRow | None = None
        self._fund: WelfareFund | None = None
        self._make_buttons(voice)
        self.facts = Label(nothing, voice)
        self.table = member_table(voice)
        self.claims = claim_table(voice)
        self.rounds = round_table(voice)
        self.rules = rule_table(voice)
        self.page = MemberPage(
            voice, (self.contribute, self.claim_for, self.rate, self.leave, self.card_paper)
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list_page(voice))
        self.stack.addWidget(self.page)
        self.body.addWidget(self.stack)
        self._wire()

    @override
    def ask_again(self) -> None:
        today = self.session.today
        told = self.session.ask(welfare_members, at=today)
        rounds = self.session.ask(match_rounds)
        self._fund = told.fund
        self.facts.say(lambda voice: fund_facts(told, rounds, voice))
        self.table.set_rows(told.rows)
        # What waits for somebody stands first.
        claims = self.session.ask(welfare_claims).rows
        self.claims.set_rows(sorted(claims, key=lambda row: (next_step(row) is Step.PAPER,)))
        self.rounds.set_rows(rounds.rows)
        self.rules.set_rows(self.session.ask(benefit_rules, at=today).rows)
        for button in (self.join, self.claim, self.new_rule, self.ask_round, self.report):
            button.setEnabled(told.fund is not None)
        if self._member is not None:
            self._show_member(self._member)

    @override
    def open_at(self, key: Hashable) -> None:
        if isinstance(key, str):
            self._show_member(key)

    @override
    def take_keyboard(self) -> None:
        (self.table if self._member is None else self.contribute).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._member is not None:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def show_list(self) -> None:
        """Back to the lists."""
        self.stack.setCurrentIndex(0)
        self._member = None
        self.table.view.setFocus()

    def _show_member(self, member: str) -> None:
        card = self.session.ask(welfare_card, member=member, at=self.session.today)
        self._member = member
        self._row = card.memberships[-1] if card.memberships else None
        self.page.show_card(card)
        over = self._row is None or self._row.ended is not None
        for button in (self.contribute, self.rate, self.leave):
            button.setEnabled(not over)
        self.stack.setCurrentIndex(1)

    def _make_buttons(self, voice: Voice) -> None:
        self.join = Button(lambda voice: voice.tr("Join the fund"), voice, main=True)
        self.claim = Button(lambda voice: voice.tr("Claim a benefit"), voice)
        self.cancel = Button(lambda voice: voice.tr("Cancel a claim"), voice)
        self.claim_paper = Button(lambda voice: voice.tr("Claim form"), voice)
        self.ask_round = Button(lambda voice: voice.tr("Ask for matching"), voice)
        self.granted = Button(lambda voice: voice.tr("Matching granted"), voice)
        self.match_money = Button(lambda voice: voice.tr("Receive matching"), voice)
        self.new_rule = Button(lambda voice: voice.tr("Rule of a benefit"), voice)
        self.fund = Button(lambda voice: voice.tr("Set up the fund"), voice)
        self.report = Button(lambda voice: voice.tr("Report"), voice)
        self.contribute = Button(lambda voice: voice.tr("Receive a contribution"), voice, main=True)
        self.claim_for = Button(lambda voice: voice.tr("Claim a benefit"), voice)
        self.rate = Button(lambda voice: voice.tr("Change the contribution"), voice)
        self.leave = Button(lambda voice: voice.tr("Leave the fund"), voice)
        self.card_paper = Button(lambda voice: voice.tr("Welfare member card"), voice)

    def _list_page(self, voice: Voice) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Label(lambda voice: voice.tr("Welfare"), voice, heading=True))
        rows.addWidget(self.facts)
        rows.addWidget(
            ButtonRow(
                (
                    *(self.join, self.claim, self.cancel, self.claim_paper, self.ask_round),
                    *(self.granted, self.match_money, self.new_rule, self.fund, self.report),
                )
            )
        )
        rows.addWidget(
            Tabs(
                (
                    (lambda voice: voice.tr("Members of the fund"), self.table),
                    (lambda voice: voice.tr("Claims"), self.claims),
                    (lambda voice: voice.tr("Rounds of matching"), self.rounds),
                    (lambda voice: voice.tr("Benefits"), self.rules),
                ),
                voice,
            ),
            1,
        )
        return page

    def _wire(self) -> None:
        self.table.activated.connect(self._open_row)
        self.claims.activated.connect(self._go_on_with)
        self.rules.activated.connect(self._change_rule)
        self.page.left.connect(self.show_list)
        self.page.claims.activated.connect(self._go_on_with)
        for button, slot in (
            (self.join, self._join),
            (self.claim, self._claim),
            (self.claim_for, self._claim),
            (self.cancel, self._cancel),
            (self.claim_paper, self._claim_paper),
            (self.ask_round, self._ask_round),
            (self.granted, self._granted),
            (self.match_money, self._match_money),
            (self.new_rule, self._new_rule),
            (self.fund, self._set_fund),
            (self.report, self._report),
            (self.contribute, self._contribute),
            (self.rate, self._rate),
            (self.leave, self._leave),
            (self.card_paper, self._card_paper),
        ):
            button.clicked.connect(slot)

    def _open_row(self, row: WelfareMemberRow) -> None:
        self._show_member(row.member)

    def _go_on_with(self, row: ClaimRow) -> None:
        step = next_step(row)
        if step is Step.DECIDE:
            self.show_form(DecideClaimDialog(self.session, self.voice, row))
        elif step is Step.PAY:
            self.show_form(PayClaimDialog(self.session, self.voice, row))
        else:
            self.go_to.emit(Place("papers", ("welfare-claim", row.claim)))

    def _join(self) -> None:
        self.show_form(JoinDialog(self.session, self.voice))

    def _claim(self) -> None:
        self.show_form(ClaimDialog(self.session, self.voice, self._member))

    def _cancel(self) -> None:
        row = self.claims.current()
        if row is not None:
            self.show_form(CancelClaimDialog(self.session, self.voice, row))

    def _claim_paper(self) -> None:
        row = self.claims.current()
        if row is not None:
            self.go_to.emit(Place("papers", ("welfare-claim", row.claim)))

    def _ask_round(self) -> None:
        self.show_form(RoundDialog(self.session, self.voice))

    def _granted(self) -> None:
        row = self.rounds.current()
        if row is not None:
            self.show_form(GrantedDialog(self.session, self.voice, row))

    def _match_money(self) -> None:
        row = self.rounds.current()
        if row is not None:
            self.show_form(MatchMoneyDialog(self.session, self.voice, row))

    def _new_rule(self) -> None:
        self.show_form(RuleDialog(self.session, self.voice))

    def _change_rule(self, view: RuleView) -> None:
        self.show_form(RuleDialog(self.session, self.voice, view))

    def _set_fund(self) -> None:
        self.show_form(FundDialog(self.session, self.voice, self._fund))

    def _report(self) -> None:
        self.go_to.emit(Place("papers", "welfare-report"))

    def _contribute(self) -> None:
        self._with(ContributeDialog)

    def _rate(self) -> None:
        self._with(RateDialog)

    def _leave(self) -> None:
        self._with(LeaveFundDialog)

    def _card_paper(self) -> None:
        if self._member is not None:
            self.go_to.emit(Place("papers", ("welfare-card", self._member)))

    def _with(self, make: Callable[[Session, Voice, WelfareMemberRow], QDialog]) -> None:
        if self._row is not None:
            self.show_form(make(self.session, self.voice, self._row))
