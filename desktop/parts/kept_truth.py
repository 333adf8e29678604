"""Keeps True, False and None alive although PySide 6.12 gives away references that are not its own.

Its calls answer these three without counting, as Python 3.12 and newer allow, where they live for
ever. Python 3.11 counts: after some hundred ``Signal.emit`` nothing would be left of ``True``, and
Python would end the program ("deallocating True or False"). PySide 6.11 counted rightly.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 40  # a million calls a second would need twelve days


def keep_truth() -> None:
    """Give them more references than any session can use up; does nothing from 3.12 on."""
    if sys.version_info < (3, 12):
        for value in (True, False, None):
            count = ctypes.c_ssize_t.from_address(id(value))
            if count.value < ENOUGH // 2:
                count.value += ENOUGH
