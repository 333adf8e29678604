"""What the window makes before it can open it: the practice book."""

from __future__ import annotations

import tempfile
from pathlib import Path

PRACTICE = "practice.satcha"  # ledger.practice.making.FILE, which would cost its imports here


def make_practice(folder: Path) -> Path:
    """Make the practice book anew; the one that lies there goes when the new one is whole.

    Raises:
        Refusal: the folder cannot be written.
    """
    from desktop.console.exporting import make_folder
    from ledger.practice import make

    make_folder(folder)
    with tempfile.TemporaryDirectory(prefix="new-", dir=folder) as beside:
        made = make(Path(beside))
        for ending in ("", "-wal", "-shm", "-journal"):
            (folder / f"{PRACTICE}{ending}").unlink(missing_ok=True)
        return made.replace(folder / PRACTICE)
