"""The rows of the journal: acts, entries and lines, written and read on the hot path."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from ledger.domain.entries import Entry, Line, Side
from ledger.domain.free_text import FreeTexts
from ledger.domain.money import Money
from ledger.storage.columns import Column, Encoder, encoder

# Looked up here once, since asking an enumeration for its member costs as much as a call.
_CREDIT = Side.CREDIT

ACT_COLUMNS = (
    "number",
    "recorded_at",
    "business_day",
    "user",
    "command",
    "payload",
    "command_id",
    "result",
    "program",
    "marks",
    "previous",
    "fingerprint",
)
ENTRY_COLUMNS = ("number", "day", "event", "memo", "reverses", "reason", "act")
LINE_COLUMNS = (
    "entry",
    "line",
    "day",
    "account",
    "fund",
    "card",
    "debit",
    "credit",
    "event",
    "act",
)

EntryRow = tuple[int, str, str, str, int | None, str | None, int]
LineRow = tuple[int, int, str, str, str, int | None, int, int, str, int]


def entry_row(number: int, entry: Entry, act: int) -> EntryRow:
    day = entry.on.isoformat()
    return number, day, entry.event, entry.memo, entry.reverses, entry.reason, act


def committed_entry(row: EntryRow, commitments: FreeTexts) -> EntryRow:
    """The entry's row with commitments in place of its memo and its reason."""
    number, day, event, memo, reverses, reason, act = row
    return (
        *(number, day, event, commitments[memo], reverses),
        commitments[reason] if reason else reason,
        act,
    )


def line_rows(number: int, entry: Entry, act: int) -> list[LineRow]:
    day = entry.on.isoformat()
    rows: list[LineRow] = []
    for at, line in enumerate(entry.lines, start=1):
        debit, credit = line.amount.satang, 0
        if line.side is _CREDIT:
            debit, credit = 0, debit
        rows.append(
            (number, at, day, line.account, line.fund, line.card, debit, credit, line.event, act)
        )
    return rows


def _encoder(columns: tuple[str, ...]) -> Encoder:
    return encoder([_column(name) for name in columns if name != "act"])


def _column(name: str) -> Column:
    kind = "INTEGER" if name in _NUMBERS else "TEXT"
    return Column(name, kind, nullable=name in MAY_BE_EMPTY)


_NUMBERS = ("number", "reverses", "entry", "line", "card", "debit", "credit")
MAY_BE_EMPTY = ("reverses", "reason", "card")
# The frozen encoding of many rows; the same bytes as ``encode_row``, made for speed.
encode_entries = _encoder(ENTRY_COLUMNS)
encode_lines = _encoder(LINE_COLUMNS)


def encode_entry(row: EntryRow) -> bytes:
    return encode_entries((row,))[0]


def encode_line(row: LineRow) -> bytes:
    return encode_lines((row,))[0]


def entry_from(row: Sequence[Any], lines: Iterable[Sequence[Any]]) -> Entry:
    """The entry that an entry's row and its lines' rows stand for."""
    _, day, event, memo, reverses, reason, _ = row
    return Entry(
        on=date.fromisoformat(day),
        event=event,
        memo=memo,
        reverses=reverses,
        reason=reason,
        lines=tuple(line_from(line) for line in lines),
    )


def line_from(row: Sequence[Any]) -> Line:
    _, _, _, account, fund, card, debit, credit, event, _ = row
    side, satang = (Side.DEBIT, debit) if debit else (Side.CREDIT, credit)
    return Line(account, side, Money(satang), fund, card, event)
