"""Writes the schema of the tables as the script that makes a new book's file.

Run as ``python -m tests.tools.schema``. Only until the first release: from then on the script of
version 1 is frozen, and a change of the schema is a script of its own beside it.
"""

from __future__ import annotations

from ledger.storage.ddl import schema
from tests.tools.tree import ROOT

SCRIPT = ROOT / "ledger" / "storage" / "migrations" / "v0001.sql"


def main() -> None:
    SCRIPT.write_text(schema(), encoding="utf-8")


if __name__ == "__main__":
    main()
