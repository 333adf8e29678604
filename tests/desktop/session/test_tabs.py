"""Tabs show every letter of their words, in both languages and with one of them chosen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop.parts.words import verbatim
from desktop.session.tabs import Tabs
from reports.words.voice import Voice

WORDS = ("Committees", "Set-up", "การอนุมัติ", "HHHHHHHHHH")


@pytest.fixture
def tabs(qtbot):
    made = Tabs([(verbatim(words), QWidget()) for words in WORDS], Voice("en"))
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    return made


def ink(tabs, at):
    """How many pixels lie between the first and the last dark one of the words."""
    bar = tabs.tabBar()
    place = bar.tabRect(at).adjusted(4, 8, -4, -8)
    seen = bar.grab(place).toImage()
    dark = [
        x
        for x in range(seen.width())
        if any(seen.pixelColor(x, y).lightness() < 120 for y in range(seen.height()))
    ]
    return max(dark) - min(dark) + 1 if dark else 0


@pytest.mark.parametrize("chosen", [0, 3])
def test_no_letter_is_cut_off(tabs, chosen):
    tabs.setCurrentIndex(chosen)

    for at, words in enumerate(WORDS):
        whole = QFontMetrics(tabs.tabBar().font()).tightBoundingRect(words).width()
        assert ink(tabs, at) >= whole - 2, words
