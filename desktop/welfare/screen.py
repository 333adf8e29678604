"""The welfare fund on the screen: members, claims, rounds of matching, rules of benefits."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.flow import ButtonRow
from desktop.parts.words import Button, Label, nothing
from desktop.session import Place, Session
from desktop.session.list_and_page import ListAndPage
from desktop.session.lists import Lists
from desktop.session.more import MoreButton
from desktop.session.screen import Form, FormOf, Opens, show_dialog
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
from desktop.welfare.profile_dialog import deeds_of
from desktop.welfare.round_dialogs import GrantedDialog, MatchMoneyDialog, RoundDialog
from desktop.welfare.rule_dialog import RuleDialog
from desktop.welfare.state import Step, fund_facts, next_step
from ledger.domain.welfare_fund import WelfareFund
from ledger.queries.welfare_card import Contribution, welfare_card
from ledger.queries.welfare_claims import ClaimRow, RuleView, benefit_rules, welfare_claims
from ledger.queries.welfare_members import WelfareMemberRow, welfare_members
from ledger.queries.welfare_report import match_rounds
from reports.words.voice import Voice


class WelfareScreen(ListAndPage):
    """Lists first; Enter opens a member of the fund, Escape goes back."""

    KEY = str

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
        lists = self._lists(voice)
        self.tabs = lists.tabs
        self.set_pages(lists, self.table, self.page, first=self.contribute)
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
        self.ask_page_again()

    @override
    def open_at(self, key: Hashable) -> None:
        """A member of the fund, or with ``claims`` the list of what waits."""
        if key == "claims":
            self.show_list()
            self.tabs.setCurrentWidget(self.claims)
        else:
            super().open_at(key)

    @override
    def draw_page(self, key: str) -> None:
        card = self.session.ask(welfare_card, member=key, at=self.session.today)
        self._row = card.memberships[-1] if card.memberships else None
        self.page.show_card(card)
        over = self._row is None or self._row.ended is not None
        for button in (self.contribute, self.rate, self.leave):
            button.setEnabled(not over)

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
        self.more = MoreButton(voice, deeds_of(self), self)
        self.report = Button(lambda voice: voice.tr("Report"), voice)
        self.contribute = Button(lambda voice: voice.tr("Receive a contribution"), voice, main=True)
        self.claim_for = Button(lambda voice: voice.tr("Claim a benefit"), voice)
        self.rate = Button(lambda voice: voice.tr("Change the contribution"), voice)
        self.leave = Button(lambda voice: voice.tr("Leave the fund"), voice)
        self.card_paper = Button(lambda voice: voice.tr("Welfare member card"), voice)

    def _lists(self, voice: Voice) -> Lists:
        of_members = (self.join, self.claim, self.cancel, self.claim_paper, self.ask_round)
        of_the_fund = (self.granted, self.match_money, self.new_rule, self.fund, self.report)
        return Lists(
            lambda voice: voice.tr("Welfare"),
            voice,
            above=(self.facts, ButtonRow((*of_members, *of_the_fund, self.more))),
            pages=(
                (lambda voice: voice.tr("Members of the fund"), self.table),
                (lambda voice: voice.tr("Claims"), self.claims),
                (lambda voice: voice.tr("Rounds of matching"), self.rounds),
                (lambda voice: voice.tr("Benefits"), self.rules),
            ),
        )

    def _wire(self) -> None:
        self.table.activated.connect(self._open_row)
        self.claims.activated.connect(self._go_on_with)
        self.rules.activated.connect(self._change_rule)
        self.page.claims.activated.connect(self._go_on_with)
        self.page.contributions.activated.connect(self._open_entry)
        self.claim_for.clicked.connect(self._claim_for)
        self.fund.clicked.connect(self._set_fund)
        forms: tuple[tuple[Button, Form], ...] = (
            (self.join, JoinDialog),
            (self.claim, ClaimDialog),
            (self.ask_round, RoundDialog),
            (self.new_rule, RuleDialog),
        )
        for button, form in forms:
            self.opens_form(button, form)
        of_one: tuple[tuple[Button, Callable[[], Any], FormOf], ...] = (
            (self.cancel, self.claims.current, CancelClaimDialog),
            (self.granted, self.rounds.current, GrantedDialog),
            (self.match_money, self.rounds.current, MatchMoneyDialog),
            (self.contribute, self._membership, ContributeDialog),
            (self.rate, self._membership, RateDialog),
            (self.leave, self._membership, LeaveFundDialog),
        )
        for button, thing, form_of in of_one:
            self.opens_form_of(button, thing, form_of)
        self.opens_paper(self.report, "welfare-report")
        self.opens_paper_of(self.claim_paper, self._marked_claim, "welfare-claim")
        self.opens_paper_of(self.card_paper, self._open_member, "welfare-card")

    def _membership(self) -> WelfareMemberRow | None:
        return self._row

    def _open_member(self) -> str | None:
        return self.opened if isinstance(self.opened, str) else None

    def _marked_claim(self) -> int | None:
        row: ClaimRow | None = self.claims.current()
        return None if row is None else row.claim

    def _open_row(self, row: WelfareMemberRow) -> None:
        self.show_page(row.member)

    def _open_entry(self, row: Contribution) -> None:
        self.go_to.emit(Place("journal", row.entry))

    def _go_on_with(self, row: ClaimRow) -> None:
        step = next_step(row)
        if step is Step.DECIDE:
            self.show_form(DecideClaimDialog(self.session, self.voice, row))
        elif step is Step.PAY:
            self.show_form(PayClaimDialog(self.session, self.voice, row))
        else:
            self.go_to.emit(Place("papers", ("welfare-claim", row.claim)))

    def _claim_for(self) -> None:
        self.show_form(ClaimDialog(self.session, self.voice, self._open_member()))

    def _change_rule(self, view: RuleView) -> None:
        self.show_form(RuleDialog(self.session, self.voice, view))

    def _set_fund(self) -> None:
        self.show_form(FundDialog(self.session, self.voice, self._fund))
