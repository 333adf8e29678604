"""The pages of set-up about people: who may use the book, and what waits for approval."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.parts.ask import Asks
from desktop.parts.columns import ColumnSpec, money_column, number_column, text_column
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session import Session
from desktop.session.keyholding import make_signing_key
from desktop.session.screen import marked
from desktop.setup_area.people_dialogs import (
    AnswerDialog,
    CarryOutDialog,
    LockDialog,
    RolesDialog,
    UserDialog,
)
from desktop.setup_area.people_state import STATES, TO_ANSWER, roles_text, user_state
from ledger.domain.refusals import Refusal
from ledger.queries.approvals import RequestRow, RequestState, approvals_waiting
from ledger.queries.people import UserRow, users
from reports.words.people import why_approval
from reports.words.refused import sentence
from reports.words.voice import Voice

Shows = Callable[[QDialog], bool]


def user_columns(voice: Voice) -> Sequence[ColumnSpec[UserRow]]:
    return (
        text_column(voice.tr("User name"), lambda row: row.name),
        text_column(voice.tr("Office or name"), lambda row: row.shown),
        text_column(voice.tr("Roles"), lambda row: roles_text(row, voice), stretch=True),
        text_column(voice.tr("Member number"), lambda row: voice.digits(row.member or "")),
        text_column(voice.tr("State"), lambda row: user_state(row, voice)),
    )


def request_columns(voice: Voice) -> Sequence[ColumnSpec[RequestRow]]:
    return (
        number_column(voice.tr("No."), lambda row: row.request, voice),
        text_column(
            voice.tr("What"), lambda row: why_approval(row.because.value, voice), stretch=True
        ),
        text_column(voice.tr("Member"), lambda row: row.name),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice, adds=False),
        text_column(voice.tr("Asked for by"), lambda row: row.maker),
        text_column(voice.tr("State"), lambda row: voice.tr(STATES[row.state])),
    )


class UsersPage(QWidget):
    """Everybody who may use the book; Enter on a line changes her roles."""

    def __init__(self, session: Session, voice: Voice, ask: Asks, shows: Shows) -> None:
        super().__init__()
        self.session, self.voice, self.asks, self._shows = session, voice, ask, shows
        self.add_user = Button(lambda voice: voice.tr("New user"), voice)
        self.roles = Button(lambda voice: voice.tr("Change the roles"), voice)
        self.lock = Button(lambda voice: voice.tr("Lock or unlock"), voice)
        self.own_key = Button(lambda voice: voice.tr("My signing key"), voice)
        self.lost_key = Button(lambda voice: voice.tr("My signing key is lost"), voice)
        self.notice = Label(nothing, voice)
        self.table = Table(
            user_columns,
            voice,
            name=lambda voice: voice.tr("Users"),
            identity=lambda row: row.name,
        ).without_find()
        rows = QVBoxLayout(self)
        rows.addWidget(
            ButtonRow((self.add_user, self.roles, self.lock, self.own_key, self.lost_key))
        )
        rows.addWidget(self.notice)
        rows.addWidget(self.table, 1)
        self.add_user.clicked.connect(self._add)
        self.roles.clicked.connect(self._change_chosen)
        self.lock.clicked.connect(self._lock)
        self.own_key.clicked.connect(lambda: self._make_key(lost=False))
        self.lost_key.clicked.connect(lambda: self._make_key(lost=True))
        self.table.activated.connect(self._change)

    def set_voice(self, voice: Voice) -> None:
        self.voice = voice

    def ask_again(self) -> None:
        found = self.session.ask(users, today=self.session.today)
        self.table.set_rows(found.rows)
        self.notice.say(_nobody if not found.rows else _alone if found.alone else nothing)
        self.notice.setVisible(found.alone)

    def _add(self) -> None:
        self._shows(UserDialog(self.session, self.voice))

    def _change_chosen(self) -> None:
        row = marked(self.table, self.asks)
        if row is not None:
            self._change(row)

    def _change(self, row: UserRow) -> None:
        self._shows(RolesDialog(self.session, self.voice, row))

    def _lock(self) -> None:
        row = marked(self.table, self.asks)
        if row is not None:
            self._shows(LockDialog(self.session, self.voice, row))

    def _make_key(self, *, lost: bool) -> None:
        """A key of one's own, under a passphrase that nobody else knows.

        Who lost the one before signs nothing; another person approves the new one.
        """
        first = self.asks.line(_new_words, secret=True)
        if not first:
            return
        if self.asks.line(_same_again, secret=True) != first:
            self.asks.tell(_not_the_same)
            return
        try:
            make_signing_key(self.session, first, lost=lost)
        except Refusal as refusal:
            said = refusal
            self.asks.tell(lambda voice: sentence(said, voice))
        else:
            self.asks.tell(_key_made)


class ApprovalsPage(QWidget):
    """What waits for another person; Enter on a line answers it or carries it out."""

    def __init__(self, session: Session, voice: Voice, ask: Asks, shows: Shows) -> None:
        super().__init__()
        self.session, self.voice, self.asks, self._shows = session, voice, ask, shows
        self.open_request = Button(lambda voice: voice.tr("Open the request"), voice)
        self.table = Table(
            request_columns,
            voice,
            name=lambda voice: voice.tr("Approvals"),
            identity=lambda row: row.request,
        ).without_find()
        rows = QVBoxLayout(self)
        rows.addWidget(ButtonRow((self.open_request,)))
        rows.addWidget(self.table, 1)
        self.open_request.clicked.connect(self._open_chosen)
        self.table.activated.connect(self._open)

    def set_voice(self, voice: Voice) -> None:
        self.voice = voice

    def ask_again(self) -> None:
        found = self.session.ask(approvals_waiting, today=self.session.today, every=True)
        self.table.set_rows(tuple(reversed(found.rows)))

    def _open_chosen(self) -> None:
        row = marked(self.table, self.asks)
        if row is not None:
            self._open(row)

    def _open(self, row: RequestRow) -> None:
        if row.state in TO_ANSWER:
            self._shows(AnswerDialog(self.session, self.voice, row))
        elif row.state is RequestState.APPROVED:
            self._shows(CarryOutDialog(self.session, self.voice, row))


def _nobody(voice: Voice) -> str:
    return voice.tr(
        "No users are registered: whoever opens this book may do everything. Name the first "
        "user, an administrator."
    )


def _alone(voice: Voice) -> str:
    return voice.tr(
        "One person does and approves everything. Name an approver who is not the treasurer."
    )


def _new_words(voice: Voice) -> str:
    return voice.tr("A new passphrase for your signature: at least ten letters, known to you only")


def _same_again(voice: Voice) -> str:
    return voice.tr("The same passphrase once more")


def _not_the_same(voice: Voice) -> str:
    return voice.tr("The two passphrases differ. Nothing was changed; try it again.")


def _key_made(voice: Voice) -> str:
    return voice.tr("From now on you sign approvals and closings with this passphrase.")
