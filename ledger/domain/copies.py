"""Copies of the book: what was backed up where, and that a book was restored from one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.commands import Command, name_of
from ledger.domain.records import Record

# What books much at once, or shuts months for good: the book copies itself before it.
AHEAD = frozenset(
    {
        *("import-journal", "import-receipts", "take-back-import"),
        *("carry-forward", "take-back-carrying"),
        *("close-month", "lock-month", "reopen-month", "close-year", "reopen-year"),
    }
)


@dataclass(frozen=True, slots=True)
class BackupTaken(Record):
    """A copy that was opened, audited and read back (trust.md 6.3).

    ``through_act`` is the newest act in the copy, ``fingerprint`` that act's, ``sha256`` that of
    the file; ``medium`` says where it lies, as people call it. ``medium_id`` is what the folder's
    own list says, so that two sticks in one socket are two; ``outside`` is a medium that is not
    in this PC.
    """

    table = "backups_taken"
    key = ("number",)
    versions = False

    number: int
    file: str
    medium: str
    through_act: int
    fingerprint: str
    sha256: str
    medium_id: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Restored(Record):
    """The book goes on from a copy: a fork that is declared, never hidden (trust.md 6.4).

    ``last_receipt`` is the newest receipt in the copy, ``stub`` the highest number on the stubs.
    """

    table = "restorations"
    key = ("number",)
    versions = False

    number: int
    through_act: int
    fingerprint: str
    last_receipt: str
    stub: str
    reason: str
    on: date

    @property
    def highest(self) -> tuple[str, int, int] | None:
        """The highest stub; a bare number is one of the book that the last receipt is from."""
        last, bare = number_of(self.last_receipt), self.stub.strip()
        if last is not None and bare.isascii() and bare.isdecimal():
            return last[0], last[1], int(bare)
        return number_of(bare)

    def numbers_on_paper(self, series: str, year: int) -> range:
        """The receipt numbers of a year that were given out after the copy and stand on stubs."""
        last, stub = number_of(self.last_receipt), self.highest
        if stub is None or stub[:2] != (series, year):
            return range(0)
        from_number = last[2] + 1 if last is not None and last[:2] == stub[:2] else 1
        return range(from_number, stub[2] + 1)


@dataclass(frozen=True, slots=True)
class OldCode(Record):
    """The code that stands on a receipt of before a restoration, typed in again from paper.

    It is evidence: the history it belongs to is gone from the book (trust.md 6.4).
    """

    table = "old_codes"
    key = ("series", "year", "number")
    versions = False

    series: str
    year: int
    number: int
    code: str


def label_of(series: str, year: int, number: int) -> str:
    """A number as it is printed."""
    return f"{series}{year}/{number:06d}"


def number_of(label: str) -> tuple[str, int, int] | None:
    """Series, year and number of a printed number; None where it is none."""
    series_year, _, number = label.strip().partition("/")
    series, year = series_year[:-4], series_year[-4:]
    if series and all(one.isascii() and one.isdecimal() for one in (year, number)):
        return series, int(year), int(number)
    return None


def comes_ahead(command: Command | type[Command]) -> bool:
    """Whether the book copies itself before this."""
    return name_of(command if isinstance(command, type) else type(command)) in AHEAD
