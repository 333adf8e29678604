"""Once a year: is the recovery sheet still there? Three of its groups are typed to show it."""

from __future__ import annotations

from desktop.parts.dialog import Dialog
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.form import Form
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label, Says
from desktop.session.keyholding import groups_to_ask, look_at_sheet, miss_sheet
from desktop.session.session import Session
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice


class SheetLookDialog(Dialog):
    """``missing`` says that the sheet was not found: a new one has to be made."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(look_title, voice)
        self._session = session
        self.missing = False
        self.form = Form(voice)
        self.groups = {
            at: self.form.add(_group(at), TextField(voice, longest=12, code=True))
            for at in groups_to_ask()
        }
        self.trouble = Note(voice)
        self.found_button = Button(lambda voice: voice.tr("The sheet is there"), voice, main=True)
        self.missing_button = Button(lambda voice: voice.tr("Nobody finds the sheet"), voice)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self.body.addWidget(Label(_explained, voice))
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.add_buttons(self.found_button, self.missing_button, self.cancel_button)
        self.found_button.clicked.connect(self.look)
        self.missing_button.clicked.connect(self.miss)
        self.cancel_button.clicked.connect(self.reject)

    def look(self) -> None:
        """Compare the groups with the key; who looked, and when, is noted in the book."""
        self.trouble.remark(SILENT)
        if not self.form.is_ready():
            return
        try:
            typed = {at: field.words() for at, field in self.groups.items()}
            look_at_sheet(self._session, typed)
        except Refusal as refusal:
            self._refuse(refusal)
        else:
            self.accept()

    def miss(self) -> None:
        """Nobody found it: that is noted, too."""
        try:
            miss_sheet(self._session)
        except Refusal as refusal:
            self._refuse(refusal)
        else:
            self.missing = True
            self.accept()

    def _refuse(self, refusal: Refusal) -> None:
        self.trouble.remark(Remark("problem", lambda voice: sentence(refusal, voice)))


def look_title(voice: Voice) -> str:
    return voice.tr("Is the recovery sheet still there?")


def _group(at: int) -> Says:
    return lambda voice: voice.tr("Group {place} of the sheet").format(place=voice.number(at))


def _explained(voice: Voice) -> str:
    return voice.tr(
        "Take the sheet out of its envelope and type these groups of it. Then seal it again, with "
        "the day and two signatures. Without the sheet a forgotten passphrase loses the book."
    )
