"""Allocation of the surplus: the residue to the reserve, the legal tests, and it always adds up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.limits import AmountOutOfRange, RateOutOfRange
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.surplus import (
    AllocationExceedsSurplus,
    AllocationUnlawful,
    BadProposalLine,
    Ceiling,
    LegalTest,
    NoSurplus,
    ProposalLine,
    SurplusRule,
    Use,
    allocate,
    lawful,
    league_fee,
)

RULE = SurplusRule()


def line(use, amount=None, *, part=None, name="of the harvest"):
    return ProposalLine(use, amount, None if part is None else Fraction(part) / 100, name)


def amounts(allocation):
    return {one.use: one.amount for one in allocation.lines}


def failed(allocation):
    return [(test.test, test.use) for test in allocation.tests if not test.holds]


def test_the_residue_with_its_odd_satang_goes_to_the_reserve():
    surplus = baht(4_231_882, 77)
    proposal = [
        line(Use.DIVIDEND, baht(2_410_118, 25)),
        line(Use.PATRONAGE, baht(512_004, 90)),
        line(Use.BONUS, baht(200_000)),
        line(Use.PUBLIC_BENEFIT, baht(100_000)),
        line(Use.WELFARE, baht(150_000)),
    ]

    found = allocate(surplus, proposal, RULE)

    assert amounts(found)[Use.LEAGUE] == baht(30_000)
    assert found.reserve == baht(829_759, 62)
    assert total(one.amount for one in found.lines) == surplus
    assert found.is_lawful
    assert lawful(found) is found


def test_the_league_fee_is_one_percent_up_to_thirty_thousand():
    assert league_fee(baht(1_234, 56), RULE) == baht(12, 35)
    assert league_fee(baht(3_000_000), RULE) == baht(30_000)
    assert league_fee(baht(30_000_000), RULE) == baht(30_000)


def test_a_league_line_that_is_proposed_is_kept_and_tested():
    found = allocate(baht(100_000), [line(Use.LEAGUE, baht(1_000, 1))], RULE)

    assert failed(found) == [(LegalTest.LEAGUE, Use.LEAGUE)]


def test_a_line_can_be_a_part_of_the_surplus():
    found = allocate(baht(1_000, 50), [line(Use.EDUCATION, part="2.5")], RULE)

    assert amounts(found)[Use.EDUCATION] == baht(25, 1)


def test_a_reserve_below_a_tenth_fails_the_legal_test():
    surplus = baht(100_000)

    enough = allocate(surplus, [line(Use.DIVIDEND, baht(89_000))], RULE)
    short = allocate(surplus, [line(Use.DIVIDEND, baht(89_000, 1))], RULE)

    assert enough.reserve == baht(10_000)
    assert enough.is_lawful
    assert failed(short) == [(LegalTest.RESERVE, Use.RESERVE)]
    assert not short.is_lawful
    with pytest.raises(AllocationUnlawful) as refused:
        lawful(short)
    assert refused.value.facts() == {
        "test": "reserve",
        "use": "reserve",
        "found": "9999.99",
        "limit": "10000.00",
    }


def test_a_bonus_above_its_ceiling_fails():
    found = allocate(baht(100_000), [line(Use.BONUS, baht(10_000, 1))], RULE)

    assert failed(found) == [(LegalTest.CEILING, Use.BONUS)]


def test_a_bonus_at_its_ceiling_is_lawful():
    found = allocate(baht(100_000), [line(Use.BONUS, baht(10_000))], RULE)

    assert found.is_lawful


def test_ceilings_can_be_sums_and_are_settings():
    rule = replace(RULE, ceilings=(Ceiling(Use.WELFARE, amount=baht(500)),))

    found = allocate(
        baht(100_000), [line(Use.WELFARE, baht(300)), line(Use.WELFARE, baht(201))], rule
    )

    assert failed(found) == [(LegalTest.CEILING, Use.WELFARE)]


def test_a_dividend_above_the_highest_rate_on_shares_fails():
    rule = replace(RULE, share_capital=baht(100_000))

    within = allocate(baht(50_000), [line(Use.DIVIDEND, baht(10_000))], rule)
    above = allocate(baht(50_000), [line(Use.DIVIDEND, baht(10_000, 1))], rule)

    assert within.is_lawful
    assert failed(above) == [(LegalTest.DIVIDEND_RATE, Use.DIVIDEND)]
    # What the equalisation fund gives besides counts, too.
    topped = allocate(baht(50_000), [line(Use.DIVIDEND, baht(9_000))], rule, drawn=baht(1_000, 1))
    assert failed(topped) == [(LegalTest.DIVIDEND_RATE, Use.DIVIDEND)]
    assert total(one.amount for one in topped.lines) == baht(50_000)


def test_printed_percentages_are_rounded_line_by_line():
    found = allocate(baht(3), [line(Use.LEAGUE, ZERO), line(Use.WELFARE, baht(1))], RULE)

    assert [one.percent for one in found.lines] == [0, 33_33, 66_67]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"league_part": Fraction(-1, 100)}, RateOutOfRange),
        ({"reserve_part": Fraction(3, 2)}, RateOutOfRange),
        ({"dividend_rate": Fraction(-1)}, RateOutOfRange),
        ({"league_most": -baht(1)}, AmountOutOfRange),
        ({"share_capital": -baht(1)}, AmountOutOfRange),
        ({"ceilings": (Ceiling(Use.BONUS, part=Fraction(2)),)}, RateOutOfRange),
        ({"ceilings": (Ceiling(Use.BONUS, amount=-baht(1)),)}, AmountOutOfRange),
    ],
)
def test_limits_are_parts_and_sums(wrong, refusal):
    """A fee limited to less than nothing would come back out of the League."""
    with pytest.raises(refusal):
        allocate(baht(100), (), SurplusRule(**wrong))


@pytest.mark.parametrize("surplus", [ZERO, baht(-1)])
def test_a_loss_is_not_allocated(surplus):
    with pytest.raises(NoSurplus):
        allocate(surplus, [], RULE)


def test_the_league_stands_first_the_reserve_last_and_all_can_be_given_away():
    found = allocate(baht(1_000), [line(Use.DIVIDEND, baht(990))], RULE)

    assert [(one.use, one.amount) for one in found.lines] == [
        (Use.LEAGUE, baht(10)),
        (Use.DIVIDEND, baht(990)),
        (Use.RESERVE, ZERO),
    ]
    assert failed(found) == [(LegalTest.RESERVE, Use.RESERVE)]


def test_more_than_the_surplus_cannot_be_given_away():
    with pytest.raises(AllocationExceedsSurplus) as refused:
        allocate(baht(1_000), [line(Use.DIVIDEND, baht(990, 1))], RULE)

    assert refused.value.facts() == {"surplus": "1000.00", "lines": "1000.01"}


@pytest.mark.parametrize(
    "bad",
    [
        line(Use.RESERVE, baht(1)),
        line(Use.CARRIED, baht(1)),
        line(Use.WELFARE),
        line(Use.WELFARE, baht(1), part=1),
        line(Use.WELFARE, baht(-1)),
        line(Use.WELFARE, part=-1),
    ],
)
def test_a_line_needs_a_sum_or_a_part_and_never_the_reserve(bad):
    with pytest.raises(BadProposalLine) as refused:
        allocate(baht(1_000), [bad], RULE)

    assert refused.value.facts() == {"use": bad.use.value, "title": "of the harvest"}


proposals = st.lists(
    st.one_of(
        st.builds(
            ProposalLine,
            st.sampled_from([use for use in Use if use not in (Use.RESERVE, Use.CARRIED)]),
            st.integers(0, 500_000).map(Money),
        ),
        st.builds(
            ProposalLine,
            st.sampled_from([use for use in Use if use not in (Use.RESERVE, Use.CARRIED)]),
            st.none(),
            st.fractions(0, Fraction(1, 5), max_denominator=997),
        ),
    ),
    max_size=8,
)


@given(st.integers(1, 10**10).map(Money), proposals)
def test_an_allocation_always_adds_up_to_the_satang(surplus, proposal):
    try:
        found = allocate(surplus, proposal, RULE)
    except AllocationExceedsSurplus:
        return

    assert total(one.amount for one in found.lines) == surplus
    assert min(one.amount for one in found.lines) >= ZERO
    assert found.lines[-1].use is Use.RESERVE


@given(st.integers(1, 10**10).map(Money), proposals)
def test_a_lawful_allocation_keeps_a_tenth_in_the_reserve(surplus, proposal):
    try:
        found = lawful(allocate(surplus, proposal, RULE))
    except (AllocationExceedsSurplus, AllocationUnlawful):
        return

    assert 10 * found.reserve.satang >= surplus.satang - 5
