"""Loans of both legs are taken over in mid-life, and go on as if the book had always known them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.limits import AmountOutOfRange
from ledger.domain.loans.contract import PenaltyKind
from ledger.domain.loans.terms import InterestOn, Method
from ledger.domain.money import ZERO, baht, total
from ledger.domain.refusals import CardsDiffer, NothingToDo
from ledger.domain.refusals.carrying import (
    CarriedAlready,
    DayNotInOrder,
    LateAboveOwed,
    LateDayMissing,
    NothingLeftOfLoan,
    PaidOutAboveApproved,
    RestNotPlanned,
    SourceNotFound,
)
from ledger.domain.refusals.owing import AdvanceNotKept, PayoutAboveApproval, UnknownLoanType
from ledger.queries.loans import loan_card
from ledger.usecases.carried_loan import CarriedLoan
from ledger.usecases.carrying import AccountBalance, CarryForward
from ledger.usecases.loan_paying import UseLoanAdvances
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import START, TODAY
from tests.support.lending import is_sound, owed, pay, pay_out, repay, with_types
from tests.support.refused import refused

CUT = date(2026, 1, 31)


@pytest.fixture
def lending(village):
    village.member()
    village.member()
    return with_types(village)


def a_loan(**named):
    """12,000 at six per cent, half of it repaid, six months to come."""
    fields = {
        "type": "ORD",
        "member": "0001",
        "on": date(2025, 7, 31),
        "approved": baht(12_000),
        "repaid": baht(6_000),
        "rate": Fraction(6, 100),
        "first_due": date(2026, 2, 28),
        "instalments": 6,
        **named,
    }
    return CarriedLoan(**fields)


def take_over(village, *loans, paper=None, **named):
    held = sum((one.owed.satang for one in loans if one.member), 0)
    owing = sum((one.owed.satang for one in loans if not one.member), 0)
    debit, credit = baht(held // 100, held % 100), baht(owing // 100, owing % 100)
    rows = [
        ("13010", debit if paper is None else paper),
        ("24010", ZERO - credit),
        ("33010", credit - debit),
    ]
    accounts = tuple(AccountBalance(account=code, amount=it) for code, it in rows if it != ZERO)
    return village.run(CarryForward(on=CUT, loans=loans, accounts=accounts, **named))


def the_card(village, contract=1):
    return village.rows("SELECT card FROM loan_contracts ORDER BY card")[contract - 1][0]


def test_a_loan_in_mid_life_goes_on_with_its_rest(lending):
    take_over(lending, a_loan())
    card = the_card(lending)

    answer = lending.book.ask(loan_card, card=card, at=CUT)

    assert (answer.row.approved, answer.row.paid_out) == (baht(12_000), baht(12_000))
    assert (answer.standing.outstanding, answer.standing.days_late) == (baht(6_000), 0)
    assert answer.standing.next_due == date(2026, 2, 28)
    assert [one.principal for one in answer.coming] == [baht(1_000)] * 6
    # 28 days on 6,000 at 6 %: 27.62
    pay(lending, card, baht(1_027, 62), date(2026, 2, 28))
    assert owed(lending, card) == baht(5_000)
    assert lending.book.ask(loan_card, card=card, at=TODAY).difference == ZERO
    assert lending.book.ask(loan_card, card=card, at=CUT).standing == answer.standing
    assert is_sound(lending)


def test_what_is_late_is_late_since_its_own_day_and_paid_first(lending):
    late = a_loan(late_since=date(2025, 12, 31), late_principal=baht(2_000), late_interest=baht(60))
    take_over(lending, late)
    card = the_card(lending)

    standing = lending.book.ask(loan_card, card=card, at=CUT).standing

    assert (standing.amount_late, standing.overdue_principal) == (baht(2_060), baht(2_000))
    assert standing.late_since == date(2025, 12, 31)
    pay(lending, card, baht(2_060), CUT)
    told = lending.book.ask(loan_card, card=card, at=CUT)
    assert told.standing.days_late == 0
    assert owed(lending, card) == baht(4_000)
    # The rest in six equal parts.
    assert [one.principal for one in told.coming] == [baht(666, 67)] * 5 + [baht(666, 65)]


def test_what_was_paid_ahead_comes_along_and_meets_the_next_instalment(lending):
    loans = (a_loan(advance=baht(1_500)),)
    rows = (("13010", baht(6_000)), ("23120", -baht(1_500)), ("33010", -baht(4_500)))
    accounts = tuple(AccountBalance(account=code, amount=it) for code, it in rows)
    short = (accounts[0], AccountBalance(account="23120", amount=-baht(1_000)), accounts[2])
    with refused(lending.book, CardsDiffer, account="23120", cards=-baht(1_500)):
        lending.run(CarryForward(on=CUT, accounts=short, loans=loans))

    lending.run(CarryForward(on=CUT, accounts=accounts, loans=loans))
    lending.run(UseLoanAdvances(on=TODAY))

    # 28 February asks 1,000 and 28 days of 6,000 → 27.62; 472.38 stay kept.
    told = lending.book.ask(loan_card, card=the_card(lending), at=TODAY)
    assert (told.standing.advance, told.row.days_late) == (baht(472, 38), 0)
    assert lending.balance("23120") == -baht(472, 38)
    assert owed(lending, the_card(lending)) == baht(5_000)
    assert told.difference == ZERO
    assert is_sound(lending)
    lending.run(WriteOffLoan(card=the_card(lending), on=TODAY, resolution="มติ ๗"))
    assert lending.balance("23120") == ZERO


def test_interest_runs_from_the_day_up_to_which_it_was_reckoned(lending):
    take_over(lending, a_loan(reckoned_to=date(2026, 1, 1)))

    standing = lending.book.ask(loan_card, card=the_card(lending), at=CUT).standing

    assert standing.interest == baht(29, 59)  # 6,000 × 6 % × 30/365
    assert lending.book.ask(loan_card, card=the_card(lending), at=START).difference != ZERO


def test_a_loan_is_unknown_before_the_day_it_was_reckoned_to(lending):
    take_over(lending, a_loan(late_since=date(2025, 12, 31), late_interest=baht(60)))

    standing = lending.book.ask(loan_card, card=the_card(lending), at=START).standing

    assert (standing.outstanding, standing.days_late) == (ZERO, 0)


def test_a_fixed_penalty_brought_forward_is_not_charged_again(village):
    village.member()
    rules = {"penalty_kind": PenaltyKind.FIXED, "penalty_amount": baht(50)}
    with_types(village, **rules)
    late = a_loan(late_since=date(2025, 12, 31), late_principal=baht(1_000), penalty=baht(30))
    take_over(village, late)

    # Those of 31 January and 28 February are missed in this book, each for the first time.
    for day, owed_then in ((CUT, 30), (date(2026, 2, 15), 80), (TODAY, 130)):
        answer = village.book.ask(loan_card, card=the_card(village), at=day)
        assert answer.standing.penalty == baht(owed_then)


def test_flat_interest_counts_what_was_lent(village):
    village.member()
    with_types(village, method=Method.EQUAL_INSTALMENT, interest=InterestOn.FLAT)
    take_over(village, a_loan())

    coming = village.book.ask(loan_card, card=the_card(village), at=CUT).coming

    assert len({one.principal + one.interest for one in coming[:-1]}) == 1
    assert total(one.principal for one in coming) == baht(6_000)
    assert coming[0].interest == baht(61, 15)  # 31 days of 12,000, not of 6,000


def test_a_contract_with_a_lender_is_taken_over_and_repaid(lending):
    codi = a_loan(
        type="CODI", member=None, lender="พอช.", contract_number="สอ.1/2565", rate=Fraction(4, 100)
    )
    village = lending
    take_over(village, codi, a_loan(source="สอ.1/2565"))
    source, card = the_card(village, 1), the_card(village, 2)

    assert owed(village, source) == ZERO - baht(6_000)
    assert village.one("SELECT source FROM loan_contracts WHERE card = ?", (card,)) == source
    pay(village, card, baht(1_027, 62), date(2026, 2, 28))
    repay(village, source, baht(1_018, 41), date(2026, 2, 28))
    assert owed(village, source) == ZERO - baht(5_000)
    assert is_sound(village)


def test_what_was_not_yet_paid_out_can_still_be(lending):
    take_over(lending, a_loan(paid_out=baht(9_000)))
    card = the_card(lending)
    assert owed(lending, card) == baht(3_000)

    with pytest.raises(PayoutAboveApproval):
        pay_out(lending, card, baht(3_001), TODAY)


def test_the_whole_is_taken_back_by_one_reversal_and_taken_over_again(lending):
    (posted,) = take_over(lending, a_loan()).entries
    lending.run(ReverseEntry(entry=posted.number, on=TODAY, reason="พิมพ์ผิด"))
    assert owed(lending, the_card(lending)) == ZERO

    take_over(lending, a_loan())

    assert owed(lending, the_card(lending, 2)) == baht(6_000)
    assert is_sound(lending)


def test_a_second_taking_over_is_refused(lending):
    take_over(lending, a_loan())

    with pytest.raises(CarriedAlready):
        take_over(lending, a_loan(), paper=baht(12_000))
    with pytest.raises(CarriedAlready):
        take_over(lending, a_loan(member="0002"), paper=baht(12_000))


def test_control_totals_hold_what_was_taken_over_before(lending):
    take_over(lending, a_loan())
    more = a_loan(member="0002")
    rows = (("13010", baht(12_000)), ("51010", ZERO - baht(6_000)))
    accounts = tuple(AccountBalance(account=code, amount=it) for code, it in rows)

    lending.run(CarryForward(on=CUT, loans=(more,), accounts=accounts))

    assert lending.balance("13010") == baht(12_000)


def test_cards_that_differ_from_paper_are_refused_with_the_difference(lending):
    with pytest.raises(CardsDiffer) as refused:
        take_over(lending, a_loan(), paper=baht(6_043, 20))

    assert refused.value.difference == baht(43, 20)
    assert lending.rows("SELECT 1 FROM loan_contracts") == []


def test_nothing_to_take_over_is_nothing_to_do(lending):
    with pytest.raises(NothingToDo):
        lending.run(CarryForward(on=CUT))
    with pytest.raises(NothingToDo):
        lending.run(CarryForward(on=CUT, accounts=(AccountBalance(account="11010", amount=ZERO),)))


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"repaid": baht(12_000)}, NothingLeftOfLoan),
        ({"paid_out": baht(12_001)}, PaidOutAboveApproved),
        ({"late_principal": baht(6_001), "late_since": START}, LateAboveOwed),
        ({"late_interest": baht(1)}, LateDayMissing),
        ({"first_due": None}, RestNotPlanned),
        ({"advance": -baht(1)}, AmountOutOfRange),
        ({"member": None, "lender": "พอช.", "type": "CODI", "advance": baht(1)}, AdvanceNotKept),
        ({"first_due": START}, DayNotInOrder),
        ({"on": TODAY}, DayNotInOrder),
        ({"reckoned_to": TODAY}, DayNotInOrder),
        ({"late_since": TODAY, "late_interest": baht(1)}, DayNotInOrder),
        ({"source": "สอ.9"}, SourceNotFound),
        ({"type": "GOLD"}, UnknownLoanType),
    ],
)
def test_parts_that_do_not_go_together_are_refused(lending, changed, refusal):
    with pytest.raises(refusal):
        take_over(lending, replace(a_loan(), **changed))


def test_loans_are_not_granted_in_the_month_they_are_taken_over(lending):
    from ledger.domain.days import Month
    from ledger.queries.inspection_report import inspection_report

    take_over(lending, a_loan())

    answer = lending.book.ask(inspection_report, month=Month(2026, 1))
    assert answer.granted.count == 0


def test_the_whole_amount_may_be_late(lending):
    late = a_loan(first_due=None, late_since=date(2025, 8, 31), late_principal=baht(6_000))
    take_over(lending, late)

    standing = lending.book.ask(loan_card, card=the_card(lending), at=CUT).standing
    assert (standing.amount_late, standing.next_due) == (baht(6_000), None)


def test_a_type_of_the_other_leg_is_refused(lending):
    from ledger.domain.refusals import MissingField

    with pytest.raises(MissingField):
        take_over(lending, a_loan(type="CODI"))
    with pytest.raises(MissingField):
        take_over(lending, a_loan(member=None, lender="พอช."))
