"""The further forms of loans: guarantors, collateral, transfer, limits, classes, sanctions."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.loans.screen import LoansScreen
from ledger.domain.loan_life import CollateralKind, LoanLimits
from ledger.domain.loan_quality import LoanClass, LoanClassStep
from ledger.domain.money import baht
from ledger.domain.sanctions import SanctionRuleStep
from ledger.queries.loan_paper import loan_paper
from ledger.usecases.loan_applying import SetLoanLimits
from ledger.usecases.loan_passing import TransferReason
from ledger.usecases.repaying import WriteOffLoan
from reports.words.voice import Voice
from tests.desktop.filling import do, fill
from tests.support.books import TODAY


@pytest.fixture
def screen(qtbot, lent):
    made = LoansScreen(lent.session, Voice("en"), lent.asks, lent.opens)
    qtbot.addWidget(made)
    made.resize(1_200, 700)
    made.show()
    return made


@pytest.fixture
def page(screen):
    screen.show_page(screen._rows[0].card)
    return screen


def loan(page):
    return page.session.ask(loan_paper, card=page.opened, at=TODAY)


def every(screen, kind):
    return screen.session.ask(lambda reader: reader.every(kind))


def test_a_guarantor_comes_and_another_steps_in_for_her(page, lent):
    lent.fills(fill(member="0002"), fill(member="0002", replacement="0003", resolution="มติ ๑"))
    do(page, "add-guarantor")
    assert [one.number for one in loan(page).guarantors] == ["0002"]
    do(page, "release-guarantor")

    assert [one.number for one in loan(page).guarantors] == ["0003"]


def test_security_is_pledged_and_given_back(page, lent):
    lent.fills(
        fill(kind=CollateralKind.LAND, description="โฉนด ๑๒๓", value="90000"),
        fill(reason="ปิดบัญชี"),
    )
    do(page, "pledge-collateral")
    (pledged,) = loan(page).loan.collateral
    assert (pledged.kind, pledged.value, pledged.released_on) == (
        CollateralKind.LAND,
        baht(90_000),
        None,
    )
    do(page, "release-collateral")

    assert loan(page).loan.collateral[0].released_on == TODAY


def test_a_loan_goes_to_another_member_with_the_resolution(page, lent):
    lent.fills(fill(to="0003", reason=TransferReason.HEIR, resolution="มติ ๔"))
    do(page, "transfer-loan")

    assert loan(page).loan.contract.member == "0003"


def test_money_on_a_written_off_loan_is_income_of_its_day(page, lent):
    do(page, "recover-loan")
    assert "Mark a line" in lent.asks.told[-1]
    page.session.run(
        WriteOffLoan(card=page.opened, on=TODAY, resolution="มติ ๕", approved_by="ประชุมใหญ่")
    )
    page.show_page(page.opened)
    lent.fills(fill(amount="500"))
    do(page, "recover-loan")

    assert loan(page).loan.recovered == baht(500)


def test_limits_of_a_type_are_set_and_what_is_empty_limits_nothing(screen, lent):
    lent.fills(fill(most="50000", of_savings="300", least_guarantors="2", resolution="มติ ๖"))
    do(screen, "set-loan-limits")
    (limits,) = every(screen, LoanLimits)

    assert (limits.most, limits.of_savings, limits.least_guarantors) == (baht(50_000), 3, 2)
    assert (limits.of_shares, limits.most_loans) == (None, None)


def test_classes_begin_from_the_table_in_force(screen, lent):
    lent.fills(fill(days_substandard="60", resolution="มติ ๗"))
    do(screen, "set-loan-classes")
    steps = {one.loan_class: one for one in every(screen, LoanClassStep)}

    assert steps[LoanClass.SUBSTANDARD].more_than == 60
    assert (steps[LoanClass.LOSS].more_than, steps[LoanClass.LOSS].rate) == (365, Fraction(1))
    assert LoanClass.DOUBTFUL_OF_LOSS not in steps


def test_sanctions_are_changed_and_a_step_without_a_number_is_left_out(screen, lent):
    lent.fills(fill(no_loan_0="6", missed_2="", resolution="มติ ๘"))
    do(screen, "set-sanctions")
    steps = {one.missed: one for one in every(screen, SanctionRuleStep)}

    assert set(steps) == {1, 2}
    assert (steps[1].no_loan_months, steps[1].no_welfare_months) == (6, 12)
    assert steps[1].no_refund


def test_advances_are_booked_up_to_a_day(screen, lent):
    lent.fills(fill())
    do(screen, "use-loan-advances")

    assert lent.dialogs[-1].outcome.act


def test_what_may_still_be_borrowed_stands_beside_the_amount(screen, lent):
    kind = screen.types.model.row_at(0).code
    lent.session.run(SetLoanLimits(type=kind, from_day=TODAY, most=baht(20_000), resolution="มติ ๙"))

    def hand(dialog):
        dialog.member.choose("0001")
        dialog.type.pick(kind)
        dialog.type.changed.emit()

    lent.fills(hand)
    screen.apply.click()
    said = lent.dialogs[-1].amount.note.text()

    assert "May still borrow" in said
    assert "Missed instalments: " in said
