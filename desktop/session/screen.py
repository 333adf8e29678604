"""What all screens of a book share: its session, its forms, and asking again when it changed.

    class MembersScreen(Screen):
        SHOWS = frozenset({"members", "entries"})

        def ask_again(self) -> None:
            self.table.set_rows(self.session.ask(member_list).rows)

``opens`` shows a dialog and answers whether it was accepted; tests pass their own and fill the
dialog in instead.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.columns import Seen
from desktop.parts.table import Table
from desktop.parts.words import Button
from desktop.session.allowing import kept_from, others_said
from desktop.session.area_screen import AreaScreen, Opens, show_dialog
from desktop.session.places import Place
from desktop.session.session import Session
from desktop.session.working import Working
from reports.words.voice import Voice

__all__ = ["Form", "FormOf", "Opens", "Screen", "keep_typed", "mark_first", "marked", "show_dialog"]

Form = Callable[[Session, Voice], QDialog]
FormOf = Callable[[Session, Voice, Any], QDialog]


class Screen(AreaScreen):
    """One area of the program."""

    SHOWS: frozenset[str] = frozenset()

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(voice, ask, opens)
        self.session = session
        session.changed.connect(self._on_changed)

    def keep_typed(self) -> None:
        """The window goes: what is typed and not accepted yet is kept where it can be."""

    @override
    def show_form(self, dialog: QDialog) -> bool:
        """The same; a form whose command is kept for other roles is not opened: it says so."""
        kept = kept_from(dialog, self.session)
        if kept:
            self.asks.tell(others_said(kept))
            dialog.deleteLater()
            return False
        return super().show_form(dialog)

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

    @property
    @override
    def works(self) -> Working:
        return self.session

    @override
    def make_list(self, name: str, seen: Seen, then: Callable[[bytes], None]) -> None:
        from desktop.session.seen_dialog import seen_pdf

        session, voice = self.session, self.voice
        session.work(
            lambda _work: seen_pdf(session, voice, name, seen),
            says=lambda voice: voice.tr("Making the paper"),
            then=then,
        )

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & self.SHOWS:
            self.grow_stale()


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
