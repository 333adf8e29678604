"""When the book was last backed up, and whether that is long ago (trust.md 6.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.copies import BackupTaken, Restored
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader

AMBER_AFTER, RED_AFTER = 7, 14


class BackupLight(Enum):
    """Green up to seven days, amber up to fourteen, red after that or without any copy."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One proved copy: when it was made, what it holds, where it lies."""

    backup: BackupTaken
    on: date
    user: str


@dataclass(frozen=True, slots=True)
class BackupStanding:
    """The light on a day, with the copies that the book knows of, the newest first.

    ``days`` since the last one is None where there is none; ``acts_since`` counts what has been
    written after it. ``restored`` says that the book goes on from a copy.
    """

    at: date
    light: BackupLight
    days: int | None
    acts_since: int
    rows: tuple[BackupRow, ...]
    restored: tuple[Restored, ...]


def backup_standing(reader: Reader, *, at: date | None = None) -> BackupStanding:
    """How long ago the last proved copy was made."""
    day = last_day(reader, at)
    made = {
        int(act): (date.fromisoformat(on), str(user))
        for act, on, user in reader.rows(
            "SELECT number, business_day, user FROM acts WHERE number IN"
            " (SELECT act FROM backups_taken)"
        )
    }
    acts = dict(reader.rows("SELECT number, act FROM backups_taken"))
    rows = tuple(
        BackupRow(one, *made[acts[one.number]]) for one in reversed(reader.every(BackupTaken))
    )
    newest = max((row.on for row in rows if row.on <= day), default=None)
    days = None if newest is None else (day - newest).days
    through = max((row.backup.through_act for row in rows), default=0)
    ((acts_since,),) = reader.rows(
        "SELECT COUNT(*) FROM acts WHERE number > ?"
        " AND command NOT IN ('record-backup', 'note-keys')",
        (through,),
    )
    restored = tuple(reader.every(Restored))
    return BackupStanding(day, _light(days), days, int(acts_since), rows, restored)


def _light(days: int | None) -> BackupLight:
    if days is None or days > RED_AFTER:
        return BackupLight.RED
    return BackupLight.AMBER if days > AMBER_AFTER else BackupLight.GREEN
