"""The welfare area by keys: joined, contributed, claimed with the check in sight, decided, paid."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.session import Place
from desktop.welfare.claim_dialogs import CancelClaimDialog, ClaimDialog, DecideClaimDialog
from desktop.welfare.member_dialogs import FundDialog, JoinDialog, LeaveFundDialog, RateDialog
from desktop.welfare.round_dialogs import RoundDialog
from desktop.welfare.rule_dialog import RuleDialog
from desktop.welfare.screen import WelfareScreen
from desktop.welfare.state import entrance_fee_of
from ledger.domain.benefits import Tier
from ledger.domain.consents import ConsentTo
from ledger.domain.contributions import Rhythm
from ledger.domain.money import ZERO, baht
from ledger.domain.welfare_claims import ClaimState, WelfareRuleTier
from ledger.queries.welfare_claims import benefit_rules, welfare_claims
from ledger.queries.welfare_members import welfare_members
from ledger.queries.welfare_report import match_rounds
from ledger.usecases.consenting import RecordConsent
from ledger.usecases.members import AdmitMember
from ledger.usecases.welfare_joining import JoinWelfare
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press, press_enter
from tests.support.books import START, TODAY
from tests.support.welfare import FEBRUARY, with_claim


@pytest.fixture
def screen(qtbot, fund):
    made = WelfareScreen(fund.session, Voice("en"), fund.asks, fund.opens)
    qtbot.addWidget(made)
    made.resize(1_300, 700)
    made.show()
    return made


def claim(fund, nights=2, **named):
    with_claim(fund.village, nights, **named)
    return fund


def the_claim(fund):
    return fund.session.ask(welfare_claims).rows[0]


def test_the_fund_is_told_in_a_few_words(screen):
    assert "Members: 1" in screen.facts.text()
    assert "Behind: 0" in screen.facts.text()


@pytest.mark.parametrize("table", ["table", "claims", "rounds", "rules"])
def test_every_list_keeps_the_rules_of_models(screen, fund, table):
    claim(fund)
    screen.ask_again()

    model = getattr(screen, table).view.model()

    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_home_leads_to_the_claims_that_wait(screen):
    screen.open_at("0001")

    screen.open_at("claims")

    assert screen.stack.currentIndex() == 0
    assert screen.tabs.currentWidget() is screen.claims


def test_a_member_joins(screen, fund):
    def fill(dialog):
        dialog.member.choose("0002")
        type_into(dialog.amount.edit, "1")
        dialog.rhythm.pick(Rhythm.DAY)
        dialog.book()

    fund.fills(fill)
    screen.join.click()

    rows = fund.session.ask(welfare_members, at=TODAY).rows
    assert [(row.member, row.rhythm) for row in rows][1] == ("0002", Rhythm.DAY)


def test_a_claim_of_sickness_says_that_her_consent_is_missing(screen, fund):
    said = []

    def fill(dialog):
        dialog.member.choose("0001")
        dialog.admitted.set_day(FEBRUARY)
        dialog.start.set_day(FEBRUARY)
        dialog.rehearse()
        said.append("consent to health data is not recorded" in dialog.preview.text.text())
        dialog.reject()

    fund.fills(fill)
    screen.claim.click()
    health = ConsentTo.HEALTH
    fund.session.run(RecordConsent(member="0001", covers=health, on=FEBRUARY, document="ย.1"))
    fund.fills(fill)
    screen.claim.click()

    assert said == [True, False]


def test_the_check_is_in_sight_before_a_claim_is_filed(screen, fund):
    def fill(dialog):
        dialog.member.choose("0001")
        dialog.admitted.set_day(FEBRUARY)
        dialog.start.set_day(FEBRUARY)
        dialog.end.set_day(FEBRUARY + timedelta(days=5))
        dialog.rehearse()
        text = dialog.preview.text.text()
        assert "comes to 0.00 baht" in text
        assert "A document is missing" in text
        dialog.documents.set_words("ใบรับรองแพทย์")
        dialog.rehearse()
        text = dialog.preview.text.text()
        assert "comes to 600.00 baht" in text
        assert "Only 600.00 is left of the limit for one event." in text
        dialog.book()

    fund.fills(fill)
    screen.claim.click()

    assert the_claim(fund).state is ClaimState.FILED


def test_enter_decides_pays_and_prints_in_turn(screen, fund):
    claim(fund)
    places = fund.went(screen)
    screen.ask_again()
    screen.claims.choose(1)

    def decide(dialog):
        assert isinstance(dialog, DecideClaimDialog)
        assert "comes to 400.00 baht" in dialog.check.text()
        dialog.resolution.set_words("มติ ๕/๒๕๖๙")
        dialog.committee.set_words("ก; ข; ค")
        dialog.book()

    fund.fills(decide, lambda dialog: dialog.book())
    screen.claims.view.setFocus()
    press_enter(screen.claims.view)
    assert the_claim(fund).state is ClaimState.APPROVED
    screen.claims.choose(1)
    press_enter(screen.claims.view)
    assert (the_claim(fund).state, the_claim(fund).voucher) == (ClaimState.PAID, "PV2569/000001")
    screen.claims.choose(1)
    press_enter(screen.claims.view)

    assert places == [Place("papers", ("welfare-claim", 1))]


def test_a_claim_that_fails_its_check_says_so_in_the_form_and_stays_undecided(screen, fund):
    claim(fund, documents=())
    screen.ask_again()

    def decide(dialog):
        assert "A document is missing" in dialog.check.text()
        assert dialog.approved.picked() is False
        dialog.approved.pick(value=True)
        dialog.resolution.set_words("มติ")
        dialog.rehearse()
        assert "cannot be paid" in dialog.preview.text.text()
        dialog.reject()

    fund.fills(decide)
    screen.claims.activated.emit(the_claim(fund))

    assert the_claim(fund).state is ClaimState.FILED


def test_a_contribution_is_received_on_the_member_s_page_and_escape_goes_back(screen, fund):
    fund.village.run(JoinWelfare(member="0002", on=START, rhythm=Rhythm.DAY, amount=baht(1)))
    screen.ask_again()
    screen.open_at("0002")
    assert "Due now: 79.00 baht" in screen.page.facts.text()

    fund.fills(lambda dialog: dialog.book())
    screen.contribute.click()

    row = next(r for r in fund.session.ask(welfare_members, at=TODAY).rows if r.member == "0002")
    assert (row.through, row.due) == (TODAY, ZERO)
    places = fund.went(screen)
    contribution = screen.page.contributions.model.row_at(0)
    screen.page.contributions.choose(screen.page.contributions._identity(contribution))
    press(screen.page.contributions.view, Qt.Key.Key_Return)
    assert places == [Place("journal", contribution.entry)]
    press(screen, Qt.Key.Key_Escape)
    assert screen.stack.currentIndex() == 0


def test_a_rule_is_set_with_tiers(screen, fund):
    def fill(dialog):
        dialog.code.set_words("DEATH")
        dialog.name_th.set_words("เสียชีวิต")
        dialog.tiers.set_words("0+180: 3,000; 3: 10,000")
        dialog.counts["waiting_days"].set_words("180")
        dialog.resolution.set_words("มติ ๒/๒๕๖๙")
        dialog.book()

    fund.fills(fill)
    screen.new_rule.click()

    view = fund.session.ask(benefit_rules, at=TODAY).rows[0]
    assert (view.rule.code, view.rule.waiting_days) == ("DEATH", 180)
    assert [Tier(one.amount, one.years, one.days) for one in view.tiers] == [
        Tier(baht(3_000), 0, 180),
        Tier(baht(10_000), 3),
    ]
    assert isinstance(view.tiers[0], WelfareRuleTier)


def test_tiers_that_cannot_be_read_are_said_beside_the_field(qtbot, fund):
    dialog = RuleDialog(fund.session, Voice("en"))
    qtbot.addWidget(dialog)
    dialog.tiers.set_words("three years: 10")

    trouble = dialog.tiers.trouble()

    assert trouble is not None
    assert "semicolons" in trouble(Voice("en"))
    assert dialog.command() is None


def test_a_round_is_asked_for_granted_and_received(screen, fund):
    run = fund.village.run
    number = run(AdmitMember(person=fund_person(), on=date(2024, 1, 1))).made["member"]
    run(JoinWelfare(member=str(number), on=date(2024, 1, 1), rhythm=Rhythm.YEAR, amount=baht(365)))
    card = fund.village.one("SELECT MAX(card) FROM welfare_memberships")
    fund.village.deposit(card, baht(365), on=START)

    def ask_for(dialog):
        dialog.name.set_words("รอบ ๑")
        dialog.resolution.set_words("มติ ๓/๒๕๖๙")
        dialog.book()

    def grant(dialog):
        type_into(dialog.government.edit, "300")
        dialog.book()

    def receive(dialog):
        assert dialog.amount.amount() == baht(300)
        dialog.payee.set_words("พอช.")
        dialog.book()

    fund.fills(ask_for)
    screen.ask_round.click()
    for button, fill in ((screen.granted, grant), (screen.match_money, receive)):
        screen.rounds.choose(the_round(fund))
        fund.fills(fill)
        button.click()

    told = fund.session.ask(match_rounds)
    assert (told.asked, told.received, told.to_come) == (baht(730), baht(300), ZERO)


def the_round(fund):
    row = fund.session.ask(match_rounds).rows[0]
    return row.round, row.source


def fund_person():
    from ledger.domain.members import Person

    return Person(given="ยกมา")


def test_buttons_open_their_forms_and_papers(screen, fund):
    claim(fund)
    screen.ask_again()
    places = fund.went(screen)
    screen.claims.choose(1)
    for name, kind in (
        ("join", JoinDialog),
        ("claim", ClaimDialog),
        ("cancel", CancelClaimDialog),
        ("ask_round", RoundDialog),
        ("new_rule", RuleDialog),
        ("fund", FundDialog),
    ):
        fund.fills(lambda dialog: dialog.reject())
        getattr(screen, name).click()
        assert isinstance(fund.dialogs[-1], kind)
    for name in ("granted", "match_money"):
        getattr(screen, name).click()  # there is no round: nothing opens
    screen.claim_paper.click()
    screen.report.click()
    screen.open_at("0001")
    for name, of_member in (("rate", RateDialog), ("leave", LeaveFundDialog)):
        fund.fills(lambda dialog: dialog.reject())
        getattr(screen, name).click()
        assert isinstance(fund.dialogs[-1], of_member)
    screen.card_paper.click()
    assert places == [
        Place("papers", ("welfare-claim", 1)),
        Place("papers", "welfare-report"),
        Place("papers", ("welfare-card", "0001")),
    ]


def test_without_a_fund_the_area_says_what_to_do_first(qtbot, opened):
    made = WelfareScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.show()
    assert "Set it up first" in made.facts.text()
    assert not made.join.isEnabled()

    def set_up(dialog):
        type_into(dialog.fee.edit, "10")
        dialog.book()

    def allow_loans(dialog):
        assert "a year" not in dialog.share.remark().says(Voice("en"))
        allowed = True
        dialog.lending.pick(allowed)
        dialog.book()

    opened.fills(set_up, allow_loans)
    made.fund.click()

    assert "Members: 0" in made.facts.text()
    assert made.join.isEnabled()
    # What a later change does not name stays: the entrance fee.
    made.fund.click()
    assert opened.session.ask(welfare_members, at=TODAY).fund.lending
    assert opened.session.ask(entrance_fee_of, "WELFARE-ENTRY") == baht(10)
