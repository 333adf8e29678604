"""Rows as people read them: a free text in place of the commitment to it."""

from __future__ import annotations

from typing import Any

from ledger.domain.free_text import LENGTH
from ledger.storage.reading import Reader


def rows_said(
    reader: Reader, statement: str, values: tuple[Any, ...] = ()
) -> list[tuple[Any, ...]]:
    """The rows of a statement, free texts in clear."""
    return [tuple(_said(reader, one) for one in row) for row in reader.rows(statement, values)]


def _said(reader: Reader, value: object) -> object:
    if not isinstance(value, str) or len(value) != LENGTH:
        return value
    row = reader.one("SELECT words FROM free_texts WHERE commitment = ?", (value,))
    return value if row is None else row[0]
