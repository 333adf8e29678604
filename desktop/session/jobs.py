"""Long work on its way, as the window shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.parts.words import Says


@dataclass(frozen=True, slots=True)
class Job:
    """Long work on its way: its words, and whether the screens have to wait for it."""

    says: Says
    stop: Callable[[], None]
    alone: bool
