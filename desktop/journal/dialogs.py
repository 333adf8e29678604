"""Putting a mistake right: taking an entry back, and booking it anew in the same act."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from desktop.journal.state import (
    Editable,
    FieldKind,
    Path,
    ReversalForm,
    Value,
    corrected,
    day_offered,
    editable,
)
from desktop.parts.day_field import DayField
from desktop.parts.field import Field
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.session import Session
from ledger.domain.commands import Command
from ledger.domain.refusals import Refusal
from ledger.queries.closings import closings
from ledger.queries.command_of import command_of
from ledger.queries.entries import EntryRow
from ledger.queries.naming import Holder, Name, account_names, holders_of
from reports.words.fields import field_name
from reports.words.voice import N_, Voice


class ReverseDialog(CommandDialog):
    """The exact mirror of an entry, today, with the reason; its receipt becomes void."""

    def __init__(
        self,
        session: Session,
        voice: Voice,
        row: EntryRow,
        *,
        title: Says = lambda voice: voice.tr("Take an entry back"),
        verb: Says = lambda voice: voice.tr("Take it back"),
    ) -> None:
        super().__init__(session, voice, title=title, verb=verb)
        self.row = row
        self.form.add_heading(_which(row))
        self.reason = self.add("reason", lambda voice: voice.tr("Reason"), TextField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Booked on"), business_day(session, voice))

    @override
    def command(self) -> Command | None:
        day, reason = self.day.day(), self.reason.words()
        if day is None or not reason:
            return None
        return ReversalForm(entry=self.row.number, on=day, reason=reason).command()


class CorrectDialog(ReverseDialog):
    """The filled form of the entry again: what is changed here is booked in its place."""

    def __init__(self, session: Session, voice: Voice, row: EntryRow) -> None:
        super().__init__(
            session,
            voice,
            row,
            title=lambda voice: voice.tr("Take back and book anew"),
            verb=lambda voice: voice.tr("Take back and book anew"),
        )
        self._behind = session.ask(command_of, entry=row.number)
        self._edited: dict[Path, Field] = {}
        self.form.add_heading(lambda voice: voice.tr("To be booked instead"))
        offered = editable(self._behind.fields)
        holders = session.ask(holders_of, {one.card for one in offered if one.card is not None})
        accounts = session.ask(account_names)
        for one in offered:
            self._edited[one.path] = self._row(one, _hint(one, holders, accounts))

    @override
    def command(self) -> Command | None:
        day, reason, fields = self.day.day(), self.reason.words(), self._fields_now()
        if day is None or not reason or fields is None:
            return None
        try:
            instead = self.session.command_from(self._behind.command, fields)
        except Refusal:
            return None
        form = ReversalForm(entry=self.row.number, on=day, reason=reason, instead=instead)
        return form.command()

    def _row(self, one: Editable, hint: Says | None) -> Field:
        field: Field
        if one.kind is FieldKind.MONEY:
            field = self._money(one)
        elif one.kind is FieldKind.DAY:
            field = self._day(one)
        else:
            field = TextField(self.voice)
            field.set_words(str(one.value))
        added = self.add(
            f"instead.{one.name}",
            lambda voice: label_of(one.name, voice),
            field,
            optional=one.kind is FieldKind.TEXT,
        )
        if hint is not None:
            added.hint(hint)
        return added

    def _money(self, one: Editable) -> MoneyField:
        field = MoneyField(self.voice)
        field.set_amount(one.value)  # type: ignore[arg-type]  # its kind says that it is an amount
        return field

    def _day(self, one: Editable) -> DayField:
        field = DayField(self.voice, self.session.today)
        booked: Any = one.value
        found = self.session.ask(closings)
        field.set_day(
            day_offered(booked, closed_through=found.closed_through, today=self.session.today)
        )
        return field

    def _fields_now(self) -> dict[str, Any] | None:
        changes: dict[Path, Value] = {}
        for path, field in self._edited.items():
            value = _value_of(field)
            if value is None:
                return None
            changes[path] = value
        return corrected(self._behind.fields, changes)


def _value_of(field: Field) -> Value | None:
    if isinstance(field, MoneyField):
        return field.amount()
    if isinstance(field, DayField):
        return field.day()
    return field.words() if isinstance(field, TextField) else None


def _which(row: EntryRow) -> Says:
    paper = ", ".join(row.papers)
    return lambda voice: voice.tr("Entry {number} of {day}, {amount} baht {paper}").format(
        number=voice.digits(str(row.number)),
        day=voice.day(row.on),
        amount=voice.money(row.total),
        paper=voice.digits(paper),
    )


def _hint(one: Editable, holders: dict[int, Holder], accounts: dict[str, Name]) -> Says | None:
    holder = holders.get(one.card or 0)
    if holder is not None:
        return lambda voice: " · ".join(
            part for part in (holder.name, voice.name(holder.product_th, holder.product_en)) if part
        )
    name = accounts.get(one.account or "")
    return None if name is None else lambda voice: voice.name(name.th, name.en)


def label_of(name: str, voice: Voice) -> str:
    """The field as its form calls it, beginning with a capital."""
    text = voice.tr(_LABELS[name]) if name in _LABELS else field_name(name, voice)
    return text[:1].upper() + text[1:]


_LABELS = {"paper_book": N_("Receipt book no."), "payer": N_("Payer")}
