"""Figures that only grow: laymen compare them from paper to paper (trust.md 6.2)."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.queries.standing import known
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class PerpetualTotals:
    """Counts since the book began, and the sum of all debits ever; amounts in satang."""

    acts: int
    entries: int
    lines: int
    receipts: int
    debits_satang: int


def perpetual_totals(reader: Reader) -> PerpetualTotals:
    """Everything booked so far, reversals and voids included: none of it can become less."""
    here = known(reader)
    last = "" if reader.as_of is None else f" AND number <= {reader.as_of:d}"
    acts, entries, lines, receipts, debits = (
        int((reader.one(statement) or (0,))[0])
        for statement in (
            f"SELECT COUNT(*) FROM acts WHERE true{last}",
            f"SELECT COUNT(*) FROM entries WHERE true{here}",
            f"SELECT COUNT(*) FROM lines WHERE true{here}",
            f"SELECT COUNT(*) FROM receipts WHERE true{here}",
            f"SELECT COALESCE(SUM(debit), 0) FROM lines WHERE true{here}",
        )
    )
    return PerpetualTotals(acts, entries, lines, receipts, debits)
