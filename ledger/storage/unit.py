"""The unit of work: everything one act writes, sealed with its fingerprint, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from typing_extensions import override

from ledger.domain.codec import canonical, plain_value
from ledger.domain.commands import Posted
from ledger.domain.days import Month
from ledger.domain.entries import Entry
from ledger.domain.fingerprint import NOTHING_BEFORE, ActDigest, EncodedRows
from ledger.domain.free_text import FreeTexts
from ledger.domain.members import commitment_to
from ledger.domain.records import Record
from ledger.storage import adding_up, desk
from ledger.storage.columns import Shape, shape_of
from ledger.storage.inserting import insert
from ledger.storage.journal import (
    EntryRow,
    LineRow,
    committed_entry,
    encode_entries,
    encode_lines,
    entry_row,
    line_rows,
)
from ledger.storage.known import ActHead, Known
from ledger.storage.reading import Reader
from ledger.storage.remembering import Remembering

# A number is never given again: rows of members go on naming data that were erased.
_PERSONS = "(SELECT number FROM personal UNION ALL SELECT person FROM erasures)"

# Rows between two times that a long act tells how many it has.
_TOLD_EVERY = 100

# An import of years keeps no more lines than this in memory before they go to the file.
_MOST_WAITING = 20_000


@dataclass(slots=True)
class _Pending:
    entries: list[EntryRow] = field(default_factory=list)
    lines: list[LineRow] = field(default_factory=list)
    records: dict[type[Record], list[tuple[Any, ...]]] = field(
        default_factory=lambda: defaultdict(list)
    )


@dataclass(slots=True)
class _Written:
    """What the act wrote so far: records to be put in key order, entries and lines encoded."""

    entries: EncodedRows = field(default_factory=EncodedRows)
    lines: EncodedRows = field(default_factory=EncodedRows)
    records: dict[type[Record], list[tuple[Any, ...]]] = field(
        default_factory=lambda: defaultdict(list)
    )


class UnitOfWork(Remembering):
    """One act being written; implements the port ``ledger.domain.books.Books``."""

    def __init__(
        self,
        connection: Any,
        known: Known,
        head: ActHead,
        salt: Callable[[], str],
        report: Callable[[Reader, Month], str],
    ) -> None:
        super().__init__(connection, known)
        self._head = head
        self._salt = salt
        self._report = report
        self._waiting = _Pending()
        self._written = _Written()
        self._number, self._previous, last_time = known.tail or tail_of(connection)
        self._number += 1
        self._recorded_at = max(head.now.isoformat(timespec="milliseconds"), last_time)
        self.posted: list[Posted] = []
        self.erased = False
        self.made: dict[str, object] = {}
        self.labels: dict[str, list[str]] = {}
        self.commitments: dict[object, str] = {}
        self.free_texts = FreeTexts(self._number, salt)
        self._rows = 0
        self._tell: Callable[[int], None] | None = None

    def tell(self, rows: Callable[[int], None]) -> None:
        """Let somebody hear how many rows there are so far; what he raises ends the act."""
        self._tell = rows

    # ── what the port promises ──────────────────────────────────────────────────────────────────

    @property
    def act(self) -> int:
        return self._number

    @property
    def today(self) -> date:
        return self._head.now.date()

    @property
    def recorded_day(self) -> date:
        return date.fromisoformat(self._recorded_at[:10])

    @property
    def now(self) -> datetime:
        return self._head.now

    @property
    def user(self) -> str:
        return self._head.user

    @property
    def previous(self) -> str:
        """The fingerprint of the act before this one."""
        return self._previous

    def add(self, record: Record) -> None:
        kind = type(record)
        shape = shape_of(kind)
        self._waiting.records[kind].append(self._committed(shape, shape.into(record, self._number)))
        self._known.keep(shape, record)
        if shape.label_of is not None:
            self.labels.setdefault(kind.table, []).append(shape.label_of(record))
        if self._tell is not None:
            self._count(self._tell, 1)

    def add_rows(self, kind: type[Record], rows: Iterable[tuple[int | str | None, ...]]) -> None:
        act = self._number
        shape = shape_of(kind)
        made = [self._committed(shape, (*row, act)) for row in rows]
        self._waiting.records[kind] += made
        self._known.forget_kind(kind)
        if self._tell is not None:
            self._count(self._tell, len(made))

    def _committed(self, shape: Shape, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """The row with commitments in place of its free texts."""
        if not any(row[at] for at in shape.free):
            return row
        values = list(row)
        for at in shape.free:
            if values[at]:
                values[at] = self.free_texts[values[at]]
        return tuple(values)

    def keep_personal(self, value: object, kept: str) -> tuple[int, str]:
        self._flush()
        salt = self._salt()
        number = self.next_in(_PERSONS, "number")
        self._connection.execute(
            "INSERT INTO personal VALUES (?, ?, ?, ?)", (number, salt, kept, self._number)
        )
        self.commitments[value] = commitment_to(salt, kept)
        return number, self.commitments[value]

    def erase_personal(self, number: int) -> None:
        self._flush()
        self._connection.execute("DELETE FROM personal WHERE number = ?", (number,))
        self.erased = True

    def erase_text(self, commitment: str) -> None:
        self._flush()
        self._connection.execute("DELETE FROM free_texts WHERE commitment = ?", (commitment,))
        self.erased = True

    def post(self, entry: Entry) -> Posted:
        number = self.next_in("entries", "number")
        row = entry_row(number, entry, self._number)
        if entry.memo or entry.reason:
            row = committed_entry(row, self.free_texts)
        self._waiting.entries.append(row)
        rows = line_rows(number, entry, self._number)
        self._add_to_known(rows)
        self._waiting.lines += rows
        posted = Posted(number, entry)
        self.posted.append(posted)
        if len(self._waiting.lines) > _MOST_WAITING:
            self._flush()
        if self._tell is not None:
            self._count(self._tell, len(rows))
        return posted

    def _count(self, tell: Callable[[int], None], more: int) -> None:
        before, self._rows = self._rows, self._rows + more
        if before // _TOLD_EVERY != self._rows // _TOLD_EVERY:
            tell(self._rows)

    def _add_to_known(self, rows: list[LineRow]) -> None:
        cards, accounts = self._known.cards, self._known.accounts
        for _, _, _, account, _, card, debit, credit, _, _ in rows:
            if account in accounts:
                accounts[account] += debit - credit
            if card is not None:
                try:
                    cards[card, account] += debit - credit
                except KeyError:
                    cards[card, account] = self.card_balance(card, account).satang + debit - credit

    def report_of(self, month: Month) -> str:
        self._flush()
        return self._report(self._reader, month)

    def sheets_waiting(self, until: date) -> list[tuple[date, int]]:
        return desk.sheets_until(self._connection, until)

    def clear_desk(self, place: str) -> None:
        desk.drop(self._connection, place)

    def make(self, **made: object) -> None:
        self.made.update(plain_value(made))

    # ── sealing ─────────────────────────────────────────────────────────────────────────────────

    @property
    def topics(self) -> frozenset[str]:
        kinds = {kind.table for kind in (*self._waiting.records, *self._written.records)}
        return frozenset(kinds | ({"entries"} if self.posted else set()))

    def seal(self, payload: str, result: Mapping[str, object]) -> str:
        """Write the act itself; answers its fingerprint as hexadecimal text."""
        if self._tell is not None:  # also where all the time went into working out a few rows
            self._tell(self._rows)
        self._flush()
        digest = self._digest()
        row = (
            self._number,
            self._recorded_at,
            self._head.business_day.isoformat(),
            self._head.user,
            self._head.command,
            payload,
            self._head.command_id,
            canonical(result) if result else "{}",
            self._head.program,
            digest.marks,
            self._previous,
        )
        before = bytes.fromhex(self._previous) if self._previous else NOTHING_BEFORE
        fingerprint = digest.fingerprint(before, row).hex()
        insert(self._connection, "acts", [(*row, fingerprint)])
        self._known.tail = (self._number, fingerprint, row[1])
        return fingerprint

    def _digest(self) -> ActDigest:
        tables = {
            kind.table: EncodedRows(shape.encode_all(sorted(rows, key=shape.place_of)))
            for kind, rows in self._written.records.items()
            for shape in (shape_of(kind),)
        }
        if self._written.entries.count:
            # Numbers only rise: what was written first comes first by its key as well.
            tables["entries"], tables["lines"] = self._written.entries, self._written.lines
        digest = ActDigest()
        for name in sorted(tables):
            digest.add_rows(name, tables[name])
        for rows in self._written.records.values():
            rows.clear()  # what is sealed need not be kept, nor looked through for rubbish
        return digest

    @override
    def _flush(self, kind: type[Record] | None = None) -> None:
        insert(self._connection, "free_texts", self.free_texts.waiting())
        waiting = self._waiting
        if not (waiting.entries or waiting.records) or (kind and kind not in waiting.records):
            return
        for written, rows in waiting.records.items():
            insert(self._connection, written.table, rows)
            self._written.records[written].extend(rows)
        if waiting.entries:
            # Lines first: the entry's row seals them (ledger.storage.ddl).
            insert(self._connection, "lines", waiting.lines)
            insert(self._connection, "entries", waiting.entries)
            known = self._known
            known.newest_month = adding_up.add_lines(
                self._connection, waiting.lines, known.newest_month
            )
            self._written.entries.add(encode_entries(waiting.entries))
            self._written.lines.add(encode_lines(waiting.lines))
        self._waiting = _Pending()


def tail_of(connection: Any) -> tuple[int, str, str]:
    """Number, fingerprint and moment of the last act."""
    row = connection.execute(
        "SELECT number, fingerprint, recorded_at FROM acts ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return (int(row[0]), str(row[1]), str(row[2])) if row else (0, "", "")
