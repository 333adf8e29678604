"""Answers for programs: frozen values as JSON on one line, with names in the chosen language."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from ledger.domain.codec import rate_text
from ledger.domain.days import Month
from ledger.domain.land import LandArea
from ledger.domain.money import Money

_Plain = Callable[[Any], object]


class AnswerWriter:
    """Turns answers into JSON. Money is decimal baht, days are ISO, rates are percent.

    Wherever an object has ``name_th`` and ``name_en``, ``name`` is the one of the chosen language.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[type, _Plain] = {}

    def text(self, value: object) -> str:
        return json_text(self.plain(value))

    def plain(self, value: object) -> Any:
        kind = type(value)
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = self._plain_of(kind)
        return known(value)

    def _plain_of(self, kind: type) -> _Plain:
        if kind in _AS_IT_IS:
            return _same
        for one, plain in _PLAIN.items():
            if issubclass(kind, one):
                return plain
        if issubclass(kind, Mapping):
            return self._mapping
        if issubclass(kind, tuple | list):
            return lambda value: [self.plain(part) for part in value]
        if issubclass(kind, set | frozenset):
            return lambda value: sorted(self.plain(part) for part in value)
        if is_dataclass(kind):
            return self._object_of(tuple(one.name for one in fields(kind)))
        raise TypeError(f"no JSON for {kind.__name__}")

    def _mapping(self, value: Mapping[Any, object]) -> dict[str, Any]:
        return self._named({str(self.plain(key)): self.plain(one) for key, one in value.items()})

    def _object_of(self, names: tuple[str, ...]) -> _Plain:
        def plain(value: object) -> dict[str, Any]:
            return self._named({name: self.plain(getattr(value, name)) for name in names})

        return plain

    def _named(self, made: dict[str, Any]) -> dict[str, Any]:
        if "name_th" in made and "name_en" in made:
            first, second = ("th", "en") if self._language == "th" else ("en", "th")
            made["name"] = made[f"name_{first}"] or made[f"name_{second}"]
        return made


def json_text(plain: object) -> str:
    """JSON on one line, in UTF-8 letters."""
    return json.dumps(plain, ensure_ascii=False, allow_nan=False)


def _same(value: object) -> object:
    return value


_AS_IT_IS = frozenset({bool, int, str, type(None)})
_PLAIN: dict[type, _Plain] = {
    Money: Money.as_decimal,
    date: lambda day: day.isoformat(),  # a moment is one too, and keeps its time
    Enum: lambda one: one.value,
    Fraction: rate_text,
    Month: lambda month: month.iso,
    LandArea: lambda area: area.deed,
    bytes: lambda content: base64.b64encode(content).decode(),
}
