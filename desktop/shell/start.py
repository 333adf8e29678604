"""The first window: practise, make, open or restore a book, or go on with one opened before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.parts.ask import Asks, FileKind
from desktop.parts.columns import ColumnSpec, text_column
from desktop.parts.field import Note, Remark
from desktop.parts.form import Form
from desktop.parts.page import Page
from desktop.parts.progress import ProgressLine
from desktop.parts.table import Table
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label, Says, nothing, verbatim
from desktop.shell.choices import (
    OFFICE_ENDING,
    NewBook,
    NewOffice,
    OpenBook,
    Practise,
    RestoreCopy,
)
from desktop.shell.founding_dialog import BOOK_FILE
from desktop.shell.remembered import Remembered
from reports.words.voice import Voice

AsksForBook = Callable[[], NewBook | None]
AsksForCopy = Callable[[], RestoreCopy | None]
AsksForOffice = Callable[[], NewOffice | None]

OFFICE_FILE = FileKind(
    lambda voice: voice.tr("File of a network office"), (OFFICE_ENDING.removeprefix("."),)
)
ANY_FILE = FileKind(
    lambda voice: voice.tr("Book or network office"), (*BOOK_FILE.endings, *OFFICE_FILE.endings)
)


@dataclass(frozen=True, slots=True)
class _Recent:
    """A book that was opened on this PC before."""

    path: Path


def recent_columns(voice: Voice) -> Sequence[ColumnSpec[_Recent]]:
    return (
        text_column(voice.tr("Book"), lambda row: row.path.stem),
        text_column(voice.tr("Folder"), lambda row: str(row.path.parent), stretch=True),
    )


class StartWindow(QWidget):
    """``chosen`` carries what is wanted; ``preferred`` the language or size that was asked for."""

    chosen = Signal(object)
    language_asked = Signal()

    def __init__(  # noqa: PLR0913, PLR0917 - what it asks for is asked by the program
        self,
        remembered: Remembered,
        voice: Voice,
        ask: Asks,
        new_book: AsksForBook,
        copy: AsksForCopy = lambda: None,
        office: AsksForOffice = lambda: None,
    ) -> None:
        super().__init__()
        self._voice = voice
        self._asks = ask
        self._new_book = new_book
        self._copy = copy
        self._office = office
        self._folder = remembered.recent[0].parent if remembered.recent else Path.home()
        self.title = Label(verbatim("สัจจะ · Satcha"), voice, heading=True)
        self.trouble = Note(voice)
        self.progress = ProgressLine(voice)
        self.form = Form(voice)
        self.user = self.form.add(lambda voice: voice.tr("Your name"), TextField(voice))
        self.user.set_words(remembered.user)
        self.practise = Button(lambda voice: voice.tr("Practise"), voice)
        self.anew = Button(lambda voice: voice.tr("Practise with a fresh book"), voice)
        self.new = Button(lambda voice: voice.tr("New book"), voice)
        self.open = Button(lambda voice: voice.tr("Open a book"), voice)
        self.restore = Button(lambda voice: voice.tr("Restore from a copy"), voice)
        self.office = Button(lambda voice: voice.tr("New network office"), voice)
        self.language = Button(_other_language, voice)
        self.recent = Table(
            recent_columns, voice, name=lambda voice: voice.tr("Books opened before")
        ).without_find()
        self.recent.say_when_empty(lambda voice: voice.tr("No book was opened here yet."))
        self.recent.set_rows([_Recent(path) for path in remembered.recent])
        self._lay_out()
        self._wire()
        self.set_voice(voice)
        (self.practise if remembered.user else self.user).setFocus()

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._asks.set_voice(voice)
        self.setWindowTitle(voice.tr("Satcha"))

    def show_trouble(self, says: Says) -> None:
        """Say why a book could not be opened or made; everything stays as it was typed."""
        self.trouble.remark(Remark("problem", says))

    def show_progress(self, says: Says, stop: Callable[[], None]) -> None:
        self.trouble.remark(Remark("hint", nothing))
        self.progress.start(says, stop=stop)

    def show_done(self) -> None:
        self.progress.finish()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.language)
        page = Page()
        firsts = (self.practise, self.anew)
        seconds = (self.new, self.open, self.restore, self.office)
        for button in (*firsts, *seconds):
            button.setMinimumWidth(button.sizeHint().width())
        page.body.addWidget(Label(_welcome, self._voice))
        page.body.addWidget(self.form)
        page.body.addWidget(self.trouble)
        page.body.addWidget(self.progress)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, firsts),
            (second, seconds),
        ):
            for button in buttons:
                row.addWidget(button)
            page.body.addLayout(row)
        page.body.addWidget(
            Label(lambda voice: voice.tr("Books opened before"), self._voice, heading=True)
        )
        page.body.addWidget(self.recent, 1)
        rows = QVBoxLayout(self)
        rows.addLayout(head)
        rows.addWidget(page, 1)

    def _wire(self) -> None:
        self.practise.clicked.connect(self._practise)
        self.anew.clicked.connect(self._practise_anew)
        self.new.clicked.connect(self._make)
        self.open.clicked.connect(self._open)
        self.restore.clicked.connect(self._restore)
        self.office.clicked.connect(self._make_office)
        self.language.clicked.connect(self.language_asked)
        self.recent.activated.connect(self._open_recent)

    def _practise(self) -> None:
        self._choose(Practise())

    def _practise_anew(self) -> None:
        if self._asks.sure(
            lambda voice: voice.tr(
                "Everything done in the practice book so far goes. A fresh one is made."
            ),
            yes=lambda voice: voice.tr("Make a fresh one"),
        ):
            self._choose(Practise(anew=True))

    def _make(self) -> None:
        if self.form.is_ready():
            made = self._new_book()
            if made is not None:
                self._choose(made)

    def _open(self) -> None:
        if not self.form.is_ready():
            return
        path = self._asks.open_file(lambda voice: voice.tr("Open a book"), [ANY_FILE], self._folder)
        if path is not None:
            self._choose(OpenBook(path))

    def _restore(self) -> None:
        if self.form.is_ready():
            wish = self._copy()
            if wish is not None:
                self._choose(wish)

    def _make_office(self) -> None:
        if self.form.is_ready():
            made = self._office()
            if made is not None:
                self._choose(made)

    def _open_recent(self, row: _Recent) -> None:
        self._choose(OpenBook(row.path))

    def _choose(self, choice: object) -> None:
        if self.form.is_ready():
            self.trouble.remark(Remark("hint", nothing))
            self.chosen.emit(choice)


def _welcome(voice: Voice) -> str:
    return voice.tr(
        "The practice book is an invented cooperative: try everything there, nothing can be "
        "spoilt. Your own book is one file on this computer."
    )


def _other_language(voice: Voice) -> str:
    return "English" if voice.tongue == "th" else "ไทย"
