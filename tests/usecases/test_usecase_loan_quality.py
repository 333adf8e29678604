"""How good the loans are, what is set aside for them, and whether both legs meet."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.days import Month
from ledger.domain.limits import CountOutOfRange, RateOutOfRange
from ledger.domain.loan_quality import USUAL_STEPS, LoanClass, step_of
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import ReasonMissing
from ledger.domain.refusals.loan_quality import AllowanceAgrees, ClassStepsWrong
from ledger.domain.refusals.owing import WrongLeg
from ledger.queries.leg_forecast import forecast
from ledger.queries.loan_life import lender_statements
from ledger.queries.loan_quality import loan_quality
from ledger.queries.loans import loans
from ledger.usecases.lending import RescheduleLoan
from ledger.usecases.loan_applying import SetLoanLimits
from ledger.usecases.loan_passing import RecordLenderStatement
from ledger.usecases.provisioning import ClassStep, PostProvision, SetLoanClasses
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import START, found_village
from tests.support.lending import (
    borrowing,
    contract,
    is_sound,
    lent,
    pay,
    pay_out,
    repay,
    with_types,
)
from tests.support.refused import refused

YEAR_END = date(2026, 12, 31)
NOVEMBER = date(2026, 11, 1)
SIX = Fraction(6, 100)


@pytest.fixture
def lending(tmp_path):
    """A village at the end of its year, with a source that members' loans are lent on from."""
    village = with_types(found_village(tmp_path, today=YEAR_END))
    with village.book:
        source = borrowing(village)
        pay_out(village, source, baht(50_000))
        yield village


def a_loan(village, amount, on=START, **named):
    member, _ = village.member()
    source = village.one("SELECT MIN(card) FROM loan_contracts WHERE direction = 'in'")
    card = contract(village, member, amount, on=on, source=source, **named)
    pay_out(village, card, amount, on)
    return card


def quality(village, at=YEAR_END):
    return village.book.ask(loan_quality, at=at)


def test_loans_fall_into_classes_by_the_days_they_are_late(lending):
    # Due on 1 February and never paid: 333 days late. Due on 1 December: 30 days late.
    old, young = a_loan(lending, baht(12_000)), a_loan(lending, baht(2_400), on=NOVEMBER)

    told = quality(lending)

    assert [(one.card, one.days_late, one.loan_class) for one in told.rows] == [
        (old, 333, LoanClass.DOUBTFUL),
        (young, 30, LoanClass.NORMAL),
    ]
    assert (told.outstanding, told.needed, told.change) == (
        baht(14_400),
        baht(6_000),
        baht(6_000),
    )
    assert told.par_30 == told.par_90 == Fraction(8_333, 10_000)  # 12,000 of 14,400
    assert {(one.from_days, one.loans) for one in told.ageing if one.loans} == {(1, 1), (181, 1)}
    assert {one.loan_class: one.outstanding for one in told.classes}[LoanClass.NORMAL] == baht(
        2_400
    )
    # Late are 11 instalments of 1,000 with 334 days of interest, one of 200 with 30 days.
    assert told.amount_late == baht(11_000) + baht(658, 85) + baht(200) + baht(11, 84)


def test_savings_held_for_a_loan_lower_what_is_set_aside(lending):
    lending.run(
        SetLoanLimits(type="ORD", from_day=START, savings_first=Fraction(1, 10), resolution="มติ")
    )
    member, _ = lending.member()
    lending.deposit(lending.savings(member), baht(1_200), on=START)
    pay_out(lending, contract(lending, member, baht(12_000)), baht(12_000))

    (row,) = quality(lending).rows

    assert (row.security, row.base, row.allowance) == (baht(1_200), baht(10_800), baht(5_400))


def provide(village, on=YEAR_END):
    return village.run(PostProvision(on=on, approved_by="ที่ประชุม"))


def test_a_provision_books_the_change_only_and_nothing_twice(lending):
    card = a_loan(lending, baht(12_000))
    # 30 June: 149 days late, substandard, 20 % of 12,000.
    provide(lending, on=date(2026, 6, 30))
    assert -lending.balance("13100") == baht(2_400)
    assert quality(lending, at=date(2026, 6, 30)).change == ZERO

    provide(lending)
    assert (-lending.balance("13100"), lending.balance("55050")) == (baht(6_000), baht(6_000))
    with refused(lending.book, AllowanceAgrees, day=YEAR_END, allowance=baht(6_000)):
        provide(lending)

    told = quality(lending)
    settled = told.rows[0].outstanding + told.rows[0].interest_unpaid
    pay(lending, card, settled, YEAR_END)
    provide(lending)
    assert (lending.balance("13100"), lending.balance("55050")) == (ZERO, ZERO)
    assert is_sound(lending)


def test_a_provision_taken_back_is_proposed_again(lending):
    a_loan(lending, baht(12_000))
    entry = provide(lending).entries[0].number

    lending.run(ReverseEntry(entry=entry, on=YEAR_END, reason="มติใหม่"))

    assert quality(lending).change == baht(6_000)


def test_what_was_written_off_against_the_allowance_needs_it_anew(lending):
    card = a_loan(lending, baht(12_000))
    provide(lending)

    lending.run(WriteOffLoan(card=card, on=YEAR_END, resolution="มติ", allowance=True))

    told = quality(lending)
    assert (told.rows, told.needed, told.booked) == ((), ZERO, -baht(6_000))
    assert told.change == baht(6_000)


def steps(*rows):
    return tuple(
        ClassStep(more_than=days, loan_class=one, rate=Fraction(percent, 100))
        for days, one, percent in rows
    )


STRICT = steps((0, LoanClass.NORMAL, 1), (30, LoanClass.SUBSTANDARD, 25))


def test_the_table_is_a_setting_that_counts_from_its_day(lending):
    a_loan(lending, baht(12_000))
    lending.run(SetLoanClasses(from_day=date(2026, 7, 1), steps=STRICT, resolution="มติ ๑"))

    before, after = quality(lending, at=date(2026, 6, 30)), quality(lending)

    assert (before.rows[0].loan_class, before.needed) == (LoanClass.SUBSTANDARD, baht(2_400))
    assert (after.rows[0].loan_class, after.needed) == (LoanClass.SUBSTANDARD, baht(3_000))


@pytest.mark.parametrize(
    "rows",
    [
        (),
        steps((1, LoanClass.NORMAL, 0)),
        steps((0, LoanClass.NORMAL, 0), (0, LoanClass.LOSS, 100)),
        steps((0, LoanClass.NORMAL, 0), (90, LoanClass.LOSS, 50), (30, LoanClass.DOUBTFUL, 60)),
        steps((0, LoanClass.NORMAL, 50), (90, LoanClass.LOSS, 20)),
        steps((0, LoanClass.NORMAL, 0), (90, LoanClass.LOSS, 101)),
    ],
    ids=["empty", "not from 0", "twice", "falling days", "falling percent", "above all"],
)
def test_a_table_that_does_not_rise_is_refused(lending, rows):
    with refused(lending.book, ClassStepsWrong):
        lending.run(SetLoanClasses(from_day=START, steps=rows, resolution="มติ"))
    with refused(lending.book, ReasonMissing):
        lending.run(SetLoanClasses(from_day=START, steps=STRICT, resolution=""))


def test_nothing_below_zero_is_set_aside(lending):
    below = steps((0, LoanClass.NORMAL, -1), (90, LoanClass.LOSS, 100))
    with refused(lending.book, RateOutOfRange):
        lending.run(SetLoanClasses(from_day=START, steps=below, resolution="มติ"))


def test_a_loan_with_a_new_plan_that_is_late_again_is_at_least_substandard(lending):
    card = a_loan(lending, baht(12_000))
    lending.run(
        RescheduleLoan(
            card=card,
            on=date(2026, 11, 10),
            instalments=10,
            first_due=date(2026, 12, 10),
            resolution="มติ ๒",
        )
    )

    assert quality(lending, at=date(2026, 12, 10)).rows[0].loan_class is LoanClass.NORMAL
    (row,) = quality(lending).rows
    assert (row.days_late, row.loan_class) == (21, LoanClass.SUBSTANDARD)
    assert {one.loan_class for one in lending.book.ask(loans, at=YEAR_END).rows if one.name} >= {
        LoanClass.SUBSTANDARD
    }


@given(st.integers(0, 2_000))
def test_more_days_late_never_make_a_better_class(days):
    assert step_of(days + 1, USUAL_STEPS).rate >= step_of(days, USUAL_STEPS).rate


@pytest.mark.parametrize(
    ("days", "percent"), [(0, 0), (90, 0), (91, 20), (180, 20), (181, 50), (365, 50), (366, 100)]
)
def test_the_usual_table(days, percent):
    assert step_of(days, USUAL_STEPS).rate == Fraction(percent, 100)


def test_principal_is_divided_by_when_it_falls_due(lending):
    # 24 instalments of 500 from 1 December 2026: 13 rows by 31 December 2027, one of them late.
    a_loan(lending, baht(12_000), on=NOVEMBER, instalments=24)

    told = quality(lending)

    assert (told.lent.short, told.lent.long) == (baht(6_500), baht(5_500))
    assert told.borrowed.short + told.borrowed.long == baht(50_000)


# ── both legs ahead ─────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def legs(tmp_path):
    """10,000 from CODI at 4 % in ten rows, all of it lent on at 6 % in twenty rows."""
    village = with_types(found_village(tmp_path, today=date(2026, 1, 31)))
    with village.book:
        source = borrowing(village, baht(10_000))
        pay_out(village, source, baht(10_000))
        card = a_loan(village, baht(10_000), instalments=20)
        yield village, source, card


def test_the_months_ahead_show_that_longer_loans_do_not_cover_the_source(legs):
    village, source, _ = legs

    told = village.book.ask(forecast, at=date(2026, 1, 31), months=3)

    february = told.together.months[1]
    # Members: 500 and 31 days of 6 % on 10,000 = 50.96. CODI: 1,000 and 31 days of 4 % = 33.97.
    assert february.month == Month(2026, 2)
    assert (february.collect, february.pay) == (baht(550, 96), baht(1_033, 97))
    assert february.so_far == Money(55_096 - 103_397)
    assert told.together.short_from == Month(2026, 2)
    (own,) = told.sources
    assert (own.source, own.lender, own.months) == (source, "พอช.", told.together.months)


def test_what_is_late_is_expected_in_the_first_month_only(legs):
    village, _, card = legs
    village.clock.set(date(2026, 3, 15))
    pay(village, card, baht(550, 96), date(2026, 2, 1))

    told = village.book.ask(forecast, at=date(2026, 3, 15), months=24)

    collected = sum((row.collect for row in told.together.months), ZERO)
    paid = sum((row.pay for row in told.together.months), ZERO)
    march = told.together.months[0]
    # CODI's rows of 1 February and 1 March are late, principal 2,000; the member's of March, 500.
    assert march.pay >= baht(2_000)
    assert march.collect >= baht(500)
    assert collected > baht(9_500)
    assert paid > baht(10_000)


def test_a_forecast_has_at_least_one_month(legs):
    village, _, _ = legs
    with refused(village.book, CountOutOfRange):
        village.book.ask(forecast, months=0)


def test_a_book_without_loans_needs_no_cover(village):
    told = village.book.ask(forecast, months=2)

    assert (told.sources, told.together.short_from) == ((), None)


def test_a_lenders_figure_stands_beside_ours_with_the_difference(legs):
    village, source, card = legs
    village.saver(baht(2_000), on=START)
    repay(village, source, baht(1_033, 97), date(2026, 1, 31))

    statement = RecordLenderStatement(
        card=source, at=date(2026, 1, 31), stated=baht(9_100), reference="พอช. ๑๒/๒๕๖๙"
    )
    assert village.run(statement).made["difference"] != "0.00"

    (row,) = village.book.ask(lender_statements).rows
    assert row.difference == row.statement.stated - row.statement.booked
    assert village.book.ask(lender_statements).differing == 1
    with refused(village.book, WrongLeg, card=card):
        village.run(RecordLenderStatement(card=card, at=date(2026, 1, 31), stated=baht(1)))


def test_the_next_lender_payment_is_seen_from_lent_money_too(lending):
    lent(lending, baht(1_000))

    assert lending.book.ask(forecast, at=START, months=12).together.months[1].pay > ZERO
