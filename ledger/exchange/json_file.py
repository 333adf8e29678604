"""A whole book as one JSON object, written piece by piece: money as decimal baht, days as ISO."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ledger.domain.codec import plain_value
from ledger.exchange.registers import register_tables
from ledger.exchange.tables import all_tables
from ledger.exchange.whole_book import WholeBook


def json_pieces(whole: WholeBook) -> Iterator[str]:
    """The cooperative, every table as a list of objects, and the entries with their lines."""
    head = whole.letterhead
    act = {**plain_value(head.act), "moment": head.act.moment.isoformat()}
    yield f'{{"cooperative": {_text({**plain_value(head), "act": act})}'
    for table in (*all_tables(whole), *register_tables(whole)):
        if table.name == "lines":
            continue  # they stand with their entries
        rows = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
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


def _text(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False)
