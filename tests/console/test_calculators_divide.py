"""``satcha divide`` from the outside: payments divided, the card after them, and refusals."""

from __future__ import annotations

import pytest

from desktop.console.calculators import divide
from ledger.domain.limits import CountOutOfRange
from ledger.domain.loans.refusals import (
    NotAPaymentOrder,
    PaymentBeforePayout,
    PaymentOnSettledLoan,
)
from ledger.domain.refusals import NotAChoice, NotAnAmount, UnknownField

PLAN = {
    "principal": "12000.00",
    "annual_rate": "12",
    "disbursed": "2026-01-01",
    "instalments": 6,
}


def case(*payments, **more):
    paid = [{"date": day, "amount": amount} for day, amount in payments]
    return {"plan": PLAN, "payments": paid} | more


def test_a_payment_is_shown_with_its_parts_and_the_balances_after_it():
    found = divide.answer(case(("2026-02-01", "2070.58")))

    assert found["payments"] == [
        {
            "date": "2026-02-01",
            "kind": "payment",
            "amount": "2070.58",
            "penalty": "0.00",
            "interest_arrears": "0.00",
            "interest": "122.30",
            "principal": "1948.28",
            "advance": "0.00",
            "over": "0.00",
            "outstanding": "10051.72",
            "arrears_left": "0.00",
            "penalty_left": "0.00",
            "advance_left": "0.00",
        }
    ]
    assert [line["kind"] for line in found["card"]] == ["paid_out", "payment"]
    assert found["coming"][0] == {
        "due": "2026-03-01",
        "principal": "1978.05",
        "interest": "92.53",
        "total": "2070.58",
        "balance": "8073.67",
    }


def test_the_standing_is_that_of_the_day_asked_for():
    found = divide.answer(case(at="2026-02-11"))

    assert found["standing"] == {
        "day": "2026-02-11",
        "outstanding": "12000.00",
        "interest_arrears": "122.30",
        "interest": "39.45",
        "penalty": "0.00",
        "advance": "0.00",
        "overdue_principal": "1948.28",
        "amount_late": "2070.58",
        "days_late": 10,
        "late_since": "2026-02-01",
        "next_due": "2026-03-01",
        "due": "2070.58",
        "settled_on": None,
    }


def test_order_penalty_and_early_are_settings():
    found = divide.answer(
        case(
            ("2026-02-10", "2100.00"),
            order=["interest", "interest_arrears", "principal", "penalty"],
            penalty={"kind": "fixed", "amount": "50.00", "grace_days": 3},
            early="advance",
        )
    )

    (paid,) = found["payments"]
    assert paid["penalty"] == "0.00"
    assert paid["interest"] == "35.51"
    assert paid["interest_arrears"] == "122.30"
    assert paid["principal"] == "1942.19"
    assert paid["penalty_left"] == "50.00"


def test_a_payment_may_choose_for_itself_and_an_advance_pays_the_next_row():
    found = divide.answer(
        {
            "plan": PLAN,
            "payments": [{"date": "2026-02-01", "amount": "5000.00", "early": "advance"}],
            "at": "2026-03-02",
        }
    )

    assert [line["kind"] for line in found["payments"]] == ["payment", "from_advance"]
    assert found["payments"][1]["amount"] == "2070.58"
    assert found["standing"]["advance"] == "858.84"


def test_charges_pauses_and_a_new_plan_are_events_of_the_card():
    found = divide.answer(
        case(
            ("2026-05-10", "100.00"),
            charges=[{"date": "2026-01-20", "amount": "25.00"}],
            pauses=[{"start": "2026-01-11", "end": "2026-04-30"}],
            new_plans=[
                {
                    "date": "2026-05-01",
                    "plan": PLAN | {"disbursed": "2026-05-01", "instalments": 12},
                }
            ],
        )
    )

    assert [line["kind"] for line in found["card"]] == [
        "paid_out",
        "charged",
        "rescheduled",
        "payment",
    ]
    assert found["payments"][0]["penalty"] == "25.00"
    assert len(found["coming"]) == 12


def test_an_open_loan_starts_with_what_it_brings_along():
    found = divide.answer(
        case(
            ("2026-01-11", "700.00"),
            opening={
                "interest_arrears": "80.00",
                "penalty": "20.00",
                "overdue_principal": "500.00",
                "late_since": "2025-12-01",
            },
        )
    )

    assert found["card"][0]["kind"] == "opening"
    assert found["card"][0]["outstanding"] == "12500.00"
    assert [found["payments"][0][part] for part in ("penalty", "interest_arrears", "interest")] == [
        "20.00",
        "80.00",
        "41.10",
    ]
    assert found["standing"]["days_late"] == 0


def test_what_an_open_loan_brings_is_late_since_its_own_day():
    opening = {"overdue_principal": "500.00", "late_since": "2025-12-01"}

    standing = divide.answer(case(opening=opening, at="2026-01-11"))["standing"]

    assert (standing["days_late"], standing["amount_late"]) == (41, "500.00")


def test_flat_interest_divides_by_the_plan_and_can_divide_in_proportion():
    flat = PLAN | {"interest": "flat", "day_count": "months"}
    paid = [{"date": "2026-02-01", "amount": "1060.00"}]

    by_plan = divide.answer({"plan": flat, "payments": paid})["payments"][0]
    shared = divide.answer({"plan": flat, "payments": paid, "split": "proportional"})["payments"][0]

    assert (by_plan["interest"], by_plan["principal"]) == ("120.00", "940.00")
    assert (shared["interest"], shared["principal"]) == ("60.00", "1000.00")


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (case(("2025-12-31", "5.00")), PaymentBeforePayout),
        (case(("2026-02-01", "20000.00"), ("2026-02-02", "1.00")), PaymentOnSettledLoan),
        (case(order=["principal"]), NotAPaymentOrder),
        (case(order=["fees"]), NotAChoice),
        (case(("2026-02-01", "1e6")), NotAnAmount),
        (case(penalty={"kind": "usual"}), NotAChoice),
        (case(fees=[]), UnknownField),
        ({"plan": {**PLAN, "grace": {"free": -1}}}, CountOutOfRange),
        ({"plan": {**PLAN, "every": 0, "grace": {"free": 2}}}, CountOutOfRange),
        ({"plan": {**PLAN, "every": 2_569, "grace": {"free": 99}}}, CountOutOfRange),
    ],
)
def test_bad_input_is_refused_by_name(asked, refusal):
    with pytest.raises(refusal):
        divide.answer(asked)
