"""A finished file takes its place, also while a virus scanner looks at one of the two."""

from __future__ import annotations

import os
from pathlib import Path
from time import sleep

_HELD = (5, 32, 33)  # Windows: access denied, in use by another process, a part of it locked
_FIRST_MS = 10
_WAITS = 9  # each twice as long as the one before: five seconds in all, and no scanner looks longer


def take_place(finished: Path, target: Path) -> None:
    """Give a finished file another's name, whole or not at all, on every system.

    Windows refuses while somebody holds one of the files open, as scanners do for up to two
    seconds after it was written (trust.md 7.2, K4); it is tried again for a while and no longer.

    Raises:
        OSError: the file cannot be there, or is held for good.
    """
    for at in range(_WAITS):
        try:
            os.replace(finished, target)  # noqa: PTH105 - replaces on every system
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            sleep(_FIRST_MS * 2**at / 1000)
        else:
            return
    os.replace(finished, target)  # noqa: PTH105 - the last try says why
