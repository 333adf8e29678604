"""Loans that cannot be: each is refused by its name through the console, and nothing is written."""

from __future__ import annotations

import json

import pytest

from tests.console.calling import a_book, a_member, call

CONTRACT = {
    "type": "ORD",
    "member": "0001",
    "on": "2025-01-02",
    "approved": "12000.00",
    "rate": "6",
    "instalments": 12,
}


def run(book, command, **fields):
    return call("run", book, command, "--json", json.dumps(fields))


def made(book, command, **fields):
    answered = run(book, command, **fields)
    assert answered.code == 0, answered.out
    return answered.json["made"]


@pytest.fixture(scope="module")
def lending(tmp_path_factory):
    """A book with a running, a settled and an empty loan of one member, and January closed."""
    book = a_book(tmp_path_factory.mktemp("lending"))
    a_member(book)
    for code, direction, account, interest in (
        ("ORD", "out", "13010", "41010"),
        ("CODI", "in", "24010", "51040"),
    ):
        rules = {"code": code, "name_th": code, "direction": direction, "account": account}
        made(book, "define-loan-type", **rules, interest_account=interest, method="equal_principal")
    source = made(
        book,
        "open-loan",
        **{**CONTRACT, "type": "CODI", "member": None, "lender": "พอช.", "approved": "90000.00"},
    )["card"]
    made(book, "pay-out-loan", card=source, amount="90000.00", on="2025-01-02")
    running, settled, empty = (made(book, "open-loan", **CONTRACT)["card"] for _ in range(3))
    for card in (running, settled):
        made(book, "pay-out-loan", card=card, amount="6000.00", on="2025-01-02")
    pay(book, settled, "6000.00", "2025-01-02")
    made(book, "close-month", month="2025-01")
    dead = a_dead_member(book)
    return {
        "book": book,
        "running": running,
        "settled": settled,
        "empty": empty,
        "dead": dead,
        "source": source,
    }


def pay(book, card, amount, on):
    return run(
        book, "receive-visit", on=on, items=[{"item": "loan", "card": card, "amount": amount}]
    )


def a_dead_member(book):
    number = made(book, "admit-member", person={"given": "ผู้ตาย"}, on="2025-02-01")["member"]
    made(book, "end-membership", member=number, on="2025-02-02", why="deceased")
    return number


def refusal(lending, command, **fields):
    book = lending["book"]
    before = call("ask", book, "acts").json["rows"][0]["number"]
    answered = run(book, command, **fields)
    assert answered.code == 2, answered.out
    assert call("ask", book, "acts").json["rows"][0]["number"] == before
    return answered.refusal


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"instalments": 0}, "CountOutOfRange"),
        ({"instalments": -3}, "CountOutOfRange"),
        ({"instalments": None}, "MissingField"),
        ({"every": 0}, "CountOutOfRange"),
        ({"approved": "0.00"}, "AmountNotPositive"),
        ({"approved": "-1.00"}, "AmountNotPositive"),
        ({"approved": "1.001"}, "NotAnAmount"),
        ({"rate": "-1"}, "RateOutOfRange"),
        ({"first_due": "2025-02-01", "on": "2025-02-01"}, "FirstDueNotAfterPayout"),
        ({"first_due": "2025-01-02", "on": "2025-02-01"}, "FirstDueNotAfterPayout"),
        ({"grace_principal": 12}, "GraceTooLong"),
        ({"instalments": 2, "principals": ["5000.00", "6000.00"]}, "PlanRowsDoNotAddUp"),
        ({"dates": ["2025-04-01", "2025-03-01"], "instalments": None}, "DueDaysDoNotRise"),
        ({"type": "NONE"}, "UnknownLoanType"),
        ({"member": "9999"}, "UnknownMember"),
        ({"member": None}, "MissingField"),
        ({"guarantors": ["0001"]}, "GuarantorIsBorrower"),
        ({"on": "2025-01-15"}, "PeriodClosed"),
    ],
)
def test_a_contract_that_cannot_be_is_refused(lending, fields, name):
    assert refusal(lending, "open-loan", **{**CONTRACT, "on": "2025-02-05", **fields}) == name


def test_an_instalment_that_never_repays_is_refused(lending):
    book = lending["book"]
    rules = {"code": "LEVEL", "name_th": "เท่ากัน", "direction": "out", "account": "13010"}
    run(book, "define-loan-type", **rules, interest_account="41010")
    fields = {**CONTRACT, "type": "LEVEL", "on": "2025-02-05", "instalments": None}

    assert refusal(lending, "open-loan", **fields, instalment="10.00") == "InstalmentNeverRepays"


def test_a_member_who_died_borrows_nothing(lending):
    fields = {**CONTRACT, "member": lending["dead"], "on": "2025-02-05"}
    asked = {"type": "ORD", "amount": "1.00", "on": "2025-02-05", "purpose": "ซ่อมบ้าน"}

    assert refusal(lending, "open-loan", **fields) == "MemberLeft"
    assert refusal(lending, "apply-for-loan", member=lending["dead"], **asked) == "MemberLeft"


@pytest.mark.parametrize(
    ("which", "amount", "on", "name"),
    [
        ("running", "6000.01", "2025-02-05", "PayoutAboveApproval"),
        ("running", "0.00", "2025-02-05", "AmountNotPositive"),
        ("running", "1.00", "2025-01-31", "PeriodClosed"),
        ("empty", "1.00", "2025-01-01", "PayoutBeforeContract"),
        ("source", "0.01", "2025-02-05", "PayoutAboveApproval"),
    ],
)
def test_a_payout_that_cannot_be_is_refused(lending, which, amount, on, name):
    fields = {"card": lending[which], "amount": amount, "on": on}

    assert refusal(lending, "pay-out-loan", **fields) == name


@pytest.mark.parametrize(
    ("which", "amount", "name"),
    [
        ("empty", "1.00", "PaymentBeforePayout"),
        ("settled", "1.00", "PaymentOnSettledLoan"),
        ("running", "0.00", "AmountNotPositive"),
        ("running", "9000.00", "LoanOverpaid"),
        ("source", "1.00", "WrongLeg"),
    ],
)
def test_a_payment_that_cannot_be_is_refused(lending, which, amount, name):
    items = [{"item": "loan", "card": lending[which], "amount": amount}]

    assert refusal(lending, "receive-visit", on="2025-02-05", items=items) == name


def test_a_rate_changes_in_no_closed_month(lending):
    fields = {"card": lending["running"], "from_day": "2025-01-15", "rate": "7"}

    assert refusal(lending, "set-loan-rate", **fields) == "PeriodClosed"


@pytest.mark.parametrize(
    ("command", "fields", "name"),
    [
        ("reschedule-loan", {"instalments": 0, "resolution": "1"}, "CountOutOfRange"),
        ("reschedule-loan", {"instalments": 9, "resolution": " "}, "ReasonMissing"),
        (
            "reschedule-loan",
            {"instalments": 2, "principals": ["1.00", "2.00"], "resolution": "1"},
            "PlanRowsDoNotAddUp",
        ),
        ("write-off-loan", {"resolution": ""}, "ReasonMissing"),
        ("recover-loan", {"amount": "1.00"}, "NotWrittenOff"),
        ("transfer-loan", {"to": "0001", "reason": "heir", "resolution": "1"}, "SameBorrower"),
    ],
)
def test_what_befalls_a_loan_is_refused_where_it_cannot_be(lending, command, fields, name):
    told = refusal(lending, command, card=lending["running"], on="2025-02-05", **fields)

    assert told == name


def test_a_rehearsal_shows_how_a_payment_divides(lending):
    items = [{"item": "loan", "card": lending["running"], "amount": "600.00"}]
    fields = json.dumps({"on": "2025-02-02", "items": items})

    answered = call("run", lending["book"], "receive-visit", "--rehearse", "--json", fields)

    # 6,000 at 6 % for 31 days: 30.58.
    (split,) = answered.json["made"]["splits"]
    assert (split["interest"], split["principal"], split["outstanding"]) == (
        "30.58",
        "569.42",
        "5430.58",
    )
