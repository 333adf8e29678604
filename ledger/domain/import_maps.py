"""Which column of a source's files means what, kept in the book so that it is said once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.domain.records import Record


class TextEncoding(Enum):
    """In which encoding a text file is written: said by people, never guessed (trust.md 6.6)."""

    UTF_8 = "utf-8"
    WINDOWS_874 = "windows-874"


class ImportTarget(Enum):
    """What the rows of a file become."""

    BANK = "bank"
    MEMBERS = "members"
    ENTRIES = "entries"
    RECEIPTS = "receipts"


@dataclass(frozen=True, slots=True)
class ImportMap(Record):
    """The mapping for the files of one source; ``columns`` holds ``field=heading`` line by line."""

    table = "import_maps"
    key = ("name",)

    name: str
    target: ImportTarget
    encoding: TextEncoding
    columns: str

    @property
    def headings(self) -> dict[str, str]:
        """The heading of each field."""
        pairs = (line.partition("=") for line in self.columns.splitlines())
        return {field: heading for field, _, heading in pairs}
