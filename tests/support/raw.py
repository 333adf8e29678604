"""A stranger's tool: a plain connection to a closed book, with no setting of ours."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher


@contextmanager
def stranger(path: Path) -> Iterator[Any]:
    """Open the file as any SQLite tool would; each statement is its own transaction."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def copy_of(path: Path, folder: Path) -> Path:
    """A copy of a closed book that a test may spoil."""
    copied = folder / path.name
    shutil.copyfile(path, copied)
    return copied


@contextmanager
def tampered(connection: Any, *tables: str) -> Iterator[list[str]]:
    """Whatever is done inside happens without guards and is gone afterwards.

    The guards of these tables are taken off, or of all; their texts can put them back.
    """
    rows = connection.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type='trigger'")
    guards = [row for row in rows.fetchall() if not tables or row[1] in tables]
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("BEGIN")
    for name, _, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    try:
        yield [str(guard[2]) for guard in guards]
    finally:
        connection.execute("ROLLBACK")


def with_guards(connection: Any, guards: list[str]) -> None:
    """Put the triggers back, as somebody does who wants nothing to be noticed."""
    for guard in guards:
        connection.execute(guard)


def guards_of(connection: Any) -> list[str]:
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    return [str(row[0]) for row in rows]
