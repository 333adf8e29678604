"""Small things that tell a state: by words and by shape, never by colour alone."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt

from desktop.parts.lamp import Lamp, LampState
from desktop.parts.progress import ProgressLine
from desktop.parts.words import verbatim
from reports.words.voice import Voice
from tests.desktop.gallery import check_widget, settle


def in_grey(widget):
    """The shape of what is drawn: which points differ from the ground, whatever their colour."""
    picture = widget.grab().toImage()
    ground = picture.pixelColor(0, 0)
    return [
        picture.pixelColor(x, y) != ground
        for x in range(picture.width())
        for y in range(picture.height())
    ]


def lamp_in(state, voice, qtbot):
    lamp = Lamp(voice)
    qtbot.addWidget(lamp)
    lamp.show_state(state, verbatim("cards = control accounts"))
    settle(lamp)
    return lamp


@pytest.mark.parametrize(("one", "other"), list(combinations(LampState, 2)))
def test_every_state_has_a_shape_of_its_own(qtbot, voice, one, other):
    first, second = lamp_in(one, voice, qtbot), lamp_in(other, voice, qtbot)

    assert in_grey(first._sign) != in_grey(second._sign)


def test_a_screen_reader_hears_the_words_and_the_state(qtbot, voice):
    lamp = lamp_in(LampState.PROBLEM, voice, qtbot)

    assert lamp.accessibleName() == "cards = control accounts"
    assert lamp.accessibleDescription() == "Wrong"
    assert lamp.state is LampState.PROBLEM


def test_a_lamp_changes_its_language(qtbot, voice):
    lamp = Lamp(voice)
    qtbot.addWidget(lamp)
    lamp.show_state(LampState.GOOD, lambda voice: voice.name("ตรงกัน", "They agree"))

    lamp.set_voice(Voice("th"))

    assert lamp.accessibleName() == "ตรงกัน"


@pytest.fixture
def line(qtbot, voice):
    made = ProgressLine(voice)
    qtbot.addWidget(made)
    return made


def test_progress_shows_a_number_and_can_be_stopped_once(qtbot, line):
    stopped = []
    line.start(verbatim("Making reports"), stop=lambda: stopped.append(True))
    settle(line)
    place = line.stop.x()
    line.show_step(3, 12)
    settle(line)

    assert line.stop.x() == place  # whoever wants to press it presses it
    assert line.number.text() == "3 of 12"
    assert (line.bar.value(), line.bar.maximum()) == (3, 12)
    assert check_widget(line) == []

    qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    assert stopped == [True]


def test_progress_is_there_only_while_something_runs(line):
    assert line.isHidden()

    line.start(verbatim("Checking"))
    assert not line.isHidden()
    assert line.stop.isHidden()
    assert line.number.text() == ""

    line.finish()
    assert line.isHidden()


def test_progress_changes_its_language_while_it_runs(line):
    line.start(verbatim("Checking"))
    line.show_step(3, 12)

    line.set_voice(Voice("th", thai_digits=True))

    assert "๓" in line.number.text()
