"""Rows and values: how the fields of a record become columns, and back."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from fractions import Fraction
from operator import attrgetter, itemgetter
from typing import Any, Union, get_args, get_origin, get_type_hints

from ledger.domain.codec import rate_text
from ledger.domain.fingerprint import EncodedTexts
from ledger.domain.free_text import ERASED, LENGTH, is_free
from ledger.domain.land import LandArea
from ledger.domain.money import LARGEST_SATANG, Money
from ledger.domain.records import Record

Convert = Callable[[Any], Any]
Encoder = Callable[[Iterable[tuple[Any, ...]]], list[bytes]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, SQLite type, whether it may be empty, and how values go in and out.

    ``into`` is the expression that makes the column's value out of ``{}``. A ``free`` column holds
    commitments to free texts, which lie beside the chain.
    """

    name: str
    sql: str
    nullable: bool
    into: str = "{}"
    out: Convert | None = None
    check: str = ""
    free: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A record type as the storage sees it; every statement is made once.

    ``place_of`` answers the key of a row: the rows of an act are sealed in its order. ``free`` are
    the places of free texts among the columns.
    """

    kind: type[Record]
    columns: tuple[Column, ...]
    into: Callable[[Any, int], tuple[Any, ...]]
    encode_all: Encoder
    out: Callable[[Sequence[Any]], Any]
    key_of: Callable[[Any], tuple[object, ...]]
    place_of: Callable[[tuple[Any, ...]], Any]
    label_of: Callable[[Any], str] | None
    free: tuple[int, ...]

    @property
    def table(self) -> str:
        return self.kind.table

    def encode(self, row: tuple[Any, ...]) -> bytes:
        return self.encode_all((row,))[0]

    @property
    def names(self) -> tuple[str, ...]:
        return (*(column.name for column in self.columns), "act")

    @property
    def primary(self) -> tuple[str, ...]:
        return (*self.kind.key, "act") if self.kind.versions else self.kind.key


_AMOUNT_CHECK = f"BETWEEN -{LARGEST_SATANG} AND {LARGEST_SATANG}"


def committed(name: str) -> str:
    """What a column of free text may hold, for the file's own guard: nothing, or a commitment."""
    return f"= '' OR length(\"{name}\") = {LENGTH}"


def _column(of: type[Record], name: str, hint: Any) -> Column:
    nullable = get_origin(hint) in (Union, types.UnionType)
    kind = next(part for part in get_args(hint) if part is not type(None)) if nullable else hint
    if kind in _SIMPLE:
        sql, into, out, check = _SIMPLE[kind]
        free = is_free(of, name, hint)
        return Column(name, sql, nullable, into, out, committed(name) if free else check, free)
    if issubclass(kind, Enum):
        words = ", ".join(f"'{one.value}'" for one in kind)
        return Column(name, "TEXT", nullable, "{}._value_", kind, f"IN ({words})")
    raise TypeError(f"no column for {kind}")


_SIMPLE: dict[Any, tuple[str, str, Convert | None, str]] = {
    Money: ("INTEGER", "{}.satang", Money, _AMOUNT_CHECK),
    bool: ("INTEGER", "int({})", bool, "IN (0, 1)"),
    int: ("INTEGER", "{}", None, ""),
    str: ("TEXT", "{}", None, ""),
    LandArea: ("INTEGER", "{}.hundredths", LandArea, ">= 0"),
    date: ("TEXT", "{}.isoformat()", date.fromisoformat, "LIKE '____-__-__'"),
    Fraction: ("TEXT", "rate_text({})", lambda text: Fraction(text) / 100, ""),
}

_shapes: dict[type[Record], Shape] = {}


def shape_of(kind: type[Record]) -> Shape:
    """How a record type is kept; looked at once."""
    if kind not in _shapes:
        _shapes[kind] = _shape(kind)
    return _shapes[kind]


def _shape(kind: type[Record]) -> Shape:
    hints = get_type_hints(kind)
    columns = tuple(_column(kind, one.name, hints[one.name]) for one in fields(kind))  # type: ignore[arg-type]  # records are dataclasses
    return Shape(
        kind=kind,
        columns=columns,
        into=_writer(columns),
        encode_all=encoder(columns),
        out=_builder(kind, columns),
        key_of=_keys(kind),
        place_of=itemgetter(*[[column.name for column in columns].index(one) for one in kind.key]),
        label_of=attrgetter("label") if hasattr(kind, "label") else None,
        free=tuple(at for at, column in enumerate(columns) if column.free),
    )


def _keys(kind: type[Record]) -> Callable[[Any], tuple[object, ...]]:
    source = f"lambda r: ({', '.join(f'r.{name}' for name in kind.key)},)"
    return eval(source)  # type: ignore[no-any-return]  # noqa: S307 - made of our own column names


def _writer(columns: tuple[Column, ...]) -> Callable[[Any, int], tuple[Any, ...]]:
    # Compiled once per table: this runs for every row that is ever written.
    parts = []
    for column in columns:
        value = f"r.{column.name}"
        made = column.into.format(value)
        parts.append(f"(None if {value} is None else {made})" if column.nullable else made)
    source = f"lambda r, act: ({', '.join(parts)}, act)"
    return eval(source, {"rate_text": rate_text})  # type: ignore[no-any-return]  # noqa: S307 - made of our own column names


def encoder(columns: Sequence[Column]) -> Encoder:
    """The encoding of rows of these columns and their act; the same bytes as ``encode_row``."""
    # Compiled once per table, too: one format for a row, and a text that repeats is encoded once.
    names = [f"v{at}" for at in range(len(columns))]
    pieces = [_piece(column, name) for column, name in zip(columns, names, strict=True)]
    form = "".join(form for form, _ in pieces)
    values = ", ".join(value for _, value in pieces)
    source = (
        f"lambda rows, texts: [b'r{form}i%d;' % ({values}, act)"
        f" for {', '.join(names)}, act in rows]"
    )
    encode = eval(source)  # noqa: S307 - made of our own column types

    def encode_all(rows: Iterable[tuple[Any, ...]]) -> list[bytes]:
        if len(_texts) > _MOST_TEXTS:
            _texts.clear()
        encoded: list[bytes] = encode(rows, _texts)
        return encoded

    return encode_all


# The acts of one book repeat days, accounts, events and funds.
_texts = EncodedTexts()
_MOST_TEXTS = 10_000


def _piece(column: Column, name: str) -> tuple[str, str]:
    """How one value stands in the format of a row, and the expression that fills it in."""
    if column.sql == "TEXT":
        value = f"texts[{name}]"
        return "%b", f"(b'n' if {name} is None else {value})" if column.nullable else value
    if column.nullable:
        return "%b", f"(b'n' if {name} is None else b'i%d;' % {name})"
    return "i%d;", name


def _builder(kind: type[Record], columns: tuple[Column, ...]) -> Callable[[Sequence[Any]], Any]:
    parts = []
    scope: dict[str, Any] = {"kind": kind}
    for at, column in enumerate(columns):
        value = f"row[{at}]"
        if column.out is not None:
            scope[f"f{at}"] = column.out
            value = (
                f"(None if {value} is None else f{at}({value}))"
                if column.nullable
                else f"f{at}({value})"
            )
        parts.append(value)
    source = f"lambda row: kind({', '.join(parts)})"
    return eval(source, scope)  # type: ignore[no-any-return]  # noqa: S307 - made of our own column names


def quoted(names: Iterable[str]) -> str:
    """Column names for a statement; some, such as ``on``, are words of SQL too."""
    return ", ".join(f'"{name}"' for name in names)


def said(column: str) -> str:
    """The expression for the text that a column's commitment stands for (``memo``, ``e.memo``)."""
    return (
        f"CASE WHEN {column} <> '' THEN COALESCE((SELECT words FROM free_texts"
        f" WHERE commitment = {column}), '{ERASED}') ELSE {column} END"
    )


def still_said(column: str) -> str:
    """The same for who compares texts: an erased one stays a text of its own, its commitment."""
    kept = f"SELECT words FROM free_texts WHERE commitment = {column}"
    return f"CASE WHEN {column} <> '' THEN COALESCE(({kept}), {column}) ELSE {column} END"


def said_by(column: str, value: str) -> str:
    """The condition that a column's text contains a value, large and small letters alike."""
    return (
        f"{column} IN (SELECT commitment FROM free_texts"
        f" WHERE instr(lower(words), lower({value})) > 0)"
    )
