"""The locked window: name, PIN or passphrase, and after how many idle minutes it locks again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.parts.dialog import Dialog
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.form import Form
from desktop.parts.secret_fields import PassphraseField, PinField
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button, Label, Says
from desktop.session.preferences import LOCK_MINUTES
from desktop.shell.unlock_dialog import Waiting, show_beside
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import PassphraseMissing, TryLater, WrongPassphrase, WrongPin
from reports.words.refused import sentence
from reports.words.voice import Voice

Opens = Callable[[str], Refusal | None]


class LockedDialog(Dialog):
    """Only the right words lead back; ``wants_to_leave`` when the book shall stay closed."""

    def __init__(  # noqa: PLR0913 - named at every call
        self,
        voice: Voice,
        *,
        user: str,
        minutes: int,
        opens: Opens,
        by_pin: Opens | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(lambda voice: voice.tr("Locked"), voice, parent)
        self.wants_to_leave = False
        self._opens, self._by_pin = opens, by_pin
        self.form = Form(voice)
        self.pin = self.form.add(lambda voice: voice.tr("PIN"), PinField(voice), optional=True)
        self.passphrase = self.form.add(
            lambda voice: voice.tr("Passphrase"), PassphraseField(voice)
        )
        self.minutes = self.form.add(
            lambda voice: voice.tr("Lock again after"),
            PickField(voice, [(count, _minutes(count)) for count in LOCK_MINUTES]),
        )
        self.minutes.pick(minutes)
        self.trouble = Note(voice)
        self.open_button = Button(lambda voice: voice.tr("Unlock the screen"), voice, main=True)
        self.leave_button = Button(lambda voice: voice.tr("Close the book"), voice)
        self.body.addWidget(Label(_explained(user), voice))
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.add_buttons(self.open_button, self.leave_button)
        self.waiting = Waiting(self.passphrase, self.open_button, self)
        self.form.show_row(self.pin, visible=by_pin is not None)
        self.open_button.clicked.connect(self.unlock)
        self.leave_button.clicked.connect(self._leave)
        (self.passphrase if by_pin is None else self.pin).setFocus()

    def unlock(self) -> None:
        """Try what was typed; a refusal stands beside what it is about."""
        self.trouble.remark(SILENT)
        if self._by_pin is not None and not self.pin.is_empty():
            self._end(self._by_pin(self.pin.words()))
        elif self.waiting.over and self.form.is_ready():
            self._end(self._opens(self.passphrase.words()))

    @override
    def reject(self) -> None:
        """Escape leads nowhere."""

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        event.accept()

    def _leave(self) -> None:
        self.wants_to_leave = True
        super().reject()

    def _only_passphrase(self) -> None:
        self._by_pin = None
        self.form.show_row(self.pin, visible=False)
        self.passphrase.setFocus()

    def _end(self, refusal: Refusal | None) -> None:
        if refusal is None:
            self.accept()
        elif isinstance(refusal, WrongPin):
            self.pin.edit.clear()
            show_beside(self.pin if refusal.left else self.passphrase, refusal)
            if not refusal.left:
                self._only_passphrase()
        elif isinstance(refusal, PassphraseMissing):  # the key that the PIN keeps opens it no more
            self.passphrase.show_problem(_new_key)
            self._only_passphrase()
        elif isinstance(refusal, TryLater):
            self.waiting.start(refusal.seconds)
        elif isinstance(refusal, WrongPassphrase):
            show_beside(self.passphrase, refusal)
            self.passphrase.edit.selectAll()
        else:
            self.trouble.remark(Remark("problem", lambda voice: sentence(refusal, voice)))


def _new_key(voice: Voice) -> str:
    return voice.tr("The book has a new key, which the PIN does not open. Type your passphrase.")


def _explained(user: str) -> Says:
    return lambda voice: voice.tr(
        "{user}: the book is closed and its key forgotten. What you were typing waits behind this."
    ).format(user=user)


def _minutes(count: int) -> Says:
    return lambda voice: voice.tr_n("{count} minute", "{count} minutes", count).format(
        count=voice.number(count)
    )
