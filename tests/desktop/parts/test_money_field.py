"""The amount field as people use it: keys in, an amount or a sentence out, nothing lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.parts.money_field import MoneyField
from ledger.domain.money import baht
from reports.words.voice import Voice
from tests.desktop.gallery import settle, type_into

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot, voice):
    made = MoneyField(voice)
    qtbot.addWidget(made)
    settle(made)
    made.setFocus()
    return made


def leave(field):
    field.edit.editingFinished.emit()


def test_figures_are_grouped_while_they_are_typed(qtbot, field):
    qtbot.keyClicks(field.edit, "1234567.5")

    assert field.edit.text() == "1,234,567.5"
    assert field.amount() == baht(1_234_567, 50)


def test_a_figure_can_be_put_into_the_middle(qtbot, field):
    qtbot.keyClicks(field.edit, "1250")
    qtbot.keyClick(field.edit, Qt.Key.Key_Home)

    qtbot.keyClicks(field.edit, "99")

    assert field.edit.text() == "991,250"
    assert field.edit.cursorPosition() == 2


def test_delete_and_backspace_pass_over_a_comma(qtbot, field):
    qtbot.keyClicks(field.edit, "1250")
    field.edit.setCursorPosition(1)

    qtbot.keyClick(field.edit, Qt.Key.Key_Delete)
    assert field.edit.text() == "150"

    qtbot.keyClicks(field.edit, "2")
    assert field.edit.text() == "1,250"
    field.edit.setCursorPosition(2)
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.edit.text() == "250"


def test_undo_takes_back_what_was_typed_and_not_only_its_commas(qtbot, field):
    qtbot.keyClicks(field.edit, "125")
    field.edit.setCursorPosition(3)
    qtbot.keyClicks(field.edit, "0")
    assert field.edit.text() == "1,250"

    qtbot.keyClick(field.edit, Qt.Key.Key_Z, CONTROL)

    assert field.edit.text() in {"125", ""}
    assert field.amount() != baht(1_250)


def test_a_sum_is_shown_beside_and_settles_when_the_field_is_left(qtbot, field):
    qtbot.keyClicks(field.edit, "300+50")
    assert field.note.text() == "= 350.00"

    qtbot.keyClick(field.edit, Qt.Key.Key_Return)

    assert field.edit.text() == "350.00"
    assert field.amount() == baht(350)


def test_a_sign_counts_from_the_expected_amount(qtbot, field):
    field.set_expected(baht(300))
    assert field.edit.placeholderText() == "300.00"

    qtbot.keyClicks(field.edit, "+50")
    leave(field)

    assert field.amount() == baht(350)
    assert field.edit.text() == "350.00"


def test_a_negative_amount_settles_once(qtbot, voice):
    field = MoneyField(voice, may_be_negative=True)
    qtbot.addWidget(field)
    field.set_expected(baht(10))
    qtbot.keyClicks(field.edit, "-30")

    leave(field)
    leave(field)

    assert field.amount() == -baht(20)


def test_thai_figures_are_typed_like_others(field):
    type_into(field.edit, "๑๒๕๐")

    assert field.edit.text() == "๑,๒๕๐"
    assert field.amount() == baht(1_250)


def test_large_amounts_are_said_in_words(qtbot, field):
    qtbot.keyClicks(field.edit, "9999")
    assert field.note.text() == ""

    qtbot.keyClicks(field.edit, "9")

    assert field.note.text() == "ninety-nine thousand nine hundred ninety-nine baht only"


def test_a_problem_waits_until_the_field_is_left_and_goes_when_typing_goes_on(qtbot, field):
    qtbot.keyClicks(field.edit, "12x")
    assert field.note.text() == ""

    leave(field)
    assert "12x" in field.note.text()
    assert field.note.kind == "problem"
    assert field.edit.accessibleDescription() == field.note.text()
    assert field.edit.text() == "12x"

    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.note.text() == ""


def test_an_empty_field_is_only_a_problem_when_somebody_wants_to_go_on(field):
    leave(field)
    assert field.note.text() == ""

    field.reveal()
    assert field.note.kind == "problem"

    field.optional = True
    field.reveal()
    assert field.trouble() is None


def test_an_unusual_amount_is_asked_once(qtbot, field):
    field.set_usual(baht(100))
    qtbot.keyClicks(field.edit, "5000")

    field.reveal()
    assert field.trouble() is not None
    assert field.note.kind == "caution"
    assert "100.00" in field.note.text()

    field.reveal()
    assert field.trouble() is None


def test_another_unusual_amount_is_asked_again(qtbot, field):
    field.set_usual(baht(100))
    qtbot.keyClicks(field.edit, "5000")
    field.reveal()
    field.reveal()

    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "7000")
    field.reveal()

    assert field.trouble() is not None


def test_what_the_book_refused_stands_beside_until_something_is_typed(qtbot, field):
    field.set_amount(baht(5))

    field.show_problem(lambda voice: voice.tr("The account holds less."))
    assert field.note.text() == "The account holds less."
    assert field.note.kind == "problem"
    assert field.amount() == baht(5)

    qtbot.keyClicks(field.edit, "6")
    assert field.note.text() == ""


@pytest.mark.parametrize(
    "pasted", ["x" * 400, "<b>12</b>", "1\t2\n3\t4", "NaN", "1e6", "1,25", "ห้าสิบบาท", "\u202e12"]
)
def test_whatever_is_pasted_stays_and_is_no_amount(qtbot, field, pasted):
    QGuiApplication.clipboard().setText(pasted)

    qtbot.keyClick(field.edit, Qt.Key.Key_V, CONTROL)
    leave(field)

    assert field.amount() is None
    assert field.note.kind == "problem"
    assert field.edit.text() != ""


def test_alt_and_a_digit_are_no_amount(qtbot, field):
    field.edit.setFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert field.edit.text() == ""

    qtbot.keyClick(field.edit, Qt.Key.Key_4)
    assert field.edit.text() == "4"


def test_another_language_keeps_what_is_typed_and_rewrites_what_is_settled(qtbot, field):
    field.set_expected(baht(7))
    qtbot.keyClicks(field.edit, "12+")

    field.set_voice(Voice("th", thai_digits=True))
    assert field.edit.text() == "12+"
    assert field.edit.placeholderText() == "๗.๐๐"

    field.set_amount(baht(12))
    field.set_voice(Voice("en"))
    assert field.edit.text() == "12.00"


def test_coming_by_tab_marks_the_amount_so_that_a_figure_replaces_it(qtbot, field):
    field.set_amount(baht(300))
    field.edit.clearFocus()

    field.edit.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(field.edit, "5")

    assert field.edit.text() == "5"


def test_every_change_is_told(qtbot, field):
    with qtbot.waitSignal(field.changed, timeout=500):
        qtbot.keyClicks(field.edit, "1")


def test_the_amount_stands_right(field):
    assert field.edit.alignment() & Qt.AlignmentFlag.AlignRight


def test_the_menu_of_the_mouse_undoes_like_the_keys(qtbot, field):
    qtbot.keyClicks(field.edit, "1250")
    menu = field.edit.menu()
    undo = next(action for action in menu.actions() if action.objectName() == "edit-undo")

    undo.trigger()

    assert field.amount() != baht(1_250)
