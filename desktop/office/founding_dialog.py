"""A new office: its name, a passphrase for its file, and where that shall lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.parts.ask import Asks
from desktop.parts.dialog import Dialog
from desktop.parts.form import Form
from desktop.parts.secret_fields import NewPassphrase
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label
from desktop.shell.choices import OFFICE_ENDING, NewOffice
from desktop.shell.founding import file_name_for, with_ending
from desktop.shell.start import OFFICE_FILE
from ledger.domain.network.register import OfficeName
from reports.words.voice import Voice


class OfficeDialog(Dialog):
    """Asks what a new office needs; ``made`` is the answer, None while there is none."""

    def __init__(
        self, voice: Voice, ask: Asks, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(lambda voice: voice.tr("A new network office"), voice, parent)
        self.made: NewOffice | None = None
        self._asks = ask
        self._folder = folder
        self.form = Form(voice)
        add = self.form.add
        self.name_th = add(lambda voice: voice.tr("Name in Thai"), TextField(voice))
        self.name_en = add(
            lambda voice: voice.tr("Name in English"), TextField(voice), optional=True
        )
        self.telephone = add(lambda voice: voice.tr("Telephone"), TextField(voice), optional=True)
        self.passphrase = NewPassphrase(
            self.form, voice, lambda: (self.name_th.words(), self.name_en.words())
        )
        self.make_button = Button(lambda voice: voice.tr("Make the office"), voice, main=True)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self.body.addWidget(Label(_explained, voice))
        self.body.addWidget(self.form)
        self.add_buttons(self.make_button, self.cancel_button)
        self.make_button.clicked.connect(self.make)
        self.cancel_button.clicked.connect(self.reject)

    def make(self) -> None:
        """Ask where the file shall lie, and be done."""
        if not self.form.is_ready():
            return
        name = OfficeName(self.name_th.words(), self.name_en.words(), self.telephone.words())
        path = self._asks.save_file(
            lambda voice: voice.tr("Where shall the office's file lie?"),
            OFFICE_FILE,
            self._folder / file_name_for(name.name_th, OFFICE_ENDING),
        )
        if path is not None:
            whole = with_ending(path, OFFICE_ENDING)
            self.made = NewOffice(whole, name, self.passphrase.words())
            self.accept()


def _explained(voice: Voice) -> str:
    return voice.tr(
        "A network office registers organisations and adds up what they hand in. The passphrase "
        "encrypts its file: without it nobody opens it again."
    )
