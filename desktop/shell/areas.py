"""What the frame knows of an area: its name, its word, its sign, and how to build its screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Protocol

from desktop.parts.ask import Asks
from desktop.parts.words import Button, Says
from desktop.session import Session
from desktop.session.area_screen import AreaScreen
from desktop.session.more import MoreButton
from desktop.session.screen import Screen
from reports.words.voice import Voice


class Named(Protocol):
    """What the navigation knows of an area, of a book or of a network office."""

    @property
    def name(self) -> str: ...

    @property
    def says(self) -> Says: ...


class Shown(Named, Protocol):
    """What a window knows of an area beside its screen."""

    def press_new(self, screen: AreaScreen) -> bool:
        """Begin something new, as the screen stands; False where nothing new can be made."""


Build = Callable[[Session, Voice, Asks], Screen]


@dataclass(frozen=True, slots=True)
class Area:
    """One entry of the navigation; ``build`` imports and makes the screen when it is first seen.

    It is shown to whoever may give one of the commands it ``needs``, where it needs any; a button
    of its screen (``page.receive``) only to whoever may give the command behind it. ``new`` are
    the buttons of which Ctrl+N presses the first that can be pressed.
    """

    name: str
    says: Says
    build: Build
    needs: tuple[str, ...] = ()
    buttons: Mapping[str, str] = field(default_factory=dict)
    new: tuple[str, ...] = ()

    def is_for(self, allowed: Collection[str]) -> bool:
        return not self.needs or any(command in allowed for command in self.needs)

    def press_new(self, screen: AreaScreen) -> bool:
        return press_first(screen, self.new)

    def forbid(self, screen: Screen, allowed: Collection[str]) -> frozenset[str]:
        """Take away the buttons of a screen that lead to something not allowed: which commands."""
        for path, command in self.buttons.items():
            if command not in allowed:
                button: Button = attrgetter(path)(screen)
                button.forbid()
        further = screen.findChildren(MoreButton)
        for more in further:
            more.allow(allowed)
        behind = {deed.command for more in further for deed in more.deeds}
        return frozenset((behind | set(self.buttons.values())) - set(allowed))


def press_first(screen: AreaScreen, paths: Iterable[str]) -> bool:
    """Press the first of the buttons that can be pressed now; False where none can."""
    for path in paths:
        button: Button = attrgetter(path)(screen)
        if button.isVisible() and button.isEnabled():
            button.click()
            return True
    return False
