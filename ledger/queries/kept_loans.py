"""Every loan of an open book, remembered: only those that an act has touched are read again.

A cooperative of 2,400 loans has some hundred thousand rows of plans; the screens ask many times an
evening. What each loan has led to is remembered with it (``Owing.reached``).
"""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.owing import Owing, every_owing, owing_of
from ledger.queries.standing import known, stamp_of
from ledger.storage.reading import Reader

_PLACE = "loans"
# Whatever a loan is made of names its card. New rows of a plan always come with a new plan.
_TOUCHED = " UNION ".join(
    f"SELECT card FROM {table} WHERE act > ?1"
    for table in (
        "loan_contracts",
        "loan_rates",
        "loan_plans",
        "loan_payouts",
        "loan_payments",
        "loan_postings",
        "loan_write_offs",
        "loan_pauses",
    )
)
_TAKEN_BACK = """
SELECT r.card FROM entries AS e JOIN {table} AS r ON r.entry = e.reverses
WHERE e.reverses IS NOT NULL AND e.act > ?1"""
_REVERSED = " UNION ".join(
    _TAKEN_BACK.format(table=table)
    for table in ("loan_payouts", "loan_payments", "loan_postings", "loan_write_offs")
)


@dataclass(slots=True)
class _Kept:
    """The loans by card as they stood after an act."""

    act: int
    loans: dict[int, Owing]


def every_loan(reader: Reader) -> list[Owing]:
    """Every loan of the book in the order of their cards."""
    memory = reader.memory
    if memory is None:
        return every_owing(reader, _taken_back(reader))
    newest = stamp_of(reader, None).number
    kept: _Kept | None = memory.get(_PLACE)
    if kept is None:
        found = {one.contract.card: one for one in every_owing(reader, _taken_back(reader))}
        kept = memory[_PLACE] = _Kept(newest, found)
    if kept.act < newest:
        touched = reader.rows(f"{_TOUCHED} UNION {_REVERSED}", (kept.act,))
        kept.loans.update({card: owing_of(reader, card) for (card,) in touched})
        kept.act = newest
    return [kept.loans[card] for card in sorted(kept.loans)]


def _taken_back(reader: Reader) -> set[int]:
    # Only what is known by then: a closed month reads the same after a later correction.
    rows = reader.rows(f"SELECT reverses FROM entries WHERE reverses IS NOT NULL{known(reader)}")
    return {int(row[0]) for row in rows}
