"""Every fingerprint recomputed from the rows that people are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from ledger.domain.fingerprint import NOTHING_BEFORE, ActDigest, marks_by_table, row_digest
from ledger.queries.integrity.findings import Fault, Finding
from ledger.storage.columns import Encoder, quoted, shape_of
from ledger.storage.journal import ACT_COLUMNS, encode_entries, encode_lines
from ledger.storage.reading import Reader
from ledger.storage.register import RECORDS

Row = tuple[Any, ...]


class Table:
    """One table read alongside the acts, its rows in the order in which they were sealed.

    ``ahead`` is the act whose rows come next, None at the end.
    """

    def __init__(
        self, name: str, keys: tuple[int, ...], act: int, encode: Encoder, rows: Iterable[Row]
    ) -> None:
        self.name = name
        self.act = act
        self.encode = encode
        self.ahead: int | None = None
        self._keys = keys
        self._runs = groupby(rows, itemgetter(act))
        self._run: Iterator[Row] = iter(())
        self._go_on()

    def of_act(self, number: int) -> tuple[list[Row], list[Row]]:
        """The rows of this act, and rows before it that belong to no act still to come."""
        mine: list[Row] = []
        strays: list[Row] = []
        while self.ahead is not None and self.ahead <= number:
            (mine if self.ahead == number else strays).extend(self._run)
            self._go_on()
        return mine, strays

    def rest(self) -> Iterator[tuple[int, Row]]:
        """Every row that no act asked for, with its act."""
        while self.ahead is not None:
            for row in self._run:
                yield self.ahead, row
            self._go_on()

    def key(self, row: Row) -> str:
        return "/".join(str(row[at]) for at in self._keys)

    def _go_on(self) -> None:
        self.ahead, self._run = next(self._runs, (None, iter(())))


# A file that was torn or changed with a tool may hold rows that belong to no act at all.
_OF_AN_ACT = "typeof(act) = 'integer'"

Written = dict[str, tuple[Table, list[Row], list[bytes]]]


def chain_findings(
    reader: Reader, progress: Callable[[int, int], None] | None = None, *, since: int = 1
) -> Iterator[Finding]:
    """Faults in the chain of acts, naming act, table and row; of all acts or of the newest ones."""
    tables = [table_of(reader, source, since) for source in SOURCES]
    yield from findings_among(reader, tables, since=since, progress=progress)
    for source in SOURCES:
        for row in reader.rows(f"SELECT * FROM {source.name} WHERE NOT {_OF_AN_ACT}"):
            yield _added(reader, source, row)


def findings_among(
    reader: Reader,
    tables: Sequence[Table],
    *,
    since: int,
    until: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Finding]:
    """Faults in the acts from one to another, whose rows the tables hold."""
    ends = "" if until is None else f" AND number <= {until:d}"
    acts = reader.connection.execute(
        f"SELECT {', '.join(ACT_COLUMNS)} FROM acts WHERE number >= {since:d}{ends} ORDER BY number"
    )
    count = (reader.one("SELECT COUNT(*) FROM acts") or (0,))[0]
    expected, previous, time = since, *_before(reader, since)
    for row in acts:
        number = row[0]
        if number != expected:
            yield Finding(Fault.ACT_MISSING, "acts", str(expected), expected)
        yield from _act_findings(row, tables, previous, time)
        expected, previous, time = number + 1, str(row[-1]), str(row[1])
        if progress is not None and number % 1000 == 0:
            progress(number, count)
    for table in tables:
        for act, row in table.rest():
            yield Finding(Fault.ROW_ADDED, table.name, table.key(row), act)


def _before(reader: Reader, since: int) -> tuple[str, str]:
    """Fingerprint and time of the act before the first one looked at."""
    row = reader.one("SELECT fingerprint, recorded_at FROM acts WHERE number = ?", (since - 1,))
    return (str(row[0]), str(row[1])) if row else ("", "")


def _act_findings(
    act_row: Row, tables: Sequence[Table], previous: str, time: str
) -> Iterator[Finding]:
    number, head, fingerprint = act_row[0], act_row[:-1], act_row[-1]
    if head[-1] != previous:
        found, link = str(head[-1])[:16], previous[:16]
        yield Finding(Fault.LINK_BROKEN, "acts", str(number), number, found, link)
    if str(act_row[1]) < time:
        yield Finding(Fault.TIME_BACKWARDS, "acts", str(number), number, str(act_row[1]), time)
    digest = ActDigest()
    written: Written = {}
    for table in tables:
        if table.ahead is None or table.ahead > number:
            continue  # most acts write to few tables
        mine, strays = table.of_act(number)
        for stray in strays:
            yield Finding(Fault.ROW_ADDED, table.name, table.key(stray), stray[table.act])
        if mine:
            encoded = table.encode(mine)
            digest.add_table(table.name, encoded)
            written[table.name] = (table, mine, encoded)
    before = _bytes(previous) or NOTHING_BEFORE
    if _sealed(digest, before, head) != fingerprint:
        yield from _what_differs(act_row, written, digest, before)


def _sealed(digest: ActDigest, before: bytes, head: Row) -> str:
    try:
        return digest.fingerprint(before, head).hex()
    except TypeError:  # a value of a wrong type, put in with a tool
        return ""


def _what_differs(
    act_row: Row,
    written: Written,
    digest: ActDigest,
    before: bytes,
) -> Iterator[Finding]:
    """Name the rows whose marks differ from those sealed with the act."""
    number, stored = act_row[0], str(act_row[9])
    if digest.marks == stored:
        yield Finding(Fault.ACT_CHANGED, "acts", str(number), number)
        return
    with_own_marks = (*act_row[:9], digest.marks, act_row[10])
    if _sealed(digest, before, with_own_marks) == act_row[-1]:
        yield Finding(Fault.ACT_CHANGED, "acts", str(number), number, "marks")
        return
    marks = marks_by_table(stored)
    for name in sorted({*marks, *written}):
        table, rows, encoded = written.get(name, (None, [], []))
        yield from _rows_that_differ(name, number, marks.get(name, []), table, rows, encoded)


def _rows_that_differ(  # noqa: PLR0913, PLR0917 - the two sides of one comparison
    name: str,
    number: int,
    sealed: list[str],
    table: Table | None,
    rows: list[Row],
    encoded: list[bytes],
) -> Iterator[Finding]:
    now = [row_digest(one).hex() for one in encoded]
    missing = _without(sealed, now)
    new = _without(now, sealed)
    if not missing and not new:
        return
    for at, mark in enumerate(now):
        if mark in new and table is not None:
            new.remove(mark)
            fault = Fault.ROW_CHANGED if missing else Fault.ROW_ADDED
            if missing:
                missing.pop(0)
            yield Finding(fault, name, table.key(rows[at]), number)
    for mark in missing:
        place = sealed.index(mark) + 1
        yield Finding(Fault.ROW_MISSING, name, f"#{place}", number)


def _without(marks: list[str], others: list[str]) -> list[str]:
    left = list(marks)
    for other in others:
        if other in left:
            left.remove(other)
    return left


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose rows acts seal: by what, and in which order."""

    name: str
    key: tuple[str, ...]
    act: int  # the place of the column
    encode: Encoder
    order: str


def _sources() -> tuple[Source, ...]:
    found = [
        Source("entries", ("number",), 6, encode_entries, "number"),
        Source("lines", ("entry", "line"), 9, encode_lines, "entry, line"),
    ]
    for kind in RECORDS:
        shape = shape_of(kind)
        order = f"act, {quoted(kind.key)}"
        found.append(Source(kind.table, kind.key, len(shape.columns), shape.encode_all, order))
    return tuple(sorted(found, key=lambda source: source.name))


SOURCES = _sources()


def rows_between(
    reader: Reader, source: Source, *, since: int, until: int
) -> tuple[Table, list[Finding]]:
    """The rows that the acts from one to another wrote, and findings of rows of no act."""
    mine: list[Row] = []
    strays: list[Finding] = []
    # Whatever is no number is larger than any number here.
    newest = f"SELECT * FROM {source.name} WHERE act >= {since:d} ORDER BY {source.order}"
    found = reader.connection.execute(newest)
    for row in found:
        if not isinstance(row[source.act], int):
            strays.append(_added(reader, source, row))
        elif row[source.act] <= until:
            mine.append(row)
    return _begun(source, found, mine), strays


def table_of(reader: Reader, source: Source, since: int = 1) -> Table:
    """A table read along with the acts from one on."""
    newest = "" if since == 1 else f" AND act >= {since:d}"
    chosen = f"SELECT * FROM {source.name} WHERE {_OF_AN_ACT}{newest} ORDER BY {source.order}"
    found = reader.connection.execute(chosen)
    return _begun(source, found, found)


def _begun(source: Source, found: Any, rows: Iterable[Row]) -> Table:
    names = [str(column[0]) for column in found.description]
    keys = tuple(names.index(one) for one in source.key)
    encode = _safe(source.encode)
    return Table(source.name, keys, source.act, encode, rows)


def _places_of_key(reader: Reader, source: Source) -> tuple[int, ...]:
    names = [str(column[1]) for column in reader.rows(f"PRAGMA table_info({source.name})")]
    return tuple(names.index(one) for one in source.key)


def _added(reader: Reader, source: Source, row: Row) -> Finding:
    key = "/".join(str(row[at]) for at in _places_of_key(reader, source))
    return Finding(Fault.ROW_ADDED, source.name, key)


def _safe(encode: Encoder) -> Encoder:
    """Values of a wrong type, put in with a tool, are a fault of the row and not of the audit."""

    def encoded(rows: Iterable[Row]) -> list[bytes]:
        try:
            return encode(rows)
        except (TypeError, AttributeError, ValueError):
            return [one for row in rows for one in encoded_alone(row)]

    def encoded_alone(row: Row) -> list[bytes]:
        try:
            return encode((row,))
        except (TypeError, AttributeError, ValueError):
            return [b"?" + repr(row).encode()]

    return encoded


def _bytes(hexadecimal: str) -> bytes:
    try:
        return bytes.fromhex(hexadecimal)
    except ValueError:
        return b""
