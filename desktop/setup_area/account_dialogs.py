"""Accounts of one's own in the chart, and other names for those that are there."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says, Tick
from desktop.session.command_dialog import CommandDialog
from desktop.session.labels import account_kind_options
from desktop.session.session import Session
from desktop.setup_area.asking import SetUp
from desktop.setup_area.state import account_change, heads_of
from ledger.domain.accounts import Kind
from ledger.queries.accounts import ChartRow
from ledger.usecases.founding import ChangeAccount, OpenAccount
from reports.words.voice import Voice


class NewAccountDialog(CommandDialog):
    """An account under one of the heads of its kind."""

    def __init__(self, session: Session, voice: Voice, found: SetUp) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("A new account"),
            verb=lambda voice: voice.tr("Open the account"),
        )
        self._found = found
        self.kind = self.add(
            "kind",
            lambda voice: voice.tr("Kind"),
            PickField(voice, account_kind_options()),
        )
        self.parent_head = self.add("parent", lambda voice: voice.tr("Under"), PickField(voice, []))
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice))
        self.name_th = self.add("name_th", lambda voice: voice.tr("Name in Thai"), TextField(voice))
        self.name_en = self.add(
            "name_en", lambda voice: voice.tr("Name in English"), TextField(voice), optional=True
        )
        self.head = self.form.add_wide(
            Tick(lambda voice: voice.tr("Only a head: it groups and takes no entries"), voice)
        )
        self.kind.changed.connect(self._offer_heads)
        self._offer_heads()

    @override
    def command(self) -> OpenAccount | None:
        code, name, kind = self.code.words(), self.name_th.words(), self.kind.picked()
        parent = self.parent_head.picked()
        if not (code and name and isinstance(kind, Kind)):
            return None
        return OpenAccount(
            code=code,
            kind=kind,
            name_th=name,
            name_en=self.name_en.words(),
            parent=parent if isinstance(parent, str) else None,
            head=self.head.isChecked(),
        )

    def _offer_heads(self) -> None:
        kind = self.kind.picked()
        heads = heads_of(self._found.accounts, kind) if isinstance(kind, Kind) else ()
        self.parent_head.set_options([(row.account, _named(row)) for row in heads])


class AccountDialog(CommandDialog):
    """Another name for an account, or no more entries on it."""

    def __init__(self, session: Session, voice: Voice, account: ChartRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Change an account"),
            verb=lambda voice: voice.tr("Save the change"),
        )
        self._account = account
        self.form.add_heading(_named(account))
        self.name_th = self.add("name_th", lambda voice: voice.tr("Name in Thai"), TextField(voice))
        self.name_en = self.add(
            "name_en", lambda voice: voice.tr("Name in English"), TextField(voice)
        )
        self.closed = self.form.add_wide(
            Tick(lambda voice: voice.tr("No more entries on it"), voice)
        )
        self.name_th.set_words(account.name_th)
        self.name_en.set_words(account.name_en)
        self.closed.setChecked(account.closed)
        self.closed.toggled.connect(self.rehearse)

    @override
    def command(self) -> ChangeAccount | None:
        name_th, name_en = self.name_th.words(), self.name_en.words()
        if not (name_th and name_en):
            return None
        return account_change(
            self._account, name_th=name_th, name_en=name_en, closed=self.closed.isChecked()
        )


def _named(row: ChartRow) -> Says:
    return lambda voice: f"{row.account} {voice.name(row.name_th, row.name_en)}"
