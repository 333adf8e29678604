"""The log: who did what when, act by act, with the command as it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ledger.domain.fingerprint import code_of
from ledger.queries.standing import known
from ledger.queries.told import fields_told
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act. ``fields`` are those of its command; personal data stand there as commitments."""

    number: int
    at: datetime
    business_day: date
    user: str
    command: str
    fields: Mapping[str, object]
    entries: int
    program: str
    code: str


@dataclass(frozen=True, slots=True)
class Acts:
    """A page of the log, newest first; ``before`` begins the next page, None at the end."""

    rows: tuple[ActRow, ...]
    before: int | None


def acts(  # noqa: PLR0913 - the filters of a list
    reader: Reader,
    *,
    since: date | None = None,
    until: date | None = None,
    user: str | None = None,
    command: str | None = None,
    before: int | None = None,
    limit: int = 100,
) -> Acts:
    """Acts recorded on the days from since to until, both included, newest first."""
    limit = max(limit, 1)
    rows = reader.rows(
        "SELECT a.number, a.recorded_at, a.business_day, a.user, a.command, a.payload,"
        " (SELECT COUNT(*) FROM entries WHERE act = a.number), a.program, a.fingerprint"
        " FROM acts AS a WHERE (?1 IS NULL OR substr(a.recorded_at, 1, 10) >= ?1)"
        " AND (?2 IS NULL OR substr(a.recorded_at, 1, 10) <= ?2)"
        " AND (?3 IS NULL OR a.user = ?3) AND (?4 IS NULL OR a.command = ?4)"
        f" AND (?5 IS NULL OR a.number < ?5){known(reader, 'a.number')}"
        f" ORDER BY a.number DESC LIMIT {limit + 1:d}",
        (since and since.isoformat(), until and until.isoformat(), user, command, before),
    )
    found = [
        ActRow(
            number=number,
            at=datetime.fromisoformat(at),
            business_day=date.fromisoformat(day),
            user=by,
            command=name,
            fields=fields_told(reader, payload),
            entries=entries,
            program=program,
            code=code_of(bytes.fromhex(fingerprint)),
        )
        for number, at, day, by, name, payload, entries, program, fingerprint in rows[:limit]
    ]
    return Acts(tuple(found), found[-1].number if len(rows) > limit else None)
