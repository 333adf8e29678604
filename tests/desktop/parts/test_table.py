"""The list as people use it: by keyboard, by typing, with its totals and the clipboard."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.parts.columns import money_column, number_column, text_column
from desktop.parts.table import Table
from ledger.domain.money import Money, baht
from reports.words.voice import Voice
from tests.desktop.gallery import settle, type_into

CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Line:
    number: int
    name: str
    held: Money


LINES = tuple(
    Line(number, name, baht(held))
    for number, name, held in ((1, "สมชาย", 300), (2, "เกษม", 1_200), (3, "กมล", 20))
)


def columns(voice):
    return (
        number_column(voice.tr("No."), lambda line: line.number, voice),
        text_column(voice.tr("Name"), lambda line: line.name, stretch=True),
        money_column(voice.tr("Balance"), lambda line: line.held, voice),
    )


@pytest.fixture
def table(qtbot, voice):
    made = Table(
        columns, voice, name=lambda voice: voice.tr("Members"), identity=lambda line: line.number
    )
    made.set_rows(LINES)
    qtbot.addWidget(made)
    made.resize(500, 300)
    settle(made)
    return made


def names(table):
    return [line.name for line in table.model.shown]


def clipboard():
    return QGuiApplication.clipboard().text()


def test_enter_opens_the_current_row(qtbot, table):
    table.choose(2)

    with qtbot.waitSignal(table.activated, timeout=500) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)

    assert opened.args == [LINES[1]]


def test_nothing_is_chosen_before_somebody_chooses(table):
    table.set_rows(LINES[:2])
    table.find_line.setText("สม")

    assert table.current() is None


def test_enter_on_an_empty_list_opens_nothing(qtbot, table):
    table.set_rows(())

    with qtbot.assertNotEmitted(table.activated):
        qtbot.keyClick(table.view, Qt.Key.Key_Return)


def test_letters_typed_into_the_list_go_on_in_the_search_line(table):
    table.view.setFocus()

    type_into(table.view, "ก")
    type_into(table.find_line, "ม")

    assert table.find_line.text() == "กม"
    assert names(table) == ["กมล"]
    assert table.count.text() == "1 of 3"


def test_escape_empties_the_search_and_down_goes_to_the_list(qtbot, table):
    type_into(table.find_line, "กมล")

    qtbot.keyClick(table.find_line, Qt.Key.Key_Escape)

    assert table.find_line.text() == ""
    assert len(names(table)) == 3


def test_what_holds_lines_of_a_short_list_back_is_never_out_of_sight(qtbot, table):
    """A letter typed by mistake is seen above the list, and Escape brings the lines back."""
    table.without_find()
    table.view.setFocus()
    assert not table.find_line.isVisible()

    type_into(table.view, "ก")
    assert table.find_line.isVisible()
    assert table.find_line.hasFocus()
    assert table.count.isVisible()
    type_into(table.find_line, "ม")
    assert names(table) == ["กมล"]

    qtbot.keyClick(table.find_line, Qt.Key.Key_Escape)

    assert len(names(table)) == 3
    assert not table.find_line.isVisible()
    assert table.view.hasFocus()


def test_a_short_list_can_be_asked_for_its_search_line(qtbot, table):
    table.without_find()
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert table.find_line.hasFocus()


def test_the_totals_follow_what_is_shown(table):
    assert table.totals.texts[-1] == "1,520.00"

    type_into(table.find_line, "สมชาย")

    assert table.totals.texts[-1] == "300.00"
    assert "300.00" in table.totals.accessibleName()


def test_a_list_without_anything_to_add_has_no_line_of_totals(qtbot, voice):
    bare = Table(lambda voice: columns(voice)[:2], voice, name=lambda voice: voice.tr("Members"))
    qtbot.addWidget(bare)
    bare.set_rows(LINES)

    assert bare.totals.isHidden()


def test_marked_rows_are_copied_for_a_spreadsheet(qtbot, table):
    table.choose(1)
    qtbot.keyClick(table.view, Qt.Key.Key_C, CONTROL)
    assert clipboard() == "1\tสมชาย\t300.00\n"

    qtbot.keyClick(table.view, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(table.view, Qt.Key.Key_C, CONTROL)
    assert clipboard().splitlines()[:2] == ["No.\tName\tBalance", "1\tสมชาย\t300.00"]


def test_everything_shown_is_copied_in_the_order_shown(table):
    table.model.sort(1)

    table.copy_all()

    assert [line.split("\t")[1] for line in clipboard().splitlines()] == [
        "Name",
        "กมล",
        "เกษม",
        "สมชาย",
    ]


def test_the_current_row_stays_when_the_question_is_asked_again(table):
    table.choose(3)
    table.model.sort(1)

    table.set_rows(tuple(Line(line.number, line.name, baht(7)) for line in LINES))

    assert table.current() == Line(3, "กมล", baht(7))


def test_when_the_current_row_is_gone_the_first_is_taken(table):
    table.choose(3)

    table.set_rows(LINES[:2])

    assert table.current() == LINES[0]


def test_when_no_row_is_left_nothing_is_chosen(qtbot, table):
    table.choose(3)

    with qtbot.waitSignal(table.chosen, timeout=500) as chosen:
        table.set_rows(())

    assert chosen.args == [None]
    assert table.current() is None


def test_another_language_keeps_search_order_and_row(table):
    table.model.sort(2)
    type_into(table.find_line, "0")
    table.choose(2)

    table.set_voice(Voice("th", thai_digits=True))

    assert table.find_line.text() == "0"
    assert table.current() == LINES[1]
    assert table.totals.texts[-1] == "๑,๕๒๐.๐๐"


def test_a_click_on_a_head_sorts_and_the_third_gives_the_order_back(qtbot, table):
    header = table.view.horizontalHeader()
    orders = []
    for _ in range(3):
        place = header.viewport().rect().center()
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        orders.append(names(table))

    assert orders == [["กมล", "เกษม", "สมชาย"], ["สมชาย", "เกษม", "กมล"], [*map(_name, LINES)]]


def _name(line):
    return line.name


def test_the_menu_sorts_copies_and_prints_without_the_mouse(qtbot, table):
    table.view.setCurrentIndex(table.model.index(0, 1))
    actions = {action.text(): action for action in table.menu().actions()}

    actions["Sort by this column"].trigger()
    assert names(table) == ["กมล", "เกษม", "สมชาย"]
    actions["Sort by this column"].trigger()
    assert names(table) == ["สมชาย", "เกษม", "กมล"]

    with qtbot.waitSignal(table.print_asked, timeout=500) as asked:
        actions["Print as seen"].trigger()
    assert [row[1] for row in asked.args[0].rows] == names(table)


def test_tab_leaves_the_list(qtbot, voice):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    list_of_two = Table(columns, voice, name=lambda voice: voice.tr("Members"))
    list_of_two.set_rows(LINES[:2])
    after = QLineEdit()
    row.addWidget(list_of_two)
    row.addWidget(after)
    settle(window)
    window.activateWindow()
    list_of_two.view.setFocus()

    qtbot.keyClick(list_of_two.view, Qt.Key.Key_Tab)

    assert after.hasFocus()


def test_lines_are_high_enough_for_thai(table):
    assert table.view.rowHeight(0) >= 30


def test_columns_are_as_wide_as_their_figures_and_share_the_room(table):
    widths = [table.view.columnWidth(at) for at in range(3)]

    assert sum(widths) == table.view.viewport().width()
    assert widths[1] == max(widths)


def test_a_column_gives_way_so_that_the_others_are_whole(qtbot, voice):
    long = "a long story of what there is to be done and for whom, with every name in it"
    two = Table(
        lambda _voice: (
            replace(text_column("What", lambda line: line.name), gives_way=True),
            text_column("State", lambda _line: long[:50], stretch=True),
        ),
        voice,
        name=lambda _voice: "Tasks",
    )
    qtbot.addWidget(two)
    two.set_rows([Line(1, long, baht(1))])
    two.resize(700, 300)
    settle(two)

    assert two.view.horizontalScrollBar().maximum() == 0
    assert two.view.columnWidth(1) > two.fontMetrics().horizontalAdvance(long[:50])
    assert two.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == long


def test_a_dragged_width_stays_when_rows_come_again(table):
    table.view.setColumnWidth(0, 222)

    table.set_rows(LINES[:2])
    table.resize(700, 300)
    settle(table)

    assert table.view.columnWidth(0) == 222


def test_a_wide_figure_far_down_is_not_cut(table):
    many = [Line(number, "x", baht(1)) for number in range(3_000)]
    many[2_501] = Line(2_501, "x", baht(9_999_999_999, 99))
    many[2_502] = Line(2_502, "y", -baht(9_999_999_998))

    table.set_rows(many)

    needed = table.fontMetrics().horizontalAdvance("9,999,999,999.99")
    assert table.view.columnWidth(2) > needed


def test_an_empty_list_says_why(table):
    table.say_when_empty(lambda voice: voice.tr("No member yet."))
    type_into(table.find_line, "xyz")
    assert table.view.empty_text == "Nothing matches what was typed."

    table.set_rows(())
    assert table.view.empty_text == "No member yet."


def test_a_hundred_thousand_rows_are_shown_sorted_and_found(table):
    many = tuple(Line(number, f"name {number}", baht(number)) for number in range(100_000))

    table.set_rows(many)
    table.model.sort(0, Qt.SortOrder.DescendingOrder)
    table.find_line.setText("name 99999")

    assert [line.number for line in table.model.shown] == [99_999]


def test_a_list_without_a_search_line_shows_what_is_typed_while_it_hides_rows(qtbot, table):
    table.without_find()
    table.view.setFocus()
    table.choose(LINES[0].number)
    before = table.model.rowCount()

    qtbot.keyClicks(table.view, "zzz")
    assert table.model.rowCount() == 0
    assert table.find_line.isVisible()
    assert table.find_line.text() == "zzz"
    qtbot.keyClick(table.find_line, Qt.Key.Key_Escape)

    assert table.model.rowCount() == before
    assert not table.find_line.isVisible()
    assert table.view.hasFocus()
