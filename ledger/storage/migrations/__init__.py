"""The versions of the file's schema: one frozen script each, applied in order."""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

# A book says in its file which version of the schema it has (PRAGMA user_version).
VERSIONS = (1,)
NEWEST = VERSIONS[-1]


def script(version: int) -> str:
    """The statements that lead to this version from the one before it."""
    name = f"v{version:04d}.sql"
    return resources.files("ledger.storage.migrations").joinpath(name).read_text("utf-8")


def tables() -> frozenset[str]:
    """The names of all tables that any version makes, in small letters."""
    texts = "".join(map(script, VERSIONS))
    return frozenset(name.casefold() for name in re.findall(r'CREATE TABLE "?(\w+)', texts))


def not_tables(connection: Any) -> list[str]:
    """Names of tables of ours under which an open file has something else.

    A view of a stranger's may be read for ever (trust.md 6.6).
    """
    others = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL %'"
    ).fetchall()
    ours = tables() if others else frozenset()
    return [str(name) for (name,) in others if str(name).casefold() in ours]


def migrate(connection: Any, found: int) -> None:
    """Bring an open file from the version found to the newest, in one transaction."""
    for version in VERSIONS:
        if version > found:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script(version)}\nPRAGMA user_version = {version};\nCOMMIT;"
            )
