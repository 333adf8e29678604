"""Interest accrued at month ends on both legs by hand, with a loan that stops to count."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals.accruing import InterestAccrued
from ledger.queries.accrued_interest import accrued_interest
from ledger.queries.loan_quality import loan_quality
from ledger.usecases.accruing import AccrueInterest
from ledger.usecases.provisioning import PostProvision
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.settling import SettleMember
from tests.support.books import found_village
from tests.support.lending import borrowing, contract, is_sound, pay, pay_out, repay, with_types
from tests.support.refused import refused

JANUARY, FEBRUARY, MARCH = date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)
JUNE = date(2026, 6, 30)
RECEIVABLE, PAYABLE, EARNED, COST = "16020", "23020", "41010", "51040"


@pytest.fixture
def lending(tmp_path):
    """12,000 lent at 6 % and 50,000 borrowed at 4 %, both on the first of January."""
    village = found_village(tmp_path, today=date(2027, 6, 10))
    with village.book:
        source = borrowing(with_types(village))
        pay_out(village, source, baht(50_000))
        member, _ = village.member()
        loan = contract(village, member)
        pay_out(village, loan, baht(12_000))
        yield village, loan, source


def accrue(village, on):
    made = village.run(AccrueInterest(on=on)).made
    return made["receivable"], made["payable"]


def books_at(village, on):
    return tuple(village.balance(code, at=on) for code in (RECEIVABLE, PAYABLE, EARNED, COST))


def test_both_legs_are_accrued_at_month_ends_and_paid_interest_is_never_counted_twice(lending):
    village, loan, source = lending
    # 12,000 x 6 % x 30/365 = 59.178…, 50,000 x 4 % x 30/365 = 164.383… for 30 days of January.
    assert accrue(village, JANUARY) == ("59.18", "164.38")
    a, b = baht(59, 18), baht(164, 38)
    assert books_at(village, JANUARY) == (a, -b, -a, b)
    with refused(village.book, InterestAccrued, on=JANUARY):
        accrue(village, JANUARY)

    # On 10 February the member pays 1,100: 40 days are 78.904… -> 78.90 interest and 1,021.10 of
    # principal; 5,500 to the lender: 219.178… -> 219.18 interest and 5,280.82 of principal.
    pay(village, loan, baht(1_100), date(2026, 2, 10))
    repay(village, source, baht(5_500), date(2026, 2, 10))
    # 18 days of 10,978.90 at 6 %: 32.485… -> 32.49; of 44,719.18 at 4 %: 88.213… -> 88.21.
    assert accrue(village, FEBRUARY) == ("-26.69", "-76.17")
    # Income of two months is what was paid and what is unpaid, no more: 78.90 + 32.49.
    assert books_at(village, FEBRUARY) == (
        baht(32, 49),
        -baht(88, 21),
        -baht(111, 39),
        baht(307, 39),
    )
    assert is_sound(village)
    told = village.book.ask(accrued_interest, at=FEBRUARY)
    assert (told.due, told.lent.booked, told.borrowed.unpaid) == (ZERO, baht(32, 49), baht(88, 21))
    assert village.book.ask(accrued_interest, at=MARCH).due > ZERO


def test_a_loan_late_for_long_counts_no_interest_of_this_year_but_the_lender_is_still_owed(lending):
    village, _, _ = lending
    accrue(village, MARCH)
    booked = village.balance(RECEIVABLE, at=MARCH)
    # Nothing was ever paid: in June the first instalment is late for more than 90 days.
    assert accrue(village, JUNE)[0] == f"-{booked.as_decimal()}"

    receivable, payable, earned, _ = books_at(village, JUNE)
    assert (receivable, earned) == (ZERO, ZERO)
    # 50,000 x 4 % x 180/365 = 986.301…
    assert payable == -baht(986, 30)
    (row,) = village.book.ask(accrued_interest, at=JUNE).lent.rows
    # 12,000 x 6 % x 180/365 = 355.068… stays known beside the books.
    assert (row.suspended, row.unpaid, row.booked) == (True, baht(355, 7), ZERO)
    assert is_sound(village)


def test_what_was_accrued_in_an_earlier_year_stays_and_is_part_of_what_is_set_aside(lending):
    village, loan, _ = lending
    december, april = date(2026, 12, 31), date(2027, 4, 30)
    pay(village, loan, baht(10_900), date(2026, 11, 15))
    accrue(village, december)
    booked = village.balance(RECEIVABLE, at=december)
    # 12,000 x 6 % x 318/365 = 627.29, so that 1,727.29 run on: x 6 % x 46/365 = 13.06.
    assert booked == baht(13, 6)

    with_more = village.book.ask(accrued_interest, at=april).lent.rows[0]
    # Late since December the loan counts nothing of the new year; the old year's stays.
    assert (with_more.suspended, with_more.wanted, with_more.change) == (True, booked, ZERO)
    village.run(PostProvision(on=april))
    told = village.book.ask(loan_quality, at=april)
    assert told.rows[0].base == told.outstanding + booked == baht(1_740, 35)
    assert told.booked == baht(348, 7)
    # A run taken back is a reversal like any other; the next one brings the books there again.
    entry = village.one("SELECT MAX(number) FROM entries WHERE event = 'interest_accrued'")
    village.run(ReverseEntry(entry=entry, on=april, reason="ลองกลับรายการ"))
    assert (village.balance(RECEIVABLE, at=april), village.balance(PAYABLE, at=april)) == (
        ZERO,
        ZERO,
    )
    assert accrue(village, april)[0] == "13.06"
    assert is_sound(village)


def test_a_run_for_a_month_before_a_member_left_passes_over_her_closed_loan(lending):
    village, loan, _ = lending
    pay(village, loan, baht(12_144), date(2026, 3, 15))
    member = village.one("SELECT member FROM loan_contracts WHERE card = ?", (loan,))
    village.run(SettleMember(member=member, on=MARCH, why=Leaving.RESIGNED, resolution="มติ ๔"))

    # At the end of February 114.41 were unpaid on it; only the lender's 317.81 can still be booked.
    assert accrue(village, FEBRUARY) == ("0.00", "317.81")
    with refused(village.book, InterestAccrued, on=FEBRUARY):
        accrue(village, FEBRUARY)
    assert is_sound(village)
