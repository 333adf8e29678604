"""What every area shows: asking again when it is stale, dialogs, definitions, lists on paper."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.columns import Seen
from desktop.parts.table import Table
from desktop.session.explaining import DefinitionsDialog, HelpKey, asked_about
from desktop.session.working import Working
from reports.words.voice import Voice

Opens = Callable[[QDialog], bool]


def show_dialog(dialog: QDialog) -> bool:
    """Show a dialog until it is answered; True when it was accepted."""
    return dialog.exec() == QDialog.DialogCode.Accepted


class AreaScreen(QWidget):
    """One area of a window; ``go_to`` carries a Place where somebody wants to go.

    A screen that is not seen asks only when it is seen again.
    """

    go_to = Signal(object)

    # What is open of a list, as ``open_at`` understands it; None while the list is seen.
    opened: Any = None

    def __init__(self, voice: Voice, ask: Asks, opens: Opens = show_dialog) -> None:
        super().__init__()
        self.voice = voice
        self.asks = ask
        self.opens = opens
        self.body = QVBoxLayout(self)
        self._stale = True
        self._printing: set[Table] = set()
        self._help = HelpKey(self)
        self._help.asked.connect(self.explain)

    def ask_again(self) -> None:
        """Ask the screen's questions anew and show the answers."""

    def open_at(self, key: Hashable) -> None:
        """Show the thing with this key; None is the start of the area."""

    def go_back_to(self, opened: Hashable) -> None:
        """Show again what was open when somebody went on from here; nothing is the list."""
        if opened is not None and opened != self.opened:
            self.open_at(opened)

    def take_keyboard(self) -> None:
        """The area was chosen: the keyboard goes to where work begins."""
        self.setFocus()

    def set_voice(self, voice: Voice) -> None:
        """Remember the voice; the pieces of the screen are told theirs by ``retell``."""
        self.voice = voice

    def show_form(self, dialog: QDialog) -> bool:
        """Open a dialog above this screen; True when it was accepted."""
        dialog.setParent(self.window(), dialog.windowFlags())
        dialog.installEventFilter(self._help)
        accepted = self.opens(dialog)
        dialog.deleteLater()
        return accepted

    def explain(self, shown: QWidget | None = None) -> None:
        """Say what the terms mean that stand on this screen, or on a dialog above it."""
        self.show_form(DefinitionsDialog(asked_about(shown or self, self.voice), self.voice))

    def freshen(self) -> None:
        """Ask again when something changed since the last time."""
        if self._stale:
            self._stale = False
            self.ask_again()

    def grow_stale(self) -> None:
        """Something changed that is shown here: ask at once, or when the screen is seen again."""
        self._stale = True
        if self.isVisible():
            self.freshen()

    def print_list(self, name: str, seen: Seen) -> None:
        """Show a list as the page that it becomes on paper; from there it is printed or saved."""
        self.make_list(name, seen, partial(self._show_list, name))

    @property
    def works(self) -> Working:
        """Who runs long work for this screen."""
        raise NotImplementedError

    def make_list(self, name: str, seen: Seen, then: Callable[[bytes], None]) -> None:
        """Make a PDF of a list, off the main thread."""
        raise NotImplementedError

    def _show_list(self, name: str, pdf: bytes) -> None:
        from desktop.session.seen_dialog import SeenDialog

        self.show_form(SeenDialog(pdf, self.voice, self.asks, title=name, works=self.works))

    def _let_print(self) -> None:
        """Every list of the screen is printed as it is seen, those that came later too."""
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
