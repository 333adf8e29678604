"""One paper: its fields beside the page as it will be printed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.papers.making import title_of
from desktop.papers.params_form import ParamsForm
from desktop.papers.state import OF_ACCOUNTS, PARAMS, Wanted
from desktop.parts.field import Note, Remark
from desktop.parts.flow import ButtonRow
from desktop.parts.pdf_view import PdfView
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button, Label, Says, nothing, verbatim
from desktop.session.session import Session
from reports.words.voice import Language, Voice

_LANGUAGES: tuple[tuple[Language, Says], ...] = (
    ("th", lambda voice: voice.tr("Thai")),
    ("en", lambda voice: voice.tr("English")),
    ("both", lambda voice: voice.tr("Both languages")),
)


_SHEETS: tuple[tuple[str, Says], ...] = (
    ("", lambda voice: voice.tr("The paper's own sheet")),
    ("a4", verbatim("A4")),
    ("a5", verbatim("A5")),
    ("two-on-a4", lambda voice: voice.tr("Two on one A4 sheet")),
    ("roll", lambda voice: voice.tr("Roll, 80 mm")),
)
_LINES = 18  # as much of a page as must be seen at once


class PaperPage(QWidget):
    """``shown`` says that a paper is wanted on the screen; the page itself prints nothing."""

    left = Signal()
    shown = Signal(object)

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__()
        self._session = session
        self._voice = voice
        self.name = ""
        self.form: ParamsForm | None = None
        self.title = Label(nothing, voice, heading=True)
        self.back = Button(lambda voice: voice.tr("All reports"), voice)
        self.language = PickField(voice, _LANGUAGES)
        self.language.set_name(lambda voice: voice.tr("Language of the paper"))
        self.sheet = PickField(voice, _SHEETS)
        self.sheet.set_name(lambda voice: voice.tr("Sheet of paper"))
        self.sheet.pick("")
        self.show_button = Button(lambda voice: voice.tr("Show"), voice)
        self.everybody = Button(lambda voice: voice.tr("For all members"), voice)
        self.behind = Button(lambda voice: voice.tr("What an account is made of"), voice)
        self.save_sheet = Button(lambda voice: voice.tr("Save as spreadsheet"), voice)
        self.save_text = Button(lambda voice: voice.tr("Save as text"), voice)
        self.trouble = Note(voice)
        self.view = PdfView(voice)
        self.view.hide()
        self._place = QVBoxLayout()
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.show_button.clicked.connect(self.ask_for_it)
        self.everybody.clicked.connect(self.ask_for_everybody)

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice

    def open_paper(self, name: str, known: Mapping[str, Any]) -> None:
        """Show the fields of a paper; when nothing is missing the paper comes at once."""
        self.name = name
        self.title.say(lambda voice: title_of(name, voice))
        self.show_trouble(nothing)
        self.view.hide()
        if self.form is not None:
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = ParamsForm(self._session, self._voice, PARAMS[name], known)
        # Only as high as its fields: while no page is seen, the room that is left lies below.
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._place.addWidget(self.form)
        self.form.show()  # at once: the keyboard goes to its first field
        self.language.pick(self._voice.tongue)
        self.sheet.pick("")
        self.everybody.setVisible("member" in [one.name for one in PARAMS[name]])
        self.behind.setVisible(name in OF_ACCOUNTS)
        self._in_reading_order(self.form)
        if self.form.values() is not None:
            self.ask_for_it()

    def _in_reading_order(self, form: ParamsForm) -> None:
        """Fields that were made last are reached by Tab where they stand."""
        edits = [self.back, *(field.edit for field in form.fields)]
        edits += [self.language.edit, self.sheet.edit]
        for before, after in pairwise(edits):
            QWidget.setTabOrder(before, after)

    def take_keyboard(self) -> None:
        """To the paper's button for printing when it is shown, else to the first field."""
        fields = () if self.form is None else self.form.fields
        if self.view.isVisibleTo(self) or not fields:
            self.view.print_button.setFocus()
        else:
            fields[0].setFocus()

    def wanted(self, *, everybody: bool = False) -> Wanted | None:
        """What is asked for; None while a field is missing."""
        without = "member" if everybody else ""
        fields = None if self.form is None else self.form.values(without=without)
        language = self.language.picked()
        if fields is None or language not in ("th", "en", "both"):
            return None
        return Wanted(self.name, fields, language, str(self.sheet.picked() or ""), everybody)

    def ask_for_it(self) -> None:
        """Ask for the paper, or say which field is missing."""
        if self.form is None or not self.form.is_ready():
            return
        wanted = self.wanted()
        if wanted is not None:
            self.shown.emit(wanted)

    def ask_for_everybody(self) -> None:
        """Ask for the paper of every member of the day."""
        wanted = self.wanted(everybody=True)
        if wanted is not None:
            self.shown.emit(wanted)

    def show_pdf(self, pdf: bytes) -> None:
        self.show_trouble(nothing)
        self.view.show()
        self.view.open(pdf)

    def show_trouble(self, says: Says) -> None:
        self.trouble.remark(Remark("problem", says))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.ask_for_it()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        self.view.setMinimumHeight(self.fontMetrics().height() * _LINES)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addLayout(self._place)
        choice = QHBoxLayout()
        choice.addWidget(self.language)
        choice.addWidget(self.sheet)
        buttons = (self.show_button, self.everybody, self.behind, self.save_sheet, self.save_text)
        choice.addWidget(ButtonRow(buttons), 1)
        rows.addLayout(choice)
        rows.addWidget(self.trouble)
        rows.addWidget(self.view, 1)
        rows.addStretch(0)
