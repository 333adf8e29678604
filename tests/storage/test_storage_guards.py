"""Guards in the file: any tool that opens it meets the same rules."""
# ruff: noqa: S608 - statements over every table of our own

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ledger.storage import balances
from ledger.storage.free_columns import free_columns
from ledger.storage.register import RECORDS
from tests.support.raw import copy_of, stranger

CHAINED = ("acts", "entries", "lines", *(kind.table for kind in RECORDS))
ONCE = tuple(kind.table for kind in RECORDS if not kind.versions)


@pytest.fixture
def tool(full_book: Path, tmp_path: Path) -> Any:
    with stranger(copy_of(full_book, tmp_path)) as connection:
        yield connection


def refuses(tool: Any, statement: str, values: tuple[Any, ...] = (), says: str = "satcha") -> None:
    """The statement fails for the reason given and changes nothing."""
    before = tool.total_changes
    with pytest.raises(sqlcipher.Error, match=says):
        tool.execute(statement, values)
    if tool.in_transaction:
        tool.execute("ROLLBACK")
    assert tool.total_changes == before


def columns_of(tool: Any, table: str) -> list[str]:
    return [row[1] for row in tool.execute(f"PRAGMA table_info({table})")]


def open_act(tool: Any) -> int:
    return int(tool.execute("SELECT MAX(number) + 1 FROM acts").fetchone()[0])


def test_the_full_book_holds_a_row_in_every_table(tool):
    empty = [
        table
        for table in (*CHAINED, "personal", "desk_drafts")
        if not tool.execute(f"SELECT 1 FROM {table}").fetchone()
    ]

    assert not empty


@pytest.mark.parametrize("table", CHAINED)
def test_no_tool_updates_a_row(tool, table):
    for column in columns_of(tool, table):
        refuses(tool, f'UPDATE {table} SET "{column}" = "{column}"', says="nothing is updated")


@pytest.mark.parametrize("table", CHAINED)
def test_no_tool_deletes_a_row(tool, table):
    refuses(tool, f"DELETE FROM {table}", says="nothing is deleted")


@pytest.mark.parametrize("table", [*CHAINED, "personal"])
def test_no_tool_replaces_a_row(tool, table):
    names = columns_of(tool, table)
    row = list(tool.execute(f"SELECT * FROM {table} LIMIT 1").fetchone())
    marks = ", ".join("?" * len(row))

    refuses(tool, f"INSERT OR REPLACE INTO {table} VALUES ({marks})", tuple(row), says="satcha")
    if table in (*ONCE, "personal", "entries", "lines"):
        row[names.index("act")] = open_act(tool)  # where a new row would be allowed to stand
        refuses(tool, f"INSERT OR REPLACE INTO {table} VALUES ({marks})", tuple(row), says="satcha")


@pytest.mark.parametrize("table", [name for name in CHAINED if name not in {"acts", "lines"}])
@pytest.mark.parametrize("away", [-1, 1, 1000])
def test_no_tool_adds_a_row_outside_the_open_act(tool, table, away):
    names = columns_of(tool, table)
    row = list(tool.execute(f"SELECT * FROM {table} LIMIT 1").fetchone())
    row[names.index("act")] = open_act(tool) + away
    marks = ", ".join("?" * len(row))

    refuses(tool, f"INSERT INTO {table} VALUES ({marks})", tuple(row), says="satcha")


def line(entry: int, at: int, **other: Any) -> tuple[Any, ...]:
    values = {
        "entry": entry,
        "line": at,
        "day": "2026-03-05",
        "account": "11010",
        "fund": "general",
        "card": None,
        "debit": 100,
        "credit": 0,
        "event": "journal",
        "act": 0,
        **other,
    }
    return tuple(values.values())


def entry(
    number: int, act: int, day: str = "2026-03-05", event: str = "journal"
) -> tuple[Any, ...]:
    return (number, day, event, "", None, None, act)


def add_entry(
    tool: Any,
    *lines: dict[str, Any],
    day: str = "2026-03-05",
    number: int = 0,
    event: str = "journal",
) -> None:
    act = open_act(tool)
    number = number or tool.execute("SELECT MAX(number) + 1 FROM entries").fetchone()[0]
    tool.execute("BEGIN")
    for at, values in enumerate(lines, start=1):
        given = {"act": act, "day": day, **values}
        tool.execute(
            "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", line(number, at, **given)
        )
    tool.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", entry(number, act, day, event))
    tool.execute("ROLLBACK")


DEBIT: dict[str, Any] = {"debit": 100}
CREDIT: dict[str, Any] = {"debit": 0, "credit": 100, "account": "46020"}


def test_a_balanced_entry_of_the_open_act_is_no_fault_of_the_guards(tool):
    add_entry(tool, DEBIT, CREDIT)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((), "unbalanced"),
        ((DEBIT,), "unbalanced"),
        ((DEBIT, {**CREDIT, "credit": 99}), "unbalanced"),
        ((DEBIT, {**CREDIT, "fund": "shop"}), "unbalanced"),
        ((DEBIT, {**CREDIT, "day": "2026-03-06"}), "unbalanced"),
        ((DEBIT, {**CREDIT, "act": 1}), "unbalanced"),
        ((DEBIT, {**CREDIT, "credit": 0}), "CHECK"),
        ((DEBIT, {**CREDIT, "debit": 100}), "CHECK"),
        (({**DEBIT, "debit": -100}, {**CREDIT, "credit": -100}), "CHECK"),
        (({**DEBIT, "debit": 2 * 10**15}, {**CREDIT, "credit": 2 * 10**15}), "CHECK"),
    ],
)
def test_an_entry_is_sealed_only_when_it_balances(tool, lines, says):
    with pytest.raises(sqlcipher.Error, match=says):
        add_entry(tool, *lines)


@pytest.mark.parametrize("day", ["2026-01-31", "2025-12-01", "2026-01-01"])
def test_no_tool_adds_an_entry_to_a_closed_month(tool, day):
    with pytest.raises(sqlcipher.Error, match="period closed"):
        add_entry(tool, DEBIT, CREDIT, day=day)


@pytest.mark.parametrize(
    ("event", "line_event", "says"),
    [
        ("journal", "year_income", "unbalanced"),
        ("year_closed", "journal", "only lines that close a year"),
        ("year_closed", "year_income", "year closed"),
        ("year_reopened", "year_income", "year closed"),
    ],
)
def test_no_tool_uses_the_closing_of_a_year_as_a_way_into_a_closed_month(
    tool, event, line_event, says
):
    lines = ({**DEBIT, "event": line_event}, {**CREDIT, "event": line_event})
    with pytest.raises(sqlcipher.Error, match=says):
        add_entry(tool, *lines, day="2026-01-31", event=event)


@pytest.mark.parametrize("number", [1, 1_000])
def test_entries_are_numbered_one_after_the_other(tool, number):
    with pytest.raises(sqlcipher.Error, match="satcha"):
        add_entry(tool, DEBIT, CREDIT, number=number)


def test_no_tool_adds_a_line_to_a_sealed_entry(tool):
    refuses(
        tool,
        "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        line(1, 9, act=open_act(tool)),
        says="the entry is sealed",
    )


def test_acts_follow_each_other(tool):
    last = tool.execute("SELECT * FROM acts ORDER BY number DESC LIMIT 1").fetchone()
    number, previous, fingerprint = last[0], last[10], last[11]
    insert = "INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    middle = (*last[1:6], "a new id", *last[7:10])

    for follows in (
        (number + 2, *middle, fingerprint, "ff"),
        (number, *middle, fingerprint, "ff"),
        (number + 1, *middle, previous, "ff"),
        (number + 1, *middle, "", "ff"),
    ):
        refuses(tool, insert, follows, says="acts follow each other")


def test_free_texts_leave_the_book_only_by_an_act(tool):
    refuses(tool, "UPDATE free_texts SET words = 'x'", says="nothing is updated")
    refuses(tool, "DELETE FROM free_texts", says="erased by an act")
    refuses(
        tool,
        f"INSERT INTO free_texts VALUES ('{'0' * 56}', 's', 'v', 1)",
        says="belongs to the open act",
    )


@pytest.mark.parametrize(("table", "column"), sorted(free_columns()))
def test_the_chain_takes_commitments_in_place_of_free_texts(tool, table, column):
    ((made,),) = tool.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchall()

    assert f'CHECK ("{column}" = \'\' OR length("{column}") = 56)' in made


def test_no_command_keeps_a_free_text_in_clear(tool):
    told = [
        (name, value)
        for (payload,) in tool.execute("SELECT payload FROM acts")
        for name, value in _fields(json.loads(payload))
        if name in ("memo", "note", "payee", "payer", "purpose", "text", "in_spite")
    ]
    said = [value for _, value in told if value]

    assert len(said) > 20
    assert [value for value in said if not isinstance(value, dict)] == []


def _fields(told: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(told, dict):
        yield from told.items()
    for part in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from _fields(part)


def test_an_entry_is_reversed_at_most_once_even_by_a_tool(tool):
    reversed_before = tool.execute("SELECT reverses FROM entries WHERE reverses > 0").fetchone()[0]
    act = open_act(tool)
    number = tool.execute("SELECT MAX(number) + 1 FROM entries").fetchone()[0]
    tool.execute("BEGIN")
    for at, values in enumerate((DEBIT, CREDIT), start=1):
        tool.execute(
            "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            line(number, at, act=act, **values),
        )

    with pytest.raises(sqlcipher.Error, match="UNIQUE"):
        tool.execute(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, "2026-03-05", "reversal", "", reversed_before, "", act),
        )


def test_personal_data_leave_the_book_only_by_an_act(tool):
    refuses(tool, "UPDATE personal SET value = 'x'", says="nothing is updated")
    refuses(tool, "DELETE FROM personal", says="erased by an act")
    refuses(tool, "INSERT INTO personal VALUES (900, 's', 'v', 1)", says="belongs to the open act")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO entries VALUES ('x', '2026-03-05', 'journal', '', NULL, NULL, 1)",
        "INSERT INTO entries VALUES (900, '5 March', 'journal', '', NULL, NULL, 1)",
        "INSERT INTO card_balances VALUES ('2026-03', 'one', 'a', 'b', 1, 1)",
        "INSERT INTO desk_drafts VALUES (x'00', NULL, 'v')",
    ],
)
def test_tables_take_only_values_of_their_kind(tool, statement):
    with pytest.raises(sqlcipher.Error):
        tool.execute(statement)


def test_running_balances_may_be_deleted_and_rebuilt(tool):
    before = {name: tool.execute(f"SELECT * FROM {name}").fetchall() for name in balances.DERIVED}
    for name in balances.DERIVED:
        tool.execute(f"DELETE FROM {name}")

    balances.rebuild(tool)

    after = {name: tool.execute(f"SELECT * FROM {name}").fetchall() for name in balances.DERIVED}
    assert after == before
    assert all(before.values())
