"""What a figure is made of: every line of an account over a period; Enter leads to its entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.parts.columns import ColumnSpec, day_column, money_column, text_column
from desktop.parts.day_field import DayField
from desktop.parts.dialog import Dialog
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.form import Form
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, Says, nothing
from desktop.session.fields import account_chooser
from desktop.session.places import Place
from desktop.session.session import Session
from ledger.domain.accounts import Kind
from ledger.domain.money import ZERO
from ledger.domain.refusals import Refusal
from ledger.queries.accounts import AccountCard, CardLine, account_card
from reports.words.events import event_name
from reports.words.refused import sentence
from reports.words.voice import Voice

_LETTERS = 120  # so wide that a line is read whole
_HIGHEST = 540  # pixels; a small screen has 600, and the head of the window is not in it


class AccountDialog(Dialog):
    """``wish`` is the entry that somebody opened, None while she only looks."""

    def __init__(
        self,
        session: Session,
        voice: Voice,
        account: str = "",
        *,
        since: date | None = None,
        until: date | None = None,
    ) -> None:
        super().__init__(lambda voice: voice.tr("What an account is made of"), voice)
        self.wish: Place | None = None
        self._session = session
        self.form = Form(voice)
        self.account = self.form.add(
            lambda voice: voice.tr("Account"),
            account_chooser(session, voice, kinds=tuple(Kind), cards=True),
        )
        self.since = self._day(lambda voice: voice.tr("From day"), since)
        self.until = self._day(
            lambda voice: voice.tr("Up to and including"), until or session.today
        )
        self.facts = Label(nothing, voice)
        self.trouble = Note(voice)
        self.lines = Table(
            account_columns,
            voice,
            name=lambda voice: voice.tr("Lines of the account"),
            identity=lambda line: (line.entry, line.balance),
        )
        self.lines.say_when_empty(self._why_empty)
        self.close_button = Button(lambda voice: voice.tr("Close"), voice)
        self._lay_out()
        self._wire()
        if account:
            self.account.choose(account)
            self.show_lines()

    def show_lines(self) -> None:
        """Ask for the account that stands in the form; nothing while none does."""
        chosen = self.account.chosen()
        if not isinstance(chosen, str):
            return
        self.trouble.remark(SILENT)
        try:
            card = self._session.ask(
                account_card, account=chosen, since=self.since.day(), until=self.until.day()
            )
        except Refusal as refusal:
            said = refusal
            self.trouble.remark(Remark("problem", lambda voice: sentence(said, voice)))
            return
        self.facts.say(lambda voice: _facts(card, voice))
        self.lines.set_rows(tuple(reversed(card.lines)))
        self.lines.setFocus()

    def _why_empty(self, voice: Voice) -> str:
        if self.account.chosen() is None:
            return voice.tr("Choose an account first.")
        return voice.tr("Nothing was booked on it in this time.")

    def _day(self, says: Says, day: date | None) -> DayField:
        field = self.form.add(says, DayField(self.voice, self._session.today), optional=True)
        if day is not None:
            field.set_day(day)
        return field

    def _lay_out(self) -> None:
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.lines, 1)
        self.add_buttons(self.close_button)
        self.close_button.setDefault(False)  # Enter in a field shows, in the list it opens
        self.close_button.setAutoDefault(False)
        letters = self.fontMetrics()
        self.setMinimumWidth(min(letters.averageCharWidth() * _LETTERS, 960))
        self.resize(self.minimumWidth(), _HIGHEST)

    def _wire(self) -> None:
        for field in (self.account, self.since, self.until):
            field.changed.connect(self._changed)
        self.lines.activated.connect(self._open)
        self.close_button.clicked.connect(self.reject)

    def _changed(self) -> None:
        if self.account.chosen() and not (self.since.trouble() or self.until.trouble()):
            focus = self.focusWidget()
            self.show_lines()
            if focus is not None:
                focus.setFocus()  # whoever types goes on typing

    def _open(self, line: CardLine) -> None:
        self.wish = Place("journal", line.entry)
        self.accept()


def account_columns(voice: Voice) -> Sequence[ColumnSpec[CardLine]]:
    return (
        day_column(voice.tr("Day"), lambda line: line.on, voice),
        text_column(voice.tr("What"), lambda line: event_name(line.event, voice)),
        text_column(
            voice.tr("Who or what for"),
            lambda line: line.holder or line.who or line.memo,
            stretch=True,
        ),
        text_column(voice.tr("Paper no."), lambda line: voice.digits(", ".join(line.papers))),
        money_column(
            voice.tr("Debit"), lambda line: line.debit if line.debit != ZERO else None, voice
        ),
        money_column(
            voice.tr("Credit"), lambda line: line.credit if line.credit != ZERO else None, voice
        ),
        money_column(voice.tr("Balance"), lambda line: line.balance, voice, adds=False),
    )


def _facts(card: AccountCard, voice: Voice) -> str:
    # note: what an account held before a period, and at its end
    return voice.tr("Brought forward {before}; balance on {day}: {balance} baht").format(
        before=voice.money(card.brought_forward),
        day=voice.day(card.until),
        balance=voice.money(card.balance),
    )
