"""How far contributions reach and what is due, counted period by period."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.contributions import Covered, Rate, Rhythm, covered_by, owed_by
from ledger.domain.days import day_before, plus_months
from ledger.domain.money import ZERO, Money, baht

JANUARY = date(2026, 1, 1)


def rate(amount, rhythm=Rhythm.MONTH, since=JANUARY):
    return Rate(since, rhythm, baht(amount))


@pytest.mark.parametrize(
    ("day", "periods"),
    [
        (date(2026, 1, 30), 0),
        (date(2026, 1, 31), 1),
        (date(2026, 2, 27), 1),
        # February has no 31st: its last day begins the next month.
        (date(2026, 2, 28), 2),
        (date(2026, 3, 30), 2),
        (date(2026, 3, 31), 3),
        (date(2027, 1, 30), 12),
        (date(2027, 1, 31), 13),
    ],
)
def test_who_joined_on_the_31st_owes_a_month_from_the_last_day_of_shorter_ones(day, periods):
    assert owed_by(day, [rate(30)], date(2026, 1, 31)) == baht(30) * periods


@pytest.mark.parametrize(
    ("rhythm", "last", "following"),
    [
        (Rhythm.DAY, date(2026, 3, 15), date(2026, 3, 16)),
        (Rhythm.WEEK, date(2026, 3, 21), date(2026, 3, 22)),
        (Rhythm.MONTH, date(2026, 4, 14), date(2026, 4, 15)),
        (Rhythm.HALF_YEAR, date(2026, 9, 14), date(2026, 9, 15)),
        (Rhythm.YEAR, date(2027, 3, 14), date(2027, 3, 15)),
    ],
)
def test_a_period_is_due_whole_from_its_first_day(rhythm, last, following):
    since = date(2026, 3, 15)

    assert owed_by(since, [rate(365, rhythm)], since) == baht(365)
    assert owed_by(last, [rate(365, rhythm)], since) == baht(365)
    assert owed_by(following, [rate(365, rhythm)], since) == baht(730)
    assert covered_by(baht(365), [rate(365, rhythm)], since) == Covered(last, ZERO)


def test_a_new_rate_costs_the_periods_that_begin_under_it():
    # January to March begin at 30, April is the first to begin at 50.
    rates = [rate(50, since=date(2026, 3, 15)), rate(30)]

    assert owed_by(date(2026, 3, 31), rates, JANUARY) == baht(90)
    assert owed_by(date(2026, 4, 1), rates, JANUARY) == baht(140)
    assert covered_by(baht(140), rates, JANUARY) == Covered(date(2026, 4, 30), ZERO)
    assert covered_by(baht(139), rates, JANUARY) == Covered(date(2026, 3, 31), baht(49))
    assert covered_by(baht(29), rates, JANUARY) == Covered(date(2025, 12, 31), baht(29))


def test_a_rate_of_the_very_day_on_which_a_period_begins_costs_it():
    rates = [rate(30), rate(50, since=date(2026, 3, 1))]

    assert covered_by(baht(110), rates, JANUARY) == Covered(date(2026, 3, 31), ZERO)
    assert covered_by(baht(60), rates, JANUARY) == Covered(date(2026, 2, 28), ZERO)


def test_what_would_reach_beyond_2399_stays_the_rest():
    yearly = [rate(1, Rhythm.YEAR)]

    # From 2026 to 2399 are 374 years; those from 2 January would end on 1 January 2400.
    assert covered_by(baht(400), yearly, JANUARY) == Covered(date(2399, 12, 31), baht(26))
    assert covered_by(baht(400), yearly, date(2026, 1, 2)) == Covered(date(2399, 1, 1), baht(27))


def _next(begin, rhythm):
    count = {Rhythm.DAY: 1, Rhythm.WEEK: 7}.get(rhythm)
    if count is not None:
        return begin + timedelta(days=count)
    return plus_months(begin, {Rhythm.MONTH: 1, Rhythm.HALF_YEAR: 6, Rhythm.YEAR: 12}[rhythm])


def _rate_on(rates, day):
    return max((one for one in rates if one.from_day <= day), key=lambda one: one.from_day)


@given(
    st.lists(
        st.builds(
            Rate,
            st.dates(date(2026, 1, 2), date(2028, 12, 31)),
            st.sampled_from(Rhythm),
            st.integers(5_000, 50_000).map(Money),
        ),
        max_size=3,
        unique_by=lambda one: one.from_day,
    ),
    st.sampled_from(Rhythm),
    # Of a later day the month may be too short, and stepping by ones would forget it.
    st.dates(JANUARY, date(2028, 6, 30)).filter(lambda day: day.day <= 28),
    st.integers(0, 1_000_000).map(Money),
)
def test_money_reaches_as_far_as_period_by_period(later, rhythm, since, paid):
    rates = [rate(30, rhythm), *later]
    begin, left = since, paid
    while left >= _rate_on(rates, begin).amount:
        left -= _rate_on(rates, begin).amount
        begin = _next(begin, _rate_on(rates, begin).rhythm)

    assert covered_by(paid, rates, since) == Covered(day_before(begin), left)
    assert owed_by(day_before(begin), rates, since) == paid - left
