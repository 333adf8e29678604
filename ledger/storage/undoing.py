"""Taking back what a transaction wrote, whatever state the connection is in."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher


def roll_back(connection: Any) -> None:
    """End an open transaction; a connection that a failing disk closed has none."""
    with suppress(sqlcipher.ProgrammingError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
