"""Dividend and refund of all holders at once: who has left, who missed, and sums shared whole."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.distribution import Holder, Refund, dividends_of, refunds_of
from ledger.domain.dividend import DividendRule, ShareMovement
from ledger.domain.limits import AmountOutOfRange, RateOutOfRange
from ledger.domain.money import ZERO, Money, baht

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
RULE = DividendRule(start=FIRST, end=LAST, rate=Fraction(5, 100))
SAVER = Holder(opening=baht(1_000))


def totals(holders, **named):
    return [one.total for one in dividends_of(RULE, holders, **named)]


def left(day):
    return Holder(opening=baht(1_000), left=day)


def test_who_left_within_the_year_gets_no_dividend_unless_leavers_are_paid():
    holders = [SAVER, left(FIRST), left(LAST), left(date(2027, 1, 1)), left(date(2025, 12, 31))]

    assert totals(holders) == [baht(50), ZERO, ZERO, baht(50), baht(50)]
    assert totals(holders, pays_leavers=True) == [baht(50)] * 5


def test_a_round_sum_is_shared_by_shares_and_months_among_those_entitled():
    # 2,000 bought in June count 6 of 12 months from July: as much as 1,000 of the whole year.
    june = Holder(movements=(ShareMovement(date(2026, 6, 1), baht(2_000)),))

    assert totals([SAVER, june, left(LAST)], whole=baht(301)) == [baht(150, 50)] * 2 + [ZERO]
    assert totals([SAVER, left(LAST)], whole=baht(301), pays_leavers=True) == [baht(150, 50)] * 2


def test_a_sum_with_nobody_to_share_it_is_shared_by_nobody():
    assert totals([Holder(), left(LAST)], whole=baht(301)) == [ZERO, ZERO]
    # One holder without shares keeps no other from getting it all.
    assert totals([Holder(), SAVER], whole=baht(301)) == [ZERO, baht(301)]


def test_a_sum_below_zero_is_not_shared():
    assert totals([SAVER], whole=ZERO) == [ZERO]
    with pytest.raises(AmountOutOfRange):
        totals([SAVER], whole=Money(-1))


def test_the_refund_is_a_part_of_the_interest_paid_and_none_for_who_missed():
    payers = [Holder(interest_paid=baht(1_250, 10)), Holder(interest_paid=baht(900), missed=1)]

    # Seven percent of 1,250.10 are 87.507.
    assert refunds_of(Refund(Fraction(7, 100)), payers) == [baht(87, 51), ZERO]
    assert refunds_of(None, payers) == [ZERO, ZERO]


def test_all_interest_is_the_highest_refund_and_interest_is_not_below_zero():
    payer = Holder(interest_paid=baht(100))

    assert refunds_of(Refund(Fraction(1)), [payer]) == [baht(100)]
    with pytest.raises(RateOutOfRange):
        refunds_of(Refund(Fraction(101, 100)), [payer])
    for refund in (None, Refund(Fraction(1, 100))):
        with pytest.raises(AmountOutOfRange):
            refunds_of(refund, [Holder(interest_paid=Money(-1))])
