"""Lets Python import modules by itself again, once PySide6 is loaded.

PySide6 puts an import of its own in Python's place. It reads the source of every module that comes
later, to find out whether its names are to be spelt in another way (``__feature__``), which nobody
here wants: more than two hundred files read whole at every start of the window.
"""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Put back the import that PySide6 keeps; without one there is nothing to do."""
    import PySide6.QtCore  # noqa: F401  - puts its import in place

    kept = getattr(builtins, "__orig_import__", None)
    if kept is not None:
        builtins.__import__ = kept
