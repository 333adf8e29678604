"""What a person confirms about a package: whose book it is, whose key signed it, why it comes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.office.columns import why_said
from desktop.office.state import Brought
from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.dialog import Dialog
from desktop.parts.form import Form
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label, Tick
from ledger.domain.network.answers import RegisterAnswer
from ledger.domain.network.register import Organisation
from ledger.domain.refusals.network import (
    PackageForked,
    PackageOlder,
    PackageUnsigned,
    UnknownBook,
    UnknownSigner,
)
from ledger.network.receiving import Confirmed
from reports.words.voice import Voice


class ConfirmDialog(Dialog):
    """Says why the package waits, and asks only for what this reason needs."""

    def __init__(
        self,
        row: Brought,
        register: RegisterAnswer,
        voice: Voice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(lambda voice: voice.tr("Confirm a package"), voice, parent)
        self._row = row
        self.form = Form(voice)
        self.organisation = self.form.add(
            lambda voice: voice.tr("Whose book it is"),
            Chooser(voice, [_choice(one, voice) for one in register.organisations]),
        )
        self.key = self.form.add(
            lambda voice: voice.tr("Code of the key, from the hand-in slip"),
            TextField(voice, code=True),
        )
        self.because = self.form.add(
            lambda voice: voice.tr("Why it is received all the same"), TextField(voice)
        )
        self.unsigned = Tick(
            lambda voice: voice.tr("The same for every package here that nobody signed"), voice
        )
        self.ok = Button(lambda voice: voice.tr("Confirm"), voice, main=True)
        self.cancel = Button(lambda voice: voice.tr("Cancel"), voice)
        self.body.addWidget(Label(lambda voice: why_said(row, voice), voice))
        self.body.addWidget(self.form)
        self.body.addWidget(self.unsigned)
        self.add_buttons(self.ok, self.cancel)
        self.ok.clicked.connect(self.take)
        self.cancel.clicked.connect(self.reject)
        self._show_what_is_asked()

    def take(self) -> None:
        if self.form.is_ready():
            self.accept()

    def said(self) -> Confirmed | None:
        """Everything that was confirmed of the package so far; None while something is missing."""
        why, said = self._row.refusal, self._row.said
        if isinstance(why, UnknownBook):
            code = self.organisation.chosen()
            return replace(said, organisation=code) if isinstance(code, str) else None
        if isinstance(why, UnknownSigner):
            return replace(said, key=self.key.words()) if self.key.words() else None
        if isinstance(why, PackageUnsigned):
            return replace(said, unsigned=True)
        because = self.because.words()
        return replace(said, because=because) if because else None

    def for_all(self) -> bool:
        """Whether what is said of this one is said of all that nobody signed."""
        return isinstance(self._row.refusal, PackageUnsigned) and self.unsigned.isChecked()

    def _show_what_is_asked(self) -> None:
        why = self._row.refusal
        for field, kinds in (
            (self.organisation, UnknownBook),
            (self.key, UnknownSigner),
            (self.because, (PackageOlder, PackageForked)),
        ):
            self.form.show_row(field, visible=isinstance(why, kinds))
        self.unsigned.setVisible(isinstance(why, PackageUnsigned))


def _choice(one: Organisation, voice: Voice) -> Choice:
    return Choice(one.code, voice.name(one.name_th, one.name_en), one.code, one.registration)
