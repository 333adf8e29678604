"""Whether the open file still lies where it was opened (issue 5, "a book that vanishes")."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ledger.domain.refusals import NoSuchBook

Which = tuple[int, int]


def which(path: Path) -> Which | None:
    """What tells this file from another one that may lie at its place later."""
    with suppress(OSError):
        found = os.stat(path)  # noqa: PTH116 - before every act: a path object costs more
        return found.st_dev, found.st_ino
    return None


def check_there(path: Path, opened: Which | None) -> None:
    """Refuse to save into a file that was moved, deleted or replaced while it was open.

    The system would go on writing into what nobody finds again; the log lies beside the old name.

    Raises:
        NoSuchBook: the file that was opened lies no longer at its place.
    """
    if which(path) != opened:
        raise NoSuchBook(str(path))
