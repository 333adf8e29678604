"""Sanctions by setting, the next instalment to a lender, its receipts, and what settles a loan.

A loan of 12,000 at 6 % in twelve parts of 1,000, paid out on 1 January, due on the first.
"""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.codec import plain_value
from ledger.domain.loan_life import LenderPaper
from ledger.domain.loan_quality import LoanClass
from ledger.domain.loans.contract import Early
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import ReasonMissing, UnknownMember
from ledger.domain.refusals.loan_life import LoanForbidden
from ledger.domain.refusals.loan_quality import SanctionStepsWrong, UnknownRepayment
from ledger.domain.refusals.owing import WrongLeg
from ledger.queries import QUESTIONS
from ledger.queries.both_legs import both_legs
from ledger.queries.loan_life import lender_statements
from ledger.queries.loan_quality import loan_quality
from ledger.queries.loans import loan_card
from ledger.queries.next_instalments import lender_repayments, next_instalments
from ledger.queries.sanctions import sanctions
from ledger.queries.settlement import settlement
from ledger.usecases.lender_receipts import NoteLenderReceipt
from ledger.usecases.loan_applying import ApplyForLoan, DecideLoanApplication
from ledger.usecases.loan_passing import RecordLenderStatement
from ledger.usecases.provisioning import ClassStep, SetLoanClasses
from ledger.usecases.sanctioning import Sanction, SetSanctions
from tests.support.books import START, found_village
from tests.support.lending import (
    borrowing,
    contract,
    is_sound,
    lent,
    pay,
    pay_out,
    repay,
    with_types,
)
from tests.support.refused import refused


@pytest.fixture
def village(tmp_path):
    made = found_village(tmp_path, today=date(2027, 3, 1))
    with made.book:
        yield with_types(made)
        assert is_sound(made)


def test_missed_instalments_forbid_loans_and_welfare_and_take_the_refund(village):
    card = lent(village)
    pay(village, card, baht(1_061, 15), date(2026, 2, 1))
    (row,) = village.book.ask(sanctions, at=date(2026, 4, 15)).rows

    # Missed 1 March and 1 April, two in a row: two years from the last.
    assert [(one.due.month, one.in_a_row) for one in row.missed] == [(3, 1), (4, 2)]
    assert (row.no_loan_until, row.no_welfare_until) == (date(2028, 4, 1), date(2028, 4, 1))
    assert (row.refund_lost, row.missed_in_year, row.longest_row) == (True, 2, 2)


def test_the_cooperative_s_own_table_forbids_the_next_loan(village):
    card = lent(village)
    member = village.book.ask(loan_card, card=card).contract.member
    pay(village, card, baht(1_061, 15), date(2026, 2, 1))
    contract(village, member, baht(100), on=date(2026, 4, 14))  # without a table nothing forbids
    village.run(
        SetSanctions(
            from_day=START, steps=(Sanction(missed=1, no_loan_months=12),), resolution="มติ ๗/๒๕๖๙"
        )
    )

    # Missed 1 March and 1 April: twelve months from the last.
    forbidden = {"member": member, "missed": 2, "until": date(2027, 4, 1)}
    with refused(village.book, LoanForbidden, **forbidden):
        contract(village, member, baht(100), on=date(2026, 4, 15))
    application = ApplyForLoan(
        member=member, type="ORD", amount=baht(100), on=date(2026, 4, 15), purpose="ซ่อมบ้าน"
    )
    number = int(str(village.run(application).made["application"]))
    decision = DecideLoanApplication(
        application=number, on=date(2026, 4, 15), approved=True, resolution="มติ", decided_by="กก."
    )
    with refused(village.book, LoanForbidden, **forbidden):
        village.run(decision)
    # Nothing was missed in February, and what the new loan clears is made good.
    contract(village, member, baht(100), on=date(2026, 2, 20))
    contract(village, member, baht(13_000), on=date(2026, 4, 15), clears=(card,))


def test_who_missed_nothing_is_asked_for_by_name_only(village):
    lent(village)

    assert village.book.ask(sanctions, at=date(2026, 1, 31)).rows == ()
    with pytest.raises(UnknownMember):
        village.book.ask(sanctions, member="9999")
    (row,) = village.book.ask(sanctions, at=date(2026, 1, 31), member="0001").rows
    assert (row.missed, row.no_loan_until, row.refund_lost) == ((), None, False)


def test_sanctions_by_resolution_with_days_of_grace(village):
    card = lent(village)
    village.run(
        SetSanctions(
            from_day=START,
            steps=(Sanction(missed=1, no_welfare_months=3),),
            resolution="4/2569",
            grace_days=10,
        )
    )
    pay(village, card, baht(1_080, 88), date(2026, 2, 11))

    # Ten days late is in time; the instalment of 1 March is missed from 12 March on.
    assert village.book.ask(sanctions, at=date(2026, 3, 11)).rows == ()
    (row,) = village.book.ask(sanctions, at=date(2026, 3, 12)).rows
    assert (row.no_loan_until, row.no_welfare_until) == (None, date(2026, 6, 1))
    assert not row.refund_lost


@pytest.fixture
def legs(village):
    """CODI's 60,000 at 4 % in 60 parts; of it 36,000 lent on at 6 % in 36."""
    source = borrowing(village, baht(60_000), instalments=60, contract_number="พอช. 7/2569")
    pay_out(village, source, baht(60_000))
    member, _ = village.member()
    card = contract(village, member, baht(36_000), instalments=36, source=source)
    pay_out(village, card, baht(36_000))
    return source, card


def test_the_next_instalment_stands_beside_what_members_bring(village, legs):
    source, _ = legs
    (row,) = village.book.ask(next_instalments, at=date(2026, 1, 20)).rows

    assert (row.due, row.days_left, row.total) == (date(2026, 2, 1), 12, baht(1_203, 84))
    assert (row.collections, row.covered) == (baht(1_183, 45), False)
    assert row.card == source
    assert row.contract_number == "พอช. 7/2569"


def test_receipts_that_come_later_are_noted_on_their_repayments(village, legs):
    source, _ = legs
    repay(village, source, baht(1_203, 84), date(2026, 2, 1))
    repay(village, source, baht(1_181, 4), date(2026, 3, 1), lender_receipt="บร. 12/400")
    village.run(NoteLenderReceipt(card=source, payment=1, receipt="บร. 12/345"))

    found = village.book.ask(lender_repayments, card=source)

    assert [one.receipt for one in found.rows] == ["บร. 12/345", "บร. 12/400"]
    assert (found.without_receipt, found.total) == (0, baht(2_384, 88))
    with pytest.raises(UnknownRepayment):
        village.run(NoteLenderReceipt(card=source, payment=3, receipt="1"))
    with pytest.raises(WrongLeg):
        village.run(NoteLenderReceipt(card=legs[1], payment=1, receipt="1"))


def test_a_yearly_confirmation_is_told_from_a_statement(village, legs):
    source, _ = legs
    village.run(
        RecordLenderStatement(
            card=source,
            at=date(2026, 12, 31),
            stated=baht(60_000),
            kind=LenderPaper.CONFIRMATION,
            reference="พอช. 99/2569",
        )
    )

    (row,) = village.book.ask(lender_statements, card=source).rows

    assert (row.statement.kind, row.difference) == (LenderPaper.CONFIRMATION, ZERO)


def test_both_legs_say_what_is_late_held_back_and_outlasts_the_source(village):
    source = borrowing(village, baht(60_000), instalments=12)
    pay_out(village, source, baht(60_000))
    member, _ = village.member()
    card = contract(village, member, baht(36_000), instalments=36, source=source)
    pay_out(village, card, baht(36_000))
    pay(village, card, baht(1_183, 45), date(2026, 2, 1))

    (pair,) = village.book.ask(both_legs, at=date(2026, 3, 15)).rows

    # The lender's 5,000 of February and March, with 59 days of 60,000 at 4 % → 387.95.
    assert pair.source_late == baht(10_387, 95)
    # Of the member: 1,000 of March, with 28 days of 35,000 at 6 % → 161.10.
    assert (pair.members_late, pair.members_in_arrears) == (baht(1_161, 10), 1)
    assert pair.held_back == baht(1_183, 45)
    assert (pair.source_ends, pair.longest) == (date(2027, 1, 1), date(2029, 1, 1))
    assert pair.outlasting == (card,)
    # Due after 15 March 2027 are the rows of April 2027 to January 2029: 22.
    assert (pair.source_long_term, pair.members_long_term) == (ZERO, baht(22_000))


def test_a_table_of_classes_set_anew_for_its_day_forgets_the_steps_left_out(village):
    lent(village)
    in_time = ClassStep(more_than=0, loan_class=LoanClass.NORMAL, rate=Fraction(0))
    late = ClassStep(more_than=30, loan_class=LoanClass.LOSS, rate=Fraction(1))
    lost = ClassStep(more_than=60, loan_class=LoanClass.LOSS, rate=Fraction(1, 2))
    for steps in ((in_time, late), (in_time, lost)):
        village.run(SetLoanClasses(from_day=START, steps=steps, resolution="1/2569"))

    # 58 days late.
    (row,) = village.book.ask(loan_quality, at=date(2026, 3, 31)).rows

    assert (row.days_late, row.loan_class) == (58, LoanClass.NORMAL)


def test_steps_of_sanctions_that_do_not_rise_are_refused(village):
    for steps in ((2, 1), (1, 1)):
        with pytest.raises(SanctionStepsWrong):
            village.run(
                SetSanctions(
                    from_day=START,
                    steps=tuple(Sanction(missed=one) for one in steps),
                    resolution="1/2569",
                )
            )
    with pytest.raises(ReasonMissing):
        village.run(SetSanctions(from_day=START, steps=(), resolution=" "))


def test_what_settles_a_loan_is_all_of_it_and_a_day_more_costs_interest(village, legs):
    _, card = legs
    found = village.book.ask(settlement, card=card, on=date(2026, 1, 31))

    # 30 days of 36,000 at 6 % → 177.53; the 31st brings it to 183.45.
    assert (found.principal, found.interest, found.total) == (
        baht(36_000),
        baht(177, 53),
        baht(36_177, 53),
    )
    assert found.a_day_more == baht(5, 92)
    pay(village, card, found.total, date(2026, 1, 31))
    after = village.book.ask(settlement, card=card, on=date(2026, 3, 1))
    assert (after.total, after.principal, after.a_day_more) == (ZERO, ZERO, ZERO)


def test_what_was_kept_in_advance_is_taken_off_what_settles_the_loan(village, legs):
    _, card = legs
    pay(village, card, baht(1_500), date(2026, 1, 11), early=Early.ADVANCE)
    before = village.book.ask(settlement, card=card, on=date(2026, 1, 31))

    # Paid on 11 January: 59.18 of interest for ten days, the instalment of 1,000; the rest is kept.
    assert before.advance == baht(440, 82)
    # 20 days of 35,000 → 115.07.
    assert (before.principal, before.interest) == (baht(35_000), baht(115, 7))
    assert before.total == baht(34_674, 25)


def test_every_answer_can_be_written_as_json(village, legs):
    fields = {"settlement": {"card": legs[1]}}
    for name in ("sanctions", "both-legs", "next-instalments", "lender-repayments", "settlement"):
        answer = village.book.ask(QUESTIONS[name], **fields.get(name, {}))
        assert json.loads(json.dumps(plain_value(answer)))
