"""The guided form of a new book: a few questions, and where the file shall lie.

Enter goes on to the next field and at the end to the button, Ctrl+Enter makes the book, as in
every form that books.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from desktop.parts.ask import Asks, FileKind
from desktop.parts.day_field import DayField
from desktop.parts.form import Form
from desktop.parts.money_field import MoneyField
from desktop.parts.page import Page
from desktop.parts.secret_fields import NewPassphrase
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Button, Label, Says
from desktop.session.form_room import go_on, room_for, stay_on_screen
from desktop.shell.choices import NewBook
from desktop.shell.founding import ENDING, KINDS, NewBookForm, file_name_for, with_ending
from ledger.domain.accounts import BookKind
from reports.words.voice import Voice

BOOK_FILE = FileKind(lambda voice: voice.tr("Book of Satcha"), (ENDING.removeprefix("."),))


class FoundingDialog(QDialog):
    """Asks what a new book needs; ``made`` is the answer, None while there is none."""

    def __init__(self, voice: Voice, ask: Asks, *, book: str, today: date, folder: Path) -> None:
        super().__init__()
        self.voice = voice
        self.made: NewBook | None = None
        self._asks = ask
        self._book = book
        self._folder = folder
        self.form = Form(voice)
        self._page = Page()
        self._add_fields(today)
        self.make_button = Button(lambda voice: voice.tr("Make the book"), voice, main=True)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self._lay_out()
        self.make_button.clicked.connect(self.make)
        self.cancel_button.clicked.connect(self.reject)
        self.setWindowTitle(voice.tr("A new book"))

    def form_state(self) -> NewBookForm | None:
        """The form as a value; None while something is missing."""
        day, kind, month = self.starts_on.day(), self.kind.picked(), self.year_ends_in.picked()
        name = self.name_th.words()
        if not (name and day and isinstance(kind, BookKind) and isinstance(month, int)):
            return None
        return NewBookForm(
            book=self._book,
            name_th=name,
            name_en=self.name_en.words(),
            kind=kind,
            starts_on=day,
            year_ends_in=month,
            registration=self.registration.words(),
            address=self.address.words(),
            telephone=self.telephone.words(),
            cash_limit=self.cash_limit.amount(),
        )

    def make(self) -> None:
        """Ask where the file shall lie, and be done."""
        if not self.form.is_ready():
            return
        state = self.form_state()
        if state is None:
            return
        path = self._asks.save_file(
            lambda voice: voice.tr("Where shall the book lie?"),
            BOOK_FILE,
            self._folder / file_name_for(state.name_th),
        )
        if path is not None:
            self.made = NewBook(with_ending(path), state.command(), self.passphrase.words())
            self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.make()
        else:
            go_on(self, self.form, self.make_button)

    @override
    def sizeHint(self) -> QSize:
        return room_for(self, self._page)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.sizeHint().expandedTo(self.size()))
        stay_on_screen(self)

    def _add_fields(self, today: date) -> None:
        add, voice = self.form.add, self.voice
        self.name_th = add(lambda voice: voice.tr("Name in Thai"), TextField(voice))
        self.name_en = add(
            lambda voice: voice.tr("Name in English"), TextField(voice), optional=True
        )
        self.kind = add(
            lambda voice: voice.tr("Kind"),
            PickField(voice, [(kind, _translated(text)) for kind, text in KINDS.items()]),
        )
        self.starts_on = add(
            lambda voice: voice.tr("First day of the book"), DayField(voice, today)
        )
        self.starts_on.set_day(today.replace(day=1))
        self.year_ends_in = add(
            lambda voice: voice.tr("Last month of the fiscal year"),
            PickField(voice, [(month, _month(month)) for month in range(1, 13)]),
        )
        self.year_ends_in.pick(12)
        self.passphrase = NewPassphrase(
            self.form, voice, lambda: (self.name_th.words(), self.name_en.words())
        )
        self.cash_limit = add(
            lambda voice: voice.tr("Cash-holding limit"), MoneyField(voice), optional=True
        )
        self.registration = add(
            lambda voice: voice.tr("Registration number"), TextField(voice), optional=True
        )
        self.address = add(lambda voice: voice.tr("Address"), TextField(voice), optional=True)
        self.telephone = add(lambda voice: voice.tr("Telephone"), TextField(voice), optional=True)

    def _lay_out(self) -> None:
        page = self._page
        page.body.addWidget(Label(_explained, self.voice))
        page.body.addWidget(self.form)
        page.body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.cancel_button)
        rows = QVBoxLayout(self)
        rows.addWidget(page, 1)
        rows.addLayout(buttons)
        self.make_button.setAutoDefault(False)
        self.cancel_button.setAutoDefault(False)


def ask_for_book(dialog: FoundingDialog) -> NewBook | None:
    return dialog.made if dialog.exec() else None


def _explained(voice: Voice) -> str:
    return voice.tr(
        "Everything but the first day and the kind can be changed later. Usual products and the "
        "chart of accounts come with the kind. The passphrase encrypts the book: without it, or "
        "the recovery sheet that comes next, nobody opens it again."
    )


def _translated(text: str) -> Says:
    return lambda voice: voice.tr(text)


def _month(number: int) -> Says:
    return lambda voice: voice.month_name(number)
