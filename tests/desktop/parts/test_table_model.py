"""The one table model: Qt's own tester, order, finding, and what a reset keeps."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.parts.columns import money_column, number_column, text_column
from desktop.parts.table_model import KEY_ROLE, ROW_ROLE, TableModel
from ledger.domain.money import Money, baht
from reports.words.voice import Voice

FALLING = Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Line:
    number: int
    name: str
    held: Money


LINES = (
    Line(1, "สมชาย", baht(300)),
    Line(2, "เกษม", baht(1_200)),
    Line(3, "กมล", baht(20)),
)


def columns(voice):
    return (
        number_column(voice.tr("No."), lambda line: line.number, voice),
        text_column(voice.tr("Name"), lambda line: line.name),
        money_column(voice.tr("Balance"), lambda line: line.held, voice),
    )


@pytest.fixture
def model(voice, qtmodeltester):
    made = TableModel(columns(voice), LINES)
    qtmodeltester.check(made)
    return made


def names(model):
    return [line.name for line in model.shown]


def test_the_model_keeps_qts_rules_when_it_has_no_rows(voice, qtmodeltester):
    qtmodeltester.check(TableModel(columns(voice)))


def test_a_cell_has_no_rows_of_its_own(model):
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_a_cell_shows_text_and_carries_its_row_and_key(model):
    index = model.index(1, 2)

    assert index.data() == "1,200.00"
    assert index.data(ROW_ROLE) is LINES[1]
    assert index.data(KEY_ROLE) == baht(1_200)


def test_amounts_stand_right_and_names_left(model):
    role = Qt.ItemDataRole.TextAlignmentRole

    assert Qt.AlignmentFlag(model.index(0, 2).data(role)) & Qt.AlignmentFlag.AlignRight
    assert Qt.AlignmentFlag(model.index(0, 1).data(role)) & Qt.AlignmentFlag.AlignLeft


def test_sorting_orders_and_gives_the_first_order_back(model):
    model.sort(1)
    assert names(model) == ["กมล", "เกษม", "สมชาย"]

    model.sort(2, FALLING)
    assert names(model) == ["เกษม", "สมชาย", "กมล"]

    model.sort(-1)
    assert names(model) == ["สมชาย", "เกษม", "กมล"]


def test_a_marked_line_stays_on_its_row_when_the_order_changes(model):
    kept = QPersistentModelIndex(model.index(2, 0))

    model.sort(1)

    assert kept.row() == 0
    assert kept.data(ROW_ROLE) is LINES[2]


def test_every_typed_word_must_stand_somewhere_in_the_row(model):
    model.find("1,200 เก")
    assert names(model) == ["เกษม"]

    model.find("๑,๒๐๐")
    assert names(model) == ["เกษม"]

    model.find("เก 300")
    assert names(model) == []

    model.find("")
    assert len(names(model)) == 3


def test_totals_are_those_of_the_rows_shown(model):
    assert model.totals() == ("", "", "1,520.00")

    model.find("สมชาย")

    assert model.totals() == ("", "", "300.00")


def test_new_rows_keep_order_and_finding(model):
    model.sort(2)
    model.find("ม")

    model.set_rows((*LINES, Line(4, "มาลี", baht(25)), Line(5, "Anna", baht(1))))

    assert names(model) == ["กมล", "มาลี", "สมชาย", "เกษม"]
    assert model.count == 5


def test_found_rows_are_looked_at_again_after_new_rows_came(model):
    model.find("anna")
    assert names(model) == []

    model.set_rows((Line(1, "Anna", baht(1)), *LINES[1:]))

    assert names(model) == ["Anna"]


def test_other_columns_show_the_same_rows_in_another_language(model):
    model.sort(2)

    model.set_columns(columns(Voice("th", thai_digits=True)))

    assert model.index(0, 2).data() == "๒๐.๐๐"


def test_the_list_as_seen_is_what_is_shown_in_its_order(model):
    model.sort(1)
    model.find("0")

    seen = model.seen()

    assert [row[1] for row in seen.rows] == names(model)
    assert seen.totals == model.totals()
    assert seen.numeric == (True, False, True)


def test_a_row_is_found_by_what_it_is(model):
    assert model.line_of(lambda line: line.number == 3) == 2
    assert model.line_of(lambda line: line.number == 9) is None
    assert model.row_at(7) is None
    assert model.row_at(-1) is None
