"""The day field as people use it: typed, stepped, picked, asked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.parts.day_field import DayField
from reports.words.calendar import Era
from reports.words.voice import Voice
from tests.desktop.gallery import settle, type_into

TODAY = date(2026, 11, 22)


@pytest.fixture
def field(qtbot, voice):
    made = DayField(voice, TODAY)
    qtbot.addWidget(made)
    settle(made)
    made.setFocus()
    return made


def leave(field):
    field.edit.editingFinished.emit()


def test_the_words_stand_beside_the_day_at_once(qtbot, field):
    qtbot.keyClicks(field.edit, "22/11/69")

    assert field.note.text() == "Sunday, 22 November 2569 BE"
    assert field.edit.text() == "22/11/69"


def test_thai_months_can_be_typed_and_settle_when_the_field_is_left(field):
    type_into(field.edit, "22 พย 69")

    leave(field)

    assert field.edit.text() == "22/11/2569"
    assert field.day() == TODAY


def test_a_relative_day_counts_from_the_business_day(qtbot, field):
    qtbot.keyClicks(field.edit, "+1")
    leave(field)

    assert field.edit.text() == "23/11/2569"


def test_keys_step_by_days_and_months(qtbot, field):
    field.set_day(date(2026, 1, 31))

    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.day() == date(2026, 2, 1)

    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    qtbot.keyClick(field.edit, Qt.Key.Key_PageUp)
    assert field.day() == date(2026, 2, 28)

    qtbot.keyClick(field.edit, Qt.Key.Key_PageDown)
    assert field.day() == date(2026, 1, 28)


def test_a_wrong_day_is_explained_after_it_was_typed_and_stays(qtbot, field):
    qtbot.keyClicks(field.edit, "30/2/2569")
    assert field.note.text() == ""

    leave(field)

    assert field.note.kind == "problem"
    assert "30/2/2569" in field.note.text()
    assert field.edit.text() == "30/2/2569"
    assert field.day() is None


def test_an_unclear_year_is_asked_with_a_button_for_each_reading(qtbot, field):
    qtbot.keyClicks(field.edit, "1/2/25")
    assert not field.choices.isVisible()

    leave(field)

    buttons = field.choices.findChildren(QWidget)
    assert [button.text() for button in buttons] == [
        "1 February 2525 BE (1982)",
        "1 February 2568 BE (2025)",
    ]


def test_tab_leads_to_the_question_and_enter_answers_it(qtbot, voice):
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    field, after = DayField(voice, TODAY), QLineEdit()
    rows.addWidget(field)
    rows.addWidget(after)
    settle(window)
    window.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field.edit, "1/2/25")

    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert field.day() == date(2025, 2, 1)
    assert field.edit.text() == "01/02/2568"
    assert not field.choices.isVisible()
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_an_empty_day_is_only_a_problem_when_somebody_wants_to_go_on(field):
    leave(field)
    assert field.note.text() == ""

    field.reveal()
    assert field.note.kind == "problem"

    field.optional = True
    assert field.trouble() is None


def test_the_calendar_opens_at_the_day_and_gives_one_back(qtbot, field):
    field.set_day(date(2024, 2, 29))
    calendar = field.open_calendar()
    assert calendar.days.selectedDate() == QDate(2024, 2, 29)
    assert calendar.year.value() == 2567
    assert calendar.month.currentText() == "February"

    with qtbot.waitSignal(field.changed, timeout=500):
        calendar.days.activated.emit(QDate(2024, 2, 28))

    assert field.edit.text() == "28/02/2567"
    assert not calendar.isVisible()


def test_the_calendar_opens_with_alt_and_down_at_the_business_day(qtbot, field):
    qtbot.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    calendar = field.calendar
    assert calendar.days.selectedDate() == QDate(2026, 11, 22)
    qtbot.keyClick(calendar, Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert field.edit.text() == ""


def test_the_head_of_the_calendar_turns_months_and_buddhist_years(qtbot, field):
    calendar = field.open_calendar()

    qtbot.mouseClick(calendar.later, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(calendar.later, Qt.MouseButton.LeftButton)
    assert (calendar.year.value(), calendar.month.currentIndex()) == (2570, 0)

    calendar.year.setValue(2567)
    assert (calendar.days.yearShown(), calendar.days.monthShown()) == (2024, 1)

    calendar.month.setCurrentIndex(5)
    calendar.month.activated.emit(5)
    assert (calendar.days.yearShown(), calendar.days.monthShown()) == (2024, 6)

    qtbot.mouseClick(calendar.earlier, Qt.MouseButton.LeftButton)
    assert calendar.month.currentIndex() == 4


def test_common_years_stand_in_the_calendar_of_those_who_use_them(qtbot):
    field = DayField(Voice("en", era=Era.COMMON), TODAY)
    qtbot.addWidget(field)
    settle(field)

    assert field.open_calendar().year.value() == 2026


def test_the_keyboard_walks_in_the_calendar_and_takes_a_day(qtbot, field):
    calendar = field.open_calendar()
    inside = calendar.days.findChild(QWidget, "qt_calendar_calendarview")
    assert inside is not None

    qtbot.keyClick(inside, Qt.Key.Key_Right)
    qtbot.keyClick(inside, Qt.Key.Key_Return)

    assert field.day() == date(2026, 11, 23)


def test_another_language_keeps_what_is_typed_and_rewrites_what_is_settled(qtbot, field):
    qtbot.keyClicks(field.edit, "22/1")
    field.set_voice(Voice("th", thai_digits=True))
    assert field.edit.text() == "22/1"

    field.set_day(TODAY)
    field.set_voice(Voice("en", era=Era.COMMON))
    assert field.edit.text() == "22/11/2026"


def test_the_book_can_refuse_a_day(qtbot, field):
    field.set_day(TODAY)
    field.show_problem(lambda voice: voice.tr("The month is closed."))
    assert field.note.text() == "The month is closed."

    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.note.text() == "Monday, 23 November 2569 BE"


def test_alt_and_a_digit_are_no_day(qtbot, field):
    before = field.edit.text()
    qtbot.keyClick(field.edit, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)

    assert field.edit.text() == before
