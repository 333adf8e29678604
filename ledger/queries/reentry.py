"""Receipts that are entered again from paper after a restoration, and those still to come."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.copies import OldCode, Restored, label_of
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Reentered:
    """A receipt with a number that was on paper already; ``code`` is that of the old paper."""

    receipt: str
    code: str


@dataclass(frozen=True, slots=True)
class Reentry:
    """One restoration: what the stubs said, what was entered again, how many are still missing.

    ``following`` is the number that is entered next and ``last`` the last one that is missing;
    both are empty where none is.
    """

    restored: Restored
    rows: tuple[Reentered, ...]
    missing: int
    following: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Reentries:
    """Every restoration of the book, the newest first."""

    rows: tuple[Reentry, ...]
    missing: int


def reentry(reader: Reader) -> Reentries:
    """What had to be entered again from paper after each restoration, and whether it was."""
    codes = {(one.series, one.year, one.number): one.code for one in reader.every(OldCode)}
    acts = dict(reader.rows("SELECT number, act FROM restorations"))
    found = []
    for one in reversed(reader.every(Restored)):
        stub = one.highest
        numbers = one.numbers_on_paper(*stub[:2]) if stub is not None else range(0)
        entered = (
            ()
            if stub is None
            else tuple(
                Reentered(str(label), codes.get((stub[0], stub[1], number), ""))
                for label, number in reader.rows(
                    "SELECT series || year || '/' || printf('%06d', number), number FROM receipts"
                    " WHERE series = ? AND year = ? AND act > ? AND number BETWEEN ? AND ?"
                    " ORDER BY number",
                    (*stub[:2], acts[one.number], numbers.start, numbers.stop - 1),
                )
            )
        )
        missing = max(0, len(numbers) - len(entered))
        first, last = (
            (label_of(*stub[:2], numbers.start + len(entered)), label_of(*stub[:2], numbers[-1]))
            if stub is not None and missing
            else ("", "")
        )
        found.append(Reentry(one, entered, missing, first, last))
    return Reentries(tuple(found), sum(one.missing for one in found))
