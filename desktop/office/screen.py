"""What all areas of the office share: the session with its month, and lists on paper."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.office.making import list_pdf
from desktop.office.session import OfficeSession
from desktop.office.sight_bar import SightBar
from desktop.office.state import Sight
from desktop.parts.ask import Asks
from desktop.parts.columns import Seen
from desktop.parts.words import Button, Label
from desktop.session.area_screen import AreaScreen, Opens, show_dialog
from desktop.session.working import Working
from reports.words.voice import Voice

T = TypeVar("T")


class OfficeScreen(AreaScreen):
    """One area of the office; what is open in it is the month and the choice of organisations."""

    def __init__(
        self, session: OfficeSession, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(voice, ask, opens)
        self.session = session
        self.opened = session.sight
        session.changed.connect(self._on_changed)

    @override
    def go_back_to(self, opened: Hashable) -> None:
        if isinstance(opened, Sight):
            self.session.look_at(opened)

    @property
    @override
    def works(self) -> Working:
        return self.session

    @override
    def make_list(self, name: str, seen: Seen, then: Callable[[bytes], None]) -> None:
        session, voice = self.session, self.voice
        session.work(
            lambda _work: list_pdf(session, voice, name, seen),
            says=lambda voice: voice.tr("Making the paper"),
            then=then,
        )

    def _on_changed(self) -> None:
        self.opened = self.session.sight
        self.grow_stale()


def beside(label: Label, button: Button) -> QWidget:
    """A sentence, and at the end of its line the button that belongs to it."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label, 1)
    row.addWidget(button)
    return line


class SightScreen(OfficeScreen):
    """An area that shows a month of some organisations, which are chosen above its lists."""

    def __init__(
        self, session: OfficeSession, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.sight = SightBar(session, voice)

    @override
    def ask_again(self) -> None:
        self.sight.freshen()
        self.show_sight()

    def show_sight(self) -> None:
        """Ask about the month and the organisations of the session, and show the answers."""

    def ask_behind(self, call: Callable[[], T], *, then: Callable[[T], None]) -> None:
        """Ask off the main thread: a province hands in hundreds of packages a month."""
        self.session.work(
            lambda _work: call(),
            then=then,
            says=lambda voice: voice.tr("Adding up the month"),
        )

    @override
    def take_keyboard(self) -> None:
        self.sight.month.setFocus()
