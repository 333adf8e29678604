"""Opening an encrypted book: name and passphrase, and the recovery code when they are lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.parts.dialog import Dialog, fit
from desktop.parts.field import SILENT, Field, Note, Remark
from desktop.parts.form import Form
from desktop.parts.secret_fields import NewPassphrase, PassphraseField, PinField
from desktop.parts.text_fields import LongTextField, TextField
from desktop.parts.words import Button, Label, Says
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import (
    KeysOfAnother,
    PassphraseMissing,
    SlotMissing,
    TryLater,
    WrongPassphrase,
)
from ledger.domain.refusals.recovery import RecoveryCodeLength, RecoveryCodeMistyped
from reports.words.refused import sentence
from reports.words.voice import Voice

# What was typed; the answer is why not, None when the book is open.
Opens = Callable[[str, str], Refusal | None]
Recovers = Callable[[str, str, str], Refusal | None]

_SECOND = 1000
_LETTERS = 40


class UnlockDialog(Dialog):
    """Asks until the book opens; ``wants_recovery`` when somebody has only the sheet."""

    def __init__(
        self, voice: Voice, *, file: str, user: str, opens: Opens, parent: QWidget | None = None
    ) -> None:
        super().__init__(lambda voice: voice.tr("Encrypted book"), voice, parent)
        self.wants_recovery = False
        self._opens = opens
        self.form = Form(voice)
        self.user = self.form.add(lambda voice: voice.tr("Your name"), TextField(voice))
        self.user.set_words(user)
        self.passphrase = self.form.add(
            lambda voice: voice.tr("Passphrase"), PassphraseField(voice)
        )
        self.pin = self.form.add(lambda voice: voice.tr("PIN"), PinField(voice), optional=True)
        self.pin.hint(
            lambda voice: voice.tr(
                "If you like, four to six digits that unlock after a short break"
            )
        )
        self.trouble = Note(voice)
        self.open_button = Button(lambda voice: voice.tr("Open the book"), voice, main=True)
        self.recover_button = Button(lambda voice: voice.tr("Open with the recovery code"), voice)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self.body.addWidget(Label(_of_file(file), voice))
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.add_buttons(self.open_button, self.recover_button, self.cancel_button)
        self.waiting = Waiting(self.passphrase, self.open_button, self)
        self.open_button.clicked.connect(self.unlock)
        self.recover_button.clicked.connect(self._recover)
        self.cancel_button.clicked.connect(self.reject)
        (self.passphrase if user else self.user).setFocus()

    def of_office(self) -> UnlockDialog:
        """For the file of a network office, which has no recovery sheet and locks by itself never.

        Answers the dialog.
        """
        self.form.show_row(self.pin, visible=False)
        self.recover_button.hide()
        letter = self.fontMetrics().averageCharWidth()
        self.passphrase.edit.setMinimumWidth(letter * _LETTERS)  # what is refused needs room
        self.open_button.say(lambda voice: voice.tr("Open the office"))
        return self

    def unlock(self) -> None:
        """Try what was typed; a refusal stands beside what it is about."""
        self.trouble.remark(SILENT)
        if self.waiting.over and self.form.is_ready():
            refusal = self._opens(self.user.words(), self.passphrase.words())
            if refusal is None:
                self.accept()
            else:
                self._refuse(refusal)
                QTimer.singleShot(0, self, lambda: fit(self))

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, TryLater):
            self.waiting.start(refusal.seconds)
        elif isinstance(refusal, SlotMissing):
            show_beside(self.user, refusal)
        elif isinstance(refusal, (WrongPassphrase, PassphraseMissing)):
            show_beside(self.passphrase, refusal)
            self.passphrase.edit.selectAll()
        else:
            self.trouble.remark(Remark("problem", lambda voice: sentence(refusal, voice)))

    def _recover(self) -> None:
        self.wants_recovery = True
        self.reject()


class Waiting:
    """The seconds until the next try, counted down beside the field."""

    def __init__(self, field: Field, button: Button, parent: QWidget) -> None:
        self._field, self._button, self._left = field, button, 0
        self._timer = QTimer(parent)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.tick)

    @property
    def over(self) -> bool:
        return self._left == 0

    def start(self, seconds: int) -> None:
        self._left = seconds
        self._timer.start()
        self._show()

    def tick(self) -> None:
        """One second went by."""
        self._left = max(0, self._left - 1)
        if self.over:
            self._timer.stop()
        self._show()

    def _show(self) -> None:
        self._button.setEnabled(self.over)
        if self.over:
            self._field.show_problem(None)
            self._field.setFocus()
        else:
            show_beside(self._field, TryLater(self._left))


class RecoverDialog(Dialog):
    """Asks for the code of the recovery sheet and for a new passphrase, until the book opens.

    ``wants_network`` when a network office has its own key instead of the sheet.
    """

    def __init__(  # noqa: PLR0913 - named at every call
        self,
        voice: Voice,
        *,
        file: str,
        user: str,
        recovers: Recovers,
        why: Refusal | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(lambda voice: voice.tr("Open with the recovery code"), voice, parent)
        self._recovers = recovers
        self.wants_network = False
        self.form = Form(voice)
        self.code = self.form.add(
            lambda voice: voice.tr("Recovery code"), LongTextField(voice, lines=3)
        )
        self.code.hint(lambda voice: voice.tr("All nineteen groups of the sheet, in their order"))
        self.user = self.form.add(lambda voice: voice.tr("Your name"), TextField(voice))
        self.user.set_words(user)
        self.new = NewPassphrase(self.form, voice, lambda: (self.user.words(),))
        self.trouble = Note(voice)
        self.open_button = Button(lambda voice: voice.tr("Open the book"), voice, main=True)
        self.network_button = Button(
            lambda voice: voice.tr("Open with the key of a network office"), voice
        )
        self.network_button.setVisible(why is None)  # such a key needs the key file
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        said = _of_file(file) if why is None else lambda voice: sentence(why, voice)
        self.body.addWidget(Label(said, voice))
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.add_buttons(self.open_button, self.network_button, self.cancel_button)
        self.open_button.clicked.connect(self.recover)
        self.network_button.clicked.connect(self._by_network)
        self.cancel_button.clicked.connect(self.reject)

    def recover(self) -> None:
        """Try the code; the new passphrase opens the book from now on."""
        self.trouble.remark(SILENT)
        if not self.form.is_ready():
            return
        refusal = self._recovers(self.code.words(), self.user.words(), self.new.words())
        if refusal is None:
            self.accept()
        elif isinstance(refusal, (RecoveryCodeLength, RecoveryCodeMistyped, KeysOfAnother)):
            show_beside(self.code, refusal)
            self.code.setFocus()
        else:
            self.trouble.remark(Remark("problem", lambda voice: sentence(refusal, voice)))

    def _by_network(self) -> None:
        self.wants_network = True
        self.reject()


def show_beside(field: Field, refusal: Refusal) -> None:
    field.show_problem(lambda voice: sentence(refusal, voice))


def _of_file(file: str) -> Says:
    return lambda voice: voice.tr("{file} is encrypted.").format(file=file)
