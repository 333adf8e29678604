"""Savings interest: tried, posted once per period, corrected by a reversal."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from ledger.domain.days import Month
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.products import InterestMethod
from ledger.domain.refusals import (
    FutureDay,
    InterestPosted,
    NoInterest,
    NothingToDo,
    PeriodClosed,
    UnknownProduct,
)
from ledger.queries.month_checklist import CheckItem, CheckState, month_checklist
from ledger.usecases.closing import CloseMonth
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.members import EndMembership
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import SetSavingsRate
from tests.support.books import START, TODAY
from tests.support.refused import refused

PAYS_INTEREST = {"account": "21010", "interest_account": "51010"}
JANUARY_END, FEBRUARY_END = date(2026, 1, 31), date(2026, 2, 28)


def post(village, through, **named):
    return village.run(PostSavingsInterest(product="SAVINGS", through=through, **named))


@pytest.fixture
def saver(village):
    """10,000 baht from 1 January on, at the standard one percent a year; card 3."""
    village.saver(baht(10_000))
    return village


def test_a_year_at_one_percent_is_counted_by_days(saver):
    # 10,000 x 1 % x 31 / 365 = 8.4931… and 10,000 x 1 % x 28 / 365 = 7.6712…, both on the capital
    # and, in February, on the interest of January: 10,008.49 x 1 % x 28 / 365 = 7.6777…
    made = post(saver, JANUARY_END)
    post(saver, FEBRUARY_END)

    assert made.made["total"] == "8.49"
    assert saver.held(3) == baht(10_016, 17)
    assert saver.balance("51010") == baht(16, 17)


def test_interest_is_posted_once_for_each_day(saver):
    post(saver, JANUARY_END)

    for through in (JANUARY_END, START):
        with refused(saver.book, InterestPosted, product="SAVINGS", through=JANUARY_END):
            post(saver, through)
    with refused(saver.book, InterestPosted):
        post(saver, FEBRUARY_END, start=JANUARY_END)


def test_a_trial_run_books_nothing(saver):
    tried = saver.run(PostSavingsInterest(product="SAVINGS", through=JANUARY_END), rehearse=True)

    assert tried.made["total"] == "8.49"
    assert saver.held(3) == baht(10_000)


def test_a_reversed_posting_is_posted_again(saver):
    made = post(saver, JANUARY_END)
    saver.run(ReverseEntry(entry=made.entries[0].number, on=TODAY, reason="อัตราผิด"))
    saver.run(SetSavingsRate(product="SAVINGS", from_day=START, rate=Fraction(2, 100)))

    again = post(saver, JANUARY_END, on=TODAY)

    # 10,000 x 2 % x 31 / 365 = 16.9863…
    assert again.made["total"] == "16.99"
    assert saver.held(3) == baht(10_016, 99)


def test_a_new_rate_counts_from_its_day(saver):
    saver.run(SetSavingsRate(product="SAVINGS", from_day=date(2026, 1, 21), rate=Fraction(3, 100)))

    # 20 days at 1 % and 11 days at 3 %: (100 x 20 + 300 x 11) / 365 = 5,300 / 365 = 14.5205…
    assert post(saver, JANUARY_END).made["total"] == "14.52"


def test_interest_is_booked_on_a_day_that_may_be_booked(saver):
    with refused(saver.book, FutureDay):
        post(saver, TODAY + timedelta(days=1))
    saver.run(CloseMonth(month=Month(2026, 1)))
    with refused(saver.book, PeriodClosed, day=JANUARY_END):
        post(saver, JANUARY_END)
    post(saver, JANUARY_END, on=TODAY)


def test_where_nothing_is_earned_nothing_is_booked(village):
    with refused(village.book, NothingToDo, what="SAVINGS"):
        post(village, JANUARY_END)
    with refused(village.book, UnknownProduct, product="NONE"):
        village.run(PostSavingsInterest(product="NONE", through=JANUARY_END))


def test_a_product_without_interest_bears_none(village):
    number, cards = village.member()
    village.deposit(cards["PROMISE"], baht(100), on=START)

    with refused(village.book, NoInterest, product="PROMISE"):
        village.run(PostSavingsInterest(product="PROMISE", through=JANUARY_END))
    village.product("DAILY", method=InterestMethod.DAILY)
    card = village.savings(number, "DAILY")
    village.deposit(card, baht(100), on=START)
    with refused(village.book, NoInterest, product="DAILY"):
        village.run(PostSavingsInterest(product="DAILY", through=JANUARY_END))


def test_who_was_paid_out_before_stops_nobody_elses_interest(saver):
    number, card = saver.saver(baht(500))
    saver.withdraw(card, baht(500), on=JANUARY_END)
    saver.run(EndMembership(member=number, on=JANUARY_END, why=Leaving.RESIGNED))

    made = post(saver, FEBRUARY_END)

    assert made.made["accounts"] == 1
    assert saver.held(card) == ZERO


def test_every_card_is_rounded_by_itself_and_the_entry_is_their_sum(village):
    for _ in range(3):
        village.saver(baht(100))

    # 100 x 1 % x 31 / 365 = 0.0849… for each, 0.08 rounded: 0.24 and not 0.25
    made = post(village, JANUARY_END)

    assert made.made["total"] == "0.24"
    assert [line.amount for line in made.entries[0].entry.lines] == [Money(24), *[Money(8)] * 3]


@pytest.mark.parametrize(
    ("day", "earned"),
    # Lowest balance of January from the fifth on; 10,000 x 1 % x 31 / 365 = 8.4931…
    [(5, baht(8, 49)), (6, ZERO)],
)
def test_a_new_account_earns_no_more_of_a_months_lowest_balance_than_an_empty_one(
    village, day, earned
):
    village.product("LOWEST", method=InterestMethod.LOWEST_OF_MONTH, cutoff_day=5, **PAYS_INTEREST)
    village.run(SetSavingsRate(product="LOWEST", from_day=START, rate=Fraction(1, 100)))
    number, _ = village.member()
    empty = village.savings(number, "LOWEST")
    new = village.savings(number, "LOWEST", on=date(2026, 1, day))
    for card in (empty, new):
        village.deposit(card, baht(10_000), on=date(2026, 1, day))
    village.deposit(village.savings(number, "LOWEST"), baht(10_000), on=START)

    village.run(PostSavingsInterest(product="LOWEST", through=JANUARY_END))

    assert [village.held(card) - baht(10_000) for card in (empty, new)] == [earned, earned]


def test_a_month_is_asked_for_interest_that_is_due_with_it_and_was_earned(village):
    """It stands there while it is open and once it is done; where nobody saves it never could."""
    february = Month(2026, 2)

    def asked():
        rows = village.book.ask(month_checklist, month=february, today=TODAY).rows
        return [(row.name_th, row.state) for row in rows if row.item is CheckItem.INTEREST]

    for product, months in (("MONTHLY", 1), ("YEARLY", 12)):
        village.product(
            product, method=InterestMethod.DAILY, interest_months=months, **PAYS_INTEREST
        )
        village.run(SetSavingsRate(product=product, from_day=START, rate=Fraction(1, 100)))
    assert asked() == []

    number, _ = village.member()
    for product in ("MONTHLY", "YEARLY"):
        village.deposit(village.savings(number, product), baht(1_000), on=START)
    assert asked() == [("MONTHLY", CheckState.OPEN)]
    village.run(PostSavingsInterest(product="MONTHLY", through=february.last))
    assert asked() == [("MONTHLY", CheckState.RIGHT)]
