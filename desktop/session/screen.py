"""What all screens share: their session and voice, and asking again when something changed.

    class MembersScreen(Screen):
        SHOWS = frozenset({"members", "entries"})

        def ask_again(self) -> None:
            self.table.set_rows(self.session.ask(member_list).rows)

A screen that is not seen asks only when it is seen again. ``opens`` shows a dialog and answers
whether it was accepted; tests pass their own and fill the dialog in instead.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.columns import Seen
from desktop.parts.table import Table
from desktop.parts.words import Button
from desktop.session.allowing import kept_from, others_said
from desktop.session.explaining import DefinitionsDialog, HelpKey, asked_about
from desktop.session.places import Place
from desktop.session.session import Session
from reports.words.voice import Voice

Opens = Callable[[QDialog], bool]
Form = Callable[[Session, Voice], QDialog]
FormOf = Callable[[Session, Voice, Any], QDialog]


def show_dialog(dialog: QDialog) -> bool:
    """Show a dialog until it is answered; True when it was accepted."""
    return dialog.exec() == QDialog.DialogCode.Accepted


class Screen(QWidget):
    """One area of the program; ``go_to`` carries a Place where somebody wants to go."""

    SHOWS: frozenset[str] = frozenset()

    go_to = Signal(object)

    # What is open of a list, as ``open_at`` understands it; None while the list is seen.
    opened: Any = None

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__()
        self.session = session
        self.voice = voice
        self.asks = ask
        self.opens = opens
        self.body = QVBoxLayout(self)
        self._stale = True
        self._printing: set[Table] = set()
        self._help = HelpKey(self)
        self._help.asked.connect(self.explain)
        session.changed.connect(self._on_changed)

    def ask_again(self) -> None:
        """Ask the screen's questions anew and show the answers."""

    def open_at(self, key: Hashable) -> None:
        """Show the thing with this key; None is the start of the area."""

    def go_back_to(self, opened: Hashable) -> None:
        """Show again what was open when somebody went on from here; nothing is the list."""
        if opened is not None and opened != self.opened:
            self.open_at(opened)

    def keep_typed(self) -> None:
        """The window goes: what is typed and not accepted yet is kept where it can be."""

    def take_keyboard(self) -> None:
        """The area was chosen: the keyboard goes to where work begins."""
        self.setFocus()

    def set_voice(self, voice: Voice) -> None:
        """Remember the voice; the pieces of the screen are told theirs by ``retell``."""
        self.voice = voice

    def show_form(self, dialog: QDialog) -> bool:
        """Open a dialog above this screen; True when it was accepted.

        A form whose command is kept for other roles is not opened: it says so instead.
        """
        kept = kept_from(dialog, self.session)
        if kept:
            self.asks.tell(others_said(kept))
            dialog.deleteLater()
            return False
        dialog.setParent(self.window(), dialog.windowFlags())
        dialog.installEventFilter(self._help)
        accepted = self.opens(dialog)
        dialog.deleteLater()
        return accepted

    def opens_form(self, button: Button, make: Form) -> None:
        """The button opens a form that asks for everything itself."""

        def clicked() -> None:
            self.show_form(make(self.session, self.voice))

        button.clicked.connect(clicked)

    def opens_form_of(self, button: Button, thing: Callable[[], Any], make: FormOf) -> None:
        """The button opens a form about the thing that is marked or open, or asks for a mark."""

        def clicked() -> None:
            found = thing()
            if found is None:
                self.asks.tell(mark_first)
            else:
                self.show_form(make(self.session, self.voice, found))

        button.clicked.connect(clicked)

    def opens_paper(self, button: Button, paper: str) -> None:
        """The button goes to a paper about the whole book."""

        def clicked() -> None:
            self.go_to.emit(Place("papers", paper))

        button.clicked.connect(clicked)

    def opens_paper_of(
        self, button: Button, key: Callable[[], Hashable | None], paper: str
    ) -> None:
        """The button goes to the paper about the thing with this key, or asks for a mark."""

        def clicked() -> None:
            found = key()
            if found is None:
                self.asks.tell(mark_first)
            else:
                self.go_to.emit(Place("papers", (paper, found)))

        button.clicked.connect(clicked)

    def show_account(
        self, account: str = "", *, since: date | None = None, until: date | None = None
    ) -> None:
        """The lines that an account is made of; whoever opens one goes to its entry."""
        from desktop.session.account_dialog import AccountDialog

        dialog = AccountDialog(self.session, self.voice, account, since=since, until=until)
        self.show_form(dialog)
        if dialog.wish is not None:
            self.go_to.emit(dialog.wish)

    def print_list(self, name: str, seen: Seen) -> None:
        """Show a list as the page that it becomes on paper; from there it is printed or saved."""
        from desktop.session.seen_dialog import SeenDialog, seen_pdf

        session, voice = self.session, self.voice

        def show(pdf: bytes) -> None:
            self.show_form(SeenDialog(pdf, self.voice, self.asks, title=name))

        session.work(
            lambda _work: seen_pdf(session, voice, name, seen),
            says=lambda voice: voice.tr("Making the paper"),
            then=show,
        )

    def _let_print(self) -> None:
        """Every list of the screen is printed as it is seen, those that came later too."""
        for table in set(self.findChildren(Table)) - self._printing:
            self._printing.add(table)
            table.print_asked.connect(partial(self._print_table, table))

    def _print_table(self, table: Table, seen: Seen) -> None:
        self.print_list(table.view.accessibleName(), seen)

    def explain(self, shown: QWidget | None = None) -> None:
        """Say what the terms mean that stand on this screen, or on a dialog above it."""
        self.show_form(DefinitionsDialog(asked_about(shown or self, self.voice), self.voice))

    def freshen(self) -> None:
        """Ask again when something changed since the last time."""
        if self._stale:
            self._stale = False
            self.ask_again()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & self.SHOWS:
            self._stale = True
            if self.isVisible():
                self.freshen()

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


def keep_typed(window: QWidget) -> None:
    """Let every screen of a window keep what is being typed, before somebody else sits down."""
    for screen in window.findChildren(Screen):
        screen.keep_typed()


def marked(table: Table, asks: Asks) -> Any:
    """The line that is marked; None without one, which is said then."""
    row = table.current()
    if row is None:
        asks.tell(mark_first)
    return row


def mark_first(voice: Voice) -> str:
    """What a button says that is about a line of a list while none is marked."""
    return voice.tr("There is nothing to do this with. Mark a line of the list first.")
