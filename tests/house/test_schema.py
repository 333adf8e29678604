"""The script that makes a new book's file says the same as the tables do."""

from __future__ import annotations

from ledger.storage.ddl import schema
from ledger.storage.migrations import script


def test_the_script_of_the_first_version_is_what_the_tables_are():
    assert script(1) == schema()
