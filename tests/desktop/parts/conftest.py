"""What every test of a widget starts from: our font and look, and a reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent

from desktop.parts.look import Look, apply_look, load_font
from reports.words.voice import Voice

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _plain_look(qapp):
    load_font()
    apply_look(qapp, Look())
    yield
    # What pytest-qt closed is only marked for the event loop, which tests do not have; a half
    # deleted widget must not see the next test.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def voice() -> Voice:
    return Voice("en")


@pytest.fixture
def thai() -> Voice:
    return Voice("th")


def pytest_collection_modifyitems(items):
    """The platform without a screen says about every window what it cannot do; that is no fault."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support "))
