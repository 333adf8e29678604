"""The smallest screen with the largest letters: every area is read without scrolling sideways."""

from __future__ import annotations

import pytest

from desktop.app.areas import areas
from desktop.parts.look import Look
from desktop.session import Place
from desktop.session.looking import change_look
from desktop.session.preferences import Preferences
from desktop.shell.window import Window
from tests.desktop.gallery import settle

# Qt's off-screen platform has no wish about the size of windows.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support ")


@pytest.mark.parametrize("language", ["en", "th"])
def test_no_area_is_wider_than_the_smallest_screen(qtbot, qapp, opened, language):
    change_look(qapp, Look(200))
    window = Window(opened.session, areas(), Preferences(language, 200), opened.asks)
    qtbot.addWidget(window)
    window.resize(1024, 600)
    window.show()

    too_wide = {}
    for area in areas():
        window.go_to(Place(area.name))
        settle(window)
        beyond = window._pages[area.name].horizontalScrollBar().maximum()
        if beyond:
            too_wide[area.name] = beyond

    assert not too_wide
