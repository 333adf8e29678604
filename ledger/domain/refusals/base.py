"""What every refusal is: an exception that carries facts and speaks no language.

Sentences for people are made in ``reports.words.sentences``; a house test finds a refusal that has
none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from ledger.domain.days import Month
from ledger.domain.money import Money


@dataclass(eq=False)  # not frozen: a frozen exception breaks inside context managers
class Refusal(Exception):
    """The command or question cannot be carried out; nothing was written."""

    @property
    def name(self) -> str:
        return type(self).__name__

    def facts(self) -> dict[str, object]:
        """The facts as JSON-ready values: money as decimal baht, dates as ISO text."""
        return {field.name: plain(getattr(self, field.name)) for field in fields(self)}


def plain(value: object) -> object:
    """One value as programs read it (console.md): decimal baht, ISO dates, names of enums."""
    for kind, shown in _SHOWN.items():
        if isinstance(value, kind):
            return shown(value)
    if isinstance(value, tuple | list | frozenset):
        return [plain(part) for part in value]
    return value


_SHOWN: dict[type, Callable[[Any], object]] = {
    Money: Money.as_decimal,
    Enum: lambda one: one.value,
    date: date.isoformat,
    Month: lambda month: month.iso,
    Fraction: str,
}


@dataclass(eq=False)
class Trouble(Refusal):
    """The environment's fault: disk, lock, file; the console leaves with 3."""
