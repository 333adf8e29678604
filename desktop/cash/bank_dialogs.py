"""The bank's side: lines of its statement, and the agreement of both sides at a day."""

from __future__ import annotations

from typing_extensions import override

from desktop.cash.state import reconcile_command, statement_command
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.parts.words import Label, Says, nothing
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.session import Session
from ledger.domain.money import Money
from ledger.queries.banks import bank_statement
from ledger.usecases.banking import ReconcileBank, RecordStatement
from reports.words.voice import Voice


class StatementDialog(CommandDialog):
    """One line of the bank's statement, as the bank printed it."""

    def __init__(self, session: Session, voice: Voice, bank: str) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("A line of the bank's statement"),
            verb=lambda voice: voice.tr("Keep the line"),
        )
        self._bank = bank
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.amount = self.add(
            "amount",
            lambda voice: voice.tr("Amount"),
            MoneyField(voice, may_be_negative=True),
        )
        self.amount.hint(lambda voice: voice.tr("Into the account; out of it with a minus"))
        self.text = self.add(
            "text", lambda voice: voice.tr("What the bank wrote"), TextField(voice), optional=True
        )
        self.balance = self.add(
            "lines",
            lambda voice: voice.tr("Balance after it"),
            MoneyField(voice, may_be_negative=True),
            optional=True,
        )

    @override
    def command(self) -> RecordStatement | None:
        day, amount = self.day.day(), self.amount.amount()
        if day is None or amount is None:
            return None
        return statement_command(
            self._bank,
            on=day,
            amount=amount,
            text=self.text.words(),
            balance=self.balance.amount(),
        )


class ReconcileDialog(CommandDialog):
    """The bank's balance at a day; what explains the difference to the books is named."""

    def __init__(self, session: Session, voice: Voice, bank: str) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Agree with the bank"),
            verb=lambda voice: voice.tr("Keep the agreement"),
        )
        self._bank = bank
        self.day = self.add(
            "at", lambda voice: voice.tr("At the end of"), business_day(session, voice)
        )
        self.statement = self.add(
            "statement",
            lambda voice: voice.tr("Balance on the statement"),
            MoneyField(voice, may_be_negative=True),
        )
        self.expected = self.form.add_wide(Label(nothing, voice))
        self.note = self.add(
            "note", lambda voice: voice.tr("Note"), TextField(voice), optional=True
        )
        self.day.changed.connect(self._draw_expected)
        self._draw_expected()

    @override
    def command(self) -> ReconcileBank | None:
        day, amount = self.day.day(), self.statement.amount()
        if day is None or amount is None:
            return None
        return reconcile_command(self._bank, at=day, statement=amount, note=self.note.words())

    def _draw_expected(self) -> None:
        day = self.day.day()
        if day is None:
            self.expected.say(nothing)
            return
        found = self.session.ask(bank_statement, bank=self._bank, until=day)
        self.statement.set_expected(found.expected)
        self.expected.say(_expected(found.booked, found.expected))


def _expected(booked: Money, expected: Money) -> Says:
    return lambda voice: voice.tr(
        "The books say {booked}. With what is open on both sides the bank should say {expected}."
    ).format(booked=voice.money(booked), expected=voice.money(expected))
