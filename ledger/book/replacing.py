"""A new file takes a book's place, and the old one keeps a name of its own."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from ledger.storage import key_file


def name_twice(path: Path, aside: Path) -> None:
    """Give a file a second name, or where there are none, a copy of its own."""
    try:
        os.link(path, aside)
    except OSError:  # sticks know no second names
        key_file.put(aside, path.read_bytes())
    key_file.settle_folder(path.parent)


def free_name(path: Path, why: str) -> Path:
    """A name beside the book that no file has yet; backups in folders never have it."""
    names = (path.with_name(f"{path.stem}-{why}-{at}{path.suffix}") for at in count(1))
    return next(name for name in names if not name.exists())
