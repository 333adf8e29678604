"""JSON schemas of what commands, questions and papers take, made from their own types."""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import Any, Union, get_args, get_origin, get_type_hints

from ledger.domain.codec import LONGEST_BASE64, LONGEST_TEXT, plain_value
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.land import LandArea
from ledger.domain.money import Money

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NOTHING = object()


def schema_of(kind: Any) -> Schema:
    """The schema of what is read as, or answered as, a value of this type."""
    maker = _Maker()
    whole = isinstance(kind, type) and is_dataclass(kind)
    return maker.finished(maker.dataclass(kind) if whole else maker.of(kind))


def schema_of_fields(wanted: Mapping[str, tuple[Any, object]]) -> Schema:
    """The schema of an object with these fields: a type each, and a default or ``MISSING``."""
    maker = _Maker()
    return maker.finished(maker.object_of(wanted))


class _Maker:
    """Makes one schema; a dataclass that occurs in it is written once, under ``$defs``."""

    def __init__(self) -> None:
        self._definitions: dict[str, Schema] = {}

    def finished(self, schema: Schema) -> Schema:
        definitions = {"$defs": self._definitions} if self._definitions else {}
        return {"$schema": DIALECT, **schema, **definitions}

    def of(self, kind: Any) -> Schema:
        if kind in _SIMPLE:
            return dict(_SIMPLE[kind])
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(part) for part in get_args(kind)]}
        if origin in (tuple, list, frozenset):
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(get_args(kind)[1])}
        return self._of_class(kind)

    def object_of(self, wanted: Mapping[str, tuple[Any, object]]) -> Schema:
        made: Schema = {"type": "object", "properties": {}, "additionalProperties": False}
        required = []
        for name, (kind, default) in wanted.items():
            made["properties"][name] = self._field(kind, default)
            if default is MISSING:
                required.append(name)
        return {**made, "required": required}

    def _field(self, kind: Any, default: object) -> Schema:
        made = self.of(kind)
        if default is MISSING or default is _NOTHING:
            return made
        return {**made, "default": plain_value(default)}

    def _of_class(self, kind: Any) -> Schema:
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"enum": [one.value for one in kind]}
        if isinstance(kind, type) and is_dataclass(kind):
            return self._reference(kind)
        return {}

    def _reference(self, kind: type) -> Schema:
        name = kind.__name__
        if name not in self._definitions:
            self._definitions[name] = {}  # stands already while its own fields are looked at
            self._definitions[name] = self.dataclass(kind)
        return {"$ref": f"#/$defs/{name}"}

    def dataclass(self, kind: type) -> Schema:
        if kind is Command:
            return dict(_COMMAND_INSIDE)
        hints = get_type_hints(kind)
        wanted = {
            one.name: (hints[one.name], _default(one.default, one.default_factory))
            for one in fields(kind)
        }
        return {"description": first_sentence(kind), **self.object_of(wanted)}


def _default(default: object, factory: object) -> object:
    if factory is not MISSING:
        return _NOTHING  # may be left out; what then stands there is no constant
    return default


def first_sentence(thing: object) -> str:
    """What the docstring says first, on one line."""
    whole = inspect.getdoc(thing) or ""
    return " ".join(whole.split("\n\n")[0].split())


_BAHT = {"type": "string", "pattern": r"^-?[0-9]{1,13}(\.[0-9]{1,2})?$", "description": "baht"}
_PERCENT = {
    "type": "string",
    "pattern": r"^-?[0-9]{1,9}(\.[0-9]{1,9})?$",
    "description": "percent",
}
_AREA = {
    "type": "string",
    "pattern": r"^([0-9]{1,6}-[0-3]-)?[0-9]{1,8}(\.[0-9]{1,2})?$",
    "description": "rai-ngan-square wah, or square wah",
}
_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string", "maxLength": LONGEST_TEXT},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Money: _BAHT,
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    Month: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
    Fraction: _PERCENT,
    LandArea: _AREA,
    bytes: {"type": "string", "contentEncoding": "base64", "maxLength": LONGEST_BASE64},
}
_COMMAND_INSIDE: Schema = {
    "description": "Another command by its name, with its fields in json.",
    "type": "object",
    "properties": {"command": {"type": "string"}, "json": {"type": "object"}},
    "required": ["command"],
}
