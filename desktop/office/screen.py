"""What all areas of the office share: the session, asking again, dialogs, lists on paper."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.office.making import list_pdf
from desktop.office.session import OfficeSession
from desktop.office.sight_bar import SightBar
from desktop.parts.ask import Asks
from desktop.parts.columns import Seen
from desktop.parts.table import Table
from desktop.parts.words import Button, Label
from desktop.session.explaining import DefinitionsDialog, asked_about
from desktop.session.screen import Opens, show_dialog
from desktop.session.seen_dialog import SeenDialog
from reports.words.voice import Voice

T = TypeVar("T")


class OfficeScreen(QWidget):
    """One area of the office; ``go_to`` carries a Place where somebody wants to go."""

    go_to = Signal(object)

    def __init__(
        self, session: OfficeSession, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__()
        self.session = session
        self.voice = voice
        self.asks = ask
        self.opens = opens
        self.body = QVBoxLayout(self)
        self._stale = True
        self._printing: set[Table] = set()
        session.changed.connect(self._on_changed)

    def ask_again(self) -> None:
        """Ask the screen's questions anew and show the answers."""

    def open_at(self, key: Hashable) -> None:
        """Show the thing with this key; None is the start of the area."""

    def take_keyboard(self) -> None:
        """The area was chosen: the keyboard goes to where work begins."""
        self.setFocus()

    def set_voice(self, voice: Voice) -> None:
        """Remember the voice; the pieces of the screen are told theirs by ``retell``."""
        self.voice = voice

    def show_form(self, dialog: QDialog) -> bool:
        """Open a dialog above this screen; True when it was accepted."""
        dialog.setParent(self.window(), dialog.windowFlags())
        accepted = self.opens(dialog)
        dialog.deleteLater()
        return accepted

    def explain(self) -> None:
        """Say what the terms mean that stand on this screen."""
        self.show_form(DefinitionsDialog(asked_about(self, self.voice), self.voice))

    def freshen(self) -> None:
        """Ask again when something changed since the last time."""
        if self._stale:
            self._stale = False
            self.ask_again()

    def print_list(self, name: str, seen: Seen) -> None:
        """Show a list as the page that it becomes on paper."""
        session, voice = self.session, self.voice
        session.work(
            lambda _work: list_pdf(session, voice, name, seen),
            says=lambda voice: voice.tr("Making the paper"),
            then=lambda pdf: self._show_list(pdf, name),
        )

    def _show_list(self, pdf: bytes, name: str) -> None:
        self.show_form(SeenDialog(pdf, self.voice, self.asks, title=name))

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.freshen()

    def _let_print(self) -> None:
        """Every list of the screen is printed as it is seen."""
        for table in set(self.findChildren(Table)) - self._printing:
            self._printing.add(table)
            table.print_asked.connect(partial(self._print_table, table))

    def _print_table(self, table: Table, seen: Seen) -> None:
        self.print_list(table.view.accessibleName(), seen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.explain()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._let_print()
        self.freshen()


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
            alone=False,
        )

    @override
    def take_keyboard(self) -> None:
        self.sight.month.setFocus()
