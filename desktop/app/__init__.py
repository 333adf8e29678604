"""The one place where the parts of the window are chosen and joined."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app.folders import folder_of_this_pc, practice_folder
from desktop.app.program import Program
from desktop.parts.access_keys import AccessKeys

_TURN = 0.001  # seconds


def run_window(path: Path | None) -> int:
    """Open the window, with this book or with the choice of one; answers how the program ends."""
    # Work behind the window gives way sooner: each call of Qt's may have to wait for its turn.
    sys.setswitchinterval(_TURN)
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("the window needs an application with widgets")
    app.setApplicationName("Satcha")
    AccessKeys(app)
    program = Program(app, folder_of_this_pc(), practice_folder())
    program.start(path)
    code = app.exec()
    program.wind_up()
    return code
