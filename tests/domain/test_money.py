"""Rounding has names that say what they do, below zero as well; a shared sum is shared whole."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.money import ZERO, Money, Rounding, baht

STEPS = {
    "satang": 1,
    "five_satang": 5,
    "ten_satang": 10,
    "quarter": 25,
    "half_baht": 50,
    "baht": 100,
    "five_baht": 500,
    "ten_baht": 1_000,
    "hundred_baht": 10_000,
}
# What each way makes of so many steps: below the half, the half of 2 and of 3, above the half.
WAYS = {
    "down": (2, 2, 3, 2),
    "up": (3, 3, 4, 3),
    "nearest": (2, 3, 4, 3),
    "half_up": (2, 3, 4, 3),
    "half_even": (2, 2, 4, 3),
}
STEPS_HELD = (Fraction(249, 100), Fraction(5, 2), Fraction(7, 2), Fraction(251, 100))


@pytest.mark.parametrize("rounding", Rounding, ids=lambda rounding: rounding.value)
def test_every_rounding_does_what_its_name_says_and_the_mirror_of_it_below_zero(rounding):
    step, way = next(
        (name, way) for name in STEPS for way in WAYS if rounding.value == f"{name}_{way}"
    )

    for held, whole in zip(STEPS_HELD, WAYS[way], strict=True):
        assert rounding.of(held * STEPS[step]) == Money(whole * STEPS[step])
        assert rounding.of(-held * STEPS[step]) == Money(-whole * STEPS[step])


@pytest.mark.parametrize("rounding", Rounding, ids=lambda rounding: rounding.value)
def test_a_whole_step_stays_what_it_is(rounding):
    assert rounding.of(rounding.step * 7) == Money(rounding.step * 7)
    assert rounding.of(0) == ZERO


def test_an_amount_is_asked_for_its_size_never_for_its_truth():
    with pytest.raises(TypeError):
        bool(baht(1))


def test_leftover_satang_go_to_the_largest_remainders_and_of_equal_ones_to_the_first():
    # 100 satang by 1 : 3 : 2 are 16.67, 50.00 and 33.33: the first lacks most.
    assert Money(100).shared_by((1, 3, 2)) == (Money(17), Money(50), Money(33))
    # By 2 : 3 : 1 they are 33.33, 50.00 and 16.67: the last does.
    assert Money(100).shared_by((2, 3, 1)) == (Money(33), Money(50), Money(17))
    # 200 satang over three are 66.67 each.
    assert Money(200).shared_by((1, 1, 1)) == (Money(67), Money(67), Money(66))


@given(
    st.integers(0, 10**9).map(Money),
    st.lists(st.integers(0, 50), min_size=1, max_size=6).filter(any),
)
def test_no_part_of_a_shared_sum_is_a_satang_off(shared, weights):
    parts = shared.shared_by(weights)

    assert sum(part.satang for part in parts) == shared.satang
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.satang - Fraction(shared.satang * weight, sum(weights))) < 1


@pytest.mark.parametrize("weights", [(), (0, 0), (3, -1), (-1, -1), (-2, 1)])
def test_nothing_is_shared_by_no_weight_or_by_one_below_zero(weights):
    with pytest.raises(ValueError, match="weights"):
        baht(100).shared_by(weights)
