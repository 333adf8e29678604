"""Columns as data: order, finding, sums, and the clipboard of a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.parts.columns import (
    ColumnSpec,
    Seen,
    as_tsv,
    day_column,
    findable,
    folded,
    in_order,
    money_column,
    number_column,
    text_column,
)
from ledger.domain.money import Money, baht, total
from reports.words.voice import Voice


@dataclass(frozen=True)
class Line:
    number: int | None = None
    name: str = ""
    held: Money | None = None
    joined: date | None = None


ENGLISH = Voice("en")
NAME: ColumnSpec[Line] = text_column("Name", lambda line: line.name)
NUMBER: ColumnSpec[Line] = number_column("No.", lambda line: line.number, ENGLISH)
HELD: ColumnSpec[Line] = money_column("Balance", lambda line: line.held, ENGLISH)
JOINED: ColumnSpec[Line] = day_column("Joined", lambda line: line.joined, ENGLISH)


def ordered(rows, column, *, falling=False):
    places = in_order(rows, range(len(rows)), column, falling=falling)
    return [rows[place] for place in places]


def test_names_stand_in_thai_dictionary_order():
    rows = [Line(name=name) for name in ("สมชาย", "เกษม", "กมล", "แก้ว", "ขวัญ")]

    names = [line.name for line in ordered(rows, NAME)]

    assert names == ["กมล", "เกษม", "แก้ว", "ขวัญ", "สมชาย"]


def test_amounts_and_days_are_ordered_by_value_and_not_by_text():
    rows = [
        Line(held=baht(amount), joined=date(2026, month, 1))
        for amount, month in ((1_000, 10), (200, 9), (30, 2))
    ]

    assert [line.held for line in ordered(rows, HELD)] == [baht(30), baht(200), baht(1_000)]
    assert [line.joined.month for line in ordered(rows, JOINED)] == [2, 9, 10]


@pytest.mark.parametrize("falling", [False, True])
def test_what_has_no_key_stands_last_in_either_direction(falling):
    rows = [Line(held=None), Line(held=baht(1)), Line(held=baht(2))]

    assert ordered(rows, HELD, falling=falling)[-1].held is None


@pytest.mark.parametrize("falling", [False, True])
def test_equal_keys_keep_the_order_they_came_in(falling):
    rows = [Line(number=at, held=baht(5)) for at in range(6)]

    assert [line.number for line in ordered(rows, HELD, falling=falling)] == list(range(6))


def held_by(rows):
    assert HELD.total is not None
    return HELD.total(rows)


def test_the_total_adds_what_is_there():
    assert held_by([Line(held=baht(1, 50)), Line(), Line(held=baht(2))]) == "3.50"


@given(st.lists(st.integers(-(10**12), 10**12).map(Money)))
def test_the_total_of_any_rows_is_their_sum(amounts):
    assert held_by([Line(held=amount) for amount in amounts]) == ENGLISH.money(total(amounts))


def test_a_running_balance_has_no_total():
    assert money_column("Balance", lambda line: line.held, ENGLISH, adds=False).total is None


def test_an_amount_is_found_with_and_without_its_commas():
    said = findable(Line(name="Anna", held=baht(1_250, 50)), (NAME, HELD))

    assert folded("1,250.50") in said
    assert folded("1250.5") in said
    assert folded("anna") in said


def test_thai_figures_are_found_by_western_ones_and_the_other_way():
    thai = Voice("th", thai_digits=True)
    said = findable(Line(number=412), (number_column("No.", lambda line: line.number, thai),))

    assert folded("412") in said
    assert folded("๔๑๒") in said


def test_a_spreadsheet_gets_plain_amounts():
    thai = Voice("th", thai_digits=True)
    held: ColumnSpec[Line] = money_column("Balance", lambda line: line.held, thai)

    assert held.text(Line(held=baht(1_250, 50))) == "๑,๒๕๐.๕๐"
    assert held.for_spreadsheet(Line(held=baht(1_250, 50))) == "1250.50"
    assert held.for_spreadsheet(Line(held=-baht(3))) == "-3.00"


@pytest.mark.parametrize("name", ["=SUM(A1)", "+66", "-1+2", "@x"])
def test_a_name_that_looks_like_a_formula_stays_a_name_in_a_spreadsheet(name):
    assert NAME.for_spreadsheet(Line(name=name)) == f"'{name}"


def test_tabs_and_lines_inside_a_text_do_not_make_new_cells():
    text = as_tsv(["A", "B"], [["one\ttwo", 'say "x"'], ["1", "2"]])

    assert text == 'A\tB\n"one\ttwo"\t"say ""x"""\n1\t2\n'


def test_one_row_is_copied_without_heads():
    assert as_tsv(["A", "B"], [["1", "2"]]) == "1\t2\n"


def test_the_list_as_seen_becomes_a_table_for_paper():
    seen = Seen(("Name", "Balance"), (False, True), (("Anna", "5.00"),), ("", "5.00"))

    table = seen.as_table()

    assert [column.title for column in table.columns] == ["Name", "Balance"]
    assert [row.cells for row in table.rows] == [("Anna", "5.00"), ("", "5.00")]


def test_a_column_can_be_made_by_hand():
    column: ColumnSpec[Line] = ColumnSpec("Zone", lambda line: line.name, lambda line: line.name)

    assert column.for_spreadsheet(Line(name="โซน 1")) == "โซน 1"
