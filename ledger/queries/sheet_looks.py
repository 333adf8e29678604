"""Whether the recovery sheet was looked for in the last year, and by whom (trust.md 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.key_notes import SheetLook
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader

YEAR = 365  # days


@dataclass(frozen=True, slots=True)
class LookRow:
    """One look for the sheet."""

    look: SheetLook
    user: str


@dataclass(frozen=True, slots=True)
class SheetLooks:
    """Every look, the newest first; ``since`` is the day of the last one, else the book's first.

    ``missing`` says that nobody found the sheet the last time. ``due`` says that it has to be
    looked for: it is missing, or the last look is more than a year old.
    """

    rows: tuple[LookRow, ...]
    since: date | None
    missing: bool
    due: bool


def sheet_looks(reader: Reader, *, at: date | None = None) -> SheetLooks:
    """When the sheet of an encrypted book was last seen; without encryption there is none."""
    day = last_day(reader, at)
    users = dict(
        reader.rows(
            "SELECT sheet_looks.number, acts.user FROM sheet_looks"
            " JOIN acts ON acts.number = sheet_looks.act"
        )
    )
    rows = tuple(LookRow(one, users[one.number]) for one in reversed(reader.every(SheetLook)))
    first = reader.rows("SELECT business_day FROM acts WHERE number = 1")
    since = rows[0].look.on if rows else date.fromisoformat(first[0][0]) if first else None
    missing = bool(rows) and not rows[0].look.found
    old = since is not None and (day - since).days > YEAR
    return SheetLooks(rows, since, missing, missing or old)
