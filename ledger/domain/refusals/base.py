"""What every refusal is: an exception that carries facts and speaks no language.

Sentences for people are made in ``reports.words.sentences``; a house test finds a refusal that has
none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, TypeVar, dataclass_transform

from ledger.domain.days import Month
from ledger.domain.money import Money

R = TypeVar("R", bound=BaseException)


@dataclass_transform(eq_default=False)
def refusal(kind: type[R]) -> type[R]:
    """A dataclass with the constructor of ``Refusal``.

    Compiling one for each of more than a hundred would take a fifth of every start of the console.
    """
    # Not frozen: a frozen exception breaks inside context managers.
    return dataclass(init=False, repr=False, eq=False)(kind)


@refusal
class Refusal(Exception):
    """The command or question cannot be carried out; nothing was written."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given)
        facts = dict(zip((one.name for one in fields(self)), given, strict=False)) | named
        if len(facts) < len(given) + len(named):
            raise TypeError(f"{self.name} has no place for {given} {named}")
        for one in fields(self):
            value = facts.pop(one.name, one.default)
            if value is MISSING:
                raise TypeError(f"{self.name} lacks {one.name}")
            setattr(self, one.name, value)
        if facts:
            raise TypeError(f"{self.name} has no {', '.join(facts)}")

    def __repr__(self) -> str:  # type: ignore[explicit-override]  # pure domain: no typing_extensions
        facts = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
        return f"{self.name}({', '.join(facts)})"

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


@refusal
class Trouble(Refusal):
    """The environment's fault: disk, lock, file; the console leaves with 3."""
