"""Plans of instalments: hand-worked rows, every setting, every refusal, and what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ledger.domain.accrual import RateFrom, YearPart
from ledger.domain.limits import AmountOutOfRange, CountOutOfRange, RateOutOfRange
from ledger.domain.loans.plans import plan_of
from ledger.domain.loans.refusals import (
    DueDaysDoNotRise,
    FieldsDoNotGoTogether,
    FirstDueNotAfterPayout,
    GraceTooLong,
    InstalmentNeverRepays,
    PayoutOutsidePlan,
    PayoutsDoNotAddUp,
    PlanRowsDoNotAddUp,
    PlanTooLong,
)
from ledger.domain.loans.terms import (
    Grace,
    Holidays,
    InterestOn,
    Level,
    Method,
    MonthEnd,
    Payout,
    PlanRounding,
    PlanTerms,
    Residue,
    Shift,
    Unit,
)
from ledger.domain.money import ZERO, Money, Rounding, baht
from ledger.domain.refusals import MissingField

JANUARY = date(2026, 1, 1)


def terms(**changes):
    """12,000 baht at 12 % in six months of a twelfth of a year each."""
    usual: dict[str, Any] = {
        "principal": baht(12_000),
        "annual_rate": Fraction(12, 100),
        "disbursed": JANUARY,
        "instalments": 6,
        "day_count": YearPart.MONTHS,
    }
    return PlanTerms(**(usual | changes))


def rows(**changes):
    return list(plan_of(terms(**changes)).rows)


def totals(found):
    return [row.total for row in found]


# ── equal instalments ───────────────────────────────────────────────────────────────────────────


def test_an_equal_instalment_pays_the_interest_and_the_rest_is_principal():
    first, *_, last = rows()

    assert (first.n, last.n) == (1, 6)
    whole = plan_of(terms()).totals
    assert (whole.principal, whole.interest, whole.total) == (
        baht(12_000),
        baht(423, 48),
        baht(12_423, 48),
    )
    assert (first.total, first.interest, first.principal) == (
        baht(2_070, 58),
        baht(120),
        baht(1_950, 58),
    )
    assert last.balance == ZERO


def test_the_last_instalment_takes_the_residue():
    found = rows(rounding=PlanRounding(instalment=Rounding.TEN_BAHT_DOWN))

    assert set(totals(found[:-1])) == {baht(2_070)}
    assert found[-1].total > baht(2_070)


def test_the_first_instalment_takes_the_residue_when_asked():
    found = rows(residue=Residue.FIRST, rounding=PlanRounding(instalment=Rounding.TEN_BAHT_DOWN))

    assert set(totals(found[1:])) == {baht(2_070)}
    assert found[0].total > baht(2_070)


def test_the_first_of_two_instalments_takes_the_residue_too():
    down = PlanRounding(instalment=Rounding.TEN_BAHT_DOWN)

    # 12,120 less 6,090.30 leaves 6,029.70, which with 60.30 of interest are 6,090.
    assert totals(rows(instalments=2, residue=Residue.FIRST, rounding=down)) == [
        baht(6_090, 30),
        baht(6_090),
    ]


def test_an_instalment_rounded_up_far_makes_the_plan_shorter():
    found = rows(instalments=24, rounding=PlanRounding(instalment=Rounding.HUNDRED_BAHT_UP))

    assert len(found) < 24
    assert found[-1].total <= baht(600)


def test_a_fixed_instalment_without_a_count_runs_until_all_is_repaid():
    found = rows(instalments=None, instalment=baht(2_500))

    assert [row.total for row in found[:-1]] == [baht(2_500)] * 4
    assert ZERO < found[-1].total <= baht(2_500)


def test_a_debt_that_is_repaid_to_the_satang_has_no_row_after_that():
    found = rows(instalments=None, instalment=baht(6_000), annual_rate=Fraction(0))

    assert [row.principal for row in found] == [baht(6_000), baht(6_000)]


def test_a_fixed_instalment_with_a_count_leaves_the_rest_for_the_last_row():
    found = rows(instalment=baht(1_000))

    assert set(totals(found[:-1])) == {baht(1_000)}
    assert found[-1].total > baht(7_000)


def test_interest_by_days_leaves_the_printed_instalment_as_it_is():
    by_months, by_days = rows(), rows(day_count=YearPart.ACTUAL_365)

    assert by_days[0].total == by_months[0].total
    assert by_days[0].interest == Money(12_000_00 * 12 * 31).times(
        Fraction(1, 36_500), Rounding.SATANG_HALF_UP
    )


def test_the_instalment_can_be_solved_from_the_days_instead():
    found = rows(day_count=YearPart.ACTUAL_365, level=Level.DAYS)

    assert found[0].total != baht(2_070, 58)
    assert abs(found[-1].total - found[0].total) <= Money(3)


def test_without_interest_the_principal_is_shared_evenly():
    found = rows(annual_rate=Fraction(0), principal=baht(100), instalments=3)

    assert [row.principal for row in found] == [baht(33, 33), baht(33, 33), baht(33, 34)]


def test_a_long_first_row_that_costs_more_than_the_instalment_repays_nothing_and_adds_nothing():
    found = rows(
        principal=baht(100_000),
        instalments=180,
        day_count=YearPart.ACTUAL_365,
        first_due=date(2026, 6, 1),
    )

    assert found[0].principal == ZERO
    assert found[0].balance == baht(100_000)
    assert found[0].interest == baht(4_964, 38)


# ── equal principal, bullet, flat, by hand ──────────────────────────────────────────────────────


def test_equal_principal_rounded_up_to_a_hundred_baht_with_interest_of_31_days():
    found = rows(
        principal=baht(50_000),
        annual_rate=Fraction(625, 10_000),
        instalments=180,
        day_count=YearPart.ACTUAL_365,
        method=Method.EQUAL_PRINCIPAL,
        rounding=PlanRounding(principal=Rounding.HUNDRED_BAHT_UP),
    )

    assert (found[0].principal, found[0].interest) == (baht(300), baht(265, 41))
    assert len(found) == 167
    assert found[-1].principal == baht(200)


@pytest.mark.parametrize(
    ("residue", "parts"),
    [
        (Residue.LAST, [baht(33, 33), baht(33, 33), baht(33, 34)]),
        (Residue.FIRST, [baht(33, 34), baht(33, 33), baht(33, 33)]),
        (Residue.SPREAD, [baht(33, 33), baht(33, 34), baht(33, 33)]),
    ],
)
def test_the_residue_of_equal_principal_goes_where_it_is_asked(residue, parts):
    found = rows(principal=baht(100), instalments=3, method=Method.EQUAL_PRINCIPAL, residue=residue)

    assert [row.principal for row in found] == parts


def test_one_instalment_takes_what_the_rounding_of_its_part_leaves_out():
    found = rows(
        principal=baht(50),
        instalments=1,
        method=Method.EQUAL_PRINCIPAL,
        rounding=PlanRounding(principal=Rounding.HUNDRED_BAHT_DOWN),
    )

    assert [(row.principal, row.balance) for row in found] == [(baht(50), ZERO)]


def test_a_fixed_principal_part_without_a_count_decides_the_rows():
    found = rows(instalments=None, instalment=baht(5_000), method=Method.EQUAL_PRINCIPAL)

    assert [row.principal for row in found] == [baht(5_000), baht(5_000), baht(2_000)]


def test_a_bullet_pays_interest_only_until_the_last_row():
    found = rows(method=Method.BULLET)

    assert [row.principal for row in found] == [ZERO] * 5 + [baht(12_000)]
    assert {row.interest for row in found} == {baht(120)}


def test_flat_interest_stays_on_the_whole_loan():
    found = rows(interest=InterestOn.FLAT)

    assert {row.interest for row in found} == {baht(120)}
    assert {row.principal for row in found} == {baht(2_000)}


def test_flat_interest_adds_up_to_the_interest_of_the_whole_term():
    found = rows(
        interest=InterestOn.FLAT, principal=baht(1_000), annual_rate=Fraction(1, 10), instalments=7
    )

    assert sum(row.interest.satang for row in found) == 58_33
    assert [row.interest for row in found[:2]] == [baht(8, 33), baht(8, 33)]
    assert found[-1].interest == baht(8, 35)


def test_flat_interest_is_spread_over_rows_that_all_pay_the_same():
    found = rows(
        interest=InterestOn.FLAT,
        principal=baht(1_000),
        annual_rate=Fraction(1, 10),
        instalments=7,
        residue=Residue.SPREAD,
    )

    # 58.33 in seven rows, each a part of what is left; 1,058.33 are seven times 151.19.
    assert [row.interest.satang for row in found] == [833, 833, 833, 834, 833, 834, 833]
    assert set(totals(found)) == {baht(151, 19)}


@pytest.mark.parametrize("method", [Method.EQUAL_INSTALMENT, Method.EQUAL_PRINCIPAL])
def test_the_first_row_of_flat_interest_takes_the_residue_when_asked(method):
    found = rows(
        interest=InterestOn.FLAT,
        principal=baht(1_000),
        annual_rate=Fraction(1, 10),
        instalments=7,
        residue=Residue.FIRST,
        method=method,
    )

    # A seventh of 1,000 is 142.86, of 58.33 it is 8.33, of both together 151.19.
    assert [row.principal for row in found] == [baht(142, 84), *[baht(142, 86)] * 6]
    assert [row.interest for row in found] == [baht(8, 35), *[baht(8, 33)] * 6]


def test_principal_parts_decided_by_hand_carry_the_interest_of_their_balance():
    found = rows(
        method=Method.BY_HAND,
        instalments=None,
        principals=(ZERO, baht(2_000), baht(10_000)),
    )

    assert [row.interest for row in found] == [baht(120), baht(120), baht(100)]


def test_flat_interest_goes_with_parts_by_hand_and_with_a_fixed_part():
    by_hand = rows(
        interest=InterestOn.FLAT,
        method=Method.BY_HAND,
        instalments=2,
        principals=(baht(2_000), baht(10_000)),
    )
    fixed = rows(interest=InterestOn.FLAT, method=Method.EQUAL_PRINCIPAL, instalment=baht(3_000))

    assert [row.total for row in by_hand] == [baht(2_120), baht(10_120)]
    assert [row.principal for row in fixed] == [baht(3_000)] * 4 + [ZERO, ZERO]
    assert {row.interest for row in fixed} == {baht(120)}


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        # A = P i / (1 - (1 + i)^-10), with i = 10 % / 365 a day, and 12 % x 7 / 360 a week.
        (
            {"principal": baht(365_000), "annual_rate": Fraction(1, 10), "unit": Unit.DAY},
            baht(36_555, 2),
        ),
        (
            {"principal": baht(120_000), "unit": Unit.WEEK, "day_count": YearPart.ACTUAL_360},
            baht(12_154, 54),
        ),
    ],
)
def test_the_equal_instalment_of_days_and_weeks_counts_the_year_as_its_days_are_counted(
    changes, level
):
    found = rows(instalments=10, **changes)

    assert set(totals(found[:-1])) == {level}


# ── grace ───────────────────────────────────────────────────────────────────────────────────────


def test_grace_on_principal_pays_interest_only_and_then_the_rest_of_the_rows():
    found = rows(grace=Grace(principal=2))

    assert [row.total for row in found[:2]] == [baht(120), baht(120)]
    assert {row.total for row in found[2:5]} == {baht(3_075, 37)}


def test_interest_does_not_wait_where_the_plan_is_repaid_within_the_grace():
    found = rows(instalment=baht(6_500), grace=Grace(interest=2))

    assert [row.interest for row in found] == [baht(120), baht(56, 20)]
    assert found[-1].balance == ZERO


def test_grace_on_interest_lets_it_wait_for_the_next_row():
    usual, waiting = rows(), rows(grace=Grace(interest=2))

    assert [row.interest for row in waiting[:2]] == [ZERO, ZERO]
    assert waiting[2].interest == usual[0].interest + usual[1].interest + usual[2].interest
    assert [row.principal for row in waiting] == [row.principal for row in usual]


def test_rows_free_of_interest_cost_nothing():
    found = rows(grace=Grace(principal=1, free=1))

    assert (found[0].interest, found[0].principal) == (ZERO, ZERO)
    assert found[1].interest == baht(120)


def test_an_instalment_knows_which_rows_are_free_of_interest():
    found = rows(grace=Grace(free=3))

    assert [row.interest for row in found[:3]] == [ZERO] * 3
    assert abs(found[-1].total - found[0].total) <= Money(3)


# ── days ────────────────────────────────────────────────────────────────────────────────────────


def test_month_ends_are_clamped_and_come_back():
    found = rows(disbursed=date(2026, 1, 1), first_due=date(2026, 1, 31), instalments=4)

    assert [row.due.day for row in found] == [31, 28, 31, 30]


def test_a_payout_on_the_last_of_a_long_month_falls_due_on_month_ends():
    found = rows(disbursed=date(2026, 1, 31), instalments=4, method=Method.BULLET)

    assert [row.due for row in found] == [
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
    ]
    assert {row.interest for row in found} == {baht(120)}


def test_month_ends_can_roll_into_the_next_month():
    found = rows(first_due=date(2026, 1, 31), instalments=4, month_end=MonthEnd.ROLL)

    assert [row.due for row in found] == [
        date(2026, 1, 31),
        date(2026, 3, 1),
        date(2026, 3, 31),
        date(2026, 5, 1),
    ]


def test_whole_months_cost_the_same_however_their_ends_are_clamped():
    found = rows(
        disbursed=date(2025, 12, 31),
        first_due=date(2026, 1, 31),
        method=Method.BULLET,
    )

    assert {row.interest for row in found} == {baht(120)}


def test_a_broken_first_month_is_charged_by_its_days_only():
    found = rows(disbursed=date(2026, 1, 10), first_due=date(2026, 2, 1), method=Method.BULLET)

    assert found[0].interest == Money(120_00).times(Fraction(22, 31), Rounding.SATANG_HALF_UP)
    assert found[1].interest == baht(120)


def test_an_instalment_every_two_weeks():
    found = rows(unit=Unit.WEEK, every=2, instalments=3)

    assert [row.due for row in found] == [JANUARY + timedelta(days=14 * n) for n in (1, 2, 3)]
    assert found[0].interest == Money(1_440_00).times(Fraction(2, 52), Rounding.SATANG_HALF_UP)


def test_seasonal_days_are_given_as_a_list():
    found = rows(
        instalments=None,
        dates=(date(2026, 4, 30), date(2026, 12, 15)),
        day_count=YearPart.ACTUAL_365,
    )

    assert [row.due for row in found] == [date(2026, 4, 30), date(2026, 12, 15)]
    assert abs(found[0].total - found[1].total) <= Money(1)


def test_between_seasonal_days_whole_months_count_as_such():
    found = rows(
        instalments=None,
        dates=(date(2026, 4, 1), date(2026, 12, 16)),
        method=Method.BULLET,
    )

    assert [row.interest for row in found] == [baht(360), baht(1_018, 6)]


def test_a_holiday_moves_the_day_but_not_the_interest():
    usual = rows(day_count=YearPart.ACTUAL_365)
    moved = rows(
        day_count=YearPart.ACTUAL_365,
        holidays=Holidays(shift=Shift.AFTER, weekends=True, days=(date(2026, 4, 1),)),
    )

    assert [row.due for row in moved[:3]] == [
        date(2026, 2, 2),  # the first is a Sunday
        date(2026, 3, 2),
        date(2026, 4, 2),  # a named holiday
    ]
    assert [row.interest for row in moved] == [row.interest for row in usual]


def test_a_holiday_can_be_met_on_the_day_before():
    found = rows(holidays=Holidays(shift=Shift.BEFORE, weekends=True))

    assert found[0].due == date(2026, 1, 30)


# ── payouts and rates ───────────────────────────────────────────────────────────────────────────


def test_a_later_payout_costs_interest_from_its_own_day():
    found = rows(
        method=Method.BULLET,
        day_count=YearPart.ACTUAL_365,
        payouts=(Payout(JANUARY, baht(10_000)), Payout(date(2026, 1, 22), baht(2_000))),
    )

    exact = Fraction(12, 36_500) * (10_000_00 * 31 + 2_000_00 * 10)
    assert found[0].interest == Rounding.SATANG_HALF_UP.of(exact)
    assert found[1].interest == Rounding.SATANG_HALF_UP.of(Fraction(12_000_00 * 12 * 28, 36_500))


@pytest.mark.parametrize("residue", Residue)
def test_a_payout_within_a_row_costs_its_own_days_wherever_the_residue_goes(residue):
    found = rows(
        method=Method.EQUAL_PRINCIPAL,
        day_count=YearPart.ACTUAL_365,
        residue=residue,
        payouts=(Payout(JANUARY, baht(10_000)), Payout(date(2026, 1, 22), baht(2_000))),
    )

    # 10,000 for 31 days and 2,000 for 10, at 12 %: 101.92 and 6.58, rounded together.
    assert found[0].interest == baht(108, 49)
    assert [row.principal for row in found] == [baht(2_000)] * 6


def test_a_payout_makes_a_new_equal_instalment_from_its_row_on():
    found = rows(payouts=(Payout(JANUARY, baht(6_000)), Payout(date(2026, 3, 1), baht(6_000))))

    assert totals(found[:2]) == [baht(1_035, 29)] * 2
    assert len(set(totals(found[2:5]))) == 1
    assert found[2].total > baht(2_500)


def test_rows_between_a_debt_repaid_and_the_next_payout_are_empty():
    found = rows(
        instalment=baht(6_000),
        annual_rate=Fraction(0),
        payouts=(Payout(JANUARY, baht(6_000)), Payout(date(2026, 4, 1), baht(6_000))),
    )

    assert [row.principal for row in found] == [baht(6_000), ZERO, ZERO, baht(6_000)]


def test_a_new_rate_holds_from_its_day_and_makes_a_new_instalment():
    found = rows(rates=(RateFrom(date(2026, 3, 2), Fraction(24, 100)),))

    assert found[1].interest == Money(rows()[0].balance.satang).times(
        Fraction(1, 100), Rounding.SATANG_HALF_UP
    )
    assert found[2].interest == found[1].balance.times(Fraction(2, 100), Rounding.SATANG_HALF_UP)
    assert found[2].total > found[1].total


# ── refusals ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"principal": ZERO}, AmountOutOfRange),
        ({"principal": baht(-1)}, AmountOutOfRange),
        ({"instalment": ZERO}, AmountOutOfRange),
        ({"instalments": 0}, CountOutOfRange),
        ({"instalments": -6}, CountOutOfRange),
        ({"instalments": 1_201}, CountOutOfRange),
        ({"every": 0}, CountOutOfRange),
        ({"grace": Grace(principal=-1)}, CountOutOfRange),
        ({"annual_rate": Fraction(-1, 100)}, RateOutOfRange),
        ({"annual_rate": Fraction(11)}, RateOutOfRange),
        ({"rates": (RateFrom(JANUARY, Fraction(-1)),)}, RateOutOfRange),
        ({"first_due": JANUARY}, FirstDueNotAfterPayout),
        ({"first_due": date(2025, 12, 1)}, FirstDueNotAfterPayout),
        ({"first_due": date(2300, 1, 1)}, PlanTooLong),
        ({"instalments": 200, "every": 12}, PlanTooLong),
        ({"grace": Grace(principal=6)}, GraceTooLong),
        ({"grace": Grace(interest=6)}, GraceTooLong),
        ({"instalments": None}, MissingField),
        ({"instalments": None, "instalment": baht(120)}, InstalmentNeverRepays),
        ({"instalment": baht(100)}, InstalmentNeverRepays),
        (
            {"instalments": None, "instalment": baht(1, 21), "annual_rate": Fraction(12, 10_000)},
            InstalmentNeverRepays,
        ),
        (
            {"instalments": None, "instalment": baht(1), "method": Method.EQUAL_PRINCIPAL},
            InstalmentNeverRepays,
        ),
        (
            {"interest": InterestOn.FLAT, "instalment": baht(120)},
            InstalmentNeverRepays,
        ),
        ({"method": Method.BULLET, "instalment": baht(500)}, FieldsDoNotGoTogether),
        ({"method": Method.BY_HAND}, FieldsDoNotGoTogether),
        ({"principals": (baht(12_000),), "instalments": None}, FieldsDoNotGoTogether),
        (
            {"method": Method.BY_HAND, "principals": (baht(11_999),), "instalments": None},
            PlanRowsDoNotAddUp,
        ),
        (
            {
                "method": Method.BY_HAND,
                "principals": (baht(60),) * 200,
                "instalments": None,
                "every": 12,
            },
            PlanTooLong,
        ),
        (
            {"method": Method.BY_HAND, "principals": (baht(-1), baht(12_001)), "instalments": 2},
            AmountOutOfRange,
        ),
        (
            {"method": Method.BY_HAND, "principals": (baht(12_000),), "instalments": 2},
            CountOutOfRange,
        ),
        ({"dates": (date(2026, 3, 1),), "instalments": 2}, CountOutOfRange),
        (
            {"dates": (date(2026, 3, 1), date(2026, 3, 1)), "instalments": None},
            DueDaysDoNotRise,
        ),
        (
            {"dates": (date(2026, 3, 1),), "first_due": date(2026, 2, 1), "instalments": None},
            FieldsDoNotGoTogether,
        ),
        ({"payouts": (Payout(JANUARY, baht(1)),)}, PayoutsDoNotAddUp),
        ({"payouts": (Payout(date(2026, 2, 1), baht(12_000)),)}, PayoutOutsidePlan),
        (
            {"payouts": (Payout(JANUARY, baht(1)), Payout(date(2026, 7, 1), baht(11_999)))},
            PayoutOutsidePlan,
        ),
        (
            {"payouts": (Payout(JANUARY, baht(12_000)),), "interest": InterestOn.FLAT},
            FieldsDoNotGoTogether,
        ),
        (
            {
                "unit": Unit.DAY,
                "instalments": 9,
                "holidays": Holidays(shift=Shift.AFTER, weekends=True),
            },
            DueDaysDoNotRise,
        ),
        (
            {
                "method": Method.EQUAL_PRINCIPAL,
                "principal": baht(10),
                "rounding": PlanRounding(principal=Rounding.HUNDRED_BAHT_DOWN),
            },
            InstalmentNeverRepays,
        ),
    ],
)
def test_terms_that_make_no_plan_are_refused_by_name(changes, refusal):
    with pytest.raises(refusal):
        plan_of(terms(**changes))


def test_a_refusal_carries_its_facts_as_programs_read_them():
    with pytest.raises(InstalmentNeverRepays) as refused:
        plan_of(terms(instalment=baht(100)))

    assert refused.value.facts() == {"instalment": "100.00", "interest": "120.00", "n": 5}


# ── what always holds ───────────────────────────────────────────────────────────────────────────

SATANG = [
    Rounding.SATANG_HALF_UP,
    Rounding.SATANG_HALF_EVEN,
    Rounding.SATANG_DOWN,
    Rounding.SATANG_UP,
    Rounding.QUARTER_NEAREST,
    Rounding.BAHT_NEAREST,
    Rounding.BAHT_UP,
]


@st.composite
def any_terms(draw):
    instalments = draw(st.integers(1, 60))
    roundings = st.sampled_from([*SATANG, Rounding.TEN_BAHT_UP, Rounding.HUNDRED_BAHT_UP])
    disbursed = draw(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
    method = draw(st.sampled_from([Method.EQUAL_INSTALMENT, Method.EQUAL_PRINCIPAL, Method.BULLET]))
    return PlanTerms(
        principal=Money(draw(st.integers(100_00, 5_000_000_00))),
        annual_rate=Fraction(draw(st.integers(0, 3_000)), 10_000),
        disbursed=disbursed,
        instalments=instalments,
        every=draw(st.integers(1, 4)),
        unit=draw(st.sampled_from(Unit)),
        method=method,
        interest=draw(st.sampled_from(InterestOn)),
        day_count=draw(st.sampled_from(YearPart)),
        first_due=draw(st.none() | st.integers(1, 70).map(lambda n: disbursed + timedelta(days=n))),
        rounding=PlanRounding(
            interest=draw(st.sampled_from(SATANG)),
            instalment=draw(roundings),
            principal=draw(roundings),
        ),
        grace=Grace(
            principal=draw(st.integers(0, instalments - 1)),
            interest=draw(st.integers(0, instalments - 1)),
            free=draw(st.integers(0, instalments)),
        ),
        residue=draw(st.sampled_from(Residue)),
        month_end=draw(st.sampled_from(MonthEnd)),
        level=draw(st.sampled_from(Level)),
    )


def plan_or_none(asked):
    try:
        return plan_of(asked)
    except InstalmentNeverRepays:
        return None


@given(any_terms())
def test_the_principal_parts_add_up_and_the_balances_follow_from_them(asked):
    plan = plan_or_none(asked)
    assume(plan is not None)

    assert sum(plan.principal) == asked.principal.satang
    owed = asked.principal.satang
    for part, balance in zip(plan.principal, plan.balance, strict=True):
        owed -= part
        assert balance == owed
    assert plan.balance[-1] == 0


@given(any_terms())
def test_due_days_rise_and_nothing_is_below_zero(asked):
    plan = plan_or_none(asked)
    assume(plan is not None)

    assert all(before < after for before, after in pairwise((asked.disbursed, *plan.dues)))
    assert min(plan.principal) >= 0
    assert min(plan.interest) >= 0
    assert len(plan.dues) <= asked.instalments


@given(any_terms())
def test_declining_interest_is_that_of_the_balance_before_the_row(asked):
    asked = replace(asked, interest=InterestOn.DECLINING, grace=Grace(asked.grace.principal))
    assume(asked.day_count is not YearPart.MONTHS)
    plan = plan_or_none(asked)
    assume(plan is not None)

    owed, since = asked.principal.satang, asked.disbursed
    for due, part, cost in zip(plan.dues, plan.principal, plan.interest, strict=True):
        exact = owed * asked.annual_rate * asked.day_count.between(since, due)
        assert cost == asked.rounding.interest.of(exact).satang
        owed, since = owed - part, due


@given(any_terms())
def test_every_equal_instalment_but_the_residue_row_is_equal(asked):
    asked = replace(
        asked,
        method=Method.EQUAL_INSTALMENT,
        interest=InterestOn.DECLINING,
        residue=Residue.LAST,
        grace=Grace(),
        first_due=None,
    )
    plan = plan_or_none(asked)
    assume(plan is not None)

    paid = [part + cost for part, cost in zip(plan.principal, plan.interest, strict=True)]
    repaying = [total for total, part in zip(paid, plan.principal, strict=True) if part][:-1]
    assert len(set(repaying)) <= 1


@given(any_terms())
def test_flat_interest_is_the_interest_of_the_whole_term(asked):
    asked = replace(asked, interest=InterestOn.FLAT, grace=Grace(asked.grace.principal))
    assume(asked.day_count is not YearPart.MONTHS)
    plan = plan_or_none(asked)
    assume(plan is not None)

    term = asked.day_count.between(asked.disbursed, plan.dues[-1])
    exact = asked.principal.satang * asked.annual_rate * term
    assert sum(plan.interest) == asked.rounding.interest.of(exact).satang


@given(any_terms(), st.lists(st.integers(1, 100), min_size=2, max_size=4), st.data())
def test_several_payouts_are_repaid_whole(asked, weights, data):
    asked = replace(asked, interest=InterestOn.DECLINING)
    last = plan_of(replace(asked, method=Method.BULLET)).dues[-1]
    amounts = asked.principal.shared_by(weights)
    days = [asked.disbursed] + [
        data.draw(st.dates(asked.disbursed, last - timedelta(days=1))) for _ in weights[1:]
    ]
    paid = tuple(map(Payout, days, amounts))
    plan = plan_or_none(replace(asked, payouts=paid))
    assume(plan is not None)

    assert sum(plan.principal) == asked.principal.satang
    assert plan.balance[-1] == 0
    for due, balance in zip(plan.dues, plan.balance, strict=True):
        paid_out = sum(one.amount.satang for one in paid if one.date < due)
        assert 0 <= balance <= paid_out


@given(any_terms())
def test_the_same_terms_make_the_same_plan(asked):
    assert plan_or_none(asked) == plan_or_none(asked)


def test_parts_decided_by_hand_stay_in_their_rows_when_the_rate_changes():
    plan = plan_of(
        PlanTerms(
            principal=baht(600),
            annual_rate=Fraction(12, 100),
            disbursed=date(2026, 1, 1),
            method=Method.BY_HAND,
            principals=(baht(100), baht(200), baht(300)),
            rates=(RateFrom(date(2026, 2, 2), Fraction(0)),),
        )
    )

    assert [row.principal for row in plan.rows] == [baht(100), baht(200), baht(300)]
    assert [row.balance for row in plan.rows] == [baht(500), baht(300), ZERO]
    # 600 for 31 days at 12 %.
    assert [row.interest for row in plan.rows] == [Money(612), ZERO, ZERO]
