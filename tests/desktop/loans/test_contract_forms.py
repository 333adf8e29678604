"""Every rule of a plan and of a type of loan has a field, and what is odd is said beside it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from desktop.codi.dialogs import BorrowingDialog
from desktop.loans.contract_dialogs import ContractDialog
from desktop.session.loan_type_dialog import LoanTypeDialog
from ledger.domain.accrual import YearPart
from ledger.domain.lending import Direction, LoanType
from ledger.domain.loans.contract import Early, Part, PenaltyKind, Split
from ledger.domain.loans.terms import InterestOn, Level, Method, MonthEnd, Residue, Shift, Unit
from ledger.domain.money import Rounding, baht
from ledger.queries.loan_paper import loan_paper
from ledger.usecases.lending import DefineLoanType
from ledger.usecases.planning import PlanFields
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.loans.conftest import asked_further
from tests.support.books import TODAY


@pytest.fixture
def contract(lent, qtbot):
    """A contract of 9,000 baht at 6 % with all its fields shown."""
    dialog = ContractDialog(lent.session, Voice("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.member.choose("0002")
    type_into(dialog.approved.edit, "9000")
    dialog.rate.set_words("6")
    asked_further(dialog.plan)
    return dialog


def rows_of(lent, dialog):
    dialog.book()
    assert dialog.outcome is not None
    card = dialog.outcome.made["card"]
    return lent.session.ask(loan_paper, card=card, at=TODAY).loan.plans[0].rows


def said_beside(dialog, field):
    dialog.book()
    assert dialog.outcome is None
    return field.note.text()


def test_every_field_of_a_plan_has_a_row_of_its_own(contract):
    contract.plan.payouts.set_words("31/5/2569 4,000\n30/6/2569 ๕,๐๐๐.๐๐")
    contract.plan.dates.set_words("31/8/2569")
    contract.plan.principals.set_words("9,000")
    contract.plan.holidays.set_words("1/9/2569")

    told = contract.plan.fields()

    assert set(told) == {one.name for one in fields(PlanFields)}
    assert told["payouts"][1].amount == baht(5_000)
    assert (told["unit"], told["residue"], told["level"]) == (
        Unit.MONTH,
        Residue.LAST,
        Level.NOMINAL,
    )


def test_a_fixed_instalment_runs_until_all_is_repaid(contract, lent):
    type_into(contract.plan.instalment.edit, "4000")

    rows = rows_of(lent, contract)

    # The type of this book has equal principal: the fixed amount is the principal part.
    assert [row.principal for row in rows] == [baht(4_000), baht(4_000), baht(1_000)]


def test_due_days_go_off_holidays_and_over_the_end_of_the_month(contract, lent):
    plan = contract.plan
    plan.instalments.set_words("2")
    type_into(plan.first_due.edit, "31/5/2569")
    plan.month_end.pick(MonthEnd.ROLL)
    plan.shift.pick(Shift.AFTER)
    plan.weekends.pick(value=True)
    plan.holidays.set_words("1/6/2569")

    days = [row.day for row in rows_of(lent, contract)]

    # 31 May 2026 is a Sunday and 1 June a holiday; 31 June is 1 July.
    assert days == [date(2026, 6, 2), date(2026, 7, 1)]


def test_rows_by_hand_with_days_of_their_own(contract, lent):
    contract.plan.principals.set_words("2,000 3,000.50 3,999.50")
    contract.plan.dates.set_words("30/6/2569, 31/12/2569, 30/6/2570")

    rows = rows_of(lent, contract)

    assert [row.principal for row in rows] == [baht(2_000), baht(3_000, 50), baht(3_999, 50)]
    assert rows[2].day == date(2027, 6, 30)


def test_what_is_odd_is_said_beside_its_field(contract):
    plan = contract.plan
    plan.principals.set_words("2,000 x")
    assert said_beside(contract, plan.principals).startswith("Write amounts with spaces")
    plan.principals.set_words("2000 3000")
    assert "add up to 5,000.00" in said_beside(contract, plan.principals)
    plan.principals.set_words("")
    plan.payouts.set_words("พรุ่งนี้ 4,000")
    assert said_beside(contract, plan.payouts).startswith("Write a line for each payout")
    plan.payouts.set_words("")
    assert "number of instalments" in said_beside(contract, plan.instalments)
    plan.every.set_words("-1")
    assert said_beside(contract, plan.every)
    # What is hidden counts for nothing, whatever was typed there.
    plan.every.set_words("")
    plan.instalments.set_words("9")
    plan.dates.set_words("x")
    plan.further.pick(value=False)
    plan.further.changed.emit()
    contract.book()
    assert contract.outcome is not None


def test_a_lender_may_ask_for_seasonal_days(lent, qtbot):
    dialog = BorrowingDialog(lent.session, Voice("th"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.lender.set_words("พอช.")
    type_into(dialog.approved.edit, "20000")
    dialog.rate.set_words("4")
    asked_further(dialog.plan)
    dialog.plan.dates.set_words("๓๑/๓/๒๕๗๐, 31/3/2571")

    rows = rows_of(lent, dialog)

    assert [row.day for row in rows] == [date(2027, 3, 31), date(2028, 3, 31)]


ODD: dict[str, Any] = {
    "code": "ODD",
    "name_th": "แปลก",
    "name_en": "Odd",
    "direction": Direction.OUT,
    "account": "13010",
    "interest_account": "41010",
    "penalty_account": "42010",
    "method": Method.EQUAL_PRINCIPAL,
    "interest": InterestOn.FLAT,
    "day_count": YearPart.THIRTY_360,
    "rounding": Rounding.SATANG_UP,
    "instalment_rounding": Rounding.TEN_BAHT_UP,
    "principal_rounding": Rounding.HUNDRED_BAHT_UP,
    "split": Split.PROPORTIONAL,
    "order": (Part.PRINCIPAL, Part.INTEREST, Part.INTEREST_ARREARS, Part.PENALTY),
    "early": Early.LOWER,
}
PENALTIES: tuple[dict[str, Any], ...] = (
    {
        "penalty_kind": PenaltyKind.FIXED,
        "penalty_amount": baht(50),
        "penalty_grace": 7,
        "penalty_cap": baht(300),
    },
    {"penalty_kind": PenaltyKind.OVERDUE_PRINCIPAL, "penalty_rate": Fraction(65, 1000)},
)


@pytest.mark.parametrize("penalty", PENALTIES)
def test_a_type_that_is_changed_keeps_every_rule_that_nobody_touched(lent, qtbot, penalty):
    lent.session.run(DefineLoanType(**ODD, **penalty))
    (before,) = [one for one in lent.session.ask(_types) if one.code == "ODD"]
    dialog = LoanTypeDialog(lent.session, Voice("th"), Direction.OUT, before)
    qtbot.addWidget(dialog)

    dialog.name_en.set_words("Odder")
    dialog.closed.pick(value=True)
    dialog.book()

    (after,) = [one for one in lent.session.ask(_types) if one.code == "ODD"]
    changed = {
        one.name: getattr(after, one.name)
        for one in fields(LoanType)
        if getattr(after, one.name) != getattr(before, one.name)
    }
    assert changed == {"name_en": "Odder", "closed": True}


def test_a_new_type_asks_for_what_its_penalty_needs(lent, qtbot):
    dialog = LoanTypeDialog(lent.session, Voice("en"), Direction.OUT)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.penalty_amount.isHidden()
    dialog.code.set_words("NEW")
    dialog.name_th.set_words("ใหม่")
    dialog.account.choose("13010")
    dialog.interest_account.choose("41010")
    dialog.penalty_kind.pick(PenaltyKind.FIXED)
    dialog.penalty_kind.changed.emit()
    type_into(dialog.penalty_amount.edit, "20")
    dialog.order[0].pick(Part.PRINCIPAL)

    # Principal stands twice in the order, penalty nowhere.
    dialog.book()
    assert dialog.outcome is None
    assert dialog.order[0].note.text()
    dialog.order[3].pick(Part.PENALTY)
    dialog.book()

    (made,) = [one for one in lent.session.ask(_types) if one.code == "NEW"]
    assert (made.penalty_amount, made.penalty_cap, made.penalty_grace) == (baht(20), None, 0)
    assert made.order.split()[0] == "principal"
    assert (made.penalty_rate, made.fund) == (0, "general")


def _types(reader):
    return reader.every(LoanType)
