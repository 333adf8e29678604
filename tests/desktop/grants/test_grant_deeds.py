"""The further forms of projects: survey decisions, budgets, rents, plots, claims, premiums."""

from __future__ import annotations

import pytest

from desktop.grants.screen import ProjectsScreen
from desktop.grants.state import budget_of, budget_text, premiums_of
from ledger.domain.days import Month
from ledger.domain.members import Person
from ledger.domain.money import ZERO, baht
from ledger.domain.projects import Certified, PartKind
from ledger.queries.grants import grant_card
from ledger.queries.insurance import insurance_card
from ledger.queries.plots import plot_register
from ledger.queries.projects import project_statement
from ledger.queries.survey import survey_register
from ledger.usecases.projecting import OpenProject, SurveyHousehold
from reports.words.voice import Voice
from tests.desktop.filling import do, fill
from tests.desktop.grants.test_grants_screen import TABLES
from tests.support.books import START, TODAY
from tests.support.lending import contract, pay_out, with_types


@pytest.fixture
def screen(qtbot, given):
    given.session.run(OpenProject(code="NEW", name="ริมคลอง", on=START))
    given.session.run(
        SurveyHousehold(project="NEW", person=Person(given="มะลิ"), on=START, people=4)
    )
    made = ProjectsScreen(given.session, Voice("en"), given.asks, given.opens)
    qtbot.addWidget(made)
    made.resize(1_200, 700)
    made.show()
    for name in TABLES:
        getattr(made, name).view.selectRow(0)
    made.projects.choose("NEW")
    return made


def households(screen):
    return screen.session.ask(survey_register, project="NEW").rows


def card(screen):
    code = screen.grants.current().code
    return screen.session.ask(grant_card, grant=code, at=TODAY)


def policy(screen):
    code = screen.policies.current().code
    return screen.session.ask(insurance_card, policy=code, at=TODAY)


def test_a_household_qualifies_by_resolution_and_its_data_can_go(screen, given):
    given.fills(
        fill(standing=Certified.QUALIFIED, resolution="มติ ๑"),
        fill(standing=Certified.CERTIFIED, member="0001", resolution="มติ ๒"),
        fill(reason="ขอให้ลบ"),
    )
    do(screen, "decide-survey")
    do(screen, "decide-survey")
    (row,) = households(screen)
    assert (row.standing, row.member, row.resolution) == (Certified.CERTIFIED, "0001", "มติ ๒")
    do(screen, "erase-surveyed")

    assert households(screen)[0].name == ""


def test_a_changed_budget_keeps_the_codes_of_its_lines(screen, given):
    before = card(screen)
    text = budget_text(before.lines)
    assert [line.amount for line in budget_of(text).lines] == [line.budget for line in before.lines]
    given.fills(fill(lines=f"{text}\nบ่อบำบัด 5,000", resolution="มติ ๓"))
    do(screen, "change-grant-budget")
    after = card(screen)

    assert {line.line for line in before.lines} < {line.line for line in after.lines}
    assert after.grant.total == before.grant.total + baht(5_000)


def test_a_grant_with_money_left_is_not_closed_and_says_why(screen, given):
    given.fills(fill())
    do(screen, "close-grant")

    assert given.dialogs[-1].outcome is None
    assert given.dialogs[-1].trouble.text() or given.dialogs[-1].asked["on"].note.text()


def test_another_rent_and_another_house_number_are_kept(screen, given):
    given.fills(fill(from_month=Month(2026, 4), rate="3", resolution="มติ ๔"), fill(house="๙/๙"))
    do(screen, "set-lease-rent")
    do(screen, "change-plot")

    (plot,) = screen.session.ask(plot_register, at=TODAY).rows
    assert plot.house == "๙/๙"
    assert given.dialogs[0].outcome.act


def test_a_claim_is_reported_received_reduced_and_passed_on(screen, given):
    given.fills(
        fill(member="0001", amount="1000", reason="ไฟไหม้"),
        fill(amount="100", reason="ค่าเสียหายส่วนแรก"),
        fill(amount="900"),
        fill(amount="900"),
    )
    for command in ("report-claim", "reduce-claim", "receive-claim", "pay-out-claim"):
        do(screen, command)
    (claim,) = policy(screen).claims

    assert (claim.received, claim.reduced, claim.paid_out) == (baht(900), baht(100), baht(900))
    assert (claim.open, claim.held) == (ZERO, ZERO)
    do(screen, "receive-claim")
    assert "Mark a line" in given.asks.told[-1]


def test_premiums_are_billed_loan_by_loan_from_two_columns(screen, given):
    village = with_types(given.village)
    loan = contract(village, "0002", baht(5_000))
    pay_out(village, loan, baht(5_000))
    given.fills(fill(premiums=f"{loan}\t1,200"))
    do(screen, "bill-premiums")

    assert [(one.loan, one.billed) for one in policy(screen).premiums] == [(loan, baht(1_200))]


@pytest.mark.parametrize(
    ("typed", "wrong"), [("๑๒ ๑,๒๐๐\n\n3\t5", None), ("12", 1), ("1 5\nx 5", 2), ("1 0", 1)]
)
def test_premiums_are_read_row_by_row(typed, wrong):
    assert premiums_of(typed).wrong == wrong


def test_a_committee_that_is_done_is_closed(screen, given):
    screen.committees.close_one.click()
    assert given.dialogs == []


def test_what_was_added_by_mistake_leaves_the_project(screen, given):
    def hand(*, leaves):
        def filled(dialog):
            dialog.kind.pick(PartKind.GRANT)
            dialog.reference.set_words(screen.grants.current().code)
            dialog.removed.pick(leaves)
            dialog.book()

        return filled

    parts = []
    for leaves in (False, True):
        given.fills(hand(leaves=leaves))
        screen.link.click()
        parts.append(len(given.session.ask(project_statement, project="NEW", at=TODAY).grants))

    assert parts == [1, 0]
