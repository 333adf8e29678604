"""Keeps Python 3.11 alive under PySide6 6.12.0, which gives None away with every call.

Its wheels answer ``None``, ``True`` and ``False`` without counting the reference, as Python 3.12
and newer allow (PEP 683: these three live for ever). Older Pythons count, reach nothing after a
few thousand calls and abort. PySide6 6.11 counted rightly. So on an old Python the three are lent
more references than any day's work can take.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40  # a billion lost calls an hour would take more than a month


def keep_singletons_alive() -> None:
    """Lend the references; harmless where they are not needed, and needed once per process."""
    if sys.version_info >= (3, 12):
        return
    for one in (None, True, False):
        # The count is the first field of every object of this Python.
        ctypes.c_ssize_t.from_address(id(one)).value += _PLENTY
