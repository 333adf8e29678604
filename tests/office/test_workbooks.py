"""What ``make office`` would say of a workbook that came back with something else in it."""

from __future__ import annotations

import shutil

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from reports.render.xlsx import render_xlsx
from reports.words.voice import Voice
from tests.office.exchange import lost_values
from tests.office.workbooks import calculated, differences
from tests.reports.render.papers import accounts_table, paper


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    target = tmp_path_factory.mktemp("office") / "ours.xlsx"
    render_xlsx(paper(accounts_table()), Voice("en"), target)
    return target


def first(workbook, kind):
    cells = (cell for row in workbook.worksheets[0].iter_rows() for cell in row)
    return next(cell for cell in cells if cell.data_type == kind and cell.value)


def wrong_figure(workbook):
    first(workbook, "n").value += 0.01


def lost_sum(workbook):
    first(workbook, "f").value = 5


def other_format(workbook):
    first(workbook, "n").number_format = "0.0"


def no_repeated_heads(workbook):
    workbook.worksheets[0].print_title_rows = "1:1"


def narrow_column(workbook):
    workbook.worksheets[0].column_dimensions["A"].width = 3


def broken_merge(workbook):
    workbook.worksheets[0].merge_cells("A1:B1")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (wrong_figure, "became"),
        (lost_sum, "became 5"),
        (other_format, "format"),
        (no_repeated_heads, "repeated rows"),
        (narrow_column, "column 1"),
        (broken_merge, "merged cells"),
    ],
)
def test_what_a_program_changed_is_named(change, said, ours, tmp_path):
    target = tmp_path / "theirs.xlsx"
    shutil.copy(ours, target)
    before = len(differences(ours, target).lost)
    workbook = load_workbook(target)
    change(workbook)
    workbook.save(target)

    lost = differences(ours, target).lost

    assert any(said in line for line in lost)
    # Nobody has calculated the file: each sum is without a result, and that is said too.
    assert before == differences(ours, ours).sums > 0


def test_a_file_that_cannot_be_opened_is_said(ours):
    assert differences(ours, None).lost == ["could not be opened"]


def test_a_sum_is_added_up_from_the_cells_it_names(ours):
    sheet = load_workbook(ours).worksheets[0]
    total = first(load_workbook(ours), "f").coordinate
    rows = [calculated(sheet, f"{total[0]}{row}") for row in range(1, int(total[1:]))]
    assert calculated(sheet, total) == sum(rows) != 0


def test_a_value_or_a_drop_down_that_is_lost_is_told(tmp_path):
    ours, theirs = tmp_path / "ours.xlsx", tmp_path / "theirs.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"] = "เลขที่", True
    choice = DataValidation(type="list", formula1='"ก,ข"')
    choice.add("A3")
    sheet.add_data_validation(choice)
    book.save(ours)
    changed = load_workbook(ours)
    changed.worksheets[0]["A2"] = "=TRUE()"
    changed.save(theirs)
    assert list(lost_values(ours, theirs)) == []

    changed.worksheets[0]["A1"] = "เลข"
    changed.worksheets[0].data_validations.dataValidation.clear()
    changed.save(theirs)
    assert len(list(lost_values(ours, theirs))) == 2
    assert list(lost_values(ours, None)) == ["ours.xlsx could not be opened"]
