"""Whatever button is pressed while nothing is marked: something happens, or it says what to do."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog, QMenu, QTabWidget, QWidget

from desktop.app.areas import areas
from desktop.parts.table import Table
from desktop.parts.words import Button, Label
from reports.words.voice import Voice


class Leaves:
    """Somebody who leaves every question and reads what she is told."""

    def __init__(self, noticed):
        self._noticed = noticed

    def __getattr__(self, name):
        def heard(*_asked, **_named):
            self._noticed.append(name)
            return False if name == "sure" else None

        return heard


def seen(screen):
    """What a person would see change: words, rows, and where the keyboard is."""
    parts = [part for part in screen.findChildren(QWidget) if part.isVisible()]
    words = [part.text() for part in parts if isinstance(part, Label | Button)]
    rows = [part.seen() for part in parts if isinstance(part, Table)]
    return words, rows, screen.window().focusWidget()


# What has nothing to show in the small cooperative, and which sentence already says that.
SAID_BEFORE = {"Exceptions of all tests": "Nothing was found by this test."}


@pytest.mark.parametrize("area", areas(), ids=lambda area: area.name)
def test_a_button_leads_somewhere_or_says_why_not(qtbot, opened, monkeypatch, area):
    noticed, silent = [], set()

    def notes(what, then=None):
        def called(*given, **named):
            noticed.append(what)
            return then(*given, **named) if then else 0

        return called

    monkeypatch.setattr(QDialog, "exec", notes("a form"))
    monkeypatch.setattr(QMenu, "popup", notes("a menu"))
    monkeypatch.setattr(opened.session, "work", notes("work", opened.session.work))
    screen = area.build(opened.session, Voice("en"), Leaves(noticed))
    qtbot.addWidget(screen)
    for signal in (screen.go_to, opened.session.refused):
        signal.connect(noticed.append)
    screen.show()
    tabs = screen.findChild(QTabWidget)
    for at in range(tabs.count() if tabs else 1):
        if tabs:
            tabs.setCurrentIndex(at)
        for button in pressable(screen):
            before = len(noticed), seen(screen)
            button.click()
            if before == (len(noticed), seen(screen)):
                silent.add(button.text())

    assert silent <= set(SAID_BEFORE)


def pressable(screen):
    """The buttons in sight, as what is pressed brings and takes them; calendars pop up."""
    for button in screen.findChildren(Button):
        seen_now = shiboken6.isValid(button) and button.isVisible() and button.isEnabled()
        if seen_now and button.text() != "Calendar":
            yield button
