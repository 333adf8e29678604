"""Alt and a letter reach every button, the same letter in Thai and in English."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.parts.access_keys import AccessKeys, KeyTips, give_keys, letters_for
from desktop.parts.ask import sure_box
from desktop.parts.words import Button, verbatim
from reports.words.voice import Voice


class Buttons(QWidget):
    """Two buttons in Thai and one that has a key of its own."""

    def __init__(self):
        super().__init__()
        rows = QVBoxLayout(self)
        self.save = Button(lambda voice: voice.tr("Save"), Voice("th"))
        self.cancel = Button(lambda voice: voice.tr("Cancel"), Voice("th"))
        self.own = QPushButton("F9")
        self.own.setShortcut("F9")
        for button in (self.save, self.cancel, self.own):
            rows.addWidget(button)


@pytest.fixture
def window(qtbot):
    made = Buttons()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def send(window, kind, key):
    QApplication.sendEvent(window.windowHandle(), QKeyEvent(kind, key, Qt.KeyboardModifier(0)))


def test_each_text_gets_the_first_letter_that_is_free():
    texts = ["Save", "Save as", "Show it", "A−", "ไทย", "Save"]

    assert letters_for(texts) == ["S", "E", "I", "A", "B", "V"]


def test_more_texts_than_letters_leave_some_without():
    assert letters_for(["a"] * 27)[-1] == ""


def test_a_thai_button_answers_to_the_letter_of_its_english_text(window, qtbot):
    keys = give_keys(window)

    assert keys == {window.save: "S", window.cancel: "C"}
    assert window.own.shortcut().toString() == "F9"
    with qtbot.waitSignal(window.cancel.clicked, timeout=1_000):
        QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)


def test_what_is_hidden_gives_its_letter_back(window):
    give_keys(window)
    window.save.hide()

    assert give_keys(window) == {window.cancel: "C"}
    assert window.save.shortcut().isEmpty()


def test_the_letter_stays_when_the_button_changes_its_language(window):
    give_keys(window)
    window.save.set_voice(Voice("en"))

    assert window.save.shortcut().toString() == "Alt+S"


def test_letters_are_seen_while_alt_is_held(window, qapp):
    keys = AccessKeys(qapp)
    keys.follow(window.windowHandle())
    window.activateWindow()
    QApplication.processEvents()

    send(window, QEvent.Type.KeyPress, Qt.Key.Key_Alt)
    shown = window.findChildren(KeyTips)
    send(window, QEvent.Type.KeyRelease, Qt.Key.Key_Alt)

    assert len(shown) == 1
    assert not shown[0].isVisible()
    keys.follow(None)


def test_the_answers_of_a_question_have_letters_too(qtbot):
    box = sure_box(verbatim("?"), Voice("th"), yes=lambda voice: voice.tr("Close the sheet"))
    qtbot.addWidget(box)
    box.show()

    assert sorted(give_keys(box).values()) == ["C", "T"]
