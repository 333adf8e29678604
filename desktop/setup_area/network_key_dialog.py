"""A network office gets a key to the book: its public file, and the code that it says itself."""

from __future__ import annotations

from pathlib import Path

from desktop.parts.ask import Asks, FileKind
from desktop.parts.dialog import Dialog
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.form import Form
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label
from desktop.session.keyholding import give_network_key, public_key_in
from desktop.session.session import Session
from ledger.domain.network_key import NetworkKey
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice

_KIND = FileKind(lambda voice: voice.tr("Public key of a network office"), ("txt",))


class NetworkKeyDialog(Dialog):
    """The file says whose key it is; the code is typed as it was heard, so a swapped file shows."""

    def __init__(self, session: Session, voice: Voice, ask: Asks) -> None:
        super().__init__(network_title, voice)
        self._session, self._asks = session, ask
        self.key: NetworkKey | None = None
        self.file_button = Button(lambda voice: voice.tr("Choose the office's file"), voice)
        self.form = Form(voice)
        self.name = self.form.add(
            lambda voice: voice.tr("Network office in the file"), TextField(voice), optional=True
        )
        self.name.edit.setReadOnly(True)
        self.code = self.form.add(
            lambda voice: voice.tr("Code that the office says"),
            TextField(voice, longest=40, code=True),
        )
        self.code.hint(_hint)
        self.trouble = Note(voice)
        self.save_button = Button(network_title, voice, main=True)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self.body.addWidget(Label(_explained, voice))
        self.body.addWidget(self.file_button)
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.add_buttons(self.save_button, self.cancel_button)
        self.file_button.clicked.connect(self.choose)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)

    def choose(self) -> None:
        """Read the public key from the file that is chosen."""
        path = self._asks.open_file(
            lambda voice: voice.tr("Public key of a network office"), [_KIND], Path.home()
        )
        if path is None:
            return
        self.trouble.remark(SILENT)
        try:
            self.key = public_key_in(path)
        except Refusal as refusal:
            self.key = None
            self._refuse(refusal)
        self.name.set_words(self.key.name if self.key else "")
        self.code.setFocus()

    def save(self) -> None:
        """Give the key; a refusal stands below."""
        self.trouble.remark(SILENT)
        if self.key is None:
            self.trouble.remark(
                Remark("problem", lambda voice: voice.tr("Choose the file of the office first."))
            )
            return
        if not self.form.is_ready():
            return
        try:
            give_network_key(self._session, self.key, self.code.words())
        except Refusal as refusal:
            self._refuse(refusal)
        else:
            self.accept()

    def _refuse(self, refusal: Refusal) -> None:
        self.trouble.remark(Remark("problem", lambda voice: sentence(refusal, voice)))


def network_title(voice: Voice) -> str:
    return voice.tr("Give the network office a key")


def _hint(voice: Voice) -> str:
    return voice.tr("Sixteen letters; ask the office by telephone, do not copy them from the file")


def _explained(voice: Voice) -> str:
    return voice.tr(
        "The network office can then open this book, and every copy of it, with a key that it "
        "keeps itself: when all passphrases are forgotten or nobody from here is left, but at any "
        "other time, too. Give it the key only if the committee decided so."
    )
