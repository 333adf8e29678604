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


def without_guards(connection: Any) -> None:
    """What somebody does who knows that triggers stand in the way."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        connection.execute(f"DROP TRIGGER {name}")


def with_guards_again(connection: Any, guards: list[str]) -> None:
    for guard in guards:
        connection.execute(guard)


def guards_of(connection: Any) -> list[str]:
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    return [str(row[0]) for row in rows]
