"""``satcha dividend``, ``surplus`` and ``welfare`` from the outside."""

from __future__ import annotations

import pytest

from desktop.console.calculators import dividend, surplus, welfare
from ledger.domain.dividend import ShareMovementOutsideYear
from ledger.domain.limits import AmountOutOfRange, RateOutOfRange
from ledger.domain.refusals import MissingField, NotAChoice, UnknownField
from ledger.domain.surplus import AllocationExceedsSurplus, BadProposalLine, NoSurplus

YEAR = {"start": "2026-01-01", "end": "2026-12-31", "rate": "6"}


def test_a_dividend_shows_every_period_its_weight_and_the_total():
    found = dividend.answer(
        {
            "rule": YEAR | {"cutoff_day": 5},
            "opening": "10000.00",
            "movements": [
                {"date": "2026-03-05", "amount": "100.00"},
                {"date": "2026-03-06", "amount": "100.00"},
            ],
            "refund": {"rate": "15"},
            "interest_paid": "1234.50",
        }
    )

    assert found == {
        "member": "",
        "lines": [
            {
                "date": None,
                "amount": "10000.00",
                "weight": "1",
                "exact": "600.00",
                "dividend": "600.00",
            },
            {
                "date": "2026-03-05",
                "amount": "100.00",
                "weight": "3/4",
                "exact": "4.50",
                "dividend": "4.50",
            },
            {
                "date": "2026-03-06",
                "amount": "100.00",
                "weight": "2/3",
                "exact": "4.00",
                "dividend": "4.00",
            },
        ],
        "dividend": "608.50",
        "refund": "185.18",
        "total": "793.68",
    }


def test_many_members_come_with_totals():
    found = dividend.answer(
        {
            "rule": YEAR,
            "refund": {"rate": "10"},
            "members": [
                {"member": "001", "opening": "1000.00", "interest_paid": "50.00"},
                {"member": "002", "opening": "1000.00", "interest_paid": "50.00", "missed": 1},
                {"member": "003", "opening": "1000.00", "left": "2026-05-01"},
            ],
        }
    )

    assert [one["total"] for one in found["members"]] == ["65.00", "60.00", "0.00"]
    assert found["totals"] == {"dividend": "120.00", "refund": "5.00", "total": "125.00"}


def test_a_round_sum_can_be_shared_by_shares_and_time():
    found = dividend.answer(
        {
            "rule": YEAR,
            "sum": "100.00",
            "members": [
                {"member": "001", "opening": "1000.00"},
                {"member": "002", "movements": [{"date": "2026-06-01", "amount": "1000.00"}]},
                {"member": "003"},
            ],
        }
    )

    assert [one["dividend"] for one in found["members"]] == ["66.67", "33.33", "0.00"]


def test_a_sum_without_anybody_entitled_is_not_shared():
    found = dividend.answer({"rule": YEAR, "sum": "100.00", "members": [{"member": "001"}]})

    assert found["totals"]["dividend"] == "0.00"


def test_leavers_can_be_paid_by_setting():
    case = {"rule": YEAR, "opening": "1000.00", "left": "2026-05-01"}

    assert dividend.answer(case)["total"] == "0.00"
    assert dividend.answer(case | {"pays_leavers": True})["total"] == "60.00"


@pytest.mark.parametrize(
    ("case", "refusal"),
    [
        ({"rule": YEAR | {"rate": "11", "highest_rate": "10"}}, RateOutOfRange),
        ({"rule": YEAR, "interest_paid": "-1.00"}, AmountOutOfRange),
        ({"rule": YEAR, "refund": {"rate": "-1"}}, RateOutOfRange),
        (
            {"rule": YEAR, "movements": [{"date": "2027-01-01", "amount": "1.00"}]},
            ShareMovementOutsideYear,
        ),
        ({"rule": YEAR | {"weights": "weeks"}}, NotAChoice),
        ({}, MissingField),
    ],
)
def test_a_bad_dividend_is_refused_by_name(case, refusal):
    with pytest.raises(refusal):
        dividend.answer(case)


def test_a_surplus_is_allocated_with_residue_and_legal_tests():
    found = surplus.answer(
        {
            "surplus": "100000.05",
            "proposal": [
                {"use": "dividend", "amount": "60000.00"},
                {"use": "welfare", "part": "5", "name": "funerals"},
            ],
        }
    )

    assert found["lines"] == [
        {"use": "league", "name": "", "amount": "1000.00", "percent": "1.00"},
        {"use": "dividend", "name": "", "amount": "60000.00", "percent": "60.00"},
        {"use": "welfare", "name": "funerals", "amount": "5000.00", "percent": "5.00"},
        {"use": "reserve", "name": "", "amount": "34000.05", "percent": "34.00"},
    ]
    assert found["reserve"] == "34000.05"
    assert found["passed"] is True
    assert found["tests"][1] == {
        "test": "reserve",
        "use": "reserve",
        "found": "34000.05",
        "limit": "10000.01",
        "holds": True,
    }


def test_an_unlawful_surplus_is_answered_and_has_not_passed():
    found = surplus.answer(
        {"surplus": "1000.00", "proposal": [{"use": "dividend", "amount": "900.00"}]}
    )

    assert found["passed"] is False
    assert [test["test"] for test in found["tests"] if not test["holds"]] == ["reserve"]


@pytest.mark.parametrize(
    ("case", "refusal"),
    [
        ({"surplus": "0.00"}, NoSurplus),
        (
            {"surplus": "1.00", "proposal": [{"use": "bonus", "amount": "1.00"}]},
            AllocationExceedsSurplus,
        ),
        ({"surplus": "1.00", "proposal": [{"use": "reserve", "amount": "1.00"}]}, BadProposalLine),
        ({"surplus": "1.00", "proposal": [{"use": "party", "amount": "1.00"}]}, NotAChoice),
    ],
)
def test_a_bad_proposal_is_refused_by_name(case, refusal):
    with pytest.raises(refusal):
        surplus.answer(case)


HOSPITAL = {
    "per": "night",
    "amount": "200.00",
    "waiting_days": 180,
    "most_per_event": "600.00",
    "most_per_year": "1000.00",
}
MEMBER = {"joined": "2020-01-01", "paid_through": "2026-12-31"}


def test_a_benefit_says_what_and_why():
    found = welfare.answer(
        {
            "rule": HOSPITAL,
            "member": MEMBER,
            "event": {"start": "2026-05-01", "end": "2026-05-06"},
            "paid": [{"start": "2026-02-01", "end": "2026-02-04", "amount": "600.00"}],
        }
    )

    cuts = found.pop("cuts")
    assert found == {
        "amount": "400.00",
        "units": 5,
        "passed": True,
        "blocks": [],
        "left_this_year": "0.00",
    }
    assert [(cut["reason"], cut["fact"]) for cut in cuts] == [
        ("cap_of_event", "600.00"),
        ("cap_of_year", "400.00"),
    ]
    assert cuts[1]["sentence"]["en"] == "Only 400.00 is left of this year's limit."


def test_a_blocked_benefit_has_not_passed():
    found = welfare.answer(
        {
            "rule": HOSPITAL,
            "member": MEMBER | {"joined": "2026-04-01"},
            "event": {"start": "2026-05-01", "end": "2026-05-06"},
        }
    )

    assert (found["amount"], found["passed"]) == ("0.00", False)
    (block,) = found["blocks"]
    assert (block["reason"], block["fact"]) == ("waiting_period", "2026-09-28")
    assert block["sentence"].keys() == {"th", "en"}


def test_a_bad_rule_is_refused_by_name():
    event = {"start": "2026-05-01"}
    with pytest.raises(AmountOutOfRange):
        welfare.answer({"rule": {"amount": "-1.00"}, "member": MEMBER, "event": event})
    with pytest.raises(UnknownField):
        welfare.answer({"rule": {"bonus": "1.00"}, "member": MEMBER, "event": event})
