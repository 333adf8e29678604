"""Whether the recovery sheet was looked for in the last year, or used (trust.md 5 and 6.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.key_notes import KeysNoted, SheetLook
from ledger.queries.key_notes import renewals
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
    """Every look, the newest first; ``since`` is the day of the last one, else the key's first.

    ``missing`` says that nobody found the sheet the last time. ``used`` is the day when the sheet,
    or the key of the network office ``by_network``, last opened the book. Both are over with a new
    key and its new sheet. ``due`` says that there is something to do about it: it is missing or
    was used, or the last look is more than a year old.
    """

    rows: tuple[LookRow, ...]
    since: date | None
    missing: bool
    due: bool
    used: date | None = None
    by_network: str = ""


def sheet_looks(reader: Reader, *, at: date | None = None) -> SheetLooks:
    """When the sheet of an encrypted book was last seen; without encryption there is none."""
    day = last_day(reader, at)
    acts = {
        number: (act, user)
        for number, act, user in reader.rows(
            "SELECT sheet_looks.number, acts.number, acts.user FROM sheet_looks"
            " JOIN acts ON acts.number = sheet_looks.act"
        )
    }
    rows = tuple(LookRow(one, acts[one.number][1]) for one in reversed(reader.every(SheetLook)))
    made, made_on = _key_made(reader)
    last = rows[0].look if rows and acts[rows[0].look.number][0] > made else None
    since = made_on if last is None else last.on
    missing = last is not None and not last.found
    old = since is not None and (day - since).days > YEAR
    used, by_network = _used(reader, made)
    return SheetLooks(rows, since, missing, missing or old or used is not None, used, by_network)


def _key_made(reader: Reader) -> tuple[int, date | None]:
    """The act that tells of the book's newest key, and its day; the first act where it is none."""
    if found := renewals(reader):
        return found[-1]
    first = reader.rows("SELECT business_day FROM acts WHERE number = 1")
    return 0, date.fromisoformat(first[0][0]) if first else None


def _used(reader: Reader, after: int) -> tuple[date | None, str]:
    """When the sheet or an office's key last opened the book since that act, and which office."""
    days = dict(
        reader.rows(
            "SELECT keys_noted.number, acts.business_day FROM keys_noted"
            " JOIN acts ON acts.number = keys_noted.act WHERE acts.number > ?",
            (after,),
        )
    )
    for one in reversed(reader.every(KeysNoted)):
        if one.number in days and (one.by_sheet or one.by_network):
            return date.fromisoformat(days[one.number]), one.by_network
    return None, ""
