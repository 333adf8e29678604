"""One CODI contract, two members' loans, three months: every figure worked by hand.

CODI lends 100,000 at 4 %, repaid 10,000 a month. Of it member A borrows 36,000 and member B 24,000
at 6 %, 1,000 of principal a month; all paid out on 1 January 2026, due on the first. Actual/365.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest

from ledger.domain.codec import plain_value
from ledger.domain.lending import Direction
from ledger.domain.loan_quality import LoanClass
from ledger.domain.money import ZERO, baht
from ledger.queries.both_legs import both_legs
from ledger.queries.collection import collection_sheet
from ledger.queries.control import cards_and_control
from ledger.queries.loans import loan_card, loans
from ledger.usecases.lending import RescheduleLoan
from tests.support.books import found_village
from tests.support.lending import (
    borrowing,
    contract,
    is_sound,
    owed,
    pay,
    pay_out,
    repay,
    with_types,
)

FEBRUARY, MARCH, APRIL = (date(2026, month, 1) for month in (2, 3, 4))


@pytest.fixture
def village(tmp_path):
    made = found_village(tmp_path, today=date(2026, 4, 10))
    with made.book:
        yield with_types(made)
        assert is_sound(made)


@dataclass(frozen=True)
class Loans:
    source: int
    a: int
    b: int


@pytest.fixture
def cards(village):
    source = borrowing(village)
    pay_out(village, source, baht(100_000))
    (a, _), (b, _) = village.member(), village.member()
    made = Loans(
        source,
        contract(village, a, baht(36_000), instalments=36, source=source),
        contract(village, b, baht(24_000), instalments=24, source=source),
    )
    pay_out(village, made.a, baht(36_000))
    pay_out(village, made.b, baht(24_000))
    return made


def february_and_march(village, cards):
    """B misses 1 March; both others pay."""
    # 1 February, 31 days: A 36,000 → 183.45; B 24,000 → 122.30; CODI 100,000 at 4 % → 339.73.
    pay(village, cards.a, baht(1_183, 45), FEBRUARY)
    pay(village, cards.b, baht(1_122, 30), FEBRUARY)
    repay(village, cards.source, baht(10_339, 73), FEBRUARY, lender_receipt="1/2569")
    # 1 March, 28 days: A 35,000 → 161.10; CODI 90,000 → 276.16.
    pay(village, cards.a, baht(1_161, 10), MARCH)
    repay(village, cards.source, baht(10_276, 16), MARCH)


def april(village, cards):
    """B pays both instalments late; A settles early."""
    # B: 59 days of 23,000, exact 223.0685, rounded once; A: 34,000 for 31 days → 173.26.
    pay(village, cards.b, baht(2_223, 7), APRIL)
    pay(village, cards.a, baht(34_173, 26), APRIL)


def test_the_first_instalments_leave_round_balances(village, cards):
    february_and_march(village, cards)

    assert (owed(village, cards.a), owed(village, cards.b)) == (baht(34_000), baht(23_000))
    assert owed(village, cards.source) == -baht(80_000)


def test_who_is_late_shows_in_the_list_and_on_the_collection_sheet(village, cards):
    february_and_march(village, cards)
    answer = village.book.ask(loans, at=date(2026, 3, 31), leg=Direction.OUT)

    (late,) = [row for row in answer.rows if row.days_late]
    # 1,000 of principal, and 23,000 for 28 days → 105.86 that ran to the day it was due.
    assert (late.card, late.days_late, late.amount_late) == (cards.b, 30, baht(1_105, 86))
    assert late.loan_class is LoanClass.NORMAL
    sheet = village.book.ask(collection_sheet, on=date(2026, 3, 31))
    items = [one for row in sheet.rows for one in row.items if one.item == "loan"]
    assert {one.card: (one.expected, one.arrears) for one in items} == {
        cards.a: (ZERO, ZERO),
        cards.b: (baht(1_105, 86), ZERO),
    }
    assert [one.code for one in sheet.columns if one.item == "loan"] == ["ORD"]


def test_the_sheet_asks_for_arrears_and_the_instalment_of_the_month(village, cards):
    february_and_march(village, cards)
    sheet = village.book.ask(collection_sheet, on=APRIL)

    asked = {one.card: one for row in sheet.rows for one in row.items if one.item == "loan"}
    # On the day itself both rows of B are due: what then settles them is 2,223.07.
    assert asked[cards.b].expected == baht(2_223, 7)
    assert asked[cards.a].expected == baht(1_173, 26)


def test_both_legs_side_by_side_after_three_months(village, cards):
    february_and_march(village, cards)
    april(village, cards)
    answer = village.book.ask(both_legs, at=APRIL)

    (pair,) = answer.rows
    assert (owed(village, cards.a), owed(village, cards.b)) == (ZERO, baht(21_000))
    assert (pair.drawn, pair.balance) == (baht(100_000), baht(80_000))
    assert (pair.members, pair.lent, pair.members_balance) == (2, baht(60_000), baht(21_000))
    assert pair.gap == -baht(59_000)
    assert pair.repaid.interest == baht(615, 89)  # 339.73 + 276.16
    # 183.45 + 161.10 + 173.26 + 122.30 + 223.07
    assert pair.collected.interest == baht(863, 18)
    assert pair.spread == baht(247, 29)
    assert (answer.collected, answer.paid) == (baht(39_863, 18), baht(20_615, 89))
    assert pair.longest == date(2029, 1, 1)


def test_every_answer_about_loans_can_be_written_as_json(village, cards):
    february_and_march(village, cards)

    for question, named in ((loan_card, {"card": cards.b}), (loans, {}), (both_legs, {})):
        answer = village.book.ask(question, **named)
        assert json.loads(json.dumps(plain_value(answer)))


def test_the_ledger_says_the_same(village, cards):
    february_and_march(village, cards)
    april(village, cards)

    assert village.balance("41010") == -baht(863, 18)
    assert village.balance("51040") == baht(615, 89)
    assert village.book.ask(cards_and_control).agrees
    card = village.book.ask(loan_card, card=cards.a)
    assert card.row.settled_on == APRIL
    assert card.difference == ZERO
    then = village.book.ask(loan_card, card=cards.a, at=FEBRUARY)
    assert (then.booked, then.difference) == (baht(35_000), ZERO)


def test_a_new_plan_spreads_what_is_owed_that_evening(village, cards):
    february_and_march(village, cards)
    april(village, cards)
    village.run(RescheduleLoan(card=cards.b, on=APRIL, resolution="1/2569", instalments=42))
    card = village.book.ask(loan_card, card=cards.b, at=date(2026, 4, 2))

    assert (card.row.restructured, len(card.plans), len(card.coming)) == (True, 2, 42)
    assert card.coming[0].principal == baht(500)  # 21,000 / 42
    assert card.contract.source == cards.source
    assert (card.booked, card.difference) == (baht(21_000), ZERO)


def test_an_instalment_to_come_is_asked_beside_arrears_and_no_interest_twice(village):
    pay_out(village, borrowing(village), baht(100_000))
    member, _ = village.member()
    card = contract(village, member, baht(24_000), instalments=24, first_due=date(2026, 1, 20))
    pay_out(village, card, baht(24_000))
    sheet = village.book.ask(collection_sheet, on=date(2026, 2, 10))

    (asked,) = [one for row in sheet.rows for one in row.items if one.card == card]
    # Missed on 20 January: 1,000 and 19 days of 24,000 → 74.96. Due on 20 February: 1,000 more,
    # and interest of 50 days in all → 197.26.
    assert (asked.expected, asked.arrears) == (baht(2_197, 26), baht(1_074, 96))
