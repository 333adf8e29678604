"""The verifier that shares nothing with the program finds what the program's own audit finds."""
# ruff: noqa: S608 - statements over every table of our own

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer import verify_book
from ledger.book import Book
from ledger.domain.fingerprint import code_of
from ledger.domain.recovery import recovery_code
from ledger.queries.integrity import audit
from ledger.storage.balances import DERIVED
from ledger.storage.register import RECORDS
from tests.storage.test_storage_tampering import some, tables_in
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses
from tests.support.raw import copy_of, stranger, tampered

WORDS = "four words nobody guesses"
SCRIPT = Path(verify_book.__file__)
CHAINED = ("acts", "entries", "lines", *(kind.table for kind in RECORDS))


@pytest.fixture(scope="module")
def tool(full_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    with stranger(copy_of(full_book, tmp_path_factory.mktemp("verified"))) as connection:
        yield connection


def faults_after(tool: Any, *statements: str) -> list[str]:
    with tampered(tool, *tables_in(statements)):
        for statement in statements:
            tool.execute(statement)
        return list(verify_book.faults_of(tool))


def rowid_of(tool: Any, table: str) -> str:
    """A condition that names one row of the table."""
    keys = [row[1] for row in tool.execute(f"PRAGMA table_info({table})") if row[5]]
    listed = ", ".join(f'"{key}"' for key in keys)
    values = tool.execute(f"SELECT {listed} FROM {table} ORDER BY {listed} LIMIT 1").fetchone()
    return " AND ".join(
        f'"{key}" = {value}' if isinstance(value, int) else f"\"{key}\" = '{value}'"
        for key, value in zip(keys, values, strict=True)
    )


def alone(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The script run by itself, with nothing of ours on the path."""
    command = [sys.executable, "-I", str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_book_that_nobody_touched_is_whole(tool):
    assert faults_after(tool) == []


@pytest.mark.parametrize("table", CHAINED)
def test_a_changed_cell_is_found_and_its_table_named(tool, table):
    where = rowid_of(tool, table)
    silent = []
    for _, name, kind, *_ in some(tool.execute(f"PRAGMA table_info({table})").fetchall()):
        other = f'COALESCE("{name}", 0) + 100000'
        if kind == "TEXT":
            other = f"COALESCE(\"{name}\", '') || '1'"
        found = faults_after(tool, f'UPDATE {table} SET "{name}" = {other} WHERE {where}')
        if not any(table in fault or (table == "acts" and "act" in fault) for fault in found):
            silent.append((name, found[:2]))

    assert not silent


@pytest.mark.parametrize("table", CHAINED)
def test_a_missing_row_is_found(tool, table):
    assert faults_after(tool, f"DELETE FROM {table} WHERE {rowid_of(tool, table)}")


@pytest.mark.parametrize("table", sorted(DERIVED))
def test_a_balance_that_is_not_the_sum_of_its_lines_is_found(tool, table):
    found = faults_after(
        tool, f"UPDATE {table} SET debit = debit + 1 WHERE {rowid_of(tool, table)}"
    )

    assert any(table in fault for fault in found)


def test_personal_data_that_were_changed_taken_or_added_are_found(tool):
    number = tool.execute("SELECT MIN(number) FROM personal").fetchone()[0]

    changed = faults_after(tool, f"UPDATE personal SET value = 'x' WHERE number = {number}")
    taken = faults_after(tool, f"DELETE FROM personal WHERE number = {number}")
    added = faults_after(tool, "INSERT INTO personal VALUES (9999, 'salt', 'text', 1)")

    assert changed == [f"ข้อมูลส่วนบุคคล {number} ถูกแก้ / personal data {number} were changed"]
    assert taken == [f"ข้อมูลส่วนบุคคล {number} หายไป / personal data {number} are missing"]
    assert added == ["ข้อมูลส่วนบุคคล 9999 ไม่เป็นของผู้ใด / personal data 9999 belong to nobody"]


def test_marks_that_were_changed_accuse_no_row(tool):
    number = tool.execute("SELECT MAX(number) FROM acts WHERE marks <> ''").fetchone()[0]

    found = faults_after(tool, f"UPDATE acts SET marks = '' WHERE number = {number}")

    assert [fault.partition(" / ")[2] for fault in found] == [
        f"act {number}: the act itself is not as it was sealed"
    ]


def test_a_line_apart_from_its_entry_is_named(tool):
    found = faults_after(tool, "UPDATE lines SET day = '2026-01-02' WHERE entry = 1 AND line = 2")

    assert any(fault.endswith("line 1/2 is not of the day and act of its entry") for fault in found)


def test_free_texts_that_were_changed_taken_or_added_are_found(tool):
    ((made, act),) = tool.execute("SELECT commitment, act FROM free_texts LIMIT 1").fetchall()
    ((gone,),) = tool.execute("SELECT commitment FROM text_erasures LIMIT 1").fetchall()
    stray = "f" * 56

    changed = faults_after(tool, f"UPDATE free_texts SET words = 'x' WHERE commitment = '{made}'")
    taken = faults_after(tool, f"DELETE FROM free_texts WHERE commitment = '{made}'")
    added = faults_after(tool, f"INSERT INTO free_texts VALUES ('{stray}', 's', 'x', 1)")
    back = faults_after(tool, f"INSERT INTO free_texts VALUES ('{gone}', 's', 'x', 1)")

    assert [one.rpartition(" / ")[2] for one in changed] == [f"free text {made} was changed"]
    assert taken[0].rpartition(" / ")[2].startswith(f"free text {made} is missing, act {act}")
    assert f"free text {stray} was said by no act" in added[-1]
    assert f"free text {gone} was erased and is back" in back[-1]


def test_an_entry_out_of_balance_is_named(tool):
    found = faults_after(tool, "UPDATE lines SET debit = debit + 5 WHERE entry = 1 AND debit > 0")

    assert any(" / entry 1 does not balance" in fault for fault in found)


@given(st.binary(min_size=32, max_size=32))
def test_its_codes_are_those_on_paper(fingerprint):
    printed = code_of(fingerprint)

    assert verify_book.grouped(verify_book.code_of(fingerprint.hex())) == printed


def test_it_runs_by_itself_and_finds_codes(full_book, tmp_path):
    path = copy_of(full_book, tmp_path)
    code = verify_book.codes_of(verify_book.opened(path))[2]

    known = alone(str(path), "--code", verify_book.grouped(code).lower())
    foreign = alone(str(path), "--code", "ABCD EFGH JKMN PQRS")

    assert known.returncode == 0, known.stdout + known.stderr
    assert "act 3" in known.stdout
    assert foreign.returncode == 1


def test_a_spoilt_book_is_said_to_be_one(full_book, tmp_path):
    path = copy_of(full_book, tmp_path)
    with stranger(path) as tool:
        tool.execute("DROP TRIGGER members_never_updated")
        tool.execute("UPDATE members SET household = 'another'")

    told = alone(str(path))

    assert told.returncode == 1
    assert "table members, row 0001" in told.stdout


def test_what_is_a_book_by_its_name_only_is_said_to_be_none(tmp_path, capsys):
    path = tmp_path / "hollow.satcha"
    with stranger(path) as tool:
        tool.execute(f"PRAGMA application_id = {verify_book.APPLICATION}")
        tool.execute("CREATE TABLE acts (number)")

    assert verify_book.main([str(path)]) == 2
    assert "no table account_days" in capsys.readouterr().out


def test_personal_data_that_a_view_says_were_erased_do_not_pass(full_book, tmp_path):
    path = copy_of(full_book, tmp_path)
    with stranger(path) as tool:
        tool.execute("DROP TABLE erasures")
        tool.execute("CREATE VIEW erasures AS SELECT number AS person FROM personal")
        tool.execute("DELETE FROM personal")

    assert verify_book.main([str(path)]) == 2


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("acts.number", "1e999"),
        ("acts.previous", "x'ff00'"),
        ("acts.fingerprint", "NULL"),
        ("acts.recorded_at", "x'ff00'"),
        ("lines.debit", "1e999"),
        ("lines.act", "'zz'"),
        ("account_days.day", "NULL"),
        ("personal.salt", "x'ff00'"),
        ("erasures.person", "-1.5"),
    ],
)
def test_whatever_stands_in_a_book_without_types_it_is_found_and_stops_nobody(
    full_book, tmp_path, place, value, capsys
):
    table, _, column = place.partition(".")
    path = copy_of(full_book, tmp_path)
    with stranger(path) as tool:
        tool.executescript(
            "PRAGMA legacy_alter_table = ON; BEGIN;"
            f"CREATE TABLE spoilt AS SELECT * FROM {table}; DROP TABLE {table};"
            f"UPDATE spoilt SET {column} = {value} WHERE rowid = (SELECT MAX(rowid) FROM spoilt);"
            f"ALTER TABLE spoilt RENAME TO {table}; COMMIT;"
        )

    assert verify_book.main([str(path)]) == 1
    assert "fault" in capsys.readouterr().out
    with Book.open_for_reading(path) as book:
        assert book.ask(audit).findings


@pytest.mark.parametrize("content", [b"", b"no book at all" * 100])
def test_what_is_no_book_is_said_to_be_none(tmp_path, content):
    path = tmp_path / "other.satcha"
    path.write_bytes(content)

    assert alone(str(path)).returncode == 2
    assert alone(str(tmp_path / "missing.satcha")).returncode == 2


def test_a_book_that_is_still_open_is_not_judged(full_book, tmp_path):
    path = copy_of(full_book, tmp_path)
    path.with_name(f"{path.name}-wal").write_bytes(b"newest entries")

    told = alone(str(path))

    assert told.returncode == 2
    assert "close the program" in told.stdout


def test_it_shares_nothing_with_the_program():
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    names = {
        alias.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        str(node.module).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }

    assert names <= sys.stdlib_module_names


@given(st.binary(min_size=32, max_size=32))
def test_a_key_is_read_from_its_digits_and_from_the_recovery_sheet(key):
    code = recovery_code(key)

    assert verify_book.key_of(key.hex()) == key
    assert verify_book.key_of(code) == key
    for wrong in (code[:-1], code[:-5], code[:-1] + ("A" if code[-1] != "A" else "B")):
        with pytest.raises(verify_book.NotVerifiable):
            verify_book.key_of(wrong)


def test_an_encrypted_book_is_verified_with_the_code_of_its_sheet(tmp_path, capsys):
    path = tmp_path / "b.satcha"
    with quick_guesses(), Book.found(path, founding(), passphrase=WORDS) as book:
        code = recovery_code(book.key)

    assert verify_book.main([str(path), "--key", code]) == 0
    assert "whole" in capsys.readouterr().out
    assert verify_book.main([str(path), "--key", recovery_code(bytes(32))]) == 2
