"""Text from a spreadsheet as rows and cells; what is in them is for the grid to judge."""

from __future__ import annotations

import re

# A cell of several lines stands in quotation marks, and its own marks are doubled.
_OF_LINES = re.compile(r'(?:^|(?<=[\t\n]))"((?:[^"]|"")*)"(?=[\t\n]|$)')


def cells_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Rows end with a line, cells with a tab; empty rows at the end are no rows."""
    text = _OF_LINES.sub(_in_one_line, text.replace("\r\n", "\n"))
    rows = [tuple(row.split("\t")) for row in text.rstrip().splitlines()]
    return tuple(tuple(cell.strip() for cell in row) for row in rows)


def _in_one_line(found: re.Match[str]) -> str:
    inner = found[1]
    if "\n" not in inner and "\t" not in inner:
        return found[0]
    return " ".join(inner.replace('""', '"').split())
