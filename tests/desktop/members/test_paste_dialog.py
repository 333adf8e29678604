"""Rows pasted into the member list: looked at first, then taken in one act or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.members.paste_dialog import PasteDialog
from desktop.members.paste_state import guessed, rows_of, taken_twice
from desktop.members.screen import MembersScreen
from desktop.session.pasting import cells_of
from ledger.queries.members import members
from ledger.queries.opening_proof import carryings
from reports.words.voice import Voice
from tests.desktop.gallery import check_widget
from tests.desktop.opened import press
from tests.support.books import TODAY

ROWS = "0001\tนาย\tสมชาย\tใจดี\n๐๗๐๐\tนาง\tมะลิ\tหอม\n0701\tนาย\tดำ\tแดง"
HEADED = f"เลขทะเบียนสมาชิก\tคำนำหน้า\tชื่อ\tสกุล\tวันที่เป็นสมาชิก\n{ROWS}\t1/2/2569"


@pytest.fixture
def pasted(qtbot, opened):
    def made(text, language="en"):
        dialog = PasteDialog(opened.session, Voice(language), text)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def test_ctrl_v_in_the_list_offers_the_rows_and_enter_books_them(qtbot, opened):
    screen = MembersScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(screen)
    screen.show()
    screen.take_keyboard()
    QApplication.clipboard().setText(ROWS)
    opened.fills(lambda dialog: dialog.book())
    press(screen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    names = {row.number: row.name for row in opened.session.ask(members, at=TODAY).rows}
    assert names["0700"] == "นางมะลิ หอม"
    assert len(names) == 5
    assert [row.members for row in opened.session.ask(carryings).rows] == [2]


def test_who_is_known_is_left_out_until_she_is_taken(pasted):
    dialog = pasted(ROWS)
    assert "New members: 2. Known already, as it seems: 1" in dialog.said.text()
    dialog.table.activated.emit(dialog.table.model.row_at(0))

    assert "New members: 3." in dialog.said.text()
    dialog.book()
    assert dialog.outcome is None  # the number is taken
    assert dialog.trouble.text() or dialog.rows.note.text()


def test_cells_that_cannot_be_read_stand_first_and_nothing_is_booked(pasted):
    dialog = pasted(HEADED.replace("1/2/2569", "เมื่อวาน"))
    dialog.book()

    assert dialog.outcome is None
    assert "Cells to correct first: 1." in dialog.said.text()
    assert "เมื่อวาน" in str(dialog.table.model.index(0, 1).data())
    dialog.rows.edit.setPlainText(HEADED)
    dialog.book()
    assert dialog.outcome is not None


def test_a_name_that_no_form_takes_is_not_offered_as_new(pasted):
    dialog = pasted("0702\tนาย\t" + "ก" * 400 + "\tใจดี")

    assert "Cells to correct first: 1." in dialog.said.text()
    assert "has 400 characters and takes 120" in str(dialog.table.model.index(0, 3).data())


def test_two_columns_cannot_be_the_same(pasted):
    dialog = pasted(ROWS)
    dialog.columns[1].pick("given")
    dialog.columns[1].changed.emit()

    assert "Two columns" in dialog.said.text()
    assert dialog.command() is None


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_form_can_be_read_and_reached_with_rows_in_it(pasted, language):
    dialog = pasted(HEADED, language)
    dialog.resize(dialog.width(), 2_400)

    assert check_widget(dialog) == []
    assert dialog.windowTitle()


def test_anything_may_be_pasted(pasted):
    for text in (
        "",
        "\t\t\n",
        "<b>x</b>\t=1+1\n",
        "ก" * 500,
        "1e6\tNaN\n²\t−0",
        "a\n" * 300,
        "100\t200\n300\t400",
    ):
        dialog = pasted(text)
        dialog.book()
        assert dialog.rows.edit.toPlainText() == text
        dialog.hide()


def test_columns_are_named_by_headings_or_by_the_usual_order():
    headed, plain = cells_of(HEADED), cells_of(ROWS)

    assert guessed(headed) == ("number", "title", "given", "family", "joined")
    assert guessed(plain) == ("number", "title", "given", "family")
    assert guessed(cells_of("นาย\tดำ\tแดง")) == ("title", "given", "family")
    assert guessed(cells_of("ดำ")) == ("given",)
    assert guessed(()) == ()
    rows = rows_of(headed, guessed(headed), TODAY)
    assert [row.cells["joined"] for row in rows] == [TODAY, TODAY, "1/2/2569"]
    assert [row.number for row in rows_of(plain, guessed(plain), date(2026, 1, 1))] == [1, 2, 3]
    assert taken_twice(("given", "", "", "given")) == "given"


def test_a_cell_of_several_lines_stays_one_cell():
    told = 'ดำ\t"12 หมู่ 3\nต.ในเมือง ""เก่า"""\tก\r\n"แดง"\t"ร้าน "ป้า" ดี"\t\n'

    assert cells_of(told) == (
        ("ดำ", '12 หมู่ 3 ต.ในเมือง "เก่า"', "ก"),
        ('"แดง"', '"ร้าน "ป้า" ดี"'),
    )
