"""The canonical text of frozen values, written straight away: the same as of their plain values."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from json.encoder import encode_basestring
from typing import Any, Union, get_args, get_origin, get_type_hints

from ledger.domain.codec import PLAIN, Personal, canonical, plain_value
from ledger.domain.free_text import is_free
from ledger.domain.money import Money

_PIECE = 5_000  # so many parts of a list become text at once

Writer = Callable[[Any, Personal | None], str]


def canonical_of(value: Any, personal: Personal | None = None) -> str:
    """The canonical JSON text of a frozen value with fields, the same as of its plain value.

    Long lists are turned into text piece by piece: a journal of half a million rows would else
    stand in memory once more.
    """
    kind: Any = type(value)
    names = _names(kind)
    if not any(len(getattr(value, name)) > _PIECE for name in _of_many(kind)):
        return _text(value, personal)
    # Joined once: each copy of such a text is as large as the file it came from.
    pieces: list[str] = []
    for name in names:
        pieces += ("," if pieces else "{", f'"{name}":', *_pieces(getattr(value, name), personal))
    return "".join((*pieces, "}"))


def _pieces(value: object, personal: Personal | None) -> Iterator[str]:
    if not isinstance(value, tuple) or not value:
        yield _text(value, personal)
        return
    for at in range(0, len(value), _PIECE):
        yield "," if at else "["
        yield _text(value[at : at + _PIECE], personal)[1:-1]
    yield "]"


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(sorted(one.name for one in fields(kind)))


@cache
def _of_many(kind: Any) -> tuple[str, ...]:
    hints = get_type_hints(kind)
    return tuple(name for name in _names(kind) if get_origin(hints[name]) is tuple)


def _text(value: object, personal: Personal | None) -> str:
    return _writers[type(value)](value, personal)


class _Writers(dict[type, Writer]):
    """What writes the values of each type, made when the first of them comes."""

    def __missing__(self, kind: type) -> Writer:
        write = self[kind] = _writer_of(kind)
        return write


def _writer_of(kind: type) -> Writer:
    if issubclass(kind, tuple | list):
        return _text_of_parts
    if not is_dataclass(kind) or issubclass(kind, tuple(PLAIN)):
        return lambda value, personal: canonical(plain_value(value, personal))
    write = _writer_of_fields(kind)
    if getattr(kind, "personal", False):
        return lambda value, personal: (
            write(value, personal) if personal is None else canonical(personal(value))
        )
    return write


def _text_of_parts(parts: Iterable[object], personal: Personal | None) -> str:
    return f"[{','.join([_writers[type(part)](part, personal) for part in parts])}]"


def _writer_of_fields(kind: Any) -> Writer:
    # Compiled once per type: this runs for every item of a sheet with thousands of them.
    hints = get_type_hints(kind)
    parts = [f'"{name}":{{{_of_field(kind, name, hints[name])}}}' for name in _names(kind)]
    source = f"lambda value, personal: f'''{{{{{','.join(parts)}}}}}'''"
    names = {"text": _text, "quoted": encode_basestring, "canonical": canonical}
    return eval(source, names)  # type: ignore[no-any-return]  # noqa: S307 - made of our own field names


def _of_field(kind: type, name: str, hint: Any) -> str:
    made = _made(f"value.{name}", hint)
    if not is_free(kind, name, hint):
        return made
    clear = f"personal is None or not value.{name}"
    return f"({made} if {clear} else canonical(personal(value.{name})))"


def _made(value: str, hint: Any) -> str:
    """The expression for the JSON text of an expression of this type."""
    if get_origin(hint) in (Union, types.UnionType):
        *others, last = {_made(value, one) for one in get_args(hint) if one is not types.NoneType}
        made = f"text({value}, personal)" if others else last
        return f"('null' if {value} is None else {made})"
    if hint in _SIMPLE:
        return _SIMPLE[hint].format(value)
    if _is_of_words(hint):
        return f"quoted({value}._value_)"  # what Enum.value answers, without its long way
    return f"text({value}, personal)"


def _is_of_words(hint: Any) -> bool:
    return (
        isinstance(hint, type)
        and issubclass(hint, Enum)
        and all(isinstance(one.value, str) for one in hint)
    )


_SIMPLE: dict[Any, str] = {
    str: "quoted({})",
    int: "'%d' % {}",
    bool: "('true' if {} else 'false')",
    Money: "quoted({}.as_decimal())",
}
_writers = _Writers()
