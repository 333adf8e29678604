"""Where somebody came from: the areas she went through, for the button and key that lead back."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import shiboken6
from PySide6.QtWidgets import QWidget

from desktop.session.area_screen import AreaScreen

_MOST = 50  # steps that are remembered


@dataclass(frozen=True, slots=True)
class Step:
    """An area, what was open in it, and where the keyboard was."""

    area: str
    opened: Hashable
    keyboard: QWidget | None

    def give_keyboard(self) -> bool:
        """Back to where the keyboard was; False when that is no longer seen."""
        there = self.keyboard
        if there is None or not shiboken6.isValid(there) or not there.isVisible():
            return False
        there.setFocus()
        return True


def step_from(area: str, screen: AreaScreen) -> Step:
    """The step that leads back to a screen as it stands now."""
    inside = screen.isAncestorOf(screen.window().focusWidget())
    return Step(area, screen.opened, screen.window().focusWidget() if inside else None)


class WayBack:
    """Steps of one window; the same place twice in a row is one step."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self._steps)

    def note(self, step: Step) -> None:
        self._steps = [*self._steps, step][-_MOST:]

    def last(self) -> Step:
        return self._steps.pop()
