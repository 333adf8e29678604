"""What tests at a real screen share: a virtual screen each, so that no two take the keyboard."""

from __future__ import annotations

import shutil

import pytest

from ledger.practice import make
from tests.real_window.hands import Hands, virtual_screen


@pytest.fixture(scope="session")
def practice_book(tmp_path_factory):
    """The practice book of 120 members, made once."""
    return make(tmp_path_factory.mktemp("practice"))


@pytest.fixture
def hands(tmp_path, practice_book):
    """Hands at the keys of a PC on which a copy of the practice book lies."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("no virtual screen here: installer/setup.sh system screen brings it")
    book = shutil.copy(practice_book, tmp_path / "evening.satcha")
    with virtual_screen() as display:
        found = Hands(display, book, tmp_path)
        yield found
        found.pull_the_plug()
