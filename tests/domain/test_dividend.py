"""Dividend by the four weight rules in use, and the patronage refund (domain.md 3.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.dividend import (
    DividendRule,
    RoundingPer,
    ShareMovement,
    ShareMovementOutsideYear,
    SharesBelowZero,
    WeightRule,
    YearLength,
    dividend_for,
    patronage_refund,
    share_time,
)
from ledger.domain.limits import (
    AmountOutOfRange,
    CountOutOfRange,
    PeriodEndsBeforeStart,
    RateOutOfRange,
)
from ledger.domain.money import ZERO, Money, Rounding, baht

START, END = date(2026, 1, 1), date(2026, 12, 31)


def rule(weights=WeightRule.MONTH_AFTER, **changes):
    """Six percent for the calendar year 2026."""
    return replace(
        DividendRule(start=START, end=END, rate=Fraction(6, 100), weights=weights), **changes
    )


def bought(month, day, amount):
    return ShareMovement(date(2026, month, day), baht(amount))


MONTHLY = [bought(month, 5, 100) for month in range(1, 13)]


def weights(asked, movements, opening=ZERO):
    return [line.weight for line in dividend_for(asked, opening, movements).lines]


def test_shares_brought_forward_earn_the_full_rate():
    assert dividend_for(rule(), baht(10_000), []).total == baht(600)


def test_from_the_month_after_the_weights_are_eleven_twelfths_to_nothing():
    assert weights(rule(), MONTHLY) == [Fraction(n, 12) for n in range(11, -1, -1)]
    assert dividend_for(rule(), baht(10_000), MONTHLY).total == baht(633)


def test_from_the_month_itself_the_weights_are_twelve_twelfths_to_one():
    assert weights(rule(WeightRule.MONTH_OF), MONTHLY) == [
        Fraction(n, 12) for n in range(12, 0, -1)
    ]


def test_eleven_contributing_months_make_ten_elevenths_to_nothing():
    assert weights(rule(months=11), MONTHLY[:11]) == [Fraction(n, 11) for n in range(10, -1, -1)]
    assert weights(rule(months=11), [bought(12, 5, 100)]) == [0]


def test_a_year_of_eleven_months_counts_eleven():
    assert rule(start=date(2026, 2, 1)).whole == 11


def test_by_days_a_payment_earns_from_its_own_day():
    asked = rule(WeightRule.DAYS)

    assert weights(asked, [bought(1, 1, 100), bought(12, 31, 100), bought(7, 1, 100)]) == [
        1,
        Fraction(184, 365),
        Fraction(1, 365),
    ]


def test_the_days_of_a_leap_year_can_be_counted_as_365_or_366():
    leap = rule(WeightRule.DAYS, start=date(2024, 1, 1), end=date(2024, 12, 31))
    march = [ShareMovement(date(2024, 3, 1), baht(100))]

    assert weights(leap, march) == [Fraction(306, 365)]
    assert weights(replace(leap, year_length=YearLength.ACTUAL), march) == [Fraction(306, 366)]


def test_money_after_the_cutoff_day_counts_for_the_next_month():
    asked = rule(cutoff_day=5)

    assert weights(asked, [bought(3, 5, 100), bought(3, 6, 100)]) == [
        Fraction(9, 12),
        Fraction(8, 12),
    ]


def test_shares_returned_have_earned_until_the_end_of_the_month_before():
    found = dividend_for(rule(), baht(10_000), [bought(7, 10, -10_000)])

    assert found.lines[1].weight == Fraction(6, 12)
    assert found.total == baht(300)


def test_shares_bought_and_returned_at_once_cost_and_earn_nothing():
    for asked in (rule(), rule(cutoff_day=5), rule(WeightRule.MONTH_OF)):
        found = dividend_for(asked, baht(1_000), [bought(3, 20, 500), bought(3, 21, -500)])

        assert found.total == baht(60)


def test_rounding_per_line_and_per_member_differ():
    movements = [bought(month, 5, 10) for month in range(1, 13)]
    asked = rule(rate=Fraction(5, 100))

    assert dividend_for(asked, ZERO, movements).total == baht(2, 76)
    whole = dividend_for(replace(asked, rounding_per=RoundingPer.MEMBER), ZERO, movements)
    assert whole.total == baht(2, 75)


def test_a_sum_can_be_shared_by_shares_and_time():
    one = share_time(rule(), baht(1_000), [])
    other = share_time(rule(), ZERO, [bought(6, 1, 2_000)])

    assert one == 1_000_00
    assert other == 1_000_00


def test_the_refund_is_a_part_of_the_interest_paid():
    paid = baht(1_234, 50)

    assert patronage_refund(
        paid, Fraction(15, 100), missed=0, rounding=Rounding.SATANG_HALF_UP
    ) == baht(185, 18)


def test_who_missed_an_instalment_gets_no_refund():
    assert (
        patronage_refund(baht(1_000), Fraction(15, 100), missed=1, rounding=Rounding.SATANG_HALF_UP)
        == ZERO
    )


@pytest.mark.parametrize(
    ("asked", "opening", "movements", "refusal"),
    [
        (rule(), ZERO, [ShareMovement(date(2027, 1, 1), baht(1))], ShareMovementOutsideYear),
        (rule(), ZERO, [bought(2, 1, -1)], SharesBelowZero),
        (rule(), baht(100), [bought(2, 1, -101)], SharesBelowZero),
        (rule(), baht(-1), [], AmountOutOfRange),
        (rule(rate=Fraction(-1, 100)), ZERO, [], RateOutOfRange),
        (rule(rate=Fraction(11, 100), highest_rate=Fraction(10, 100)), ZERO, [], RateOutOfRange),
        (rule(end=date(2025, 12, 31)), ZERO, [], PeriodEndsBeforeStart),
        (rule(cutoff_day=0), ZERO, [], CountOutOfRange),
        (rule(months=0), ZERO, [], CountOutOfRange),
    ],
)
def test_what_cannot_be_computed_is_refused_by_name(asked, opening, movements, refusal):
    with pytest.raises(refusal):
        dividend_for(asked, opening, movements)


def test_the_whole_value_is_the_highest_dividend_and_the_31st_the_last_cutoff_day():
    assert dividend_for(rule(rate=Fraction(1)), baht(100), []).total == baht(100)
    assert weights(rule(cutoff_day=31), [bought(3, 31, 100)]) == [Fraction(9, 12)]

    with pytest.raises(RateOutOfRange):
        dividend_for(rule(rate=Fraction(10_001, 10_000)), baht(100), [])
    with pytest.raises(CountOutOfRange):
        dividend_for(rule(cutoff_day=32), baht(100), [])


def test_a_year_has_one_to_24_months_that_count():
    assert weights(rule(months=1), [bought(1, 5, 100)]) == [0]
    assert weights(rule(months=24), [bought(1, 5, 100)]) == [Fraction(23, 24)]

    with pytest.raises(CountOutOfRange):
        dividend_for(rule(months=25), baht(100), [])


def test_a_single_satang_returned_loses_its_half_year():
    found = dividend_for(rule(), Money(1), [ShareMovement(date(2026, 7, 10), Money(-1))])

    assert found.lines[1].weight == Fraction(6, 12)


@st.composite
def a_year_of_shares(draw):
    """An opening and movements that never return more than is held."""
    opening = draw(st.integers(0, 1_000_000))
    held, movements = opening, []
    for at in sorted(draw(st.lists(st.integers(0, 364), max_size=15))):
        amount = draw(st.integers(-held, 500_000))
        held += amount
        movements.append(ShareMovement(START + timedelta(days=at), Money(amount)))
    return Money(opening), movements


any_rule = st.builds(
    rule,
    st.sampled_from(WeightRule),
    rate=st.fractions(0, Fraction(15, 100), max_denominator=500),
    cutoff_day=st.integers(1, 31),
    year_length=st.sampled_from(YearLength),
    rounding_per=st.just(RoundingPer.MEMBER),
)


@given(any_rule, a_year_of_shares())
def test_a_dividend_lies_between_nothing_and_the_full_rate_on_all_money_ever_in(asked, year):
    opening, movements = year
    paid_in = opening.satang + sum(max(0, one.amount.satang) for one in movements)

    found = dividend_for(asked, opening, movements)

    assert 0 <= found.total.satang <= paid_in * asked.rate + 1


@given(any_rule, a_year_of_shares())
def test_the_lines_are_the_whole(asked, year):
    opening, movements = year
    found = dividend_for(asked, opening, movements)

    exact = sum((line.exact for line in found.lines), Fraction(0))
    assert exact == share_time(asked, opening, movements) * asked.rate
    assert found.total == asked.rounding.of(exact)

    per_line = dividend_for(replace(asked, rounding_per=RoundingPer.LINE), opening, movements)
    assert per_line.total == sum((line.dividend for line in per_line.lines), ZERO)


@given(any_rule, a_year_of_shares(), st.integers(0, 364), st.integers(1, 100_000))
def test_paying_in_more_never_lowers_the_dividend(asked, year, at, amount):
    opening, movements = year
    more = [*movements, ShareMovement(START + timedelta(days=at), Money(amount))]

    before = dividend_for(asked, opening, movements).total
    assert dividend_for(asked, opening, more).total >= before


@given(a_year_of_shares(), st.sampled_from(WeightRule))
def test_the_dividend_is_the_rate_on_what_was_held_month_by_month_or_day_by_day(year, weights):
    """Reckoned without any weights: the balances of the card, period by period.

    A month earns on what was there at its end; where money earns from the month after only, on the
    least that was there from its beginning on. A day earns on what was there in its evening.
    """
    opening, movements = year
    balance, months, days = opening.satang, [], []
    for at in range(365):
        day = START + timedelta(days=at)
        if day.day == 1:
            months.append([balance, balance])
        for one in movements:
            if one.date == day:
                balance += one.amount.satang
                months[-1] = [min(months[-1][0], balance), balance]
        days.append(balance)
    earned = {
        WeightRule.MONTH_AFTER: Fraction(sum(least for least, _ in months), 12),
        WeightRule.MONTH_OF: Fraction(sum(last for _, last in months), 12),
        WeightRule.DAYS: Fraction(sum(days), 365),
    }

    assert share_time(rule(weights), opening, movements) == earned[weights]
