"""What the journal knows and decides, without Qt: what of a booked command can be put right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.money import Money
from ledger.queries.entries import EntryRow
from ledger.usecases.reversing import CorrectEntry, ReverseEntry

Path = tuple[str | int, ...]
Value = Money | date | str

_MONEY = frozenset({"amount", "debit", "credit"})
_TEXTS = ("payee", "payer", "purpose", "note", "approved_by", "document", "paper_book")
_LISTS = ("items", "lines")


class FieldKind(Enum):
    """How a field of a command is typed."""

    MONEY = "money"
    DAY = "day"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Editable:
    """One field that can be put right: its place in the command, and what stands there now."""

    path: Path
    kind: FieldKind
    value: Value
    card: int | None = None
    account: str | None = None

    @property
    def name(self) -> str:
        """The field as commands name it, counted from 1 in lists: ``items.2.amount``."""
        return ".".join(str(part + 1) if isinstance(part, int) else part for part in self.path)


def editable(fields: Mapping[str, Any]) -> tuple[Editable, ...]:
    """The fields of a booked command that a form can offer again: amounts, the day, the words."""
    return (*_amounts(fields, ()), *_lists(fields), *_day(fields), *_texts(fields))


def _amounts(
    fields: Mapping[str, Any], path: Path, card: int | None = None, account: str | None = None
) -> Iterator[Editable]:
    for name, value in fields.items():
        if name in _MONEY and isinstance(value, str):
            yield Editable((*path, name), FieldKind.MONEY, Money.from_decimal(value), card, account)


def _lists(fields: Mapping[str, Any]) -> Iterator[Editable]:
    for name in _LISTS:
        for at, part in enumerate(fields.get(name) or ()):
            yield from _amounts(part, (name, at), part.get("card"), part.get("account"))


def _day(fields: Mapping[str, Any]) -> Iterator[Editable]:
    if isinstance(fields.get("on"), str):
        yield Editable(("on",), FieldKind.DAY, date.fromisoformat(fields["on"]))


def _texts(fields: Mapping[str, Any]) -> Iterator[Editable]:
    for name in _TEXTS:
        if isinstance(fields.get(name), str):
            yield Editable((name,), FieldKind.TEXT, fields[name])


def corrected(fields: Mapping[str, Any], changes: Mapping[Path, Value]) -> dict[str, Any]:
    """The command's fields with the changes in their places, as JSON values again.

    The number of the pre-printed receipt goes: the sheet it named is used up.
    """
    made = {name: value for name, value in fields.items() if name != "paper_number"}
    for name in _LISTS:
        if made.get(name):
            made[name] = [dict(part) for part in made[name]]
    for path, value in changes.items():
        place: Any = made
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = _plain(value)
    return made


def _plain(value: Value) -> str:
    if isinstance(value, Money):
        return value.as_decimal()
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalForm:
    """Taking an entry back, or with ``instead`` booking it anew in the same act."""

    entry: int
    on: date
    reason: str
    instead: Command | None = None

    def command(self) -> ReverseEntry | CorrectEntry:
        if self.instead is None:
            return ReverseEntry(entry=self.entry, on=self.on, reason=self.reason)
        return CorrectEntry(entry=self.entry, on=self.on, reason=self.reason, instead=self.instead)


def can_reverse(row: EntryRow) -> bool:
    """An entry is taken back once, and a reversal never."""
    return row.reverses is None and row.reversed_by is None


def whose(row: EntryRow) -> str:
    """Whom an entry is about: the holder of its first member's card, or its own words."""
    holder = next((line.holder for line in row.lines if line.member is not None), "")
    return holder or row.memo


def day_offered(booked_on: date, *, closed_through: Month | None, today: date) -> date:
    """The day offered for booking anew: the original's, or today where its month is closed."""
    closed = closed_through is not None and Month.of(booked_on) <= closed_through
    return today if closed else booked_on
