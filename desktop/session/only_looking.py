"""The rights of whoever has a book open that nothing can be written into."""

from __future__ import annotations

from dataclasses import replace

from ledger.queries.people import Rights


def for_looking(found: Rights) -> Rights:
    """None of the commands, whatever the role; nobody else needs to sit down for that."""
    rows = tuple(replace(row, allowed=False) for row in found.rows)
    return replace(found, rows=rows, users=())
