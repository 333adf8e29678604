"""Which table of classes holds on a day, which holds are in force, and what falls due late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from ledger.domain.accrual import RateFrom
from ledger.domain.loan_quality import (
    USUAL_STEPS,
    LoanClass,
    LoanClassStep,
    holds_on,
    long_term_of,
    step_of,
    steps_at,
)
from ledger.domain.loans.card import card_of
from ledger.domain.loans.contract import Due, LoanRules, Paid, PaidOut
from ledger.domain.loans.terms import Method
from ledger.domain.money import ZERO, baht
from ledger.domain.products import Hold

JANUARY, JULY = date(2026, 1, 1), date(2026, 7, 1)


class Shelf:
    """The records of one kind, and nothing else of a book."""

    def __init__(self, *rows):
        self._rows = rows

    def every(self, kind, /, **fixed):
        assert not fixed
        assert all(type(row) is kind for row in self._rows)
        return list(self._rows)


def shelf_of(*rows):
    return Shelf(*rows)


def step(from_day, more_than, loan_class, percent):
    return LoanClassStep(from_day, more_than, loan_class, Fraction(percent, 100), suspends=False)


def test_the_newest_table_that_has_begun_holds_whole_and_without_what_was_withdrawn():
    first = step(JANUARY, 0, LoanClass.NORMAL, 0), step(JANUARY, 30, LoanClass.LOSS, 100)
    second = step(JULY, 60, LoanClass.DOUBTFUL, 50), step(JULY, 0, LoanClass.NORMAL, 1)
    gone = replace(step(JULY, 45, LoanClass.SUBSTANDARD, 20), withdrawn=True)
    shelf = shelf_of(*second, gone, *first)

    assert steps_at(shelf, date(2025, 12, 31)) == USUAL_STEPS
    assert steps_at(shelf, JANUARY) == first
    assert steps_at(shelf, date(2026, 6, 30)) == first
    assert steps_at(shelf, JULY) == second[::-1]


def test_the_usual_table_suspends_interest_from_the_ninety_first_day():
    usual = [(one.more_than, one.loan_class, one.rate, one.suspends) for one in USUAL_STEPS]

    assert usual == [
        (0, LoanClass.NORMAL, 0, False),
        (90, LoanClass.SUBSTANDARD, Fraction(1, 5), True),
        (180, LoanClass.DOUBTFUL, Fraction(1, 2), True),
        (365, LoanClass.LOSS, 1, True),
    ]


def test_a_new_plan_is_substandard_from_its_first_day_late_and_no_better_later():
    classes = [
        step_of(days, USUAL_STEPS, restructured=True).loan_class for days in (0, 1, 90, 91, 200)
    ]

    assert classes == [
        LoanClass.NORMAL,
        LoanClass.SUBSTANDARD,
        LoanClass.SUBSTANDARD,
        LoanClass.SUBSTANDARD,
        LoanClass.DOUBTFUL,
    ]
    assert step_of(1, USUAL_STEPS).loan_class is LoanClass.NORMAL


def test_a_hold_is_in_force_from_its_day_until_the_day_before_its_release():
    open_end = Hold(1, 7, baht(100), JANUARY, "ค้ำประกัน")
    released = replace(open_end, number=2, released_on=JULY)
    shelf = shelf_of(open_end, released)

    assert holds_on(shelf, date(2025, 12, 31)) == []
    assert holds_on(shelf, JANUARY) == [open_end, released]
    assert holds_on(shelf, date(2026, 6, 30)) == [open_end, released]
    assert holds_on(shelf, JULY) == [open_end]


def two_years(*events, at):
    """2,400 baht without interest, 100 on the first of each month from February 2026."""
    rules = LoanRules(
        rates=(RateFrom(date(2000, 1, 1), Fraction(0)),), method=Method.EQUAL_PRINCIPAL
    )
    months = [divmod(number, 12) for number in range(1, 25)]
    dues = [Due(date(2026 + year, month + 1, 1), baht(100), ZERO) for year, month in months]
    return card_of(rules, dues, [PaidOut(JANUARY, baht(2_400)), *events], at=at)


def test_long_term_is_what_falls_due_more_than_twelve_months_after_the_day():
    # On 31 January 2026 the rows from February 2027 on are long, 12 of 24.
    end = date(2026, 1, 31)
    assert long_term_of(two_years(at=end), end) == baht(1_200)
    # A row that is due twelve months later to the day is not.
    due = date(2026, 2, 1)
    paid = Paid(due, baht(100))
    assert long_term_of(two_years(paid, at=due), due) == baht(1_100)


def test_what_is_late_is_owed_now_and_no_part_of_the_long_term():
    # In April 2026 three rows are late: of 2,400 the nine from May 2027 on stay long.
    day = date(2026, 4, 15)
    assert long_term_of(two_years(at=day), day) == baht(900)
    # When all rows are over, everything is late and nothing long.
    day = date(2028, 6, 1)
    assert long_term_of(two_years(at=day), day) == ZERO
