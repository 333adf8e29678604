"""What else can be done on a screen, behind one button: a menu of forms, by what the user may do.

    self.more = MoreButton(voice, deeds_of(self), self)

A deed whose command the user may not give is not offered; the last line of the menu says which
role it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QMenu

from desktop.parts.words import Button, Says, without_mnemonic
from desktop.session.allowing import others_said
from desktop.session.screen import Screen, mark_first
from desktop.session.session import Session
from reports.words.voice import Voice

D = TypeVar("D")
Opens = Callable[[], QDialog | None]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: its command in the table of rights, its words, and the form it opens.

    ``opens`` answers None where something has to be marked in a list first.
    """

    command: str
    says: Says
    opens: Opens


def forms_on(screen: Screen) -> Callable[[Callable[[Session, Voice], QDialog | None]], Opens]:
    """Makes what opens a form for which nothing has to be open on the page."""
    return lambda make: lambda: make(screen.session, screen.voice)


def forms_of(
    screen: Screen, opened: Callable[[], D | None]
) -> Callable[[Callable[[Session, Voice, D], QDialog | None]], Opens]:
    """Makes what opens a form for that which is open on the page; nothing where nothing is."""

    def form(make: Callable[[Session, Voice, D], QDialog | None]) -> Opens:
        def opens() -> QDialog | None:
            found = opened()
            return None if found is None else make(screen.session, screen.voice, found)

        return opens

    return form


class MoreButton(Button):
    """Opens the menu below itself; the keyboard walks in it with the arrows."""

    def __init__(
        self, voice: Voice, deeds: Sequence[Deed], screen: Screen, says: Says | None = None
    ) -> None:
        super().__init__(says or _more, voice)
        self.deeds = tuple(deeds)
        self._screen = screen
        self._allowed: Collection[str] | None = None
        self.clicked.connect(self._show_menu)

    def allow(self, allowed: Collection[str]) -> None:
        """Only what may be done with these commands is offered; nothing at all hides the button."""
        self._allowed = allowed
        if not self.offered:
            self.forbid()

    @property
    def offered(self) -> tuple[Deed, ...]:
        return tuple(
            one for one in self.deeds if self._allowed is None or one.command in self._allowed
        )

    def menu_of_deeds(self) -> QMenu:
        """The menu, for the mouse and for the keyboard."""
        menu = QMenu(self)
        voice = self._screen.voice
        for deed in self.offered:
            menu.addAction(without_mnemonic(deed.says(voice)), self._doing(deed))
        kept = [one.command for one in self.deeds if one not in self.offered]
        if kept:
            menu.addSeparator()
            menu.addAction(without_mnemonic(others_said(kept)(voice))).setEnabled(False)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def do(self, deed: Deed) -> None:
        """Open the form of a deed, or say what has to be marked for it."""
        dialog = deed.opens()
        if dialog is None:
            self._screen.asks.tell(mark_first)
        else:
            self._screen.show_form(dialog)

    def do_named(self, command: str) -> None:
        """Open the form of the first deed with this command."""
        self.do(next(one for one in self.offered if one.command == command))

    def _doing(self, deed: Deed) -> Callable[[], None]:
        return lambda: self.do(deed)

    def _show_menu(self) -> None:
        menu = self.menu_of_deeds()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def _more(voice: Voice) -> str:
    return voice.tr("More")
