"""Loads Qt's libraries on a second core while Python still reads its modules on the first.

The system's loader needs nothing of Python for it, and Python nothing of Qt until the window.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

# Each brings all that it needs; the second one is for the screens of X11.
_LIBRARIES = ("lib/libQt6Widgets.so.6", "plugins/platforms/libqxcb.so")


def load_libraries_early() -> Thread | None:
    """Begin, on Linux; what is not found is loaded when it is needed, as everywhere else."""
    found = find_spec("PySide6") if sys.platform == "linux" else None
    if found is None or found.origin is None:
        return None
    # Called as any function of the system is: Python runs on meanwhile.
    load = ctypes.CDLL(None).dlopen
    loading = Thread(target=_load, args=(load, Path(found.origin).with_name("Qt")), daemon=True)
    loading.start()
    return loading


def _load(load: Callable[[bytes, int], object], folder: Path) -> None:
    for library in _LIBRARIES:
        load(os.fsencode(folder / library), os.RTLD_LAZY)
