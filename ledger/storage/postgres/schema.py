"""The schema of a book on a server, from the same tables as the file's, and who may do what in it.

Each book has a schema of its own in the database, and a role of its own for the program. The role
owns nothing: in what the chain covers it may read and add, never update or delete (trust.md 6.1).
"""

from __future__ import annotations

from importlib import resources

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, Table, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from ledger.storage.balances import DERIVED
from ledger.storage.ddl import BESIDE, CHAINED
from ledger.storage.postgres import guards
from ledger.storage.tables import DESK_DRAFTS, METADATA

CHANGING = (*DERIVED, DESK_DRAFTS.name)
"""What lies outside the chain: it may be changed and made anew at any time."""


def tables() -> list[Table]:
    """The same tables in PostgreSQL's types; texts are compared byte by byte, as in the file."""
    there = MetaData()
    made = [table.to_metadata(there) for table in METADATA.sorted_tables]
    for table in made:
        for column in table.columns:
            column.autoincrement = False
            if isinstance(column.type, Integer):
                column.type = BigInteger()
            else:
                column.type = Text(collation="C")
    return made


def schema() -> str:
    """Everything a new book is made of; whoever runs it has named the book's schema as its path."""
    dialect: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # the library names no types
    made = tables()
    parts = [str(CreateTable(table).compile(dialect=dialect)) for table in made]
    parts += [
        str(CreateIndex(index).compile(dialect=dialect))
        for table in made
        for index in sorted(table.indexes, key=lambda one: str(one.name))
    ]
    script = [f"{part.strip()};" for part in parts]
    return "\n".join([*script, words(), guards.FUNCTIONS, *guards.triggers()])


def words() -> str:
    """The functions that questions know from SQLite."""
    return resources.files(__package__).joinpath("words.sql").read_text("utf-8")


def rights(book: str, role: str) -> str:
    """What the program may do in a book."""
    return "\n".join(
        [
            f"GRANT USAGE ON SCHEMA {book} TO {role};",
            f"GRANT SELECT, INSERT ON {', '.join((*CHAINED, *BESIDE))} TO {role};",
            # What an erasure names, and nothing else; the room it took is cleaned up.
            f"GRANT DELETE, MAINTAIN ON {', '.join(BESIDE)} TO {role};",
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON {', '.join(CHANGING)} TO {role};",
        ]
    )
