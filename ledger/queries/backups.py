"""When the book was last backed up, and whether that is long ago (trust.md 6.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.copies import BackupTaken, Restored
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader

AMBER_AFTER, RED_AFTER = 7, 14
SECOND_AFTER = 35  # days; the stick in the other house is changed at the end of a month


class BackupLight(Enum):
    """By the age in days of the newest proved copy on a medium that is not in this PC.

    Green up to seven days while a second medium is at most five weeks old; amber up to fourteen
    days or where the second one is behind; red after that or without any copy outside this PC.
    """

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class BackupGap(Enum):
    """What stands against a green light, the gravest first."""

    NO_COPY = "no copy"
    ONLY_INSIDE = "only inside"
    OLD = "old"
    ONE_MEDIUM = "one medium"
    SECOND_BEHIND = "second behind"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One proved copy: when it was made, what it holds, where it lies."""

    backup: BackupTaken
    on: date
    user: str


@dataclass(frozen=True, slots=True)
class BackupStanding:
    """The light on a day, with the copies that the book knows of, the newest first.

    ``days`` since the last one outside this PC is None where there is none, ``medium`` is where it
    lies; ``second_days`` and ``second`` are those of the other medium outside this PC. ``gap`` says
    why the light is not green. ``acts_since`` counts what has been written after the newest copy
    of any medium. ``restored`` says that the book goes on from a copy.
    """

    at: date
    light: BackupLight
    days: int | None
    acts_since: int
    rows: tuple[BackupRow, ...]
    restored: tuple[Restored, ...]
    gap: BackupGap | None = None
    medium: str = ""
    second_days: int | None = None
    second: str = ""


def backup_standing(reader: Reader, *, at: date | None = None) -> BackupStanding:
    """How long ago the last proved copies outside this PC were made, and on how many media."""
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
    media: dict[str, BackupRow] = {}
    for row in sorted(rows, key=lambda one: (one.on, one.backup.number)):
        if row.backup.outside and row.on <= day:
            media[row.backup.medium_id] = row
    order = sorted(media.values(), key=lambda one: (one.on, one.backup.number), reverse=True)
    newest = order[0] if order else None
    second = order[1] if len(order) > 1 else None
    days, second_days = _age(newest, day), _age(second, day)
    gap = _gap(days, second_days, copies=any(row.on <= day for row in rows))
    through = max((row.backup.through_act for row in rows), default=0)
    ((acts_since,),) = reader.rows(
        "SELECT COUNT(*) FROM acts WHERE number > ?"
        " AND command NOT IN ('record-backup', 'note-keys', 'note-sheet')",
        (through,),
    )
    restored = tuple(reader.every(Restored))
    return BackupStanding(
        day,
        _light(days, gap),
        days,
        int(acts_since),
        rows,
        restored,
        gap,
        newest.backup.medium if newest else "",
        second_days,
        second.backup.medium if second else "",
    )


def _age(row: BackupRow | None, day: date) -> int | None:
    return None if row is None else (day - row.on).days


def _gap(days: int | None, second: int | None, *, copies: bool) -> BackupGap | None:
    if days is None:
        return BackupGap.ONLY_INSIDE if copies else BackupGap.NO_COPY
    if days > AMBER_AFTER:
        return BackupGap.OLD
    if second is None:
        return BackupGap.ONE_MEDIUM
    return BackupGap.SECOND_BEHIND if second > SECOND_AFTER else None


def _light(days: int | None, gap: BackupGap | None) -> BackupLight:
    if days is None or days > RED_AFTER:
        return BackupLight.RED
    return BackupLight.GREEN if gap is None else BackupLight.AMBER
