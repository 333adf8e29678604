"""Buttons in a row, tabs and columns that follow the room there is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.parts.flow import ButtonRow
from desktop.parts.look import Look
from desktop.parts.words import Button, verbatim
from desktop.session.columns_of_two import Columns
from desktop.session.looking import change_look
from desktop.session.tabs import Tabs
from reports.words.voice import Voice
from tests.desktop.gallery import check_widget, settle, tab_order

VOICE = Voice("th")


def a_row(count=6):
    return ButtonRow([Button(verbatim(f"ปุ่มที่ {at}"), VOICE) for at in range(count)])


@pytest.fixture
def in_page(qtbot):
    pages = []  # qtbot alone keeps no widget alive

    def put(widget, width):
        page = QWidget()
        pages.append(page)
        rows = QVBoxLayout(page)
        rows.addWidget(widget)
        rows.addStretch(1)
        qtbot.addWidget(page)
        page.resize(width, 400)
        settle(page)
        return page

    return put


def tops(row):
    return [button.y() for button in row._buttons if button.isVisible()]


def test_buttons_stand_in_one_line_where_there_is_room(in_page):
    row = a_row()
    in_page(row, 1200)

    assert set(tops(row)) == {0}


def test_they_go_on_in_the_next_line_where_there_is_none(in_page):
    row = a_row()
    page = in_page(row, 260)

    assert len(set(tops(row))) > 1
    assert tops(row) == sorted(tops(row))
    assert check_widget(page) == []


def test_a_hidden_button_takes_no_room(in_page):
    row = a_row(3)
    in_page(row, 600)
    second, third = row._buttons[1:]
    place = second.x()
    second.hide()
    settle(row.window())

    assert third.x() == place


@pytest.mark.parametrize("percent", [100, 200])
def test_the_row_is_as_high_as_its_lines_at_every_size_of_text(in_page, qapp, percent):
    change_look(qapp, Look(percent))
    row = a_row()
    page = in_page(row, 500)

    lowest = max(button.geometry().bottom() for button in row._buttons)
    assert row.height() > lowest
    assert check_widget(page) == []


def test_tab_walks_through_the_row_as_it_is_read(in_page):
    row = a_row()
    in_page(row, 260)

    assert tab_order(row) == list(row._buttons)


def test_tabs_are_told_in_another_language(qtbot):
    tabs = Tabs([(lambda voice: voice.tr("Members"), QWidget())], Voice("en"))
    qtbot.addWidget(tabs)
    before = tabs.tabText(0)
    tabs.set_voice(Voice("th"))

    assert (before, tabs.tabText(0)) == ("Members", "สมาชิก")


def test_two_columns_stand_below_each_other_on_a_narrow_screen(qtbot):
    left, right = QWidget(), QWidget()
    columns = Columns(left, right)
    qtbot.addWidget(columns)
    columns.resize(1200, 400)
    settle(columns)
    beside = left.y() == right.y()
    columns.resize(400, 800)
    settle(columns)

    assert beside
    assert right.y() > left.y()
