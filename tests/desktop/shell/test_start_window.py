"""The first window: practise, make, open, go on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from desktop.parts.scripted_ask import ScriptedAsk
from desktop.shell.choices import NewBook, OpenBook, Practise
from desktop.shell.remembered import Remembered
from desktop.shell.start import StartWindow
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press
from tests.support.books import founding

KNOWN = Remembered("สมใจ", (Path("/books/ริมน้ำ.satcha"), Path("/books/เหนือ.satcha")))


class Started:
    """The window with prepared answers, and what was chosen on it."""

    def __init__(self, qtbot, remembered=KNOWN, answers=(), new=None):
        self.chosen: list[Any] = []
        self.ask = ScriptedAsk(Voice("en"), answers)
        self.window = StartWindow(remembered, Voice("en"), self.ask, lambda: new)
        self.window.chosen.connect(self.chosen.append)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)


def test_enter_on_the_first_button_practises(qtbot):
    started = Started(qtbot)
    press(started.window, Qt.Key.Key_Return)

    assert started.chosen == [Practise()]


def test_whoever_has_no_name_yet_is_asked_for_it_first(qtbot):
    started = Started(qtbot, Remembered())
    started.window.practise.click()

    assert started.chosen == []
    assert started.window.focusWidget() is started.window.user.edit
    type_into(started.window.user.edit, "สมใจ")
    started.window.practise.click()
    assert started.chosen == [Practise()]


def test_a_fresh_practice_book_is_asked_about(qtbot):
    started = Started(qtbot, answers=[False, True])
    started.window.anew.click()
    assert started.chosen == []

    started.window.anew.click()

    assert started.chosen == [Practise(anew=True)]


def test_a_book_is_opened_by_its_file(qtbot):
    started = Started(qtbot, answers=[Path("/x.satcha")])
    started.window.open.click()

    assert started.chosen == [OpenBook(Path("/x.satcha"))]


def test_leaving_the_file_chooser_chooses_nothing(qtbot):
    started = Started(qtbot, answers=[None])
    started.window.open.click()

    assert started.chosen == []


def test_a_new_book_is_what_the_form_made(qtbot):
    made = NewBook(Path("/new.satcha"), founding())
    started = Started(qtbot, new=made)
    started.window.new.click()

    assert started.chosen == [made]


def test_enter_on_a_book_opened_before_opens_it_again(qtbot):
    started = Started(qtbot)
    started.window.recent.setFocus()
    press(started.window, Qt.Key.Key_Down)
    press(started.window, Qt.Key.Key_Return)

    assert started.chosen == [OpenBook(Path("/books/ริมน้ำ.satcha"))]


def test_a_trouble_is_said_and_goes_with_the_next_choice(qtbot):
    started = Started(qtbot)
    started.window.show_trouble(lambda voice: voice.tr("Members"))
    assert started.window.trouble.isVisible()

    started.window.practise.click()

    assert not started.window.trouble.isVisible()
