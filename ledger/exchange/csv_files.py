"""Tables as CSV in UTF-8, safe to open in a spreadsheet: no text of a member ever is a formula."""

from __future__ import annotations

import csv
from typing import TextIO

from ledger.domain.money import Money
from ledger.exchange.tables import Cell, Table

# What a spreadsheet would take for a formula. Figures are left alone: an apostrophe before a
# negative amount has corrupted books elsewhere (trust.md 6.6).
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_PLAIN_TEXT_SIGN = "'"


def write_csv(table: Table, out: TextIO) -> None:
    """Write the columns' names and all rows; lines end as the format's description says."""
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows(tuple(map(_text, row)) for row in table.rows)


def _text(cell: Cell) -> object:
    if isinstance(cell, str):
        return escaped(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.as_decimal() if isinstance(cell, Money) else cell


def escaped(text: str) -> str:
    return f"{_PLAIN_TEXT_SIGN}{text}" if text.startswith(_FORMULA_SIGNS) else text


def unescaped(text: str) -> str:
    """A text as it was before it was escaped."""
    if text[:1] == _PLAIN_TEXT_SIGN and text[1:].startswith(_FORMULA_SIGNS):
        return text[1:]
    return text
