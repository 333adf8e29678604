"""A statement of SQLite in PostgreSQL's words: where places of values and a few idioms differ.

Questions and the unit of work speak SQLite, on whose files they must be fast. What differs is
turned here, word by word and once per statement; what no word can turn is written in a way that
both understand, and the functions they use are made in the book's schema (``words.sql``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ledger.storage.columns import shape_of
from ledger.storage.journal import MAY_BE_EMPTY
from ledger.storage.register import RECORDS

# Texts, quoted names, places of values, words, and everything else sign by sign.
_PARTS = re.compile(
    r"""('(?:[^']|'')*') | ("(?:[^"]|"")*") | (\?\d*|:[a-z_]\w*) | ([A-Za-z_]\w*) | (\s+|.)""",
    re.VERBOSE | re.DOTALL,
)
# Names of columns that SQLite takes as they are and PostgreSQL does not (a test looks).
RESERVED = frozenset({"user", "grant"})
# What follows IS where SQLite compares as PostgreSQL does.
_PLAIN_IS = frozenset({"NULL", "TRUE", "FALSE", "DISTINCT"})
# Where the tables joined so far end, or the next one begins.
_NEXT_JOIN = frozenset({"CROSS", "JOIN", "LEFT", "WHERE", "GROUP", "ORDER", "UNION", "LIMIT"})
# Writing alone, as the file's driver means it: others wait until the act is saved.
_ALONE = "BEGIN; SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 0))"
_AFTER_ORDER = frozenset({"LIMIT", "UNION", "ROWS", "RANGE"})
# What is asked about the file is a function here.
_PRAGMA = re.compile(r"PRAGMA (\w+)(?:\((\w+)\))?")
_WHOLE = {"BEGIN IMMEDIATE": _ALONE}


@dataclass(frozen=True, slots=True)
class Turned:
    """The statement, and which of the values given goes to each of its places, by name or number.

    A value that is missing is no place: PostgreSQL could not tell of what kind it is.
    """

    text: str
    values: tuple[int | str, ...]


@lru_cache(maxsize=4096)
def turned(statement: str, missing: frozenset[int | str]) -> Turned:
    """The statement as PostgreSQL takes it; ``missing`` are the values that are NULL."""
    asked = _PRAGMA.fullmatch(statement)
    if asked:
        of = f"'{asked[2]}'" if asked[2] else ""
        statement = f"SELECT * FROM pragma_{asked[1]}({of})"
    parts = [_Part(*found) for found in _PARTS.findall(statement)]
    words = [at for at, part in enumerate(parts) if not part.is_blank]
    for place, at in enumerate(words):
        _turn(parts, words[place:], at)
    values: dict[int | str, None] = {}
    text = "".join(_placed(parts, missing, values))
    return Turned(_WHOLE.get(text, text), tuple(values))


@dataclass(slots=True)
class _Part:
    text: str
    name: str
    value: str
    word: str
    other: str
    after: str = ""

    @property
    def is_blank(self) -> bool:
        return self.other.isspace()

    @property
    def upper(self) -> str:
        return self.word.upper()

    @property
    def whole(self) -> str:
        return (self.text or self.name or self.value or self.word or self.other) + self.after


def _turn(parts: list[_Part], rest: list[int], at: int) -> None:
    """Turn one word, seeing those that follow it."""
    part = parts[at]
    after = [parts[one] for one in rest[1:3]]
    if part.word in RESERVED:
        part.word = f'"{part.word}"'
    elif part.upper == "IS" and after:
        _turn_is(part, after)
    elif part.upper == "IN" and after and after[0].word:
        after[0].word = f"(SELECT * FROM {after[0].word})"
    elif part.upper == "ORDER":
        _turn_order([parts[one] for one in rest[2:]])
    elif part.upper == "CROSS" and _has_condition([parts[one] for one in rest[2:]]):
        part.word = ""


def _turn_is(part: _Part, after: list[_Part]) -> None:
    """IS compares any two values in SQLite."""
    negated = after[0].upper == "NOT"
    if after[-1 if negated else 0].upper in _PLAIN_IS:
        return
    if negated:
        after[0].word = ""
    part.word = "IS DISTINCT FROM" if negated else "IS NOT DISTINCT FROM"


def _turn_order(parts: list[_Part]) -> None:
    """What is empty comes first in SQLite, and last in PostgreSQL."""
    depth = 0
    last = before = _Part("", "", "", "", "")
    for part in [*parts, _Part("", "", "", "", ")")]:
        depth += {"(": 1, ")": -1}.get(part.other, 0)
        if depth < 0 or (depth == 0 and (part.other == "," or part.upper in _AFTER_ORDER)):
            descends = before.upper == "DESC"
            named = last if descends else before
            if named.word in may_be_empty() or named.name.strip('"') in may_be_empty():
                before.after = " NULLS LAST" if descends else " NULLS FIRST"
        if depth < 0 or (depth == 0 and part.upper in _AFTER_ORDER):
            return
        last, before = before, part


@cache
def may_be_empty() -> frozenset[str]:
    """The columns, of any table, that may hold nothing."""
    columns = {one.name for kind in RECORDS for one in shape_of(kind).columns if one.nullable}
    return frozenset(columns | set(MAY_BE_EMPTY))


def _has_condition(parts: list[_Part]) -> bool:
    """Whether the table that a CROSS JOIN names comes with a condition: SQLite's fixed order."""
    depth = 0
    for part in parts:
        if part.other in {"(", ")"}:
            depth += 1 if part.other == "(" else -1
        if depth < 0:
            return False
        if depth == 0 and part.upper in {"ON", "USING"}:
            return True
        if depth == 0 and (part.upper in _NEXT_JOIN or part.other == ","):
            return False
    return False


def _placed(
    parts: list[_Part], missing: frozenset[int | str], values: dict[int | str, None]
) -> Iterator[str]:
    """The words with PostgreSQL's places for values; ``values`` takes what goes to each."""
    at = 0
    order: list[int | str] = []
    for part in parts:
        if not part.value:
            yield part.whole
            continue
        at += part.value == "?"
        key = _key(part.value, at)
        if key in missing:
            yield "NULL"
            continue
        if key not in values:
            values[key] = None
            order.append(key)
        yield f"${order.index(key) + 1}"


def _key(value: str, at: int) -> int | str:
    if value.startswith(":"):
        return value[1:]
    return at - 1 if value == "?" else int(value[1:]) - 1
