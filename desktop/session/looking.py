"""Changing the look of the whole program while windows are open."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QApplication

from desktop.parts.look import Look, apply_look


def change_look(app: QApplication, look: Look) -> None:
    """Give every window this look.

    Qt walks over all widgets for it and calls Python on the way. Python must not collect garbage
    meanwhile: a forgotten window would be deleted under Qt's feet.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        apply_look(app, look)
    finally:
        if collects:
            gc.enable()
