"""What an open book knows between acts, and what is known of an act before it runs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ledger.domain.records import Record
from ledger.storage.columns import Shape


@dataclass(slots=True)
class Known:
    """What an open book has read and may believe, since it alone holds the file."""

    records: dict[type[Record], dict[tuple[object, ...], Record | None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    listings: dict[type[Record], dict[tuple[Any, ...], list[Any]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    cards: dict[tuple[int, str], int] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    numbers: dict[tuple[Any, ...], int] = field(default_factory=dict)
    tail: tuple[int, str, str] | None = None
    newest_month: str | None = None

    def keep(self, shape: Shape, record: Record) -> None:
        """Know the newest version of a thing.

        What happens once, such as a receipt, is hardly asked for again: a long day's work would
        fill the memory with it.
        """
        if shape.kind.versions:
            self.records[shape.kind][shape.key_of(record)] = record
        elif shape.kind in self.records:
            self.records[shape.kind].pop(shape.key_of(record), None)
        self.listings.pop(shape.kind, None)

    def forget_kind(self, kind: type[Record]) -> None:
        """Rows of a kind came in that nobody looked at."""
        self.records.pop(kind, None)
        self.listings.pop(kind, None)

    def forget(self) -> None:
        """After a rollback nothing is known any more."""
        self.records.clear()
        self.listings.clear()
        self.cards.clear()
        self.accounts.clear()
        self.numbers.clear()
        self.tail = None
        self.newest_month = None


@dataclass(frozen=True, slots=True)
class ActHead:
    """Who does what, when: the part of an act that is known before it runs."""

    user: str
    now: datetime
    command: str
    command_id: str
    business_day: date
    program: str
