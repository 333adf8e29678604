"""The office makes a key of its own, to which cooperatives may seal their books."""

from __future__ import annotations

from pathlib import Path

from desktop.office.session import OfficeSession
from desktop.parts.ask import Asks, FileKind
from desktop.parts.columns import ColumnSpec, text_column
from desktop.parts.dialog import Dialog
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.form import Form
from desktop.parts.secret_fields import NewPassphrase
from desktop.parts.words import Button, Label
from ledger.domain.network_key import NetworkKey
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice

_KIND = FileKind(lambda voice: voice.tr("Key of the network office"), ("key",))


def recovery_key_columns(voice: Voice) -> tuple[ColumnSpec[NetworkKey], ...]:
    return (
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Code that cooperatives ask for"), lambda row: row.code),
    )


class RecoveryKeyDialog(Dialog):
    """A passphrase of the key's own, then the place of its file."""

    def __init__(self, session: OfficeSession, voice: Voice, ask: Asks) -> None:
        super().__init__(new_key, voice)
        self._session, self._asks = session, ask
        self.form = Form(voice)
        name = session.register.office.name_th
        self.new = NewPassphrase(self.form, voice, lambda: (name,))
        self.note = Note(voice)
        self.keep = Button(lambda voice: voice.tr("Choose a place and make it"), voice, main=True)
        self.cancel = Button(lambda voice: voice.tr("Cancel"), voice)
        self.body.addWidget(Label(_explained, voice))
        self.body.addWidget(self.form)
        self.body.addWidget(self.note)
        self.add_buttons(self.keep, self.cancel)
        self.keep.clicked.connect(self.make)
        self.cancel.clicked.connect(self.reject)

    def make(self) -> None:
        """Ask where the file goes, write both files, and say what is done with them."""
        self.note.remark(SILENT)
        if not self.form.is_ready():
            return
        place = self._asks.save_file(new_key, _KIND, Path.home() / "office.key")
        if place is None:
            return
        try:
            made = self._session.make_recovery_key(place, self.new.words())
        except Refusal as refusal:
            refused = refusal
            self.note.remark(Remark("problem", lambda voice: sentence(refused, voice)))
            return
        self.accept()
        self._asks.tell(
            lambda voice: voice.tr(
                "Give {public} to the cooperatives, and tell them the code {code} by telephone or "
                "on paper. Keep {private} and a copy of it under lock: whoever has it and its "
                "passphrase opens their books."
            ).format(public=made.public.name, code=made.key.code, private=made.private.name)
        )


def new_key(voice: Voice) -> str:
    return voice.tr("New recovery key")


def _explained(voice: Voice) -> str:
    return voice.tr(
        "With this key the office opens the books of cooperatives that gave it a key, when nobody "
        "there can any more. The private half stays here under a passphrase of its own; the "
        "public half is given to the cooperatives as a file."
    )
