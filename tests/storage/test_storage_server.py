"""A book on a server has the file's tables and guards, and the program may change none of it."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ledger.domain.refusals import BookExists, BookNewer, NoSuchBook
from ledger.domain.refusals.server import ServerPlaceWrong, ServerUnreachable, ServerUnsafe
from ledger.storage import migrations
from ledger.storage.ddl import BESIDE, CHAINED
from ledger.storage.postgres import server as books
from ledger.storage.postgres.place import place_of
from ledger.storage.postgres.schema import CHANGING
from tests.support.server import own, owner, place


@pytest.fixture(scope="module")
def there(server: str) -> Any:
    """Founded by somebody who may make schemas and roles, and rules nothing else on the server."""
    at, founder = place(server, own("empty")), own("founder")
    by_founder = place(server.replace("postgres:@", f"{founder}:@"), own("empty"))
    with owner(at) as tool:
        tool.execute(f"CREATE ROLE {founder} LOGIN CREATEROLE")
        tool.execute(f"GRANT CREATE ON DATABASE postgres TO {founder}")
        books.create(by_founder).close()
        yield at
        books.discard(by_founder)
        tool.execute(f"DROP OWNED BY {founder}")
        tool.execute(f"DROP ROLE {founder}")


@pytest.fixture(scope="module")
def file() -> Any:
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    migrations.migrate(connection, 0)
    yield connection
    connection.close()


@pytest.fixture
def program(there) -> Any:
    connection = books.open_book(there)
    yield connection
    connection.close()


@pytest.fixture
def tool(there) -> Any:
    with owner(there) as connection:
        yield connection


def names_in(file: Any, kind: str) -> set[str]:
    rows = file.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))
    return {name for (name,) in rows if not name.startswith("sqlite_")}


def test_it_has_the_tables_of_the_file_column_by_column(program, file):
    tables = names_in(file, "table")
    there = program.execute(
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name IN ("
        " SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE')"
        " ORDER BY table_name, ordinal_position"
    ).fetchall()
    kinds = {"INTEGER": "bigint", "TEXT": "text"}

    assert there == [
        (table, name, kinds[kind], "NO" if filled else "YES")
        for table in sorted(tables)
        for _, name, kind, filled, *_ in file.execute(f"PRAGMA table_info({table})")
    ]


def test_it_has_the_guards_of_the_file_by_name(tool, file):
    there = {
        str(name)
        for (name,) in tool.execute(
            "SELECT tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid"
            " WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace"
        )
    }
    emptied = {f"{table}_never_emptied" for table in (*CHAINED, *BESIDE)}
    replaced = {name for name in names_in(file, "trigger") if name.endswith("_never_replaced")}

    assert replaced
    assert there == (names_in(file, "trigger") - replaced) | emptied


@pytest.mark.parametrize("what", ["UPDATE {} SET act = act", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_program_may_not_change_what_the_chain_covers(program, what):
    for table in CHAINED:
        statement = what.replace("act = act", "fingerprint = ''") if table == "acts" else what
        with pytest.raises(sqlcipher.OperationalError, match="permission denied"):
            program.execute(statement.format(table))


def test_the_program_may_change_what_lies_outside_the_chain(program):
    for table in CHANGING:
        program.execute(f"DELETE FROM {table}")  # noqa: S608 - our own tables


def test_personal_data_go_only_with_an_act_that_erases(program, tool):
    with pytest.raises(sqlcipher.OperationalError, match="permission denied"):
        program.execute("UPDATE personal SET value = ''")
    with tool.transaction(force_rollback=True):
        tool.execute("INSERT INTO personal VALUES (1, 'salt', 'value', 1)")
        with pytest.raises(psycopg.errors.RaiseException, match="erased by an act"):
            tool.execute("DELETE FROM personal")


def test_whoever_owns_the_server_meets_the_guards(tool):
    for statement, says in (
        ("INSERT INTO acts SELECT 2, '', '', '', '', '', 'x', '', '', '', '', ''", "follow each"),
        ("INSERT INTO zones (code, name, act) VALUES ('A', 'A', 2)", "belongs to the open act"),
        ("TRUNCATE acts CASCADE", "nothing is emptied"),
        ("INSERT INTO entries VALUES (1, '2026-01-01', 'x', '', NULL, NULL, 1)", "unbalanced"),
    ):
        with pytest.raises(psycopg.errors.RaiseException, match=says):
            tool.execute(statement)


def test_a_tool_that_names_other_tables_first_fools_no_guard(there, tool):
    with tool.transaction(force_rollback=True):
        tool.execute(f"SET LOCAL search_path TO pg_temp, {there.schema}")
        tool.execute("CREATE TEMP TABLE acts AS SELECT 6 AS number")
        with pytest.raises(psycopg.errors.RaiseException, match="belongs to the open act"):
            tool.execute("INSERT INTO zones (code, name, act) VALUES ('A', 'A', 7)")


def test_a_role_that_may_change_the_chain_opens_no_book(there, tool):
    tool.execute(f"GRANT UPDATE ON receipts TO {there.role}")
    try:
        with pytest.raises(ServerUnsafe) as refused:
            books.open_book(there)
    finally:
        tool.execute(f"REVOKE UPDATE ON receipts FROM {there.role}")

    assert refused.value.found == f"{there.schema}.receipts"


def test_a_server_that_does_not_wait_for_its_disk_is_refused(there, monkeypatch):
    monkeypatch.setitem(books._SETTINGS, "fsync", "sometimes")

    with pytest.raises(ServerUnsafe, match="fsync"):
        books.open_book(there)


def test_somebody_without_the_role_of_a_book_does_not_get_in(there, tool, server):
    stranger, treasurer = own("stranger"), own("treasurer")
    tool.execute(f"CREATE ROLE {stranger} LOGIN")
    tool.execute(f"CREATE ROLE {treasurer} LOGIN")
    tool.execute(f"GRANT {there.role} TO {treasurer}")
    try:
        with pytest.raises(ServerUnreachable, match="permission denied"):
            books.open_book(place(server.replace("postgres:@", f"{stranger}:@"), own("empty")))
        books.open_book(place(server.replace("postgres:@", f"{treasurer}:@"), own("empty"))).close()
    finally:
        tool.execute(f"DROP ROLE {stranger}, {treasurer}")


def test_why_a_book_is_not_opened_or_made(there, tool, server):
    with pytest.raises(BookExists):
        books.create(there)
    with pytest.raises(NoSuchBook):
        books.open_book(place(server, "nowhere"))
    with pytest.raises(ServerUnreachable):
        books.open_book(place(server.replace("postgres:@", "nobody:@"), own("empty")))
    tool.execute(f"COMMENT ON SCHEMA {there.schema} IS 'satcha book, version 99'")
    try:
        with pytest.raises(BookNewer):
            books.open_book(there)
    finally:
        tool.execute(f"COMMENT ON SCHEMA {there.schema} IS 'satcha book, version 1'")


@pytest.mark.parametrize("book", ["", "book=", "book=A", "book=a;drop", "book=a&book=b"])
def test_an_address_names_one_book(book):
    with pytest.raises(ServerPlaceWrong):
        place_of(f"postgresql://me:secret@host/office?{book}")


def test_a_place_is_shown_without_what_opens_it():
    found = place_of("postgresql://me:secret@host:5433/office?sslmode=require&book=rimnam")

    assert found.shown == "host/office?book=rimnam"
    assert found.address == "postgresql://me:secret@host:5433/office?sslmode=require"
    assert (found.schema, found.role) == ("satcha_rimnam", "satcha_rimnam_program")
