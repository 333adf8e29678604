"""``satcha plan`` from the outside: the shape of its answer, its settings and its refusals."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.console.calculators import plan
from ledger.domain.limits import AmountOutOfRange, CountOutOfRange, RateOutOfRange
from ledger.domain.loans.refusals import FirstDueNotAfterPayout, InstalmentNeverRepays
from ledger.domain.refusals import (
    BuddhistYear,
    MissingField,
    NotAChoice,
    NotADay,
    NotAnAmount,
    NotARate,
    UnknownField,
    WrongKind,
)

CASE = {
    "principal": "300000.00",
    "annual_rate": "4",
    "instalments": 180,
    "every": 1,
    "unit": "month",
    "method": "equal_instalment",
    "interest": "declining",
    "day_count": "months",
    "disbursed": "2026-01-01",
    "first_due": "2026-02-01",
    "instalment": None,
    "rounding": {
        "interest": "satang_half_up",
        "instalment": "satang_half_up",
        "principal": "satang_half_up",
    },
    "grace": {"principal": 0, "interest": 0},
    "residue": "last",
}


def test_the_whole_case_of_the_manual_is_read_and_answered():
    found = plan.answer(CASE)

    assert found["rows"][0] == {
        "n": 1,
        "due": "2026-02-01",
        "days": 31,
        "principal": "1219.06",
        "interest": "1000.00",
        "total": "2219.06",
        "balance": "298780.94",
    }
    assert len(found["rows"]) == 180
    assert found["rows"][-1]["balance"] == "0.00"
    assert found["totals"]["principal"] == "300000.00"


def test_only_principal_rate_day_and_count_must_be_given():
    case = {key: CASE[key] for key in ("principal", "annual_rate", "disbursed", "instalments")}

    found = plan.answer(case)

    assert found["rows"][0]["due"] == "2026-02-01"
    assert found["rows"][0]["interest"] == "1019.18"


def test_the_totals_are_the_sums_of_the_columns():
    found = plan.answer(CASE)

    for name, whole in found["totals"].items():
        satang = sum(round(100 * float(row[name])) for row in found["rows"])
        assert f"{satang // 100}.{satang % 100:02d}" == whole


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"principal": "NaN"}, NotAnAmount),
        ({"principal": "1e6"}, NotAnAmount),
        ({"principal": "1,000"}, NotAnAmount),
        ({"principal": "๑๐๐"}, NotAnAmount),
        ({"principal": 300000.5}, NotAnAmount),
        ({"principal": None}, NotAnAmount),
        ({"principal": "0"}, AmountOutOfRange),
        ({"principal": "-1.00"}, AmountOutOfRange),
        ({"annual_rate": "NaN"}, NotARate),
        ({"annual_rate": "1e1"}, NotARate),
        ({"annual_rate": "4%"}, NotARate),
        ({"annual_rate": "-4"}, RateOutOfRange),
        ({"instalments": "12"}, WrongKind),
        ({"instalments": True}, WrongKind),
        ({"instalments": 12.0}, WrongKind),
        ({"instalments": 0}, CountOutOfRange),
        ({"instalments": -1}, CountOutOfRange),
        ({"instalments": None}, MissingField),
        ({"disbursed": "2569-01-01"}, BuddhistYear),
        ({"disbursed": "2026-02-30"}, NotADay),
        ({"disbursed": "01/02/2026"}, NotADay),
        ({"first_due": "2025-12-31"}, FirstDueNotAfterPayout),
        ({"method": "annuity"}, NotAChoice),
        ({"day_count": "365"}, NotAChoice),
        ({"rounding": {"interest": "half_up"}}, NotAChoice),
        ({"rounding": {"fees": "baht_up"}}, UnknownField),
        ({"rounding": "baht_up"}, WrongKind),
        ({"grace": {"principal": "3"}}, WrongKind),
        ({"instalment": "900.00"}, InstalmentNeverRepays),
        ({"color": "red"}, UnknownField),
    ],
)
def test_bad_input_is_refused_by_name(change, refusal):
    with pytest.raises(refusal):
        plan.answer(CASE | change)


def test_a_case_that_is_no_object_is_refused():
    cases: list[object] = [[], "plan", 12, None]
    for case in cases:
        with pytest.raises(WrongKind):
            plan.answer(case)


@pytest.mark.parametrize("missing", ["principal", "annual_rate", "disbursed"])
def test_a_missing_field_is_named(missing):
    with pytest.raises(MissingField) as refused:
        plan.answer({key: value for key, value in CASE.items() if key != missing})

    assert refused.value.facts() == {"field": missing}


@given(st.integers(1, 10**11), st.integers(1, 40))
def test_the_text_is_json_and_says_the_same_to_the_satang(satang, instalments):
    case = CASE | {"principal": f"{satang // 100}.{satang % 100:02d}", "instalments": instalments}

    found = json.loads(plan.answer_text(case))

    assert found == plan.answer(case)
    whole = sum(int(row["principal"].replace(".", "")) for row in found["rows"])
    assert whole == satang


def test_the_text_is_spaced_as_every_other_answer():
    text = plan.answer_text(CASE | {"instalments": 2})

    assert text == json.dumps(json.loads(text))
