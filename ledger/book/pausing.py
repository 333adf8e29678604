"""Rubbish is collected between acts and answers: the values they make are many, and most stay."""

from __future__ import annotations

import gc


class collector_paused:  # noqa: N801 - used as one calls a function; a generator takes twice as long
    """Look for rubbish only afterwards; where nobody wanted it before, not then either."""

    __slots__ = ("_wanted",)

    def __enter__(self) -> None:
        self._wanted = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._wanted:
            gc.enable()
