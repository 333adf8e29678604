"""Modules are imported as Python does it, although PySide6 is loaded."""

from __future__ import annotations

import sys

import desktop.parts  # noqa: F401  - takes PySide6's import out of the way

LATER = "loaded_after_pyside"


def test_the_source_of_a_later_module_is_not_read(tmp_path, monkeypatch):
    (tmp_path / f"{LATER}.py").write_text("FOUND = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert __import__(LATER).FOUND == 1

    looked_into = sys.modules["shibokensupport.feature"].pyside_feature_dict
    del sys.modules[LATER]
    assert LATER not in looked_into
