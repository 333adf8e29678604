"""Frozen values to JSON and back: the one reading of everything that comes in from outside."""

from __future__ import annotations

import base64
import json
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from ledger.domain.days import Month
from ledger.domain.free_text import is_free
from ledger.domain.iso_days import read_day, read_month
from ledger.domain.land import LandArea, read_area
from ledger.domain.money import LARGEST_SATANG, Money
from ledger.domain.refusals import (
    MissingField,
    NotAChoice,
    NotAnAmount,
    NotARate,
    UnknownField,
    WrongKind,
)
from ledger.domain.seen import LONGEST_NOTE, check_seen

_DECIMAL = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?", re.ASCII)
LONGEST_TEXT = LONGEST_NOTE
LONGEST_BASE64 = 2_000_000  # far above the largest photo, so that its own refusal names the size

Reader = Callable[[object, str], Any]
Personal = Callable[[Any], object]
Plainer = Callable[[Any, Personal | None], object]


def read_value(kind: Any, value: object, place: str = "") -> Any:
    """The value of the given type that the JSON value stands for.

    ``place`` names the field for the refusal, with dots: ``items.2.amount``.

    Raises:
        WrongKind, NotAnAmount, NotADay, NotAMonth, BuddhistYear, NotAChoice, NotARate,
        MissingField, UnknownField: what is wrong, and in which field.
    """
    return _reader_of(kind)(value, place)


def plain_value(value: object, personal: Personal | None = None) -> Any:
    """The JSON value of a frozen value.

    ``personal`` says what stands for personal data, and for free texts that are not empty.
    """
    kind = type(value)
    plain = _plainers.get(kind)
    if plain is None:
        plain = _plainers[kind] = _plainer_of(kind)
    return plain(value, personal)


def _plainer_of(kind: type) -> Plainer:
    for base, plain in PLAIN.items():
        if issubclass(kind, base):
            return plain
    if not is_dataclass(kind):
        raise TypeError(f"no JSON for {kind.__name__}")
    plain = _plainer_of_fields(kind)
    if getattr(kind, "personal", False):
        return lambda value, personal: (
            plain(value, personal) if personal is None else personal(value)
        )
    return plain


def _plainer_of_fields(kind: type[Any]) -> Plainer:
    # Compiled once per type: this runs for every item of a sheet with thousands of them.
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)]
    free = {name for name in names if is_free(kind, name, hints[name])}
    parts = ", ".join(
        f"{name!r}: {_plain(f'value.{name}', hints[name], free=name in free)}" for name in names
    )
    source = f"lambda value, personal: {{{parts}}}"
    return eval(source, {"plain_value": plain_value})  # type: ignore[no-any-return]  # noqa: S307 - made of our own field names


def _plain(value: str, hint: Any, *, free: bool = False) -> str:
    """The expression for the JSON value of an expression of this type."""
    if free:
        return f"({value} if personal is None or not {value} else personal({value}))"
    if get_origin(hint) in (Union, types.UnionType):
        *others, last = {_plain(value, one) for one in get_args(hint) if one is not types.NoneType}
        made = f"plain_value({value}, personal)" if others else last
        return value if made == value else f"(None if {value} is None else {made})"
    if hint in (str, int, bool, types.NoneType):
        return value
    if hint is Money:
        return f"{value}.as_decimal()"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return f"{value}._value_"  # what Enum.value answers, without its five times as long way
    return f"plain_value({value}, personal)"


_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """JSON text that is the same wherever it is made."""
    return _JSON.encode(value)


def rate_text(rate: Fraction) -> str:
    """A rate in percent a year as decimal text where it ends, else as numerator/denominator."""
    percent = rate * 100
    for places in range(10):
        scaled = percent * 10**places
        if scaled.denominator == 1:
            digits = f"{abs(scaled.numerator):0{places + 1}d}"
            whole = f"{digits[:-places]}.{digits[-places:]}" if places else digits
            return f"-{whole}" if scaled < 0 else whole
    return f"{percent.numerator}/{percent.denominator}"


@cache
def _reader_of(kind: Any) -> Reader:
    simple = _SIMPLE.get(kind)
    if simple is not None:
        return simple
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if origin is tuple:
        return _sequence(get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    raise TypeError(f"no reader for {kind}")


def _optional(kind: Any) -> Reader:
    (inner,) = [part for part in get_args(kind) if part is not type(None)]
    reader = _reader_of(inner)
    return lambda value, place: None if value is None else reader(value, place)


def _sequence(inner: Any) -> Reader:
    reader = _reader_of(inner)

    def read(value: object, place: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise WrongKind(place, "list")
        return tuple(reader(part, f"{place}.{at}") for at, part in enumerate(value, start=1))

    return read


def _choice(kind: type[Enum]) -> Reader:
    by_name = {str(one.value): one for one in kind}

    def read(value: object, place: str) -> Enum:
        if not isinstance(value, str) or value not in by_name:
            raise NotAChoice(place, _shown(value), tuple(by_name))
        return by_name[value]

    return read


def _record(kind: type[Any]) -> Reader:
    hints = get_type_hints(kind)
    wanted = {one.name: (_reader_of(hints[one.name]), _needed(one)) for one in fields(kind)}

    def read(value: object, place: str) -> Any:
        if not isinstance(value, dict):
            raise WrongKind(place, "object")
        for name in value:
            if name not in wanted:
                raise UnknownField(_inside(place, str(name)), tuple(wanted))
        given = {}
        for name, (reader, needed) in wanted.items():
            if name in value:
                given[name] = reader(value[name], _inside(place, name))
            elif needed:
                raise MissingField(_inside(place, name))
        return kind(**given)

    return read


def _needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _shown(value: object) -> str:
    return str(value)[:80]


def _text(value: object, place: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise WrongKind(place, "text")
    check_seen(value, place)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise WrongKind(place, "text") from error
    return value


def _integer(value: object, place: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**53:
        raise WrongKind(place, "integer")
    return value


def _truth(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise WrongKind(place, "true or false")
    return value


def _amount(value: object, place: str) -> Money:
    if not isinstance(value, str):
        raise NotAnAmount(place, _shown(value))
    try:
        amount = Money.from_decimal(value)
    except ValueError as error:
        raise NotAnAmount(place, _shown(value)) from error
    if abs(amount.satang) > LARGEST_SATANG:
        raise NotAnAmount(place, _shown(value))
    return amount


def _rate(value: object, place: str) -> Fraction:
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        raise NotARate(place, _shown(value))
    return Fraction(value) / 100


def _base64(value: object, place: str) -> bytes:
    if not isinstance(value, str) or len(value) > LONGEST_BASE64:
        raise WrongKind(place, "base64")
    try:
        return base64.b64decode(value, validate=True)
    except ValueError as error:
        raise WrongKind(place, "base64") from error


_SIMPLE: dict[Any, Reader] = {
    str: _text,
    int: _integer,
    bool: _truth,
    Money: _amount,
    date: read_day,
    Month: read_month,
    LandArea: read_area,
    Fraction: _rate,
    bytes: _base64,
}

PLAIN: dict[type, Plainer] = {
    str: lambda text, _: text,
    int: lambda number, _: number,
    type(None): lambda nothing, _: nothing,
    Money: lambda amount, _: amount.as_decimal(),
    date: lambda day, _: day.isoformat(),
    Enum: lambda one, _: one.value,
    Fraction: lambda rate, _: rate_text(rate),
    Month: lambda month, _: month.iso,
    LandArea: lambda area, _: area.deed,
    bytes: lambda content, _: base64.b64encode(content).decode(),
    tuple: lambda parts, personal: [plain_value(part, personal) for part in parts],
    list: lambda parts, personal: [plain_value(part, personal) for part in parts],
    frozenset: lambda parts, personal: sorted(plain_value(part, personal) for part in parts),
    Mapping: lambda parts, personal: {
        str(key): plain_value(part, personal) for key, part in parts.items()
    },
}
_plainers: dict[type, Plainer] = {}
