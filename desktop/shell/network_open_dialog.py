"""A network office opens a cooperative's book with its own key, when nobody else can any more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.parts.ask import Asks, FileKind
from desktop.parts.dialog import Dialog
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.form import Form
from desktop.parts.secret_fields import NewPassphrase, PassphraseField
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label
from desktop.shell.unlock_dialog import show_beside
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.network_key import WrongNetworkPassphrase
from reports.words.refused import sentence
from reports.words.voice import Voice

# The key's file, its passphrase, the name, the new passphrase; the answer is why not.
Recovers = Callable[[Path, str, str, str], Refusal | None]
_LETTERS = 44
_KIND = FileKind(lambda voice: voice.tr("Key of the network office"), ("key",))


class NetworkOpenDialog(Dialog):
    """Asks for the office's key and for a new passphrase, until the book opens."""

    def __init__(  # noqa: PLR0913 - named at every call
        self,
        voice: Voice,
        *,
        file: str,
        user: str,
        asks: Asks,
        recovers: Recovers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(by_network, voice, parent)
        self._asks, self._recovers = asks, recovers
        self.key: Path | None = None
        self.file_button = Button(lambda voice: voice.tr("Choose the office's key"), voice)
        self.form = Form(voice)
        self.words = self.form.add(
            lambda voice: voice.tr("Passphrase of the key"), PassphraseField(voice)
        )
        letter = self.fontMetrics().averageCharWidth()
        self.words.edit.setMinimumWidth(letter * _LETTERS)  # so that sentences need few lines
        self.user = self.form.add(
            lambda voice: voice.tr("Name of an administrator"), TextField(voice)
        )
        self.user.set_words(user)
        self.new = NewPassphrase(self.form, voice, lambda: (self.user.words(),))
        self.trouble = Note(voice)
        self.open_button = Button(lambda voice: voice.tr("Open the book"), voice, main=True)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self.body.addWidget(
            Label(
                lambda voice: voice.tr(
                    "{file} is encrypted. That the network's key was used is noted in the book. "
                    "Give its new officers keys of their own afterwards, and then make a new key "
                    "with a new recovery sheet."
                ).format(file=file),
                voice,
            )
        )
        self.body.addWidget(self.file_button)
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.add_buttons(self.open_button, self.cancel_button)
        self.file_button.clicked.connect(self.choose)
        self.open_button.clicked.connect(self.recover)
        self.cancel_button.clicked.connect(self.reject)

    def choose(self) -> None:
        """Choose the file in which the office keeps its key."""
        path = self._asks.open_file(
            lambda voice: voice.tr("Key of the network office"), [_KIND], Path.home()
        )
        if path is not None:
            self.key = path
            self.file_button.say(lambda voice: voice.tr("Key: {file}").format(file=path.name))
            self.words.setFocus()

    def recover(self) -> None:
        """Try it; the new passphrase opens the book from now on."""
        self.trouble.remark(SILENT)
        if self.key is None:
            self.trouble.remark(
                Remark("problem", lambda voice: voice.tr("Choose the file of the office first."))
            )
            return
        if not self.form.is_ready():
            return
        refusal = self._recovers(self.key, self.words.words(), self.user.words(), self.new.words())
        if refusal is None:
            self.accept()
        elif isinstance(refusal, WrongNetworkPassphrase):
            show_beside(self.words, refusal)
            self.words.edit.selectAll()
        else:
            self.trouble.remark(Remark("problem", lambda voice: sentence(refusal, voice)))


def by_network(voice: Voice) -> str:
    return voice.tr("Open with the key of a network office")
