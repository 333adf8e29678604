"""The checker of widgets finds each defect it promises to find, and praises what is right."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.parts.words import Button, Label, verbatim
from reports.words.voice import Voice
from tests.desktop.gallery import check_widget, picture, settle, tab_order, texts


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayout(QVBoxLayout())
    return made


def put(window, *widgets):
    for widget in widgets:
        window.layout().addWidget(widget)
    return widgets


def named(name):
    line = QLineEdit()
    line.setAccessibleName(name)
    return line


def test_a_window_in_order_has_no_problems(window):
    put(window, Label(verbatim("Name"), Voice("en")), named("Name"), QPushButton("Save"))

    assert check_widget(window) == []


@pytest.mark.parametrize("wraps", [False, True])
def test_a_label_that_is_cut_off_is_found(window, wraps):
    (label,) = put(window, QLabel("a rather long text that needs its room"))
    label.setWordWrap(wraps)
    label.setFixedSize(60, 15)

    assert any("rather long" in problem for problem in check_widget(window))


def test_a_vowel_that_is_cut_off_below_the_line_is_found(window):
    (label,) = put(window, QLabel("คุณหญิง ญี่ปุ่น"))
    label.setStyleSheet("padding: 0")

    assert any("marks cut off" in problem for problem in check_widget(window))


def test_a_button_that_is_cut_off_is_found(window):
    (button,) = put(window, QPushButton("a rather long button"))
    button.setFixedWidth(40)

    assert any("cut off" in problem for problem in check_widget(window))


def test_a_line_that_hides_part_of_its_text_is_found(window):
    (line,) = put(window, named("Name"))
    line.setText("a rather long name of a member")
    line.setFixedWidth(60)

    assert any("shows only part" in problem for problem in check_widget(window))


def test_a_cut_figure_and_a_cut_head_are_found(window):
    table = QTableWidget(1, 1)
    table.setAccessibleName("Balances")
    table.setHorizontalHeaderLabels(["A long head of a column"])
    table.setItem(0, 0, QTableWidgetItem("1,234,567.89"))
    table.setColumnWidth(0, 50)
    put(window, table)

    found = check_widget(window)

    assert any("the head" in problem for problem in found)
    assert any("1,234,567.89" in problem for problem in found)


def test_an_input_without_a_name_is_found(window):
    put(window, QLineEdit())

    assert any("has no name" in problem for problem in check_widget(window))


def test_a_shortcut_used_twice_is_found(window):
    for button in put(window, QPushButton("One"), QPushButton("Two")):
        button.setShortcut("F9")

    assert "F9 is a shortcut 2 times" in check_widget(window)


def test_more_buttons_than_letters_are_found(window, voice):
    put(window, *(Button(verbatim(f"Deed {at}"), voice) for at in range(27)))

    assert any("has no letter with Alt" in problem for problem in check_widget(window))


def test_whatever_would_obey_markup_is_found_hidden_or_not(window):
    label, line, text = put(window, QLabel("สมใจ <img src=x>"), named("Name"), QTextEdit())
    label.hide()
    line.setToolTip("<b>สมใจ</b>")
    text.setAccessibleName("Note")

    found = [problem for problem in check_widget(window) if "markup" in problem]

    assert ["QLabel" in found[0], "tip" in found[1], "QTextEdit" in found[2]] == [True] * 3


def test_a_tab_key_that_goes_back_is_found(window):
    first, second, third = put(window, named("1"), named("2"), named("3"))
    QWidget.setTabOrder(first, third)
    QWidget.setTabOrder(third, second)
    settle(window)

    assert tab_order(window) == [first, third, second]
    assert any("Tab goes back" in problem for problem in check_widget(window))


def test_a_second_column_may_begin_at_the_top_again(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    for names in (("1", "2"), ("3", "4")):
        column = QVBoxLayout()
        for name in names:
            column.addWidget(named(name))
        row.addLayout(column)

    assert check_widget(window) == []


def test_a_part_that_reaches_over_the_edge_is_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(100, 50)
    label = QLabel("over", window)
    label.setGeometry(80, 10, 200, 30)

    assert any("reaches over" in problem for problem in check_widget(window))


def test_two_primary_buttons_are_found(window, voice):
    put(
        window,
        Button(verbatim("Save"), voice, main=True),
        Button(verbatim("Print"), voice, main=True),
    )

    assert "more than one primary button" in check_widget(window)


def test_what_is_hidden_is_not_looked_at(window):
    _, line = put(window, Label(verbatim("Name"), Voice("en")), QLineEdit())
    line.hide()

    assert check_widget(window) == []
    assert texts(window) == ["Name"]


def test_a_picture_is_saved(window, tmp_path):
    put(window, QLabel("Name"))

    file = picture(window, tmp_path / "deep" / "window.png")

    assert QImage(str(file)).size() == window.size()


def test_a_picture_that_cannot_be_saved_is_said(window, tmp_path):
    with pytest.raises(OSError, match="cannot write"):
        picture(window, tmp_path / "window.nothing")
