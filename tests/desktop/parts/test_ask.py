"""Questions in boxes of our own words, and the twin that answers in tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.parts.ask import Asks, FileKind, LineDialog, choice_box, sure_box, tell_box
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.parts.words import verbatim
from tests.desktop.gallery import check_widget, settle, texts, type_into

CLOSE = verbatim("ปิดใบเก็บเงินวันที่ 22 พฤศจิกายน 2569 ใช่หรือไม่")
YES = verbatim("Close & print")


def press(qtbot, box, text):
    (button,) = (b for b in box.findChildren(QAbstractButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_button_that_agrees_says_what_it_does(qtbot, voice):
    box = sure_box(CLOSE, voice, yes=YES)
    qtbot.addWidget(box)

    assert set(texts(box)) >= {CLOSE(voice), "Close && print", "Cancel"}
    assert check_widget(box) == []


def test_enter_agrees_to_a_harmless_thing(qtbot, voice):
    box = sure_box(CLOSE, voice, yes=YES)
    qtbot.addWidget(box)
    settle(box)

    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert box.chosen == 0


def test_enter_alone_never_does_a_grave_thing(qtbot, voice):
    box = sure_box(CLOSE, voice, yes=YES, grave=True)
    qtbot.addWidget(box)
    settle(box)

    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert box.chosen is None


@pytest.mark.parametrize("grave", [False, True])
def test_escape_leaves_every_question(qtbot, voice, grave):
    box = sure_box(CLOSE, voice, yes=YES, grave=grave)
    qtbot.addWidget(box)
    settle(box)

    qtbot.keyClick(box, Qt.Key.Key_Escape)

    assert box.chosen is None
    assert not box.isVisible()


def test_one_of_several_answers_is_told_by_its_place(qtbot, voice):
    box = choice_box(CLOSE, [verbatim("One"), verbatim("Two")], voice)
    qtbot.addWidget(box)
    settle(box)

    press(qtbot, box, "Two")

    assert box.chosen == 1


def test_markup_in_a_question_is_shown_as_typed(qtbot, voice):
    box = tell_box(verbatim("<b>x</b>"), voice, details=verbatim("<i>y</i>"))
    qtbot.addWidget(box)

    assert box.textFormat() == Qt.TextFormat.PlainText
    assert {"<b>x</b>", "<i>y</i>"} <= set(texts(box))


def test_a_line_is_asked_for_and_keeps_what_stood_there(qtbot, voice):
    dialog = LineDialog(verbatim("Why?"), voice, typed="because ")
    qtbot.addWidget(dialog)
    settle(dialog)
    assert check_widget(dialog) == []

    type_into(dialog.edit, "ผิด")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)

    assert dialog.result() == LineDialog.DialogCode.Accepted
    assert dialog.edit.text() == "because ผิด"


def test_a_kind_of_file_becomes_a_filter(voice):
    kind = FileKind(verbatim("Report (PDF)"), ("pdf", "PDF"))

    assert kind.filter(voice) == "Report  PDF (*.pdf *.PDF)"


def test_the_twin_answers_from_its_list_and_keeps_the_questions(voice):
    ask: Asks = (twin := ScriptedAsk(voice, [True, 1, "why", Path("a.pdf"), None, Path("b")]))
    kind = FileKind(verbatim("PDF"), ("pdf",))

    assert ask.sure(verbatim("Sure?"), yes=YES)
    assert ask.choose(verbatim("Which?"), [YES, YES]) == 1
    assert ask.line(verbatim("Reason?")) == "why"
    assert ask.open_file(verbatim("Open"), [kind], Path()) == Path("a.pdf")
    assert ask.save_file(verbatim("Save"), kind, Path()) is None
    assert ask.folder(verbatim("Folder"), Path()) == Path("b")
    ask.tell(verbatim("Done."), details=verbatim("All."))

    assert twin.asked == ["Sure?", "Which?", "Reason?", "Open", "Save", "Folder"]
    assert twin.told == ["Done.", "All."]
    assert twin.unused == []


@pytest.mark.parametrize("answers", [[], ["no path"], [7]])
def test_the_twin_fails_at_a_question_without_its_answer(voice, answers):
    with pytest.raises(AssertionError):
        ScriptedAsk(voice, answers).folder(verbatim("Folder"), Path())


@pytest.mark.parametrize("answer", [5, True])
def test_the_twin_fails_at_an_answer_that_is_not_there(voice, answer):
    with pytest.raises(AssertionError):
        ScriptedAsk(voice, [answer]).choose(verbatim("Which?"), [YES])
