"""Where things lie on this PC: what it remembers, the practice book, people's documents."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.console.starting import user_folder


def folder_of_this_pc() -> Path:
    """Where this PC remembers what was opened."""
    kind = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(kind))


def practice_folder() -> Path:
    """Where the practice book lies; ``satcha start`` looks for it in the same place."""
    return user_folder(os.environ)


def documents() -> Path:
    """Where people's files lie; where Windows copies that into the network, beside it."""
    from ledger.book.copies import in_cloud

    kind = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(kind))
    return Path.home() / "Satcha" if in_cloud(found) else found
