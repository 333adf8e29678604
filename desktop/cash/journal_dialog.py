"""An adjusting entry with its lines written out, for those who know debit and credit."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from desktop.cash.state import JournalForm, JournalRow
from desktop.parts.chooser import Chooser
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Button, Label, Says, nothing
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import account_chooser, business_day
from desktop.session.fund_fields import fund_options, fund_said, picked_fund
from desktop.session.session import Session
from ledger.domain.accounts import Kind
from ledger.usecases.vouching import PostJournal
from reports.words.voice import Voice

_ROWS = 4


class JournalDialog(CommandDialog):
    """Lines below one another, their sums below them, further lines by a button.

    Each line has a fund where the book keeps more than one: debit and credit agree within each.
    """

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Journal voucher"),
            verb=lambda voice: voice.tr("Post the entry"),
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.purpose = self.add("purpose", lambda voice: voice.tr("Purpose"), TextField(voice))
        self.lines: list[tuple[Chooser, MoneyField, MoneyField]] = []
        self.funds: list[PickField] = []
        self._options = fund_options(session)
        self._box = self.form.add_wide(QWidget())
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        for column, says in enumerate(_HEADS if len(self._options) > 1 else _HEADS[:-1]):
            self._grid.addWidget(Label(says, voice, wraps=False), 0, column)
        for _ in range(_ROWS):
            self.add_line()
        self.more = self.form.add_wide(Button(lambda voice: voice.tr("Another line"), voice))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.add_line)
        self.sums = self.form.add_wide(Label(nothing, voice))
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.document = self.add(
            "document",
            lambda voice: voice.tr("Supporting document"),
            TextField(voice),
            optional=True,
        )
        self.form.changed.connect(self._draw_sums)

    def add_line(self) -> None:
        """Another row for a line; empty rows are left out when it is booked."""
        account = account_chooser(self.session, self.voice, kinds=tuple(Kind))
        fields = (account, MoneyField(self.voice), MoneyField(self.voice))
        row = len(self.lines) + 1
        for column, field in enumerate(fields):
            field.optional = True
            field.set_name(_HEADS[column])
            field.changed.connect(self.form.changed)
            self._grid.addWidget(field, row, column)
        self.lines.append(fields)
        fund = PickField(self.voice, self._options)
        self.funds.append(fund)
        if len(self._options) > 1:
            fund.set_name(fund_said)
            fund.changed.connect(self.form.changed)
            self._grid.addWidget(fund, row, len(fields))

    def filled(self) -> JournalForm | None:
        day = self.day.day()
        if day is None:
            return None
        rows = [
            JournalRow(
                chosen if isinstance(chosen := account.chosen(), str) else None,
                debit.amount(),
                credit.amount(),
                picked_fund(fund),
            )
            for (account, debit, credit), fund in zip(self.lines, self.funds, strict=True)
        ]
        return JournalForm(
            on=day,
            purpose=self.purpose.words(),
            rows=rows,
            approved_by=self.approved_by.words(),
            document=self.document.words(),
        )

    @override
    def command(self) -> PostJournal | None:
        form = self.filled()
        return None if form is None or not form.purpose else form.command()

    def _draw_sums(self) -> None:
        form = self.filled()
        self.sums.say(nothing if form is None else _sums(form))


def _account(voice: Voice) -> str:
    return voice.tr("Account")


def _debit(voice: Voice) -> str:
    return voice.tr("Debit")


def _credit(voice: Voice) -> str:
    return voice.tr("Credit")


_HEADS: tuple[Says, ...] = (_account, _debit, _credit, fund_said)


def _sums(form: JournalForm) -> Says:
    return lambda voice: voice.tr("Debit {debit}, credit {credit}").format(
        debit=voice.money(form.debit), credit=voice.money(form.credit)
    )
