"""What every test of a widget starts from: our font and look, and a reader."""

from __future__ import annotations

import pytest

from desktop.parts.look import Look, apply_look, load_font
from reports.words.voice import Voice


@pytest.fixture(autouse=True)
def _plain_look(qapp):
    load_font()
    apply_look(qapp, Look())


@pytest.fixture
def voice() -> Voice:
    return Voice("en")


@pytest.fixture
def thai() -> Voice:
    return Voice("th")
