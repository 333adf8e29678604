"""Qt's libraries are loaded beside Python, and Qt still knows which thread is the window's."""

from __future__ import annotations

import subprocess
import sys

import pytest

EARLY = """
import sys
from desktop.early_libraries import load_libraries_early
load_libraries_early().join()
assert "PySide6" not in sys.modules
print([name for name in ("Qt6Widgets", "qxcb") if name in open("/proc/self/maps").read()])
from PySide6.QtWidgets import QApplication, QLabel
from PySide6.QtCore import QThread
app = QApplication([])
label = QLabel("seen")
label.show()
print(app.thread() is QThread.currentThread(), QThread.currentThread().isMainThread())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux are they loaded early")
def test_they_are_there_before_python_asks_for_them():
    """In a Python of its own, that has no Qt yet."""
    told = subprocess.run(
        [sys.executable, "-c", EARLY], capture_output=True, text=True, check=False
    )

    assert told.stderr.replace("This plugin does not support propagateSizeHints()\n", "") == ""
    assert told.stdout.split("\n")[:2] == ["['Qt6Widgets', 'qxcb']", "True True"]
