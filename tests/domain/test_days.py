"""Months and days of the calendar, compared with the one of the standard library."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.days import Month, day_after, day_before, is_leap, plus_months

# Common era; 2443 to 2900 as the years are called in Thailand.
years = st.integers(1900, 2357)
days = st.dates(date(1900, 1, 1), date(2357, 12, 31))


@pytest.mark.parametrize("number", [0, 13, -1])
def test_a_month_has_a_number_from_one_to_twelve(number):
    with pytest.raises(ValueError, match="from 1 to 12"):
        Month(2026, number)


@pytest.mark.parametrize("text", ["2026", "2026-1", "26-01", "2026/01", "202601", "2026-๐๑", ""])
def test_a_month_is_written_in_one_way_only(text):
    with pytest.raises(ValueError, match="YYYY-MM"):
        Month.parse(text)


@given(years, st.integers(1, 12))
def test_a_month_begins_on_its_first_day_and_ends_on_its_last(year, number):
    month = Month(year, number)

    assert month.first == date(year, number, 1)
    assert month.last == date(year, number, calendar.monthrange(year, number)[1])
    assert Month.parse(month.iso) == month
    assert month.holds(month.first)
    assert month.holds(month.last)
    assert not month.holds(day_after(month.last))
    assert not month.holds(day_before(month.first))


@given(years, st.integers(1, 12), st.integers(-400, 400))
def test_months_are_counted_as_they_follow(year, number, count):
    month = Month(year, number)

    assert month.plus(1).first == day_after(month.last)
    assert month.plus(count).months_since(month) == count
    assert month.plus(count).plus(-count) == month


@given(days, st.integers(-400, 400))
def test_the_same_day_months_later_is_the_last_where_it_is_missing(day, count):
    later = plus_months(day, count)

    assert Month.of(later) == Month.of(day).plus(count)
    assert later.day == min(day.day, Month.of(later).last.day)


def test_every_leap_year_of_a_thousand_is_one():
    assert [year for year in range(1, 2_401) if is_leap(year)] == [
        year for year in range(1, 2_401) if calendar.isleap(year)
    ]
