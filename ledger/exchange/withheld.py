"""Tables for other people's eyes: initials for names, and no free text (trust.md 6.8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ledger.exchange.tables import Cell, Row, Table

_NAMES = frozenset({"name", "payer", "payee", "leader_name", "holder", "owner", "chair"})
_NOT_OF_PEOPLE = frozenset({"projects", "match_rounds", "banks", "insurances"})
_WITHHELD = frozenset(
    {
        *("memo", "note", "text", "reason", "purpose", "address", "household", "left_why"),
        *("void_reason", "application_purpose", "application_reason", "ended_why", "account_name"),
        *("statement_note", "agreement_note", "need", "approved_by", "application_decided_by"),
        *("counted_by", "decided_by", "asked_by"),
        *("topic", "found", "effect", "recommendation", "result"),  # of inspections
        *("asset_note", "asset_why", "description", "released_why", "end_reason", "milestone"),
        "house",
    }
)
# Vowels that are written before the consonant they follow.
_LEADING = "เแโใไ"
# They are written without a space before the name.
_TITLES = ("นางสาว", "นาง", "นาย", "ด.ช.", "ด.ญ.", "น.ส.")


def withheld(tables: Iterable[Table]) -> Iterator[Table]:
    """The same tables with initials in place of names, and without what people wrote freely."""
    for table in tables:
        yield replace(table, rows=_rows(table))


def initials(name: str) -> str:
    """``นายสมชาย ใจดี`` is ``ส. จ.``: enough to find a line, too little to know a person."""
    plain = name.strip()
    for title in _TITLES:
        if plain.startswith(title) and len(plain) > len(title):
            plain = plain.removeprefix(title)
            break
    return " ".join(f"{_first(part)}." for part in plain.split() if _first(part))


def _rows(table: Table) -> Iterator[Row]:
    people = table.name not in _NOT_OF_PEOPLE
    for row in table.rows:
        yield tuple(
            _cell(column, cell, people=people)
            for column, cell in zip(table.columns, row, strict=True)
        )


def _cell(column: str, cell: Cell, *, people: bool) -> Cell:
    if not isinstance(cell, str):
        return cell
    if column in _WITHHELD:
        return "" if cell == "" else "…"
    return initials(cell) if people and column in _NAMES else cell


def _first(part: str) -> str:
    return next((letter for letter in part if letter.isalpha() and letter not in _LEADING), "")
