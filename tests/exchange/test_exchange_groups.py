"""The chart and the trial balance by groups: every head is what it groups, and both sides agree."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from ledger.domain.money import ZERO, Money, total
from ledger.exchange.formats import FILES
from ledger.exchange.groups import BALANCE, CHART, group_tables
from tests.exchange.small_books import balances_by_code


def tables(whole) -> tuple[list[Any], list[Any]]:
    chart, balances = group_tables(whole)
    return list(chart.rows), list(balances.rows)


def signed(row: Any) -> Money:
    return (ZERO if row[6] is None else row[6]) - (ZERO if row[7] is None else row[7])


def test_heads_hold_what_they_group_and_both_sides_agree(whole, practice):
    chart, (*rows, last) = tables(whole)
    parents = {row[0]: row[7] for row in chart}
    heads = {row[0] for row in chart if row[4]}
    held = {row[0]: signed(row) for row in rows}

    assert last[6] == last[7] > ZERO
    for head in heads & held.keys():
        inside = [held[one] for one, parent in parents.items() if parent == head and one in held]
        assert total(inside) == held[head]
    own = {one: Decimal(held[one].as_decimal()) for one in held if one not in heads}
    assert own == {code: amount for code, amount in balances_by_code(practice).items() if amount}


def test_marks_categories_and_sides_are_those_of_the_groups(whole):
    chart, _ = tables(whole)
    rows = {row[0]: row for row in chart}

    assert rows["11010"][4:7] == ("", 1, 1)
    assert rows["21010"][5:7] == (2, 2)
    assert rows["13100"][5:7] == rows["18025"][5:7] == (1, 2)
    assert {row[4] for row in chart if row[3] == 1} == {"**"}
    assert {row[4] for row in chart if row[3] > 1} <= {"*", ""}


def test_the_workbook_opens_with_both_sheets(whole):
    out = BytesIO()
    FILES["groups"](whole, out)

    book = load_workbook(out)
    assert book.sheetnames == [CHART, BALANCE]
    rows: list[Any] = list(book[BALANCE].values)
    name, day, head, first = rows[:4]
    assert name[0].startswith("สหกรณ์เคหสถาน")
    assert day[0] == "ณ วันที่ 27 ตุลาคม พ.ศ. 2569 / as at 2026-10-27"
    assert head[0] == "รหัสบัญชี / Code"
    assert isinstance(first[3], int)
