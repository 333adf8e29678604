"""What of a booked command can be put right, and what is booked instead."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.journal.state import (
    FieldKind,
    ReversalForm,
    can_reverse,
    corrected,
    day_offered,
    editable,
)
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.usecases.members import OpenZone
from ledger.usecases.reversing import CorrectEntry, ReverseEntry

VISIT: dict[str, Any] = {
    "member": "0001",
    "on": "2026-03-10",
    "items": [
        {"item": "deposit", "amount": "200.00", "card": 1},
        {"item": "shares", "amount": "50.00", "card": 2},
    ],
    "note": "",
    "paper_book": "3",
    "paper_number": "17",
}


def test_amounts_day_and_words_of_a_visit_can_be_put_right():
    found = {one.name: (one.kind, one.value) for one in editable(VISIT)}

    assert found == {
        "items.1.amount": (FieldKind.MONEY, baht(200)),
        "items.2.amount": (FieldKind.MONEY, baht(50)),
        "on": (FieldKind.DAY, date(2026, 3, 10)),
        "note": (FieldKind.TEXT, ""),
        "paper_book": (FieldKind.TEXT, "3"),
    }


def test_each_amount_knows_whose_card_it_is():
    assert [one.card for one in editable(VISIT) if one.kind is FieldKind.MONEY] == [1, 2]


def test_lines_of_a_journal_voucher_know_their_accounts():
    fields = {"on": "2026-03-10", "lines": [{"account": "5301", "debit": "1.00", "credit": None}]}

    first = editable(fields)[0]

    assert (first.name, first.account) == ("lines.1.debit", "5301")


def test_a_change_lands_in_its_place_and_the_rest_stays():
    made = corrected(VISIT, {("items", 1, "amount"): baht(60), ("on",): date(2026, 3, 11)})

    assert made["items"][1]["amount"] == "60.00"
    assert made["items"][0] == VISIT["items"][0]
    assert made["on"] == "2026-03-11"
    assert VISIT["items"][1]["amount"] == "50.00"


def test_the_number_of_the_paper_receipt_is_not_used_twice():
    assert "paper_number" not in corrected(VISIT, {})


def test_without_a_new_command_an_entry_is_only_taken_back():
    assert isinstance(
        ReversalForm(entry=1, on=date(2026, 3, 1), reason="x").command(), ReverseEntry
    )


def test_with_a_new_command_both_are_one_act():
    instead = OpenZone(code="1", name="x")
    made = ReversalForm(entry=1, on=date(2026, 3, 1), reason="x", instead=instead).command()

    assert isinstance(made, CorrectEntry)
    assert made.instead is instead


@pytest.mark.parametrize(
    ("reverses", "reversed_by", "can"), [(None, None, True), (3, None, False), (None, 4, False)]
)
def test_an_entry_is_taken_back_once_and_a_reversal_never(reverses, reversed_by, can):
    row: Any = SimpleNamespace(reverses=reverses, reversed_by=reversed_by)

    assert can_reverse(row) is can


@pytest.mark.parametrize(
    ("closed", "day"),
    [
        (None, date(2026, 2, 10)),
        (Month(2026, 1), date(2026, 2, 10)),
        (Month(2026, 2), date(2026, 3, 20)),
        (Month(2026, 3), date(2026, 3, 20)),
    ],
)
def test_the_day_of_a_closed_month_is_not_offered_again(closed, day):
    offered = day_offered(date(2026, 2, 10), closed_through=closed, today=date(2026, 3, 20))

    assert offered == day
