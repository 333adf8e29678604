"""What the frame knows of an area: its name, its word, its sign, and how to build its screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.parts.ask import Asks
from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.screen import Screen
from reports.words.voice import Voice

Build = Callable[[Session, Voice, Asks], Screen]


@dataclass(frozen=True, slots=True)
class Area:
    """One entry of the navigation; ``build`` imports and makes the screen when it is first seen."""

    name: str
    says: Says
    build: Build
