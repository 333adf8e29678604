"""What happened to the keys of an encrypted book while nobody could write in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class KeysNoted(Record):
    """The key file as it was found at an opening, and what came before it (trust.md 5 and 6.5).

    ``users`` are the names that have a key, one to a line, and ``networks`` the network offices
    whose key opens the book; ``generation`` and ``mark`` are those of the key file. ``tries``
    counts wrong passphrases since the note before this one; ``by_sheet`` says that the recovery
    sheet was used, ``by_network`` which office used its key.
    """

    table = "keys_noted"
    key = ("number",)
    versions = False

    number: int
    generation: int
    mark: str
    users: str
    tries: int
    by_sheet: bool
    networks: str = ""
    by_network: str = ""


@dataclass(frozen=True, slots=True)
class SheetLook(Record):
    """Somebody looked for the recovery sheet and typed groups of it, or did not find it."""

    table = "sheet_looks"
    key = ("number",)
    versions = False

    number: int
    on: date
    found: bool
