"""What came in by a file: its entries or lines, so that all of it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.banks import BankLine
from ledger.domain.owing import Kept
from ledger.domain.records import Record


class ImportKind(Enum):
    """What the rows of a file became."""

    ENTRIES = "entries"
    RECEIPTS = "receipts"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class ImportRun(Record):
    """One file that came in: entries ``first`` … ``last``, or lines of a bank's card.

    Lines of a statement that were typed come from no file: their ``source`` is empty.
    """

    table = "import_runs"
    key = ("number",)

    number: int
    kind: ImportKind
    source: str
    first: int
    last: int
    card: int | None = None
    taken_back_on: date | None = None

    @property
    def numbers(self) -> range:
        return range(self.first, self.last + 1)


def standing_lines(kept: Kept, card: int) -> Iterator[BankLine]:
    """The lines of a bank's statements; those of files that were taken back are none."""
    gone = {
        number
        for run in kept.every(ImportRun, card=card)
        if run.taken_back_on is not None
        for number in run.numbers
    }
    for line in kept.every(BankLine, card=card):
        if line.number not in gone:
            yield line
