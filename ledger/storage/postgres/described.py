"""What the schema of a book consists of: as the program makes it, and as the server has it."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Integer, Table

from ledger.storage.postgres import guards, schema

if TYPE_CHECKING:
    from ledger.storage.postgres.connection import ServerConnection

_FUNCTION = re.compile(r"CREATE FUNCTION (\w+)\(([^)]*)\)[^$;]*AS \$\$(.*?)\$\$;", re.DOTALL)
_OURS = "current_schema()::regnamespace"
# Names and what stands behind each; whatever else lies in the schema is named with its kind.
_FOUND = (
    f"""
SELECT c.relname::text, 'table ' || string_agg(a.attname || ' ' || format_type(a.atttypid, NULL)
    || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, ', ' ORDER BY a.attnum)
    || '; checks ' || (SELECT COUNT(*) FROM pg_constraint WHERE conrelid = c.oid AND contype = 'c')
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
WHERE c.relnamespace = {_OURS} AND c.relkind = 'r' AND NOT a.attisdropped
GROUP BY c.oid, c.relname""",
    f"""
SELECT c.relname::text, 'index on ' || t.relname || ' (' || array_to_string(ARRAY(
    SELECT a.attname FROM unnest(i.indkey::int[]) WITH ORDINALITY AS k(at, n)
    JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.at ORDER BY k.n), ', ') || ')'
    || CASE WHEN i.indisunique THEN ' unique' ELSE '' END
FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
JOIN pg_class AS t ON t.oid = i.indrelid
WHERE c.relnamespace = {_OURS}""",
    f"""
SELECT g.tgname::text, pg_get_triggerdef(g.oid, true)
    || CASE WHEN g.tgenabled = 'O' THEN '' ELSE ' which is off' END
FROM pg_trigger AS g JOIN pg_class AS c ON c.oid = g.tgrelid
WHERE c.relnamespace = {_OURS} AND NOT g.tgisinternal""",
    f"""
SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', p.prosrc
FROM pg_proc AS p WHERE p.pronamespace = {_OURS}""",
    f"""
SELECT c.relname::text, 'of kind ' || c.relkind::text FROM pg_class AS c
WHERE c.relnamespace = {_OURS} AND c.relkind NOT IN ('r', 'i')""",
    f"""
SELECT r.rulename::text, 'rule on ' || c.relname FROM pg_rewrite AS r
JOIN pg_class AS c ON c.oid = r.ev_class WHERE c.relnamespace = {_OURS}""",
)


def found(connection: ServerConnection) -> dict[str, str]:
    """What the server has."""
    rows = chain.from_iterable(map(connection.own_rows, _FOUND))
    return {str(name): str(what) for name, what in rows}


@cache
def made() -> dict[str, str]:
    """What the program makes."""
    described: dict[str, str] = {}
    for table in schema.tables():
        described[table.name] = _table(table)
        for index in table.indexes:
            columns = [column.name for column in index.columns]
            described[str(index.name)] = _index(table, columns, unique=bool(index.unique))
        keys = [column.name for column in table.primary_key.columns]
        described[f"{table.name}_pkey"] = _index(table, keys, unique=True)
    described["acts_command_id_key"] = "index on acts (command_id) unique"
    for trigger in guards.triggers():
        described[trigger.split()[2]] = trigger.removesuffix(";")
    for name, arguments, body in _FUNCTION.findall(guards.FUNCTIONS + schema.words()):
        described[f"{name}({arguments})"] = body
    return described


def _table(table: Table) -> str:
    columns = [
        f"{column.name} {'bigint' if isinstance(column.type, Integer) else 'text'}"
        f"{'' if column.nullable else ' not null'}"
        for column in table.columns
    ]
    rules = chain(table.constraints, *(column.constraints for column in table.columns))
    checks = sum(isinstance(one, CheckConstraint) for one in rules)
    return f"table {', '.join(columns)}; checks {checks}"


def _index(table: Table, columns: list[str], *, unique: bool) -> str:
    return f"index on {table.name} ({', '.join(columns)}){' unique' if unique else ''}"
