"""Keys of an encrypted book: who opens it, passphrases, and a new key when somebody leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.parts.ask import Asks
from desktop.parts.columns import ColumnSpec, text_column
from desktop.parts.dialog import Dialog
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.flow import ButtonRow
from desktop.parts.form import Form
from desktop.parts.secret_fields import NewPassphrase
from desktop.parts.table import Table
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label, Says
from desktop.session.keyholding import (
    change_passphrase,
    give_key,
    key_holders,
    miss_sheet,
    network_keys,
    recovery_pdf,
    renew_keys,
)
from desktop.session.screen import Opens
from desktop.session.session import Session
from desktop.session.sheet_dialog import SheetDialog
from desktop.setup_area.network_key_dialog import NetworkKeyDialog, network_title
from desktop.setup_area.sheet_look_dialog import SheetLookDialog, look_title
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import SlotExists
from reports.words.refused import sentence
from reports.words.voice import Voice

Does = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Holder:
    """A name that has a key; an empty one opens for every name. A network office's has a code."""

    name: str
    code: str = ""


def holder_columns(voice: Voice) -> Sequence[ColumnSpec[Holder]]:
    return (
        text_column(
            voice.tr("Who opens the book"),
            lambda row: row.name or voice.tr("everybody with the passphrase"),
            stretch=True,
        ),
        text_column(voice.tr("Code of the network office's key"), lambda row: row.code),
    )


class KeysPage(QWidget):
    """The names, and what is done with their keys; nothing of it is an act of the book."""

    def __init__(self, session: Session, voice: Voice, ask: Asks, opens: Opens) -> None:
        super().__init__()
        self._session, self._asks, self._opens = session, ask, opens
        self.voice = voice
        self.give = Button(lambda voice: voice.tr("Give somebody a key"), voice)
        self.network = Button(network_title, voice)
        self.change = Button(lambda voice: voice.tr("Change my passphrase"), voice)
        self.remove = Button(lambda voice: voice.tr("Take this key away"), voice)
        self.look = Button(look_title, voice)
        self.sheet = Button(lambda voice: voice.tr("New recovery sheet"), voice)
        self.table = Table(
            holder_columns, voice, name=keys_title, identity=lambda row: (row.name, row.code)
        ).without_find()
        rows = QVBoxLayout(self)
        rows.addWidget(ButtonRow((self.give, self.network, self.change)))
        rows.addWidget(ButtonRow((self.remove, self.look, self.sheet)))
        rows.addWidget(Label(_explained, voice))
        rows.addWidget(self.table, 1)
        self.give.clicked.connect(self._give)
        self.network.clicked.connect(self._give_network)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.look.clicked.connect(self._look)
        self.sheet.clicked.connect(self._new_sheet)

    def set_voice(self, voice: Voice) -> None:
        self.voice = voice

    def ask_again(self) -> None:
        try:
            users = [Holder(name) for name in key_holders(self._session)]
            offices = [Holder(one.name, one.code) for one in network_keys(self._session)]
            self.table.set_rows([*users, *offices])
        except Refusal as refusal:
            self.table.set_rows([])
            self._session.refused.emit(refusal)

    def _give(self) -> None:
        dialog = KeyDialog(self.voice, title=_give_title, does=partial(give_key, self._session))
        if self._opens(dialog):
            self.ask_again()

    def _give_network(self) -> None:
        if self._opens(NetworkKeyDialog(self._session, self.voice, self._asks)):
            self.ask_again()

    def _change(self) -> None:
        self._opens(
            KeyDialog(
                self.voice,
                title=lambda voice: voice.tr("Change my passphrase"),
                does=partial(change_passphrase, self._session),
                name=self._session.user,
            )
        )

    def _remove(self) -> None:
        row = self.table.current()
        if row is None:
            self._asks.tell(lambda voice: voice.tr("Choose in the list whose key goes."))
        elif self._asks.sure(
            lambda voice: voice.tr(
                "{name} will not open the book any more. The book gets a new key in a new file, "
                "and a new recovery sheet has to be printed."
            ).format(name=row.name),
            yes=lambda voice: voice.tr("Take the key away"),
            grave=True,
        ):
            self._renew(*((None, row.name) if row.code else (row.name, None)))

    def _look(self) -> None:
        dialog = SheetLookDialog(self._session, self.voice)
        if self._opens(dialog) and dialog.missing:
            self._new_sheet()

    def _new_sheet(self) -> None:
        if self._asks.sure(
            lambda voice: voice.tr(
                "The book gets a new key in a new file, and the sheets printed so far are worth "
                "nothing. Everybody keeps the passphrase."
            ),
            yes=lambda voice: voice.tr("Make a new key and a new sheet"),
        ):
            self._renew(None)

    def _renew(self, without: str | None, network: str | None = None) -> None:
        renew_keys(
            self._session,
            without,
            network=network,
            then=self._renewed,
            says=lambda voice: voice.tr("Making a new key"),
        )

    def _renewed(self, set_aside: str) -> None:
        self.ask_again()
        dialog = SheetDialog(
            self.voice,
            self._asks,
            makes=lambda voice: recovery_pdf(self._session, voice),
            folder=self._session.path.parent,
        )
        self._opens(dialog)
        if not dialog.made:
            miss_sheet(self._session)
        self._asks.tell(
            lambda voice: voice.tr(
                "Back up the book now. The file before the new key is {path}; delete it once the "
                "backup is proved."
            ).format(path=Path(set_aside).name)
        )


class KeysDialog(Dialog):
    """The page of keys, over whatever stands below it."""

    def __init__(self, session: Session, voice: Voice, ask: Asks, opens: Opens) -> None:
        super().__init__(keys_title, voice)
        self.page = KeysPage(session, voice, ask, opens)
        self.page.ask_again()
        self.close_button = Button(lambda voice: voice.tr("Close"), voice)
        self.body.addWidget(self.page, 1)
        self.add_buttons(self.close_button)
        self.close_button.clicked.connect(self.accept)


class UsersWithKeys(QWidget):
    """The page of users; in an encrypted book also the way to their keys."""

    def __init__(
        self, users: QWidget, session: Session, voice: Voice, ask: Asks, opens: Opens
    ) -> None:
        super().__init__()
        self._session, self._asks, self._opens = session, ask, opens
        self.voice = voice
        self.keys = Button(lambda voice: voice.tr("Keys of the encrypted book"), voice)
        self.keys.setVisible(session.encrypted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(users, 1)
        rows.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignLeft)
        self.keys.clicked.connect(self.show_keys)

    def set_voice(self, voice: Voice) -> None:
        self.voice = voice

    def show_keys(self) -> None:
        self._opens(KeysDialog(self._session, self.voice, self._asks, self._opens))


class KeyDialog(Dialog):
    """A new passphrase, for somebody new or for a name that has a key."""

    def __init__(self, voice: Voice, *, title: Says, does: Does, name: str = "") -> None:
        super().__init__(title, voice)
        self._does = does
        self.form = Form(voice)
        self.name = self.form.add(lambda voice: voice.tr("Name"), TextField(voice))
        self.name.set_words(name)
        self.name.edit.setReadOnly(bool(name))
        self.new = NewPassphrase(self.form, voice, lambda: (self.name.words(),))
        self.trouble = Note(voice)
        self.save_button = Button(title, voice, main=True)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.add_buttons(self.save_button, self.cancel_button)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        if name:
            self.new.first.setFocus()

    def save(self) -> None:
        """Do it; a refusal stands beside what it is about."""
        self.trouble.remark(SILENT)
        if not self.form.is_ready():
            return
        try:
            self._does(self.name.words(), self.new.words())
        except Refusal as refusal:
            self._refuse(refusal)
        else:
            self.accept()

    def _refuse(self, refusal: Refusal) -> None:
        def says(voice: Voice) -> str:
            return sentence(refusal, voice)

        if isinstance(refusal, SlotExists):
            self.name.show_problem(says)
        else:
            self.trouble.remark(Remark("problem", says))


def keys_title(voice: Voice) -> str:
    return voice.tr("Keys")


def _give_title(voice: Voice) -> str:
    return voice.tr("Give somebody a key")


def _explained(voice: Voice) -> str:
    return voice.tr(
        "Each name opens the book with a passphrase of its own, which nobody else has to know."
    )
