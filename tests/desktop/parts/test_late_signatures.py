"""What PySide6 knows of its own functions is loaded when it is asked for."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from desktop.parts import late_signatures

LATER = "filled_when_looked_at"


@pytest.fixture
def later(tmp_path, monkeypatch):
    (tmp_path / f"{LATER}.py").write_text("FOUND = [1]\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(late_signatures, "_LATE", frozenset({LATER}))
    yield import_module(LATER)
    del sys.modules[LATER]


def test_a_module_is_empty_until_something_in_it_is_looked_for(later):
    assert "FOUND" not in vars(later)

    assert later.FOUND == [1]
    assert later.FOUND is vars(later)["FOUND"]
    assert "__getattr__" not in vars(later)


def test_what_is_not_in_it_is_missing(later):
    with pytest.raises(AttributeError, match="nothing"):
        _ = later.nothing


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("QPoint('one', 'two')", "__init__(xpos: int, ypos: int, /)"),
        ("QTimer(wrong=1)", "'wrong' is not a Qt property"),
    ],
)
def test_the_first_call_that_does_not_fit_says_what_would(call, says):
    """In a Python of its own: here somebody else has made a mistake before."""
    code = f"import desktop.parts; from PySide6.QtCore import QPoint, QTimer; {call}"

    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    ).stderr

    assert says in told
