"""A day while it is typed: one day, a question, or a reason why not."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.parts.day_state import DayEntry, day_text
from reports.words.calendar import Era
from reports.words.typed_days import DayProblem
from reports.words.voice import Voice

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("22/11/69", TODAY),
        ("22/11/2569", TODAY),
        ("22 พย 69", TODAY),
        ("22/11/2026", TODAY),
        ("๒๒/๑๑/๒๕๖๙", TODAY),
        ("+1", date(2026, 11, 23)),
        ("-1", date(2026, 11, 21)),
        ("29/02/2567", date(2024, 2, 29)),
    ],
)
def test_every_way_of_writing_a_day_is_read(typed, day):
    assert DayEntry(typed, base=TODAY).day == day


def test_a_year_of_either_era_is_asked_and_never_guessed():
    entry = DayEntry("1/2/25", base=TODAY)

    assert entry.day is None
    assert entry.problem is None
    assert entry.readings == (date(1982, 2, 1), date(2025, 2, 1))


def test_the_answer_stands_until_something_else_is_typed():
    entry = DayEntry("1/2/25", base=TODAY).at(date(2025, 2, 1))

    assert entry.day == date(2025, 2, 1)
    assert not entry.is_empty
    assert entry.with_typed("1/2/25").day is None


def test_a_day_that_does_not_exist_is_a_problem():
    problem = DayEntry("30/2/2569", base=TODAY).problem

    assert problem is not None
    assert problem.problem is DayProblem.NO_SUCH_DAY


def test_nothing_typed_is_empty():
    assert DayEntry().is_empty
    assert DayEntry("  ").is_empty
    assert not DayEntry("x").is_empty


@pytest.mark.parametrize(
    ("steps", "day"),
    [
        ({"days": 1}, date(2026, 2, 1)),
        ({"days": -31}, date(2025, 12, 31)),
        ({"months": 1}, date(2026, 2, 28)),
        ({"months": -2}, date(2025, 11, 30)),
    ],
)
def test_steps_count_from_the_day_shown(steps, day):
    assert DayEntry("31/1/2569", base=TODAY).stepped(**steps) == day


def test_steps_count_from_the_business_day_while_none_is_shown():
    assert DayEntry("", base=TODAY).stepped(days=-1) == date(2026, 11, 21)
    assert DayEntry("").stepped(days=1) is None


def test_steps_stop_where_the_calendar_ends():
    assert DayEntry().at(date.max).stepped(days=1) == date.max
    assert DayEntry().at(date.min).stepped(months=-1) == date.min


def test_a_settled_day_is_written_in_the_readers_era():
    assert day_text(TODAY, Voice("th")) == "22/11/2569"
    assert day_text(TODAY, Voice("en", era=Era.COMMON)) == "22/11/2026"
    assert day_text(None, Voice("th")) == ""
