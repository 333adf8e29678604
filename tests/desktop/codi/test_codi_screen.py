"""Received loans on the screen: both legs side by side, drawing, repaying, the lender's figure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.codi.dialogs import BorrowingDialog, DrawDialog, LenderFigureDialog, RepayDialog
from desktop.codi.screen import CodiScreen
from desktop.session import Place
from desktop.session.loan_terms import LoanRateDialog, RescheduleDialog
from desktop.session.loan_type_dialog import LoanTypeDialog
from ledger.domain.loan_life import LenderPaper
from ledger.domain.money import baht
from ledger.queries.both_legs import both_legs
from ledger.queries.loan_life import lender_statements
from ledger.queries.loan_paper import loan_paper
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press
from tests.support.books import TODAY


@pytest.fixture
def screen(qtbot, lent):
    made = CodiScreen(lent.session, Voice("en"), lent.asks, lent.opens)
    qtbot.addWidget(made)
    made.resize(1_200, 700)
    made.show()
    return made


def source(lent):
    return lent.session.ask(both_legs, at=TODAY).rows[0].source.card


def test_both_legs_stand_side_by_side_with_what_they_make(screen):
    assert "Members owe 12,000.00 baht" in screen.facts.text()
    assert "Owed to lenders: 50,000.00 baht" in screen.facts.text()
    assert "collections do not cover the lenders" in screen.facts.text()
    # Ten instalments to CODI, twelve of the member.
    assert "run longer than the money lent on: 10" in screen.facts.text()


@pytest.mark.parametrize("table", ["table", "months", "figures"])
def test_every_list_keeps_the_rules_of_models(screen, table):
    model = getattr(screen, table).view.model()

    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_repayment_shows_its_split_and_keeps_the_lenders_number(screen, lent):
    screen.open_at(source(lent))

    def fill(dialog):
        type_into(dialog.amount.edit, "1000")
        dialog.receipt.set_words("พอช. ๑")
        dialog.rehearse()
        assert "interest" in dialog.preview.text.text()
        dialog.book()

    lent.fills(fill)
    screen.repay.click()

    told = lent.session.ask(loan_paper, card=source(lent), at=TODAY)
    assert told.loan.lines[-1].amount == baht(1_000)
    press(screen, Qt.Key.Key_Escape)
    assert screen.stack.currentIndex() == 0


def test_the_lenders_figure_is_kept_with_its_difference(screen, lent):
    screen.open_at(source(lent))

    def fill(dialog):
        dialog.kind.pick(LenderPaper.CONFIRMATION)
        type_into(dialog.stated.edit, "50001")
        dialog.book()

    lent.fills(fill)
    screen.figure.click()

    (row,) = lent.session.ask(lender_statements).rows
    assert (row.difference, row.statement.kind) == (baht(1), LenderPaper.CONFIRMATION)


def test_a_contract_is_made_and_drawn(screen, lent):
    def fill(dialog):
        dialog.lender.set_words("ธ.ก.ส.")
        type_into(dialog.approved.edit, "20000")
        dialog.rate.set_words("4")
        dialog.plan.instalments.set_words("10")
        dialog.plan.grace_principal.set_words("2")
        dialog.book()

    def draw(dialog):
        type_into(dialog.amount.edit, "5000")
        dialog.milestone.set_words("งวดที่ ๑")
        dialog.book()

    lent.fills(fill)
    screen.contract.click()
    assert screen.stack.currentIndex() == 1
    lent.fills(draw)
    screen.draw.click()

    rows = lent.session.ask(both_legs, at=TODAY).rows
    assert [(row.source.name, row.drawn) for row in rows][1] == ("ธ.ก.ส.", baht(5_000))
    plan = lent.session.ask(loan_paper, card=rows[1].source.card, at=TODAY).loan.plans[0].rows
    assert [row.principal for row in plan[:3]] == [baht(0), baht(0), baht(2_500)]


def test_buttons_open_their_forms_and_papers(screen, lent):
    places = lent.went(screen)
    for name, kind in (("contract", BorrowingDialog), ("new_type", LoanTypeDialog)):
        lent.fills(lambda dialog: dialog.reject())
        getattr(screen, name).click()
        assert isinstance(lent.dialogs[-1], kind)
    screen.open_at(source(lent))
    for name, of_loan in (
        ("repay", RepayDialog),
        ("draw", DrawDialog),
        ("figure", LenderFigureDialog),
        ("new_plan", RescheduleDialog),
        ("rate", LoanRateDialog),
    ):
        lent.fills(lambda dialog: dialog.reject())
        getattr(screen, name).click()
        assert isinstance(lent.dialogs[-1], of_loan)
    screen.card_paper.click()
    screen.legs_paper.click()
    screen.ahead_paper.click()
    assert places == [
        Place("papers", ("loan-card", source(lent))),
        Place("papers", "both-legs"),
        Place("papers", "forecast"),
    ]
