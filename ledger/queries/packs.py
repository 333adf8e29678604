"""Which packs left the house: who got the whole book, when, and from whom (trust.md T27)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.cooperative import KeptReport
from ledger.domain.packs import PackGiven
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class PackRow:
    """One pack, with the day and the user of its act."""

    pack: PackGiven
    on: date
    user: str
    act: int


@dataclass(frozen=True, slots=True)
class PacksGiven:
    """Every pack, the newest first."""

    rows: tuple[PackRow, ...]


def packs_given(reader: Reader) -> PacksGiven:
    """The packs that were made of this book."""
    acts = {
        int(number): (date.fromisoformat(on), str(user), int(act))
        for number, on, user, act in reader.rows(
            "SELECT p.number, a.business_day, a.user, a.number FROM packs_given AS p"
            " JOIN acts AS a ON a.number = p.act"
        )
    }
    rows = tuple(PackRow(one, *acts[one.number]) for one in reversed(reader.every(PackGiven)))
    return PacksGiven(rows)


ACT_COLUMNS = (
    *("number", "recorded_at", "business_day", "user", "command", "command_id", "program"),
    *("previous", "fingerprint"),
)


def act_rows(reader: Reader) -> list[tuple[str | int, ...]]:
    """Who did what and when, act by act, with what proves the order."""
    return [tuple(row) for row in reader.rows(f"SELECT {', '.join(ACT_COLUMNS)} FROM acts")]


def kept_texts(reader: Reader) -> list[tuple[int, str, str]]:
    """The monthly reports as closings kept them: the closing, the month, the figures."""
    return [(one.closing, one.month, one.text) for one in reader.every(KeptReport)]
