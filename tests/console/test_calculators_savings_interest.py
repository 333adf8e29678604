"""``satcha savings-interest`` from the outside."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.console.calculators import savings_interest
from desktop.console.calculators.exact import baht_text
from ledger.domain.interest import BalanceBelowZero
from ledger.domain.limits import (
    AmountOutOfRange,
    CountOutOfRange,
    PeriodEndsBeforeStart,
    RateOutOfRange,
)
from ledger.domain.refusals import NotAChoice, NotADay, UnknownField

RULE = {"method": "daily", "rates": [{"since": "2020-01-01", "annual_rate": "2"}]}


def case(**more):
    return {
        "rule": RULE,
        "opening": "10000.00",
        "start": "2026-01-01",
        "end": "2026-12-31",
    } | more


def interest(**more):
    return [one["interest"] for one in savings_interest.answer(case(**more))["postings"]]


def test_one_posting_shows_its_parts_and_the_exact_sum():
    found = savings_interest.answer(
        case(end="2026-06-30", movements=[{"date": "2026-04-01", "amount": "5000.00"}])
    )

    (posting,) = found["postings"]
    assert posting["interest"] == "124.11"
    assert posting["exact"] == "9060/73"
    assert posting["parts"][1] == {
        "start": "2026-04-01",
        "end": "2026-06-30",
        "days": 91,
        "balance": "15000.00",
        "annual_rate": "2",
        "exact": "5460/73",
    }
    assert (found["total"], found["closing"]) == ("124.11", "15124.11")


def test_posted_interest_earns_from_the_day_after_unless_it_is_kept_apart():
    assert interest(posting="half_yearly") == ["99.18", "101.82"]
    assert interest(posting="half_yearly", credited=False) == ["99.18", "100.82"]


def test_postings_follow_the_year_of_the_cooperative():
    assert len(interest(posting="monthly")) == 12
    assert len(interest(posting="quarterly")) == 4
    assert len(interest(posting="yearly", year_end=9)) == 2
    assert interest(posting="yearly") == interest()


def test_all_of_the_rule_can_be_given():
    rule = {
        "method": "lowest_of_month",
        "cutoff_day": 5,
        "day_count": "months",
        "rounding": "quarter_down",
        "minimum": "500.00",
        "tiers": "slice",
        "term_months": 12,
        "rates": [
            {"since": "2020-01-01", "annual_rate": "2"},
            {"since": "2020-01-01", "annual_rate": "2.5", "from_amount": "10000.00"},
            {"since": "2020-01-01", "annual_rate": "3", "from_amount": "10000.00", "months": 12},
        ],
    }

    found = savings_interest.answer(
        case(
            rule=rule,
            end="2026-01-31",
            movements=[
                {"date": "2026-01-05", "amount": "2000.00"},
                {"date": "2026-01-06", "amount": "999.00"},
            ],
        )
    )

    assert found["postings"][0]["exact"] == "65/3"
    assert found["total"] == "21.50"


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"end": "2025-12-31"}, PeriodEndsBeforeStart),
        ({"opening": "-1.00"}, AmountOutOfRange),
        ({"year_end": 13}, CountOutOfRange),
        ({"start": "2026-13-01"}, NotADay),
        ({"posting": "weekly"}, NotAChoice),
        ({"rule": RULE | {"method": "highest"}}, NotAChoice),
        ({"rule": RULE | {"fee": "1"}}, UnknownField),
        (
            {"rule": {"rates": [{"since": "2020-01-01", "annual_rate": "-2"}]}},
            RateOutOfRange,
        ),
        ({"movements": [{"date": "2026-02-01", "amount": "-10000.01"}]}, BalanceBelowZero),
    ],
)
def test_bad_input_is_refused_by_name(change, refusal):
    with pytest.raises(refusal):
        savings_interest.answer(case(**change))


@pytest.mark.parametrize(
    ("satang", "text"),
    [
        (Fraction(0), "0.00"),
        (Fraction(1), "0.01"),
        (Fraction(12345), "123.45"),
        (Fraction(-5), "-0.05"),
        (Fraction(1, 4), "0.0025"),
        (Fraction(100, 3), "1/3"),
    ],
)
def test_exact_amounts_are_decimal_where_they_end(satang, text):
    assert baht_text(satang) == text
