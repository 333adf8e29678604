"""What every test of the collection screen starts from: our font and look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent

from desktop.parts.look import Look, apply_look, load_font
from tests.desktop.opened import kept_book, opened

__all__ = ["kept_book", "opened"]


@pytest.fixture(autouse=True)
def _plain_look(qapp):
    load_font()
    apply_look(qapp, Look())
    yield
    # A half deleted widget must not see the next test.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
