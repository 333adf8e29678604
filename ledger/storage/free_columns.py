"""Which columns hold commitments to free texts; whoever asks loads every kind of record."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.storage.columns import shape_of
from ledger.storage.register import RECORDS


def free_columns() -> Iterator[tuple[str, str]]:
    """Every column that holds commitments to free texts, with its table."""
    yield from (("entries", "memo"), ("entries", "reason"))
    for kind in RECORDS:
        yield from ((kind.table, one.name) for one in shape_of(kind).columns if one.free)


PARTIES = tuple(one for one in free_columns() if one[1] in ("payee", "payer"))
"""The columns that say who paid or was paid."""
