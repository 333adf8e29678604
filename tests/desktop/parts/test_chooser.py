"""The chooser as people use it: typing offers, arrows walk, Enter takes, nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from tests.desktop.gallery import settle, type_into

MEMBERS = (
    Choice("a", "กมล ใจดี", "1", "โซน 1"),
    Choice("b", "สมชาย รักบ้าน", "2"),
    Choice("c", "สมชาย รักไทย", "12"),
)


@pytest.fixture
def field(qtbot, voice):
    made = Chooser(voice, MEMBERS)
    qtbot.addWidget(made)
    settle(made)
    made.setFocus()
    return made


def offered(field):
    return field.offers.model().stringList()


def test_typing_offers_and_enter_takes_the_marked_one(qtbot, field):
    type_into(field.edit, "สมชาย")
    assert offered(field) == ["12 สมชาย รักไทย", "2 สมชาย รักบ้าน"]

    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.changed, timeout=500):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)

    assert field.chosen() == "b"
    assert field.edit.text() == "2 สมชาย รักบ้าน"
    assert not field.offers.isVisible()


def test_the_arrows_stop_at_both_ends(qtbot, field):
    type_into(field.edit, "สมชาย")

    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.offers.marked().key == "c"

    qtbot.keyClick(field.edit, Qt.Key.Key_PageDown)
    assert field.offers.marked().key == "b"


def test_escape_drops_the_offers_and_keeps_the_text(qtbot, field):
    type_into(field.edit, "สมชาย")

    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)

    assert not field.offers.isVisible()
    assert field.edit.text() == "สมชาย"


def test_a_click_takes_an_offer(qtbot, field):
    type_into(field.edit, "สมชาย")
    settle(field.offers)
    place = field.offers.visualRect(field.offers.model().index(1)).center()

    qtbot.mouseClick(field.offers.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert field.chosen() == "b"


def test_leaving_takes_the_only_match_and_shows_its_detail(field):
    type_into(field.edit, "กมล")

    field.edit.editingFinished.emit()

    assert field.chosen() == "a"
    assert field.note.text() == "โซน 1"


def test_leaving_between_two_asks_and_keeps_the_text(field):
    type_into(field.edit, "สมชาย")

    field.edit.editingFinished.emit()

    assert field.chosen() is None
    assert field.edit.text() == "สมชาย"
    assert field.note.text() == "2 match. Choose one with the arrow keys and Enter."


def test_what_matches_nobody_says_so(field):
    type_into(field.edit, "xyzxyz")
    assert not field.offers.isVisible()

    field.reveal()

    assert field.note.text() == "Nothing matches what was typed."


def test_typing_after_a_choice_takes_it_back(field):
    field.choose("a")
    assert field.edit.text() == "1 กมล ใจดี"

    type_into(field.edit, "ส")

    assert field.chosen() is None
    assert field.edit.text() == "ส"


def test_an_empty_chooser_says_what_to_type_and_is_a_problem_only_when_asked(field):
    assert field.edit.placeholderText() == "Name or number"
    assert field.note.text() == ""

    field.reveal()

    assert field.note.kind == "problem"
    field.optional = True
    assert field.trouble() is None


def test_other_choices_keep_the_chosen_one(field):
    field.choose("a")

    field.set_choices(MEMBERS[:1])
    assert field.chosen() == "a"

    field.set_choices(MEMBERS[1:])
    assert field.chosen() is None


@pytest.mark.parametrize("pasted", ["x" * 400, "<b>", "\t\n", "๑๒"])
def test_anything_may_be_typed(field, pasted):
    field.edit.insert(pasted)
    field.edit.editingFinished.emit()

    assert field.chosen() in {None, "c"}
