"""``satcha import`` takes over loans in mid-life, and names every cell that says too little."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from ledger.exchange import apart
from ledger.exchange.opening_sheets import tab_of
from tests.console.calling import a_book, call, done
from tests.console.opening import a_problem, fill

LOAN = {
    "member": "0001",
    "type": "ORD",
    "contract_number": "ส.12/2567",
    "on": "31/07/2567",
    "approved": "12,000",
    "repaid": 6000,
    "outstanding": "๖,๐๐๐",
    "rate": "6%",
    "first_due": "2025-02-28",
    "instalments": 6,
    "guarantors": "0002",
    "source": "สอ.1/2565",
}
CODI = {
    "lender": "พอช.",
    "type": "CODI",
    "contract_number": "สอ.1/2565",
    "on": "31/07/2565",
    "approved": 100000,
    "repaid": 60000,
    "late_since": "31/12/2567",
    "late_principal": 1000,
    "late_interest": "133.33",
    "rate": 4,
    "first_due": "28/02/2568",
    "instalments": 39,
}
PAPER = {
    "savings": (),
    "a13010": (6000, None),
    "a24010": (None, 40000),
    "a33010": (34000, None),
}


@pytest.fixture(autouse=True)
def read_here(monkeypatch):
    """The process of its own costs a start each; its own tests are test_exchange_apart."""
    monkeypatch.setattr(apart, "_READ", apart.rows_here)


@pytest.fixture
def book(tmp_path):
    book = a_book(tmp_path)
    for code, direction, account, interest in (
        ("ORD", "out", "13010", "41010"),
        ("CODI", "in", "24010", "51040"),
    ):
        done(
            book,
            "define-loan-type",
            code=code,
            name_th=code,
            direction=direction,
            account=account,
            interest_account=interest,
            method="equal_principal",
        )
    return book


@pytest.fixture
def workbook(book):
    file = book.parent / "opening.xlsx"
    assert call("opening-workbook", book, "--out", file).code == 0
    return file


def test_both_legs_in_mid_life_come_in_and_say_what_is_late(book, workbook):
    fill(workbook, loans=(LOAN,), borrowings=(CODI,), **PAPER)

    answered = call("import", book, workbook)

    assert answered.code == 0, answered.err
    assert answered.json["read"]["cards"] == {"CODI": "40000.00", "ORD": "6000.00"}
    rows = call("ask", book, "loans", "--json", '{"at": "2025-01-31"}').json["rows"]
    assert [(row["party"], row["outstanding"], row["amount_late"]) for row in rows] == [
        ("พอช.", "40000.00", "1133.33"),
        ("0001", "6000.00", "0.00"),
    ]
    assert rows[1]["source"] == rows[0]["card"]
    assert call("check", book).code == 0


def test_a_workbook_read_again_says_what_is_there_already(book, workbook):
    fill(workbook, loans=(LOAN,), borrowings=(CODI,), **PAPER)
    call("import", book, workbook)

    again = call("import", book, workbook)
    assert again.refusal == "NothingToDo"

    more = {**LOAN, "contract_number": "ส.13/2567", "member": "0002", "guarantors": "0001"}
    fill(
        workbook,
        members=(),
        loans=(more,),
        savings=(),
        a13010=(12000, None),
        a51010=(None, 6000),
    )
    answered = call("import", book, workbook)
    assert answered.code == 0, answered.err
    assert answered.json["read"]["known"] == 3
    assert answered.json["read"]["footings"][0]["cards"] == "12000.00"


def test_a_row_that_says_something_else_than_was_taken_over_is_named(book, workbook):
    fill(workbook, loans=(LOAN,), borrowings=(CODI,), **PAPER)
    call("import", book, workbook)
    changed = load_workbook(workbook)
    sheet = changed[tab_of("loans")]
    names = [str(cell.value).split("[")[1].rstrip("]") for cell in sheet[1]]
    sheet.cell(2, names.index("repaid") + 1).value = 5999
    sheet.cell(2, names.index("outstanding") + 1).value = None
    changed.save(workbook)

    row = a_problem(call("import", book, workbook))

    assert (row["sheet"], row["row"], row["refusal"]) == ("loans", 2, "CarriedAlready")


@pytest.mark.parametrize(
    ("changed", "column", "refusal"),
    [
        ({"outstanding": "5,956.80"}, "outstanding", "PartsDiffer"),
        ({"rate": 0.06}, "rate", "NotACellRate"),
        ({"rate": "หก"}, "rate", "NotACellRate"),
        ({"instalments": 6.5}, "instalments", "NotACellCount"),
        ({"instalments": 0}, "instalments", "NotACellCount"),
        ({"type": "CODI"}, "type", "NotAChoice"),
        ({"member": "0009"}, "member", "UnknownMember"),
        ({"guarantors": "0002, 0009"}, "guarantors", "UnknownMember"),
        ({"repaid": 12000, "outstanding": None}, "repaid", "NothingLeftOfLoan"),
        ({"late_interest": 5}, "late_since", "LateDayMissing"),
        ({"late_principal": 6001, "late_since": "31/12/2567"}, "late_principal", "LateAboveOwed"),
        ({"paid_out": 12001, "outstanding": None}, "paid_out", "PaidOutAboveApproved"),
        ({"first_due": None}, "first_due", "RestNotPlanned"),
        ({"first_due": "31/12/2567"}, "member", "DayNotInOrder"),
        ({"source": "สอ.7"}, "source", "SourceNotFound"),
        ({"approved": "1,250.5O"}, "approved", "NotACellAmount"),
        ({"on": "22/11/67"}, "on", "NotACellDay"),
    ],
)
def test_a_bad_cell_of_a_loan_is_named(book, workbook, changed, column, refusal):
    fill(workbook, loans=({**LOAN, **changed},), borrowings=(CODI,), savings=())

    row = a_problem(call("import", book, workbook, "--dry-run"))

    assert (row["sheet"], row["row"], row["column"], row["refusal"]) == (
        *("loans", 2),
        *(column, refusal),
    )


def test_the_same_contract_twice_is_named(book, workbook):
    fill(workbook, loans=(LOAN, LOAN), borrowings=(CODI,), savings=())

    assert a_problem(call("import", book, workbook))["refusal"] == "RowTwice"
