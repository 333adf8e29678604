"""Contracts of both legs, payouts, payments with their split, corrections and refusals."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from ledger.domain.days import Month
from ledger.domain.lending import Direction
from ledger.domain.limits import CountOutOfRange
from ledger.domain.loans.contract import Early, Paid, PenaltyKind
from ledger.domain.loans.refusals import (
    FirstDueNotAfterPayout,
    PaymentBeforePayout,
    PaymentOnSettledLoan,
    PlanRowsDoNotAddUp,
)
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.owing import owing_of
from ledger.domain.refusals import (
    AmountNotPositive,
    CardWrong,
    MemberLeft,
    MissingField,
    PeriodClosed,
    ReasonMissing,
)
from ledger.domain.refusals.owing import (
    AdvanceNotKept,
    GuaranteeCircle,
    GuarantorIsBorrower,
    LoanIsWrittenOff,
    LoanOverpaid,
    LoanTwice,
    LoanTypeClosed,
    LoanTypeExists,
    NothingOwed,
    PayoutAboveApproval,
    PayoutBeforeContract,
    PlanBeforeLast,
    UnknownLoan,
    UnknownLoanType,
    WrongLeg,
)
from ledger.queries.loans import loan_card
from ledger.usecases.closing import CloseMonth
from ledger.usecases.lending import DefineLoanType, RescheduleLoan, SetLoanRate
from ledger.usecases.loan_easing import DeclareMoratorium
from ledger.usecases.members import EndMembership
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.visiting import ReceiveVisit, VoidReceipt
from tests.support.books import START, TODAY
from tests.support.lending import (
    FOUR,
    SIX,
    borrowing,
    contract,
    is_sound,
    item,
    lent,
    owed,
    pay,
    pay_out,
    repay,
    with_types,
)
from tests.support.refused import refused

FEBRUARY, MARCH, APRIL = date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)


@pytest.fixture(autouse=True)
def _sound(village):
    with_types(village)
    yield
    assert is_sound(village)


def test_a_payment_divides_by_actual_days(village):
    card = lent(village)

    made = pay(village, card, baht(1_100), FEBRUARY)
    # 12,000 at 6 % for 31 days: 61.15 (61.1506…); the rest of 1,100 is principal.
    assert village.balance("41010") == -baht(61, 15)
    assert owed(village, card) == baht(12_000) - baht(1_038, 85)
    assert made.receipts == ("R2569/000001",)
    assert village.one("SELECT balance_after FROM receipt_lines") == owed(village, card).satang


def test_both_legs_are_drawn_and_repaid(village):
    source = borrowing(village)
    pay_out(village, source, baht(100_000))
    assert owed(village, source) == -baht(100_000)
    assert village.balance("11010") == baht(100_000)

    made = repay(village, source, baht(10_339, 73), FEBRUARY, lender_receipt="พอช. 17/2569")
    # 100,000 at 4 % for 31 days: 339.73.
    assert village.balance("51040") == baht(339, 73)
    assert owed(village, source) == -baht(90_000)
    assert made.vouchers == ("PV2569/000001",)
    assert village.one("SELECT lender_receipt FROM loan_payments") == "พอช. 17/2569"
    assert village.one("SELECT document FROM vouchers WHERE series = 'PV'") == "พอช. 17/2569"


def test_a_payment_found_late_moves_what_was_divided_otherwise(village):
    card = lent(village)
    pay(village, card, baht(1_100), MARCH)
    # 59 days at once: 116.38 interest.
    assert village.balance("41010") == -baht(116, 38)

    made = pay(village, card, baht(1_100), FEBRUARY)
    # In time: 61.15, then 10,961.15 for 28 days = 50.45; together 111.60.
    assert village.balance("41010") == -baht(111, 60)
    assert owed(village, card) == baht(12_000) - baht(2_200) + baht(111, 60)
    assert [one.entry.event for one in made.entries] == ["visit", "loan_corrected"]
    assert made.entries[1].entry.on == MARCH


def test_a_payment_taken_back_leaves_the_card_as_without_it(village):
    card = lent(village)
    first = pay(village, card, baht(1_100), FEBRUARY)
    pay(village, card, baht(1_100), MARCH)

    made = village.run(VoidReceipt(receipt=first.receipts[0], on=TODAY, reason="ผิดคน"))
    assert [one.entry.event for one in made.entries] == ["reversal", "loan_corrected"]
    assert village.balance("41010") == -baht(116, 38)
    assert owed(village, card) == baht(12_000) - baht(1_100) + baht(116, 38)


def test_penalty_comes_first_and_has_its_own_account(village):
    with_types(village, penalty_kind=PenaltyKind.FIXED, penalty_amount=baht(50), change=True)
    card = lent(village)

    pay(village, card, baht(2_300), date(2026, 2, 11))
    # Due on 1 February, paid on the 11th: 50 penalty; interest 41 days = 80.88.
    assert village.balance("42010") == -baht(50)
    assert village.balance("41010") == -baht(80, 88)
    assert owed(village, card) == baht(12_000) - (baht(2_300) - baht(130, 88))


def test_a_payment_that_is_only_looked_at_leaves_the_rows_to_come_as_they_are(village):
    card = lent(village)

    def looked_at(reader):
        loan = owing_of(reader, card)
        before = loan.card(at=FEBRUARY).coming
        lowered = loan.card(Paid(FEBRUARY, baht(7_000), Early.LOWER), at=FEBRUARY).coming
        return before, lowered, loan.card(at=FEBRUARY).coming

    before, lowered, after = village.book.ask(looked_at)

    assert lowered[1].principal < before[1].principal
    assert after == before


def test_more_than_is_owed_is_refused_or_goes_to_savings(village):
    card = lent(village, baht(1_000))
    member = village.one("SELECT member FROM loan_contracts WHERE card = ?", (card,))
    savings = village.savings(member)
    _, strange = village.saver()
    with refused(village.book, LoanOverpaid, card=card, owed=baht(1_005, 10), asked=baht(1_100)):
        pay(village, card, baht(1_100), FEBRUARY)
    with refused(village.book, CardWrong, card=strange):
        pay(village, card, baht(1_100), FEBRUARY, rest=strange)

    pay(village, card, baht(1_100), FEBRUARY, rest=savings)
    assert owed(village, card) == ZERO
    assert village.held(savings) == baht(94, 90)
    with refused(village.book, PaymentOnSettledLoan, settled=FEBRUARY):
        pay(village, card, baht(1), MARCH)
    with refused(village.book, NothingOwed):
        village.run(RescheduleLoan(card=card, on=MARCH, resolution="3/2569", instalments=2))


def test_months_free_of_interest_are_part_of_the_contract_and_of_a_new_plan(village):
    card = lent(village, grace_principal=2, grace_free=2)

    # 12,000 at 6 % from 1 March on: 19 days to today. Nothing was due on 1 February and 1 March.
    told = village.book.ask(loan_card, card=card, at=TODAY)
    assert (told.standing.interest, told.standing.days_late) == (baht(37, 48), 0)
    (free,) = told.pauses
    assert (free.end, free.agreed) == (MARCH, True)
    # A moratorium may begin in those months.
    village.run(DeclareMoratorium(cards=(card,), start=FEBRUARY, end=MARCH, resolution="1/2569"))
    village.run(
        RescheduleLoan(
            card=card, on=TODAY, resolution="3/2569", instalments=3, first_due=APRIL, grace_free=1
        )
    )
    first = village.book.ask(loan_card, card=card, at=TODAY).coming[0]
    assert (first.day, first.interest) == (APRIL, baht(37, 48))
    assert is_sound(village)


def test_a_late_found_payment_to_a_lender_that_leaves_a_later_one_too_much_is_refused(village):
    card = borrowing(village, baht(1_000))
    pay_out(village, card, baht(1_000))
    village.saver(baht(200))
    # 59 days at 4 %: 6.47.
    repay(village, card, baht(1_006, 47), MARCH)
    assert owed(village, card) == ZERO

    with refused(village.book, LoanOverpaid, day=MARCH):
        repay(village, card, baht(100), FEBRUARY)


def test_what_is_no_contract_is_refused(village):
    member, _ = village.member()
    gone, _ = village.member()
    village.run(EndMembership(member=gone, on=START, why=Leaving.DECEASED))
    with refused(village.book, MemberLeft, member=gone, why="deceased"):
        contract(village, gone)
    with refused(village.book, UnknownLoanType, type="NONE"):
        contract(village, member, type="NONE")
    with refused(village.book, AmountNotPositive):
        contract(village, member, ZERO)
    with refused(village.book, CountOutOfRange):
        contract(village, member, instalments=0)
    with refused(village.book, FirstDueNotAfterPayout):
        contract(village, member, first_due=START)
    with refused(village.book, PlanRowsDoNotAddUp, rows=baht(11_000)):
        contract(village, member, instalments=None, principals=(baht(5_000), baht(6_000)))
    with refused(village.book, MissingField, field="member"):
        contract(village, None)
    with refused(village.book, ReasonMissing, field="lender"):
        contract(village, None, type="CODI")
    with refused(village.book, MissingField, field="lender"):
        contract(village, member, type="CODI", lender="พอช.")
    other = contract(village, member)
    with refused(village.book, WrongLeg):
        contract(village, member, source=other)


def test_a_contract_with_hand_made_rows_keeps_them(village):
    member, _ = village.member()
    card = contract(village, member, instalments=None, principals=(baht(5_000), baht(7_000)))
    rows = village.rows("SELECT principal FROM loan_plan_rows WHERE card = ?", (card,))
    assert rows == [(500_000,), (700_000,)]


def test_a_type_is_defined_once_and_can_be_closed(village):
    rules: dict[str, Any] = {
        "code": "ORD",
        "name_th": "สามัญ",
        "direction": Direction.OUT,
        "account": "13010",
        "interest_account": "41010",
    }
    with refused(village.book, LoanTypeExists, type="ORD"):
        village.run(DefineLoanType(**rules))
    with refused(village.book, CardWrong):
        village.run(DefineLoanType(**{**rules, "account": "24010"}, change=True))
    lender = {"code": "CODI", "direction": Direction.IN, "account": "24010"}
    with refused(village.book, AdvanceNotKept):
        village.run(DefineLoanType(**{**rules, **lender}, early=Early.ADVANCE, change=True))
    village.run(DefineLoanType(**rules, closed=True, change=True))
    member, _ = village.member()
    with refused(village.book, LoanTypeClosed, type="ORD"):
        contract(village, member)


def test_payouts_stay_within_contract_and_approval(village):
    card = lent(village, on=START)
    source = borrowing(village, on=FEBRUARY)
    with refused(village.book, PayoutBeforeContract, contract=FEBRUARY, day=START):
        pay_out(village, source, baht(1))
    with refused(village.book, PayoutAboveApproval, paid_out=baht(12_000), asked=baht(1)):
        pay_out(village, card, baht(1))
    with refused(village.book, UnknownLoan, card=999):
        pay_out(village, 999, baht(1))
    pay_out(village, source, baht(40_000), FEBRUARY)
    pay_out(village, source, baht(60_000), MARCH)
    with refused(village.book, PayoutAboveApproval, paid_out=baht(100_000)):
        pay_out(village, source, baht(1), MARCH)


def test_payments_that_cannot_be_are_refused(village):
    member, _ = village.member()
    empty, card, source = contract(village, member), lent(village), borrowing(village)
    with refused(village.book, PaymentBeforePayout, day=FEBRUARY):
        pay(village, empty, baht(1), FEBRUARY)
    with refused(village.book, WrongLeg, card=source):
        pay(village, source, baht(1), FEBRUARY)
    with refused(village.book, WrongLeg, card=card):
        repay(village, card, baht(1), FEBRUARY)
    with refused(village.book, AdvanceNotKept):
        repay(village, source, baht(1), FEBRUARY, early=Early.ADVANCE)
    with refused(village.book, LoanTwice, card=card):
        items = (item(card, baht(1)), item(card, baht(2)))
        village.run(ReceiveVisit(on=FEBRUARY, items=items))
    village.run(CloseMonth(month=Month(2026, 1)))
    with refused(village.book, PeriodClosed):
        pay(village, card, baht(1), date(2026, 1, 31))


def test_a_payout_that_was_paid_on_is_not_taken_back(village):
    card = lent(village)
    entry = village.one("SELECT entry FROM loan_payouts WHERE card = ?", (card,))
    pay(village, card, baht(1_100), FEBRUARY)
    with refused(village.book, PaymentBeforePayout):
        village.run(ReverseEntry(entry=entry, on=TODAY, reason="ผิด"))


def test_a_rate_from_a_day_gone_divides_payments_anew(village):
    card = lent(village)
    pay(village, card, baht(1_100), MARCH)
    village.run(SetLoanRate(card=card, from_day=date(2026, 2, 2), rate=FOUR))
    # 31 days to 1 February at 6 % = 61.1506…, and 28 days at 4 % = 36.8219…: 97.97, not 116.38.
    assert village.balance("41010") == -baht(97, 97)
    # It is booked on the day of the payment it divides anew, not on the day somebody thought of it.
    assert village.balance("41010", at=MARCH) == -baht(97, 97)
    village.run(CloseMonth(month=Month(2026, 1)))
    with refused(village.book, PeriodClosed):
        village.run(SetLoanRate(card=card, from_day=date(2026, 1, 15), rate=SIX))
    village.run(SetLoanRate(card=card, from_day=date(2027, 1, 1), rate=Fraction(1, 20)))


def test_a_rate_from_a_closed_month_is_refused_though_nothing_was_paid_since(village):
    card = lent(village)
    village.run(CloseMonth(month=Month(2026, 1)))

    with refused(village.book, PeriodClosed):
        village.run(SetLoanRate(card=card, from_day=date(2026, 1, 31), rate=FOUR))
    village.run(SetLoanRate(card=card, from_day=date(2026, 2, 1), rate=FOUR))


def test_a_new_plan_keeps_the_old_one(village):
    card = lent(village)
    pay(village, card, baht(1_100), FEBRUARY)
    village.run(RescheduleLoan(card=card, on=MARCH, resolution="4/2569", instalments=24))

    plans = village.rows(
        "SELECT version, COUNT(*), SUM(principal) FROM loan_plan_rows WHERE card = ?"
        " GROUP BY version",
        (card,),
    )
    assert plans == [(1, 12, 1_200_000), (2, 24, 1_096_115)]
    with refused(village.book, PlanBeforeLast, last=MARCH):
        village.run(RescheduleLoan(card=card, on=FEBRUARY, resolution="5/2569", instalments=3))


def test_a_loan_written_off_takes_nothing_more_until_that_is_reversed(village):
    card = lent(village)
    pay(village, card, baht(1_100), FEBRUARY)
    with refused(village.book, NothingOwed):
        village.run(WriteOffLoan(card=card, on=START, resolution="5/2569"))
    made = village.run(WriteOffLoan(card=card, on=MARCH, resolution="5/2569"))
    assert owed(village, card) == ZERO
    assert village.balance("55050") == baht(10_961, 15)
    with refused(village.book, LoanIsWrittenOff, card=card, day=MARCH):
        pay(village, card, baht(10), MARCH)
    entry = made.entries[0].number
    village.run(ReverseEntry(entry=entry, on=TODAY, reason="ตามหนี้ได้"))
    assert owed(village, card) == baht(10_961, 15)
    pay(village, card, baht(1_000), TODAY)
    # On the day of a payment what is left of the loan can still be given up.
    village.run(WriteOffLoan(card=card, on=TODAY, resolution="6/2569"), rehearse=True)


def test_nobody_stands_for_himself_or_in_a_circle(village):
    card = lent(village)
    borrower = village.one("SELECT member FROM loan_contracts WHERE card = ?", (card,))
    other, _ = village.member()
    with refused(village.book, GuarantorIsBorrower, member=other):
        contract(village, other, guarantors=(other,))
    second = contract(village, other, baht(1_000), guarantors=(borrower,))
    pay_out(village, second, baht(1_000))
    with refused(village.book, GuaranteeCircle, member=other, borrower=borrower):
        contract(village, borrower, guarantors=(other,))
    contract(village, borrower, guarantors=(other,), circle_allowed=True)
    third, _ = village.member()
    contract(village, borrower, guarantors=(third,))
