"""The file's own health: pages, schema text, derived balances, personal data beside the chain."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from ledger.domain.members import commitment_to
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.kept_values import OF_THE_FILE, value_findings
from ledger.queries.integrity.texts import text_findings
from ledger.storage import balances, migrations
from ledger.storage.postgres.connection import ServerConnection
from ledger.storage.reading import Reader

_A_TABLE = "table "
_MOST = 50  # so many faults of one kind are listed; the first ones tell the story


def table_findings(reader: Reader) -> Iterator[Finding]:
    yield from _page_findings(reader)
    yield from schema_findings(reader)
    yield from value_findings(reader, _tables_of(reader))
    yield from _balance_findings(reader)
    yield from _personal_findings(reader)
    yield from text_findings(reader)


def _page_findings(reader: Reader) -> Iterator[Finding]:
    for row in reader.rows(f"PRAGMA integrity_check({_MOST})"):
        if row[0] != "ok" and not str(row[0]).startswith(OF_THE_FILE):
            yield Finding(Fault.FILE_DAMAGED, "file", found=str(row[0]))
    for row in reader.rows("PRAGMA foreign_key_check")[:_MOST]:
        yield Finding(Fault.FILE_DAMAGED, str(row[0]), str(row[1]))


def schema_findings(reader: Reader) -> Iterator[Finding]:
    """A trigger, view or column that the program did not make is a fault (trust.md T11)."""
    if isinstance(reader.connection, ServerConnection):
        from ledger.storage.postgres import described  # on first use: few books are on a server

        found, expected = described.found(reader.connection), described.made()
    else:
        found = _schema_of(reader.connection)
        expected = _schema_made_by(tuple(map(migrations.script, migrations.VERSIONS)))
    for name in sorted({*found, *expected}):
        if found.get(name) != expected.get(name):
            here, wanted = found.get(name, ""), expected.get(name, "")
            yield Finding(Fault.SCHEMA_CHANGED, name, found=here[:200], expected=wanted[:200])


def _tables_of(reader: Reader) -> dict[str, str]:
    """The text of each table of a file; a server lets nobody past its conditions."""
    if isinstance(reader.connection, ServerConnection):
        return {}
    made = _schema_made_by(tuple(map(migrations.script, migrations.VERSIONS)))
    return {name: text for name, text in made.items() if text.startswith(_A_TABLE)}


def _schema_of(connection: Any) -> dict[str, str]:
    # The kind as well: the library takes a "Table" for a table, and other readers do not.
    rows = connection.execute("SELECT name, type, tbl_name, COALESCE(sql, '') FROM sqlite_master")
    return {str(name): f"{kind} {table}: {sql}" for name, kind, table, sql in rows}


@cache
def _schema_made_by(_scripts: tuple[str, ...]) -> dict[str, str]:
    """What the migrations make of an empty file; made once, as it takes long."""
    memory = sqlcipher.connect(":memory:", isolation_level=None)
    try:
        migrations.migrate(memory, 0)
        return _schema_of(memory)
    finally:
        memory.close()


def _balance_findings(reader: Reader) -> Iterator[Finding]:
    for table, expected in balances.expected(reader.connection).items():
        kept = reader.connection.execute(f"SELECT * FROM {table}")
        # Both are in the order of the key: nearly always this is all there is to do.
        if all(one == other for one, other in zip_longest(kept, expected)):
            continue
        key, sums = slice(-2), slice(-2, None)
        wanted = {row[key]: row[sums] for row in balances.expected(reader.connection)[table]}
        found = {row[key]: row[sums] for row in reader.rows(f"SELECT * FROM {table}")}
        different = [place for place in {*wanted, *found} if wanted.get(place) != found.get(place)]
        for place in sorted(different, key=str)[:_MOST]:
            here, there = found.get(place), wanted.get(place)
            named = "/".join(map(str, place))
            yield Finding(Fault.BALANCE_WRONG, table, named, None, _shown(here), _shown(there))


def _shown(amounts: Any) -> str:
    return "" if amounts is None else f"{amounts[0]} / {amounts[1]}"


def _personal_findings(reader: Reader) -> Iterator[Finding]:
    kept = {
        row[0]: (row[1], row[2]) for row in reader.rows("SELECT number, salt, value FROM personal")
    }
    acts = {row[0]: row[1] for row in reader.rows("SELECT number, act FROM personal")}
    first: dict[int, tuple[int, str]] = {}
    erased = {row[0] for row in reader.rows("SELECT person FROM erasures")}
    covered = set()
    for member, person, commitment, act in reader.rows(
        "SELECT number, person, commitment, act FROM members UNION ALL"
        " SELECT 'application ' || number, person, commitment, act FROM applications UNION ALL"
        " SELECT 'survey ' || project || ' ' || number, person, commitment, act"
        " FROM surveyed_households UNION ALL"
        " SELECT member, person, commitment, act FROM member_photos WHERE person IS NOT NULL"
    ):
        covered.add(person)
        first[person] = min((act, str(member)), first.get(person, (act, str(member))))
        if person not in kept:
            if person not in erased:
                yield Finding(Fault.PERSONAL_MISSING, "personal", str(person), act, found=member)
        elif commitment_to(*map(str, kept[person])) != commitment:
            yield Finding(Fault.PERSONAL_CHANGED, "personal", str(person), act, found=member)
    for person in sorted(kept.keys() & first.keys()):
        act, member = first[person]
        if acts[person] != act:
            yield Finding(Fault.PERSONAL_CHANGED, "personal", str(person), act, found=member)
    for person in sorted(set(kept) - covered):
        yield Finding(Fault.ROW_ADDED, "personal", str(person))
