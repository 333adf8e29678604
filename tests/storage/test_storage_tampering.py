"""Behind the program's back: every cell, row and table that somebody changes is found and named."""
# ruff: noqa: S608 - statements over every table of our own

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from ledger.queries.integrity import audit
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.more_rules import more_rule_findings
from ledger.storage.balances import DERIVED
from ledger.storage.ddl import BESIDE
from ledger.storage.reading import Reader
from ledger.storage.register import RECORDS
from tests.support.raw import copy_of, guards_of, stranger, tampered, with_guards

# Some columns of every table here; every column in the attack.
EVERY_COLUMN = os.environ.get("HYPOTHESIS_PROFILE") == "attack"
_SOME = 2
_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
CHAINED = ("acts", "entries", "lines", *(kind.table for kind in RECORDS), *BESIDE)


@pytest.fixture(scope="module")
def tool(full_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    with stranger(copy_of(full_book, tmp_path_factory.mktemp("tampered"))) as connection:
        yield connection


def found_after(tool: Any, *statements: str) -> list[Finding]:
    """What the audit finds after somebody took the guards off, did this, and put them back."""
    with tampered(tool, *tables_in(statements)) as guards:
        for statement in statements:
            tool.execute(statement)
        with_guards(tool, guards)
        return list(audit(Reader(tool)).findings)


def tables_in(statements: tuple[str, ...]) -> set[str]:
    """The tables that are written to; none where a statement does something else."""
    found = [re.match(r"(?:UPDATE|DELETE FROM|INSERT INTO) (\w+)", one) for one in statements]
    return {one[1] for one in found if one} if all(found) else set()


def columns(tool: Any, table: str) -> list[tuple[str, str, bool, bool]]:
    """Name, type, whether it may be empty, whether it belongs to the key."""
    info = tool.execute(f"PRAGMA table_info({table})").fetchall()
    return [(row[1], row[2], not row[3] and not row[5], bool(row[5])) for row in info]


def some(listed: list[Any]) -> list[Any]:
    """Some from between the first and the last."""
    if EVERY_COLUMN or len(listed) <= _SOME:
        return listed
    step = (len(listed) - 1) / (_SOME + 1)
    return [listed[round((at + 1) * step)] for at in range(_SOME)]


def one_row(tool: Any, table: str) -> str:
    """A condition that names one row of the table, from the middle of it."""
    keys = [name for name, _, _, key in columns(tool, table) if key]
    listed = ", ".join(f'"{key}"' for key in keys)
    rows = tool.execute(f"SELECT {listed} FROM {table} ORDER BY {listed}").fetchall()
    values = rows[len(rows) // 2]
    return " AND ".join(
        f'"{key}" = {value if isinstance(value, int) else _quoted(value)}'
        for key, value in zip(keys, values, strict=True)
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def test_a_book_that_nobody_touched_has_no_findings(tool):
    assert found_after(tool) == []


@pytest.mark.parametrize("table", CHAINED)
def test_a_changed_cell_is_found_and_its_table_named(tool, table):
    where = one_row(tool, table)
    silent = []
    for name, kind, _, _ in some(columns(tool, table)):
        more = f'COALESCE("{name}", 0) + 100000'
        other = more if kind == "INTEGER" else f"COALESCE(\"{name}\", '') || 'ก'"
        found = found_after(tool, f'UPDATE {table} SET "{name}" = {other} WHERE {where}')
        if table not in {one.table for one in found}:
            silent.append((name, found[:2]))

    assert not silent


@pytest.mark.parametrize("table", CHAINED)
def test_an_emptied_cell_is_found(tool, table):
    where = one_row(tool, table)
    silent = []
    for name, _, nullable, _ in columns(tool, table):
        kept = tool.execute(f'SELECT "{name}" FROM {table} WHERE {where}').fetchone()[0]
        if nullable and kept is not None:
            found = found_after(tool, f'UPDATE {table} SET "{name}" = NULL WHERE {where}')
            if not found:
                silent.append(name)

    assert not silent


@pytest.mark.parametrize("table", CHAINED)
def test_a_missing_row_is_found_and_its_table_named(tool, table):
    found = found_after(tool, f"DELETE FROM {table} WHERE {one_row(tool, table)}")

    assert table in {one.table for one in found}


@pytest.mark.parametrize("table", CHAINED)
def test_a_table_that_was_emptied_is_found(tool, table):
    assert found_after(tool, f"DELETE FROM {table}")


@pytest.mark.parametrize("table", CHAINED)
def test_a_row_too_many_is_found_and_its_table_named(tool, table):
    key = [name for name, _, _, key in columns(tool, table) if key and name != "act"][-1]
    kinds = {name: kind for name, kind, _, _ in columns(tool, table)}
    names = [name for name, _, _, _ in columns(tool, table)]
    unique = {key, "command_id", "reverses"} & set(names)
    values = ", ".join(
        (f'"{name}" + 500' if kinds[name] == "INTEGER" else f"\"{name}\" || 'ข'")
        if name in unique
        else f'"{name}"'
        for name in names
    )
    found = found_after(
        tool, f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {one_row(tool, table)}"
    )

    assert table in {one.table for one in found}


@pytest.mark.parametrize("table", DERIVED)
def test_a_stored_balance_that_is_no_sum_of_lines_is_found(tool, table):
    where = one_row(tool, table)

    for statement in (
        f"UPDATE {table} SET debit = debit + 1 WHERE {where}",
        f"UPDATE {table} SET credit = credit + 1, debit = debit + 1 WHERE {where}",
        f"DELETE FROM {table} WHERE {where}",
    ):
        found = found_after(tool, statement)
        assert (Fault.BALANCE_WRONG, table) in {(one.fault, one.table) for one in found}


@pytest.mark.parametrize("column", ["value", "salt"])
def test_changed_personal_data_are_found(tool, column):
    found = found_after(tool, f"UPDATE personal SET {column} = {column} || 'ก' WHERE number = 1")

    assert Fault.PERSONAL_CHANGED in {one.fault for one in found}


def test_personal_data_that_vanished_without_an_erasure_are_found(tool):
    found = found_after(tool, "DELETE FROM personal WHERE number = 1")

    assert Fault.PERSONAL_MISSING in {one.fault for one in found}


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER mine AFTER INSERT ON lines BEGIN SELECT 1; END",
        "CREATE VIEW mine AS SELECT * FROM lines",
        "CREATE INDEX mine ON lines (debit)",
        "CREATE TABLE mine (x)",
        "ALTER TABLE lines ADD COLUMN mine TEXT",
        "DROP INDEX lines_by_card",
    ],
)
def test_a_changed_schema_is_found(tool, statement):
    assert Fault.SCHEMA_CHANGED in {one.fault for one in found_after(tool, statement)}


def test_guards_that_were_taken_off_are_found(tool):
    with tampered(tool):
        found = audit(Reader(tool)).findings

    assert Fault.SCHEMA_CHANGED in {one.fault for one in found}


def test_two_rows_that_changed_places_are_found(tool):
    swapped = (
        "UPDATE lines SET debit = CASE line WHEN 1 THEN 0 ELSE credit END,"
        " credit = CASE line WHEN 1 THEN debit ELSE 0 END WHERE entry = 1"
    )

    found = found_after(tool, swapped)

    assert Fault.ROW_CHANGED in {one.fault for one in found}


def test_the_act_and_the_row_of_a_changed_amount_are_named(tool):
    entry, line, act = tool.execute(
        "SELECT entry, line, act FROM lines WHERE credit > 0 ORDER BY entry DESC LIMIT 1"
    ).fetchone()

    found = found_after(tool, f"UPDATE lines SET credit = credit + 1 WHERE entry = {entry}")

    assert Finding(Fault.ROW_CHANGED, "lines", f"{entry}/{line}", act) in found


def test_no_row_is_named_but_the_one_that_was_touched(tool):
    entry, line, act = tool.execute(
        "SELECT entry, line, act FROM lines WHERE credit > 0 ORDER BY entry DESC LIMIT 1"
    ).fetchone()
    row = f"entry = {entry} AND line = {line}"

    changed = rows_named(found_after(tool, f"UPDATE lines SET credit = credit + 1 WHERE {row}"))
    missing = rows_named(found_after(tool, f"DELETE FROM lines WHERE {row}"))

    assert changed == [(Fault.ROW_CHANGED, "lines", f"{entry}/{line}", act)]
    (place,) = tool.execute(
        f"SELECT count(*) FROM lines WHERE act = {act} AND (entry, line) <= ({entry}, {line})"
    ).fetchone()
    assert missing == [(Fault.ROW_MISSING, "lines", f"#{place}", act)]


def rows_named(found: list[Finding]) -> list[tuple[Fault, str, str, int | None]]:
    rows = {Fault.ROW_CHANGED, Fault.ROW_ADDED, Fault.ROW_MISSING}
    return [(one.fault, one.table, one.row, one.act) for one in found if one.fault in rows]


def test_a_closing_that_no_fiscal_year_names_is_found(tool):
    found = found_after(tool, "UPDATE entries SET event = 'year_closed' WHERE number = 1")

    assert (Fault.CLOSING_WRONG, "1") in {(one.fault, one.row) for one in found}


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM receipt_voids", Fault.VOID_WRONG),
        ("UPDATE interest_postings SET total = total + 1", Fault.INTEREST_WRONG),
        ("UPDATE interest_rows SET amount = amount + 1", Fault.INTEREST_WRONG),
        ("UPDATE cards SET closed_on = '2026-01-01', kind = 'savings'", Fault.NOT_EMPTY),
        (
            "UPDATE members SET \"left\" = '2026-01-01'; UPDATE cards SET kind = 'share'",
            Fault.NOT_EMPTY,
        ),
        (
            (
                "INSERT INTO closings SELECT number + 1, what, '2000-01', locked_through, reason,"
                " closed_by, act FROM closings WHERE number = (SELECT MAX(number) FROM closings)"
            ),
            Fault.LOCK_MOVED,
        ),
        (
            (
                "UPDATE acts SET payload = payload || (SELECT json_extract(value, '$.address')"
                " FROM personal WHERE act = acts.number) WHERE number IN (SELECT act FROM personal"
                " WHERE json_valid(value) AND length(json_extract(value, '$.address')) >= 8)"
            ),
            Fault.PERSONAL_SHOWN,
        ),
    ],
)
def test_what_is_against_a_rule_is_found_beside_the_chain(tool, statement, fault):
    """The rules are looked at for themselves: a chain that was recomputed proves none of them."""
    with tampered(tool):
        for one in statement.split("; "):
            tool.execute(one)
        found = {one.fault for one in more_rule_findings(Reader(tool))}

    assert fault in found


@pytest.mark.parametrize(
    "harm",
    [
        "ALTER TABLE backups_taken DROP COLUMN outside",
        "ALTER TABLE lines RENAME COLUMN credit TO other",
        "DROP TABLE meetings",
        "ALTER TABLE loan_payments RENAME TO elsewhere",
        "ALTER TABLE users DROP COLUMN locked",
    ],
)
def test_a_column_or_table_that_is_gone_is_a_finding_and_no_crash(tool, harm):
    with tampered(tool):
        tool.execute(harm)
        found = audit(Reader(tool)).findings

    assert Fault.SCHEMA_CHANGED in {one.fault for one in found}


def test_a_changed_kind_in_the_structure_is_found(tool):
    """Found by a flipped bit: the book worked on, and whoever looked for tables missed one."""
    tool.execute("PRAGMA writable_schema = ON")
    found = found_after(tool, "UPDATE sqlite_master SET type = 'Table' WHERE name = 'zones'")
    tool.execute("PRAGMA writable_schema = RESET")

    assert {(one.fault, one.table) for one in found} == {(Fault.SCHEMA_CHANGED, "zones")}


def test_a_row_that_belongs_to_no_act_is_a_finding_and_no_crash(full_book, tmp_path):
    """Found by a torn disk: a row without the number of its act stopped the audit."""
    found = _found_without(copy_of(full_book, tmp_path), "act", "INTEGER")

    assert (Fault.ROW_ADDED, "lines", "1/1") in found


@pytest.mark.parametrize(("column", "kind"), [("day", "TEXT"), ("account", "TEXT")])
def test_a_line_without_its_day_is_a_finding_and_no_crash(full_book, tmp_path, column, kind):
    """Found by a cut on a disk that keeps nothing: the audit stopped at the balances."""
    found = _found_without(copy_of(full_book, tmp_path), column, kind)

    assert Fault.FILE_DAMAGED in {fault for fault, _, _ in found}
    assert (Fault.ROW_CHANGED, "lines", "1/1") in found


def _found_without(path: Path, column: str, kind: str) -> set[tuple[Fault, str, str]]:
    """What the audit finds where the first line lacks a value that the table must have."""
    with stranger(path) as tool:
        ((right,),) = tool.execute("SELECT sql FROM sqlite_master WHERE name = 'lines'").fetchall()
        guards = guards_of(tool)
        for (name,) in tool.execute(_TRIGGERS).fetchall():
            tool.execute(f"DROP TRIGGER {name}")
    _written_as(path, re.sub(rf"({column}\W+{kind}) NOT NULL", r"\1", right))
    with stranger(path) as tool:
        tool.execute(f"UPDATE lines SET {column} = NULL WHERE entry = 1 AND line = 1")
        with_guards(tool, guards)
    _written_as(path, right)
    with stranger(path) as tool:
        return {(one.fault, one.table, one.row) for one in audit(Reader(tool)).findings}


def _written_as(path: Path, structure: str) -> None:
    with stranger(path) as tool:
        tool.execute("PRAGMA writable_schema = ON")
        tool.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'lines'", (structure,))
