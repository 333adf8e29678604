"""Savings interest: hand-worked postings, every method, and rules that chance cannot break."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accrual import YearPart
from ledger.domain.interest import (
    AverageOver,
    BalanceBelowZero,
    EarningBalance,
    InterestRule,
    Movement,
    RateStep,
    Tiers,
    interest_for,
    posting_periods,
)
from ledger.domain.limits import (
    AmountOutOfRange,
    CountOutOfRange,
    PeriodEndsBeforeStart,
    RateOutOfRange,
)
from ledger.domain.money import ZERO, Money, Rounding, baht

JANUARY, NEW_YEAR, JUNE = date(2026, 1, 1), date(2025, 12, 31), date(2026, 6, 30)


def step(percent, since=date(2000, 1, 1), *, above=0, months=0):
    return RateStep(since, Fraction(percent) / 100, baht(above), months)


def rule(method=EarningBalance.DAILY, **changes):
    """Two percent a year by the days of a year of 365."""
    return replace(InterestRule(method=method, rates=(step(2),)), **changes)


def moved(*pairs):
    return [Movement(date(2026, month, day), baht(amount)) for month, day, amount in pairs]


def posted(asked, movements, start=JANUARY, end=JUNE):
    return interest_for(asked, movements, start, end).rounded


OPENING = [Movement(NEW_YEAR, baht(10_000))]


# ── daily balance ───────────────────────────────────────────────────────────────────────────────


def test_a_balance_earns_for_each_of_its_days_first_and_last_included():
    result = interest_for(rule(), OPENING, JANUARY, JUNE)

    assert result.exact == Fraction(10_000_00 * 2 * 181, 36_500)
    assert result.rounded == baht(99, 18)


def test_money_earns_from_its_day_until_the_day_before_it_is_taken_out():
    movements = moved((3, 10, 5_000), (3, 20, -5_000))

    result = interest_for(rule(), movements, JANUARY, JUNE)

    assert result.exact == Fraction(5_000_00 * 2 * 10, 36_500)


def test_money_in_and_out_on_one_day_earns_nothing():
    assert posted(rule(), moved((3, 10, 5_000), (3, 10, -5_000))) == ZERO


def test_the_parts_name_days_balance_and_rate():
    result = interest_for(rule(), [*OPENING, *moved((2, 1, 500))], JANUARY, JUNE)

    first, second = result.parts
    assert (first.start, first.end, first.days) == (JANUARY, date(2026, 1, 31), 31)
    assert second.start == date(2026, 2, 1)
    assert second.balance == 10_500_00
    assert first.exact + second.exact == result.exact


def test_a_new_rate_holds_from_its_day():
    asked = rule(rates=(step(2), step(4, date(2026, 4, 1))))

    result = interest_for(asked, OPENING, JANUARY, JUNE)

    assert result.exact == Fraction(10_000_00 * (2 * 90 + 4 * 91), 36_500)


def test_before_the_first_rate_nothing_is_earned():
    assert posted(rule(rates=(step(2, date(2026, 7, 1)),)), OPENING) == ZERO


def test_without_any_rate_nothing_is_earned():
    assert posted(rule(rates=()), OPENING) == ZERO


def test_rounding_is_the_policy_of_the_posting():
    assert posted(rule(rounding=Rounding.QUARTER_DOWN), OPENING) == baht(99)
    assert posted(rule(rounding=Rounding.BAHT_UP), OPENING) == baht(100)


# ── steps and thresholds ────────────────────────────────────────────────────────────────────────

STEPS = (step(1), step(2, above=10_000), step(3, above=100_000))


@pytest.mark.parametrize(
    ("balance", "percent"), [(9_999, 1), (10_000, 2), (99_999, 2), (100_000, 3)]
)
def test_the_whole_balance_earns_the_rate_of_its_step(balance, percent):
    result = interest_for(rule(rates=STEPS), [Movement(NEW_YEAR, baht(balance))], JANUARY, JANUARY)

    assert result.exact == Fraction(balance * 100 * percent, 36_500)


def test_each_slice_can_earn_its_own_rate():
    result = interest_for(
        rule(rates=STEPS, tiers=Tiers.SLICE), [Movement(NEW_YEAR, baht(150_000))], JANUARY, JANUARY
    )

    assert result.exact == Fraction(100 * (10_000 * 1 + 90_000 * 2 + 50_000 * 3), 36_500)
    assert [part.balance for part in result.parts] == [10_000_00, 90_000_00, 50_000_00]


def test_the_steps_of_a_new_day_replace_all_earlier_ones():
    asked = rule(rates=(*STEPS, step(1, date(2026, 1, 2))))

    result = interest_for(asked, [Movement(NEW_YEAR, baht(100_000))], JANUARY, date(2026, 1, 2))

    assert result.exact == Fraction(100_000_00 * (3 + 1), 36_500)


def test_a_longer_term_earns_its_own_rate():
    rates = (step(1), step(2, months=6), step(3, months=12))

    earned = [
        interest_for(rule(rates=rates, term_months=term), OPENING, JANUARY, JANUARY).exact
        for term in (0, 6, 11, 12, 24)
    ]

    assert earned == [Fraction(10_000_00 * percent, 36_500) for percent in (1, 2, 2, 3, 3)]


def test_a_balance_below_the_minimum_earns_nothing():
    assert posted(rule(minimum=baht(10_001)), OPENING) == ZERO
    assert posted(rule(minimum=baht(10_000)), OPENING) == baht(99, 18)


# ── lowest balance of the month ─────────────────────────────────────────────────────────────────


def lowest(*pairs, cutoff_day=1):
    asked = rule(EarningBalance.LOWEST_OF_MONTH, cutoff_day=cutoff_day, day_count=YearPart.MONTHS)
    january = date(2026, 1, 31)
    return interest_for(asked, [*OPENING, *moved(*pairs)], JANUARY, january).exact * 12 * 50 / 100


def test_the_lowest_balance_of_the_month_earns_for_the_whole_month():
    assert lowest((1, 10, 5_000)) == 10_000
    assert lowest((1, 10, 5_000), (1, 20, -8_000)) == 7_000


def test_money_of_the_first_day_counts_from_the_first():
    assert lowest((1, 1, 5_000)) == 15_000


def test_money_up_to_the_cutoff_day_counts_as_from_the_first():
    assert lowest((1, 5, 5_000), cutoff_day=5) == 15_000
    assert lowest((1, 6, 5_000), cutoff_day=5) == 10_000


def test_with_cutoff_zero_even_the_balance_brought_forward_counts():
    assert lowest((1, 1, 5_000), cutoff_day=0) == 10_000


def test_each_month_has_its_own_lowest_balance():
    asked = rule(EarningBalance.LOWEST_OF_MONTH, day_count=YearPart.MONTHS)

    result = interest_for(asked, [*OPENING, *moved((2, 15, -4_000))], JANUARY, date(2026, 3, 31))

    assert [part.balance for part in result.parts] == [10_000_00, 6_000_00, 6_000_00]
    assert result.exact == Fraction(22_000_00 * 2, 1_200)


def test_a_month_that_ends_before_its_cutoff_day_is_judged_whole():
    asked = rule(EarningBalance.LOWEST_OF_MONTH, cutoff_day=20)

    result = interest_for(asked, [*OPENING, *moved((1, 5, -1_000))], JANUARY, date(2026, 1, 10))

    assert result.parts[0].balance == 9_000_00


# ── average ─────────────────────────────────────────────────────────────────────────────────────


def test_the_average_of_the_month_earns_for_each_of_its_days():
    asked = rule(EarningBalance.AVERAGE)

    result = interest_for(asked, [*OPENING, *moved((1, 16, 3_100))], JANUARY, date(2026, 1, 31))

    assert result.parts[0].balance == 11_600_00


def test_the_average_can_run_over_the_whole_posting():
    asked = rule(EarningBalance.AVERAGE, average_over=AverageOver.POSTING, minimum=baht(10_200))

    result = interest_for(asked, [*OPENING, *moved((2, 1, 590))], JANUARY, date(2026, 2, 28))

    assert len(result.parts) == 1
    assert result.parts[0].balance == 10_000_00 + Fraction(590_00 * 28, 59)


# ── periods and refusals ────────────────────────────────────────────────────────────────────────


def test_postings_end_with_the_halves_of_the_year():
    assert posting_periods(date(2026, 2, 10), date(2027, 1, 5), 6) == [
        (date(2026, 2, 10), JUNE),
        (date(2026, 7, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 1, 5)),
    ]


def test_postings_follow_the_fiscal_year():
    assert posting_periods(JANUARY, date(2026, 12, 31), 12, year_end=9) == [
        (JANUARY, date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 12, 31)),
    ]


def test_a_last_day_alone_in_its_half_is_posted_as_well():
    july = date(2026, 7, 1)

    assert posting_periods(JANUARY, july, 6) == [(JANUARY, JUNE), (july, july)]


def test_one_posting_takes_the_whole_period():
    assert posting_periods(JANUARY, JUNE, 0) == [(JANUARY, JUNE)]


@pytest.mark.parametrize(
    ("asked", "movements", "end", "refusal"),
    [
        (rule(), OPENING, NEW_YEAR, PeriodEndsBeforeStart),
        (rule(), moved((2, 1, -1)), JUNE, BalanceBelowZero),
        (rule(), [Movement(NEW_YEAR, baht(-1))], JUNE, BalanceBelowZero),
        (rule(rates=(step(-1),)), OPENING, JUNE, RateOutOfRange),
        (rule(rates=(step(1_001),)), OPENING, JUNE, RateOutOfRange),
        (rule(cutoff_day=32), OPENING, JUNE, CountOutOfRange),
        (rule(minimum=baht(-1)), OPENING, JUNE, AmountOutOfRange),
        (rule(rates=(step(1, above=-1),)), OPENING, JUNE, AmountOutOfRange),
    ],
)
def test_what_cannot_be_computed_is_refused_by_name(asked, movements, end, refusal):
    with pytest.raises(refusal):
        interest_for(asked, movements, JANUARY, end)


# ── what always holds ───────────────────────────────────────────────────────────────────────────

some_days = st.dates(date(2023, 6, 1), date(2025, 6, 30))
steps = st.lists(
    st.builds(
        RateStep,
        st.dates(date(2023, 1, 1), date(2025, 1, 1)),
        st.fractions(0, Fraction(1, 10), max_denominator=400),
        st.integers(0, 500_000).map(Money),
    ),
    min_size=1,
    max_size=5,
).map(tuple)
deposits = st.lists(
    st.builds(Movement, some_days, st.integers(0, 1_000_000).map(Money)), max_size=12
)
rules = st.builds(
    InterestRule,
    method=st.sampled_from(EarningBalance),
    rates=steps,
    day_count=st.sampled_from(YearPart),
    tiers=st.sampled_from(Tiers),
    minimum=st.integers(0, 200_000).map(Money),
    cutoff_day=st.integers(0, 31),
)


@given(rules, deposits, some_days, some_days, some_days)
def test_daily_interest_of_two_periods_is_that_of_the_whole(asked, movements, a, b, c):
    asked = replace(asked, method=EarningBalance.DAILY)
    start, middle, end = sorted((a, b, c))
    first = interest_for(asked, movements, start, middle).exact
    after = middle + timedelta(days=1)
    second = interest_for(asked, movements, after, end).exact if after <= end else Fraction(0)

    assert first + second == interest_for(asked, movements, start, end).exact


@given(rules, deposits, st.integers(1, 8), st.integers(1, 8))
def test_whole_months_add_up_with_every_method(asked, movements, months, more):
    start = date(2023, 6, 1)
    periods = posting_periods(start, date(2025, 12, 31), 1)
    middle, end = periods[months - 1][1], periods[months + more - 1][1]

    first = interest_for(asked, movements, start, middle).exact
    second = interest_for(asked, movements, middle + timedelta(days=1), end).exact

    assert first + second == interest_for(asked, movements, start, end).exact


@given(rules, deposits, some_days, st.integers(0, 60))
def test_daily_interest_is_the_sum_of_every_single_day(asked, movements, start, length):
    asked = replace(asked, method=EarningBalance.DAILY, rates=(step(3),), minimum=ZERO)
    end = start + timedelta(days=length)

    by_day = Fraction(0)
    for at in range(length + 1):
        day = start + timedelta(days=at)
        held = sum(one.amount.satang for one in movements if one.date <= day)
        by_day += held * Fraction(3, 100) * asked.day_count.between(day - timedelta(days=1), day)

    assert interest_for(asked, movements, start, end).exact == by_day


@given(rules, deposits, some_days, st.integers(0, 400))
def test_the_lowest_balance_never_earns_more_than_the_daily_one(asked, movements, start, length):
    asked = replace(asked, rates=(step(3),), minimum=ZERO, cutoff_day=1)
    end = start + timedelta(days=length)

    daily, low = (
        interest_for(replace(asked, method=method), movements, start, end).exact
        for method in (EarningBalance.DAILY, EarningBalance.LOWEST_OF_MONTH)
    )

    assert 0 <= low <= daily


@given(rules, deposits, some_days, st.integers(0, 400))
def test_the_parts_are_the_whole_and_lie_within_the_period(asked, movements, start, length):
    end = start + timedelta(days=length)

    result = interest_for(asked, movements, start, end)

    assert sum((part.exact for part in result.parts), Fraction(0)) == result.exact
    assert all(start <= part.start <= part.end <= end for part in result.parts)
    assert result.rounded == asked.rounding.of(result.exact)


@given(rules, st.integers(0, 1_000_000))
def test_slices_never_hold_more_or_less_than_the_balance(asked, satang):
    asked = replace(
        asked, tiers=Tiers.SLICE, rates=(step(1), step(2, above=100), step(3, above=900))
    )
    asked = replace(asked, minimum=ZERO)

    result = interest_for(asked, [Movement(NEW_YEAR, Money(satang))], JANUARY, JANUARY)

    assert sum(part.balance for part in result.parts) == satang
