"""A whole book as one JSON object, written piece by piece: money as decimal baht, days as ISO."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from ledger.domain.codec import plain_value
from ledger.exchange.registers import register_tables
from ledger.exchange.tables import Cell, all_tables
from ledger.exchange.whole_book import WholeBook


def json_pieces(whole: WholeBook) -> Iterator[str]:
    """The cooperative, every table as a list of objects, and the entries with their lines."""
    head = whole.letterhead
    act = {**plain_value(head.act), "moment": head.act.moment.isoformat()}
    yield f'{{"cooperative": {_text({**plain_value(head), "act": act})}'
    for table in chain(all_tables(whole), register_tables(whole)):
        if table.name in {"lines", "cooperative"}:
            continue  # lines stand with their entries
        rows = (dict(zip(table.columns, map(_cell, row), strict=True)) for row in table.rows)
        yield from _listed(table.name, rows)
    entries = (
        {**plain_value(entry), "booked_at": entry.booked_at.isoformat()}
        for entry in whole.entries()
    )
    yield from _listed("entries", entries)
    yield "}\n"


def _listed(name: str, values: Iterable[object]) -> Iterator[str]:
    yield f',\n"{name}": ['
    before = "\n"
    for value in values:
        yield f"{before}{_text(plain_value(value))}"
        before = ",\n"
    yield "]"


def _cell(cell: Cell) -> object:
    return str(cell) if isinstance(cell, Decimal) else cell


def _text(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False)
