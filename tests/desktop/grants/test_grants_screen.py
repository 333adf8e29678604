"""Projects on the screen: a grant spent, rent billed and remitted, a plot transferred, by keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop.grants.grant_dialogs import GrantDialog, SpendDialog
from desktop.grants.screen import ProjectsScreen
from desktop.grants.state import budget_of
from desktop.session import Place
from ledger.domain.committees import Position
from ledger.domain.leases import PlotReason
from ledger.domain.money import ZERO, baht
from ledger.queries.committees import committees_at
from ledger.queries.grants import grant_card
from ledger.queries.insurance import insurances
from ledger.queries.leases import lease_card
from ledger.queries.plots import plot_register
from ledger.queries.projects import project_statement
from ledger.queries.survey import survey_register
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press
from tests.support.books import TODAY

ADVANCED = True
TABLES = ["projects", "grants", "leases", "plots", "policies"]


@pytest.fixture
def screen(qtbot, given):
    made = ProjectsScreen(given.session, Voice("en"), given.asks, given.opens)
    qtbot.addWidget(made)
    made.resize(1_200, 700)
    made.show()
    for name in TABLES:
        getattr(made, name).view.selectRow(0)
    return made


@pytest.mark.parametrize(
    ("typed", "lines", "wrong"),
    [
        (
            "ถนน 60,000\nปรับปรุงบ้าน 40000 / 15000",
            [("ถนน", 60_000, None), ("ปรับปรุงบ้าน", 40_000, 15_000)],
            None,
        ),
        ("บ่อ ๒ บ่อ ๑,๐๐๐\n\n", [("บ่อ ๒ บ่อ", 1_000, None)], None),
        ("ถนน 5\nถนน", [("ถนน", 5, None)], 2),
        ("60000", [], 1),
        ("ถนน 0", [], 1),
        ("ถนน 5 / x", [], 1),
        ("ถนน 1.234", [], 1),
        ("", [], None),
    ],
)
def test_budget_lines_are_read_row_by_row(typed, lines, wrong):
    found = budget_of(typed)

    assert found.wrong == wrong
    assert [(one.name, one.amount, one.household_limit) for one in found.lines] == [
        (name, baht(amount), None if limit is None else baht(limit))
        for name, amount, limit in lines
    ]


def test_what_is_still_there_stands_above_the_lists(screen):
    assert "Grants not spent: 50,000.00 baht" in screen.facts.text()
    assert "Rent owed to owners: 3,000.00 baht" in screen.facts.text()


@pytest.mark.parametrize("table", TABLES)
def test_every_list_keeps_the_rules_of_models(screen, table):
    model = getattr(screen, table).view.model()

    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_grant_is_entered_by_keys_alone(screen, given):
    def fill(dialog):
        dialog.show()
        assert isinstance(dialog, GrantDialog)
        type_into(dialog.code.edit, "NEW")
        press(dialog.code.edit, Qt.Key.Key_Return)
        for text in ("มูลนิธิ", "ท่อระบายน้ำ"):
            type_into(dialog.focusWidget(), text)
            press(dialog.focusWidget(), Qt.Key.Key_Return)
        dialog.budget.edit.setFocus()
        type_into(dialog.budget.edit, "ท่อ 9,000")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    given.fills(fill)
    screen.new_grant.setFocus()
    press(screen.new_grant, Qt.Key.Key_Space)

    told = given.session.ask(grant_card, grant="NEW", at=TODAY)
    assert (told.grant.total, told.grant.donor) == (baht(9_000), "มูลนิธิ")
    assert [(one.line, one.name) for one in told.lines] == [("1", "ท่อ")]


def test_spending_beyond_the_budget_is_said_beside_the_form_and_nothing_is_booked(screen, given):
    def fill(dialog):
        dialog.show()
        dialog.line.pick("ROAD")
        type_into(dialog.amount.edit, "60001")
        dialog.payee.set_words("ช่าง")
        dialog.purpose.set_words("ถนน")
        dialog.book()
        assert dialog.outcome is None
        said = dialog.amount.note.text() + dialog.trouble.text() + dialog.line.note.text()
        assert "60,000.00 baht" in said
        dialog.amount.edit.clear()
        type_into(dialog.amount.edit, "20000")
        dialog.book()

    given.fills(fill)
    screen.spend.click()

    told = given.session.ask(grant_card, grant="INFRA", at=TODAY)
    assert (told.spent, told.remaining) == (baht(20_000), baht(30_000))


def test_a_part_comes_in_and_the_rest_goes_back(screen, given):
    for button, amount in ((screen.receive, "1000"), (screen.give_back, "250")):
        given.fills(lambda dialog, amount=amount: _amount(dialog, amount))
        button.click()

    told = given.session.ask(grant_card, grant="INFRA", at=TODAY)
    assert (told.received, told.returned) == (baht(51_000), baht(250))

    def all_of_it(dialog):  # all that is left stands there already, and what it will book
        assert "50,750.00" in dialog.preview.text.text()
        dialog.book()

    given.fills(all_of_it)
    screen.give_back.click()
    told = given.session.ask(grant_card, grant="INFRA", at=TODAY)
    assert (told.returned, told.remaining) == (baht(51_000), ZERO)


def test_rent_is_billed_and_remitted_and_a_plot_goes_over(screen, given):
    given.fills(lambda dialog: dialog.book())
    screen.bill.click()

    def pay(dialog):
        dialog.advance.pick(ADVANCED)
        _amount(dialog, "300")

    given.fills(pay)
    screen.remit.click()

    def hand_over(dialog):
        dialog.reason.pick(PlotReason.RETURNED)
        dialog.resolution.set_words("มติ ๑")
        dialog.book()

    given.fills(hand_over)
    screen.transfer.click()

    row = given.session.ask(lease_card, lease="SRT", at=TODAY).row
    assert (row.remitted, row.held) == (baht(300), -baht(300))
    assert given.village.rows("SELECT amount FROM charges WHERE type = 'RENT-SRT'") == [(12_625,)]
    assert given.session.ask(plot_register, at=TODAY).vacant == 1


def test_a_lease_and_a_plot_are_entered_as_on_a_deed(screen, given):
    def lease(dialog):
        dialog.code.set_words("BMA")
        dialog.owner.set_words("กทม.")
        type_into(dialog.area.edit, "๐-๒-๓๕.๕")
        type_into(dialog.rate.edit, "1.50")
        dialog.book()

    given.fills(lease)
    screen.new_lease.click()
    screen.leases.choose("BMA")

    def add(dialog):
        dialog.code.set_words("ก-๑")
        type_into(dialog.area.edit, "20.25")
        dialog.book()

    given.fills(add)
    screen.new_plot.click()

    told = given.session.ask(plot_register, at=TODAY, lease="BMA")
    assert (told.rows[0].area.deed, told.vacant) == ("0-0-20.25", 1)


def test_an_area_that_is_none_is_said_at_its_field(screen, given):
    def fill(dialog):
        type_into(dialog.area.edit, "1-5-0")
        assert dialog.area.trouble() is not None
        assert "1-5-0" in dialog.area.trouble()(Voice("en"))
        dialog.reject()

    given.fills(fill)
    screen.new_lease.click()


def test_a_project_gets_its_parts_and_its_survey(screen, given):
    def link(dialog):
        from ledger.domain.projects import PartKind

        dialog.kind.pick(PartKind.GRANT)
        dialog.reference.set_words("INFRA")
        dialog.book()

    def survey(dialog):
        dialog.given.set_words("มะลิ")
        dialog.people.set_words("3")
        dialog.book()

    def new(dialog):
        dialog.code.set_words("P2")
        dialog.name.set_words("โครงการสอง")
        dialog.book()

    for fill, button in ((link, screen.link), (survey, screen.survey), (new, screen.new_project)):
        given.fills(fill)
        button.click()

    page = given.session.ask(project_statement, project="RIM", at=TODAY)
    assert [one.code for one in page.grants] == ["INFRA"]
    assert given.session.ask(survey_register, project="RIM").people == 3
    assert {row.code for row in screen.projects.model.shown} == {"RIM", "P2"}


def test_premiums_are_billed_and_remitted_and_policies_made(screen, given):
    def new(dialog):
        dialog.code.set_words("LIFE")
        dialog.insurer.set_words("บริษัท")
        dialog.name.set_words("ชีวิต")
        dialog.book()

    given.fills(lambda dialog: _amount(dialog, "100"))
    screen.premiums.click()
    given.fills(new)
    screen.new_policy.click()
    given.fills(lambda dialog: dialog.reject())
    screen.remit_premiums.click()

    told = given.session.ask(insurances, at=TODAY).rows
    assert [(one.code, one.billed > baht(0)) for one in told] == [("HOUSE", True), ("LIFE", False)]


def test_papers_open_for_the_line_that_is_marked(screen, given):
    places = given.went(screen)

    for button in (
        *(screen.statement, screen.register, screen.report, screen.account),
        *(screen.policy_paper, screen.plot_paper, screen.committees.paper),
    ):
        button.click()

    assert places == [
        Place("papers", ("project", "RIM")),
        Place("papers", ("survey", "RIM")),
        Place("papers", ("grant-report", "INFRA")),
        Place("papers", ("lease", "SRT")),
        Place("papers", ("insurance", "HOUSE")),
        Place("papers", "plot-register"),
        Place("papers", "committees"),
    ]


def test_without_a_line_nothing_opens(qtbot, opened):
    made = ProjectsScreen(opened.session, Voice("th"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.show()

    for button in (made.spend, made.bill, made.transfer, made.premiums, made.report, made.link):
        button.click()

    assert opened.dialogs == []


def _amount(dialog, amount):
    type_into(dialog.amount.edit, amount)
    dialog.book()
    assert dialog.outcome is not None or isinstance(dialog, SpendDialog)


def test_a_committee_is_made_a_member_seated_and_the_term_ended(screen, given):
    def new(dialog):
        dialog.code.set_words("BOARD")
        dialog.name.set_words("คณะกรรมการดำเนินการ")
        dialog.book()

    def seat(dialog):
        dialog.member.choose("0001")
        dialog.position.pick(Position.CHAIRPERSON)
        dialog.until.set_day(date(2027, 12, 31))
        dialog.resolution.set_words("มติ ๑")
        dialog.book()

    def end(dialog):
        dialog.reason.set_words("ลาออก")
        dialog.book()

    page = screen.committees
    for fill, button in ((new, page.new), (seat, page.seat), (end, page.end)):
        page.table.view.selectRow(0)
        given.fills(fill)
        button.click()

    (row,) = given.session.ask(committees_at, at=TODAY).rows
    assert [(one.member, one.until) for one in row.seats] == [("0001", TODAY)]
