"""A form whose result is a command: previewed while it is filled in, booked once, never lost.

    class DepositDialog(CommandDialog):
        def __init__(self, session, voice, card): …
            self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        def command(self) -> Deposit | None: …

Enter goes on to the next field and at the end to the button that books, so that the preview has
been seen by then; Ctrl+Enter books from anywhere. A refusal stands beside the field that caused it
and the form stays as it was typed. The command's id is made when the form opens: it books once.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.field import Field, Note, Remark
from desktop.parts.form import Form
from desktop.parts.page import Page
from desktop.parts.words import Button, Says, nothing
from desktop.session.beside import fields_of
from desktop.session.form_room import after_form, go_on, offer_to_window, room_for, stay_on_screen
from desktop.session.preview import Preview, Tells, papers_and_total
from desktop.session.session import Session
from ledger.domain.commands import Command, Outcome
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice

F = TypeVar("F", bound=QWidget)

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_REST = 200  # milliseconds without a key before the posting is rehearsed


class CommandDialog(QDialog):
    """Asks for one command; ``outcome`` is what was booked, None while nothing was."""

    def __init__(
        self,
        session: Session,
        voice: Voice,
        *,
        title: Says,
        verb: Says,
        tells: Tells = papers_and_total,
    ) -> None:
        super().__init__()
        self.session = session
        self.voice = voice
        self.outcome: Outcome | None = None
        self._title = title
        self.command_id = session.command_id()
        self._asked: Command | None = None
        self._typed = False  # since it opened, and not booked
        self._leaves = False  # was told so, and may go
        self._fields: dict[str, Field] = {}
        self.form = Form(voice)
        self.trouble = Note(voice)
        self.preview = Preview(session, voice, tells=tells)
        self.book_button = Button(verb, voice, main=True)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self._page = Page()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self._wire()
        self.set_voice(voice)

    def command(self) -> Command | None:
        """The command that the form says; None while it says none."""
        raise NotImplementedError

    def add(self, name: str, label: Says, field: F, *, optional: bool = False) -> F:
        """Add a row; ``name`` is what the command calls the field."""
        if isinstance(field, Field):
            self._fields[name] = field
        return self.form.add(label, field, optional=optional)

    def set_voice(self, voice: Voice) -> None:
        self.voice = voice
        self.setWindowTitle(self._title(voice))

    def rehearse(self) -> None:
        """Show what the form would book now."""
        self._rest.stop()
        self._forget_trouble()
        self.preview.show_command(self.command())
        self.grow()

    def grow(self) -> None:
        """Become as high as what there is to see now, within the screen; never smaller."""
        wanted = self.sizeHint().height()
        if self.isVisible() and wanted > self.height():
            self.resize(self.width(), wanted)
            stay_on_screen(self)

    def book(self) -> None:
        """Book the command, or say beside the field why it cannot be."""
        self._rest.stop()
        self._forget_trouble()
        if not self.form.is_ready():
            return
        command = self.command()
        if command is not None and self._meant(command):
            self.carry_out(command)

    def carry_out(self, command: Command) -> None:
        try:
            outcome = self.session.run(command, command_id=self.command_id)
        except Refusal as refusal:
            self.show_refusal(refusal)
        else:
            self.booked(outcome)

    def booked(self, outcome: Outcome) -> None:
        """The book has it: the form goes."""
        self.outcome = outcome
        self.accept()

    def _forget_trouble(self) -> None:
        self.form.clear_problems()
        self.trouble.remark(Remark("hint", nothing))

    def _meant(self, command: Command) -> bool:
        """Whether no form booked just this a moment ago, or it was asked about already."""
        says = self.session.lately.says(command)
        if says is None or command == self._asked:
            return True
        self._asked = command
        self.trouble.remark(Remark("problem", says))
        return False

    def show_refusal(self, refusal: Refusal) -> None:
        """Put the sentence beside the field that caused it, or below the form; said once."""
        self.preview.show_nothing()

        def says(voice: Voice) -> str:
            return sentence(refusal, voice)

        for name in fields_of(refusal):
            field = self._fields.get(name)
            if field is not None and field.isVisibleTo(self):
                field.show_problem(says)
                field.setFocus()
                return
        self.trouble.remark(Remark("problem", says))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            offer_to_window(self, event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.book()
        else:
            self._go_on()

    @override
    def reject(self) -> None:
        """Leave the form; whoever typed something is told first that it is not booked."""
        if not self._typed or self._leaves:
            super().reject()
            return
        self._leaves = True
        self._rest.stop()
        self.trouble.remark(Remark("problem", _not_booked))
        self.grow()

    @override
    def sizeHint(self) -> QSize:
        return room_for(self, self._page)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Fields are made after the buttons; Tab has to reach them before.
        after_form(
            self.form,
            (self.preview.more, self.preview.entry.view, self.book_button, self.cancel_button),
        )
        self.resize(self.sizeHint())
        stay_on_screen(self)
        self._typed = False
        if not self.form.isAncestorOf(self.focusWidget()):
            self.form.focusNextChild()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self.isVisible():
            # The parts inside hear of it only after this.
            QTimer.singleShot(0, self, self._fit_letters)

    def _fit_letters(self) -> None:
        """Larger letters need a larger form, as far as the screen goes."""
        self.resize(self.sizeHint().expandedTo(self.size()))
        stay_on_screen(self)

    @override
    def done(self, result: int) -> None:
        self._rest.stop()
        super().done(result)

    def _lay_out(self) -> None:
        page = self._page
        page.body.addWidget(self.form)
        page.body.addWidget(self.trouble)
        page.body.addWidget(self.preview)
        page.body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.book_button)
        buttons.addWidget(self.cancel_button)
        rows = QVBoxLayout(self)
        rows.addWidget(page, 1)
        rows.addLayout(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter goes on; only the focused button is pressed by it

    def _wire(self) -> None:
        self.book_button.clicked.connect(self.book)
        self.cancel_button.clicked.connect(self.reject)
        self._rest.timeout.connect(self.rehearse)
        self.preview.more.clicked.connect(self.grow)
        self.form.changed.connect(self._on_typed)

    def _on_typed(self) -> None:
        self._typed, self._leaves = True, False
        self._rest.start()

    def _go_on(self) -> None:
        inside = self.form.isAncestorOf(self.focusWidget())
        if go_on(self, self.form, self.book_button) and inside:
            self.rehearse()


def _not_booked(voice: Voice) -> str:
    return voice.tr("What was typed is not booked. Press Escape or Cancel once more to leave it.")
