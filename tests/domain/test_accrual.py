"""Ways of counting days: each day once, and every split gives the same sum."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accrual import RateFrom, YearPart, interest_factor, rate_at, rate_pieces

days = st.dates(date(1990, 1, 1), date(2120, 12, 31))
rates = st.lists(
    st.builds(RateFrom, days, st.fractions(0, 1, max_denominator=400)), min_size=1, max_size=5
).map(lambda found: sorted(found, key=lambda rate: rate.since))


@pytest.mark.parametrize(
    ("counting", "start", "end", "part"),
    [
        (YearPart.ACTUAL_365, date(2026, 1, 1), date(2026, 2, 1), Fraction(31, 365)),
        (YearPart.ACTUAL_360, date(2026, 1, 1), date(2026, 2, 1), Fraction(31, 360)),
        (YearPart.THIRTY_360, date(2026, 1, 1), date(2026, 2, 1), Fraction(30, 360)),
        (YearPart.THIRTY_360, date(2026, 1, 30), date(2026, 1, 31), Fraction(0)),
        (YearPart.THIRTY_360, date(2026, 2, 28), date(2026, 3, 31), Fraction(32, 360)),
        (YearPart.MONTHS, date(2026, 1, 31), date(2026, 2, 28), Fraction(1, 12)),
        (YearPart.MONTHS, date(2026, 2, 14), date(2026, 2, 28), Fraction(1, 24)),
        (YearPart.ACTUAL_ACTUAL, date(2023, 12, 31), date(2024, 12, 31), Fraction(1)),
        (
            YearPart.ACTUAL_ACTUAL,
            date(2023, 12, 12),
            date(2024, 1, 12),
            Fraction(19, 365) + Fraction(12, 366),
        ),
        (YearPart.ACTUAL_ACTUAL, date(2024, 2, 28), date(2024, 3, 1), Fraction(2, 366)),
        (YearPart.ACTUAL_ACTUAL, date(2023, 2, 28), date(2023, 3, 1), Fraction(1, 365)),
    ],
)
def test_a_stretch_is_this_part_of_a_year(counting, start, end, part):
    assert counting.between(start, end) == part


@given(st.sampled_from(YearPart), days, days, days)
def test_two_stretches_make_the_whole(counting, one, two, three):
    first, middle, last = sorted((one, two, three))

    assert counting.between(first, middle) + counting.between(middle, last) == counting.between(
        first, last
    )


@given(st.sampled_from(YearPart), days)
def test_no_day_counts_less_than_nothing(counting, day):
    assert counting.between(day, day + timedelta(days=1)) >= 0


@given(st.sampled_from(YearPart), st.integers(1990, 2120))
def test_a_calendar_year_is_about_a_year(counting, year):
    part = counting.between(date(year - 1, 12, 31), date(year, 12, 31))

    assert abs(part - 1) <= Fraction(6, 360)
    if counting not in (YearPart.ACTUAL_360, YearPart.ACTUAL_365):
        assert part == 1


def test_a_rate_holds_from_its_day_until_the_next_one():
    history = [
        RateFrom(date(2026, 1, 1), Fraction(4, 100)),
        RateFrom(date(2026, 7, 1), Fraction(1)),
    ]

    assert rate_at(history, date(2025, 12, 31)) == 0
    assert rate_at(history, date(2026, 6, 30)) == Fraction(4, 100)
    assert rate_at(history, date(2026, 7, 1)) == 1


def test_the_day_of_the_change_earns_the_new_rate():
    history = [
        RateFrom(date(2026, 1, 1), Fraction(4, 100)),
        RateFrom(date(2026, 7, 1), Fraction(1)),
    ]

    pieces = list(rate_pieces(history, date(2026, 6, 28), date(2026, 7, 2)))

    assert pieces == [
        (date(2026, 6, 28), date(2026, 6, 30), Fraction(4, 100)),
        (date(2026, 6, 30), date(2026, 7, 2), Fraction(1)),
    ]


@given(rates, st.sampled_from(YearPart), days, days, days)
def test_interest_of_two_stretches_is_the_interest_of_the_whole(history, counting, a, b, c):
    first, middle, last = sorted((a, b, c))

    parts = interest_factor(history, counting, first, middle) + interest_factor(
        history, counting, middle, last
    )

    assert parts == interest_factor(history, counting, first, last)


@given(rates, days, days)
def test_each_day_earns_the_rate_in_force_on_it(history, one, two):
    start, end = sorted((one, two))
    end = min(end, start + timedelta(days=400))

    by_day = sum(
        rate_at(history, start + timedelta(days=at)) for at in range(1, (end - start).days + 1)
    )

    assert interest_factor(history, YearPart.ACTUAL_365, start, end) == Fraction(by_day) / 365
