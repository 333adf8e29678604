"""Texts on widgets: plain, broken where Thai may be broken, told again in another language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.parts.look import Look, apply_look
from desktop.parts.words import (
    BREAK,
    Button,
    Label,
    Tick,
    breakable,
    nothing,
    retell,
    unbroken,
    verbatim,
)
from reports.words.voice import Voice
from tests.desktop.gallery import settle

LONG_THAI = "สหกรณ์เคหสถานบ้านมั่นคงมีสมาชิกหนึ่งร้อยยี่สิบคนและเก็บเงินสัจจะทุกเดือน"


def in_english_or_thai(voice: Voice) -> str:
    return "สมาชิก" if voice.language == "th" else "Members"


def test_thai_gets_break_marks_and_loses_them_again():
    marked = breakable(LONG_THAI)

    assert BREAK in marked
    assert unbroken(marked) == LONG_THAI


def test_a_break_mark_stands_only_between_two_thai_letters():
    marked = breakable("(สมาชิก 120 คน) Anna")

    assert f"({BREAK}" not in marked
    assert f"{BREAK})" not in marked
    assert f"{BREAK} " not in marked


def test_the_label_wraps_long_thai_without_help_from_the_system(qtbot, thai):
    label = Label(verbatim(LONG_THAI), thai)
    qtbot.addWidget(label)

    label.setFixedWidth(160)

    assert label.heightForWidth(160) >= 3 * label.fontMetrics().height()
    assert BREAK in QLabel.text(label)


def test_what_the_label_says_is_read_and_named_without_break_marks(qtbot, thai):
    label = Label(verbatim(LONG_THAI), thai)
    qtbot.addWidget(label)

    assert label.text() == LONG_THAI
    assert label.accessibleName() == LONG_THAI


def test_text_copied_from_a_label_holds_no_break_marks(qtbot, thai):
    label = Label(verbatim(LONG_THAI), thai).let_copy()
    qtbot.addWidget(label)
    settle(label)

    qtbot.keyClick(label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == LONG_THAI


@pytest.mark.parametrize(
    "typed", ["<b>1</b>", "<img src='x'>", "a & b &amp; c", "&Name", "  two  "]
)
def test_markup_in_a_name_is_shown_as_typed(qtbot, voice, typed):
    label = Label(verbatim(typed), voice)
    qtbot.addWidget(label)
    shown = unbroken(QTextDocumentFragment.fromHtml(QLabel.text(label)).toPlainText())

    assert shown == label.text() == label.accessibleName() == typed


def test_a_heading_follows_the_size_of_the_text(qtbot, qapp, voice):
    plain, heading = Label(verbatim("x"), voice), Label(verbatim("x"), voice, heading=True)
    for label in (plain, heading):
        qtbot.addWidget(label)
        settle(label)

    apply_look(qapp, Look(percent=200))
    settle(heading)

    assert heading.font().bold()
    assert heading.font().pointSizeF() == pytest.approx(plain.font().pointSizeF() * 1.4)


def test_two_lines_stay_two_lines(qtbot, voice):
    label = Label(verbatim("one\ntwo"), voice)
    qtbot.addWidget(label)
    shown = unbroken(QTextDocumentFragment.fromHtml(QLabel.text(label)).toPlainText())

    assert label.text() == "one\ntwo"
    assert shown.replace("\u2028", "\n") == "one\ntwo"


def test_an_ampersand_on_a_button_is_a_letter_and_no_shortcut(qtbot, voice):
    button = Button(verbatim("Savings & shares"), voice)
    qtbot.addWidget(button)

    assert button.text() == "Savings & shares"
    assert button.shortcut().isEmpty()


def test_a_button_keeps_its_keys_when_its_text_changes(qtbot, voice):
    button = Button(verbatim("Print"), voice)
    qtbot.addWidget(button)
    button.setShortcut("F9")

    button.say(verbatim("พิมพ์"))

    assert button.shortcut().toString() == "F9"


def test_enter_presses_the_button_that_has_the_focus(qtbot, voice):
    button = Button(verbatim("Save"), voice)
    qtbot.addWidget(button)
    settle(button)

    with qtbot.waitSignal(button.clicked, timeout=500):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_everything_below_a_window_changes_its_language_at_once(qtbot, voice, thai):
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    pieces = (Label(in_english_or_thai, voice), Button(in_english_or_thai, voice))
    tick = Tick(in_english_or_thai, voice)
    for piece in (*pieces, tick):
        rows.addWidget(piece)

    retell(window, thai)

    assert [piece.text() for piece in pieces] == ["สมาชิก", "สมาชิก"]
    assert (tick.text(), tick.accessibleName()) == ("สมาชิก", "สมาชิก")


def test_a_label_may_say_nothing(qtbot, voice):
    label = Label(nothing, voice)
    qtbot.addWidget(label)

    assert label.text() == ""


@pytest.mark.parametrize("heading", [False, True])
def test_tone_marks_over_tall_vowels_are_painted_whole(qtbot, heading):
    label = Label(lambda _: "หนี้", Voice("th"), heading=heading)
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    seen = label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    paper = seen.pixelColor(0, 0).value()
    inked = [
        y
        for y in range(seen.height())
        if any(abs(seen.pixelColor(x, y).value() - paper) > 60 for x in range(seen.width()))
    ]

    whole = label.fontMetrics().tightBoundingRect("หนี้").height()
    assert inked[-1] - inked[0] + 1 >= whole - 1
