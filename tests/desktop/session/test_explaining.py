"""F1 on any screen and in any dialog: the words in sight are explained."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.parts.dialog import Dialog
from desktop.parts.words import Label
from desktop.session.explaining import DefinitionsDialog
from desktop.session.screen import Screen
from reports.words.voice import Voice
from tests.desktop.opened import press

ENGLISH = Voice("en")


@pytest.fixture
def screen(qtbot, opened):
    made = Screen(opened.session, ENGLISH, opened.asks, opened.opens)
    made.body.addWidget(Label(lambda voice: voice.tr("Dividend"), ENGLISH))
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_f1_explains_what_stands_on_the_screen(screen, opened):
    opened.fills(lambda dialog: dialog.accept())
    press(screen, Qt.Key.Key_F1)

    [dialog] = opened.dialogs
    assert isinstance(dialog, DefinitionsDialog)
    assert dialog.term.text() == "Dividend · เงินปันผล"
    assert "surplus" in dialog.meaning.text()


def test_f1_in_a_dialog_explains_the_dialog(screen, opened):
    asking = Dialog(lambda voice: voice.tr("Rate"), ENGLISH)
    asking.body.addWidget(Label(lambda voice: voice.tr("Penalty"), ENGLISH))
    opened.fills(lambda dialog: press(dialog, Qt.Key.Key_F1), lambda dialog: dialog.accept())
    screen.show_form(asking)

    assert opened.dialogs[-1].term.text().startswith("Penalty")


def test_any_other_term_can_be_looked_up_in_thai_too(screen, opened):
    opened.fills(lambda dialog: dialog.terms.choose("guarantor"))
    screen.set_voice(Voice("th"))
    screen.explain()

    [dialog] = opened.dialogs
    assert dialog.term.text() == "Guarantor · ผู้ค้ำประกัน"
    assert "สมาชิก" in dialog.meaning.text()
