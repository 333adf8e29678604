"""The canonical text of values with very long lists, made without a second copy in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from ledger.domain.codec import Personal, canonical, plain_value

_PIECE = 5_000  # so many parts of a list become text at once


def canonical_of(value: Any, personal: Personal | None = None) -> str:
    """The canonical JSON text of a frozen value with fields, the same as of its plain value.

    Long lists are turned into text piece by piece: a journal of half a million rows would else
    stand in memory once more, in dictionaries.
    """
    named = {one.name: getattr(value, one.name) for one in fields(value)}
    if all(type(part) is not tuple or len(part) <= _PIECE for part in named.values()):
        return canonical(plain_value(value, personal))
    # Joined once: each copy of such a text is as large as the file it came from.
    pieces: list[str] = []
    for name in sorted(named):
        pieces += ("," if pieces else "{", canonical(name), ":", *_pieces(named[name], personal))
    return "".join((*pieces, "}"))


def _pieces(value: object, personal: Personal | None) -> Iterator[str]:
    if not isinstance(value, tuple) or not value:
        yield canonical(plain_value(value, personal))
        return
    for at in range(0, len(value), _PIECE):
        yield "," if at else "["
        yield canonical(plain_value(value[at : at + _PIECE], personal))[1:-1]
    yield "]"
