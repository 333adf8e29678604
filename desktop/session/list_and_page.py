"""An area whose list opens one thing on a page of its own: a loan, a member, an entry.

class LoansScreen(ListAndPage):
def __init__(self, session, voice, ask, opens=show_dialog):
...
self.set_pages(lists, self.table, self.page, first=self.receive)

def ask_again(self) -> None:
self.table.set_rows(...)
self.ask_page_again()

def draw_page(self, key) -> None:
self.page.show_loan(self.session.ask(loan_paper, card=key, at=self.session.today))
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from desktop.parts.table import Table
from desktop.session.screen import Screen


class OnePage(Protocol):
    """The page of one thing; its button back to the lists is told by ``left``."""

    @property
    def left(self) -> SignalInstance: ...


class ListAndPage(Screen):
    """Lists first; Enter opens a thing, Escape goes back to the list, where it stays marked."""

    KEY: type[int | str] = int
    stack: QStackedWidget

    def set_pages(self, lists: QWidget, table: Table, page: QWidget, *, first: QWidget) -> None:
        """Put the lists and the page behind one another; ``first`` has the page's keyboard."""
        self._list, self._first = table, first
        self.stack = QStackedWidget()
        self.stack.addWidget(lists)
        self.stack.addWidget(page)
        self.body.addWidget(self.stack)

    def draw_page(self, key: Any) -> None:
        """Ask for the thing with this key and show it on the page."""

    def show_page(self, key: Hashable) -> None:
        """Open one thing; nothing changes when asking for it is refused."""
        self.draw_page(key)
        came = self.opened is None
        self.opened = key
        self.stack.setCurrentIndex(1)
        if came:
            self._first.setFocus()

    def ask_page_again(self) -> None:
        """Show the open thing as it is now, if one is open."""
        if self.opened is not None:
            self.draw_page(self.opened)

    def show_list(self) -> None:
        """Back to the lists; what was open stays marked."""
        self.stack.setCurrentIndex(0)
        if self.opened is not None:
            self._list.choose(self.opened)
        self.opened = None
        self._list.view.setFocus()

    @override
    def open_at(self, key: Hashable) -> None:
        if isinstance(key, self.KEY):
            self.show_page(key)

    @override
    def go_back_to(self, opened: Hashable) -> None:
        if opened is None and self.opened is not None:
            self.show_list()
        elif opened is not None and opened != self.opened:
            self.show_page(opened)

    @override
    def take_keyboard(self) -> None:
        (self._list if self.opened is None else self._first).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.opened is not None:
            self.show_list()
        else:
            super().keyPressEvent(event)
