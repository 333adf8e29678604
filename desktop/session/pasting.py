"""Text from a spreadsheet as rows and cells; what is in them is for the grid to judge."""

from __future__ import annotations


def cells_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Rows end with a line, cells with a tab; empty rows at the end are no rows."""
    rows = [tuple(row.split("\t")) for row in text.rstrip().splitlines()]
    return tuple(tuple(cell.strip() for cell in row) for row in rows)
