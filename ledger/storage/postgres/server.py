"""Books on a server: how one is made and opened, and what is asked of the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ledger.domain.refusals import BookExists, BookNewer, NoSuchBook
from ledger.domain.refusals.server import (
    ServerDriverMissing,
    ServerUnreachable,
    ServerUnsafe,
)
from ledger.storage import migrations
from ledger.storage.ddl import CHAINED
from ledger.storage.postgres import schema
from ledger.storage.postgres.connection import ServerConnection
from ledger.storage.postgres.place import ServerPlace

if TYPE_CHECKING:
    import psycopg

OLDEST = 170000  # the right to clean a table up after an erasure, without owning it, came with 17
_MARK = "satcha book, version "
_ROLE_TAKEN = "42710"
_LOCK_WAIT = "10s"  # somebody else's act takes a moment; a program that hangs keeps nobody out

# What the server must say (trust.md 3, 6.1): a page that was spoilt is noticed, a commit is on the
# disk when it is reported, and a failed fsync is never tried again.
_SETTINGS: Mapping[str, str] = {
    "server_encoding": "UTF8",
    "data_checksums": "on",
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "data_sync_retry": "off",
}


def create(place: ServerPlace) -> ServerConnection:
    """Make the schema of a new book, by a user who may make schemas and roles.

    Raises:
        BookExists, ServerUnreachable, ServerUnsafe: why there is no new book.
    """
    made = _connected(place)
    try:
        _check_settings(made, place)
        _check_free(made, place)
        with made.transaction():
            _run(made, f"SET LOCAL search_path TO {place.schema}, pg_temp")
            for statement in _founding(place):
                _run(made, statement)
    except _errors() as error:
        # The role belongs to a book of that name in another database of the server.
        if getattr(error, "sqlstate", "") == _ROLE_TAKEN:
            raise BookExists(place.shown) from error
        raise _unreachable(place, error) from error
    finally:
        made.close()
    return open_book(place)


def discard(place: ServerPlace) -> None:
    """Take away a book that came to nothing."""
    made = _connected(place)
    try:
        with made.transaction():
            _run(made, f"DROP SCHEMA {place.schema} CASCADE")
            _run(made, f"DROP ROLE {place.role}")
    finally:
        made.close()


def open_book(place: ServerPlace) -> ServerConnection:
    """A connection that may do in the book what the program may, and nothing else.

    Raises:
        NoSuchBook, BookNewer, ServerUnreachable, ServerUnsafe: why not.
    """
    made = _connected(place)
    try:
        _check_settings(made, place)
        _check_version(made, place)
        for statement in (
            f"SET ROLE {place.role}",
            f"SET search_path TO {place.schema}, pg_temp",
            "SET synchronous_commit TO on",
            f"SET lock_timeout TO '{_LOCK_WAIT}'",
            "SET idle_in_transaction_session_timeout TO '5min'",
        ):
            _run(made, statement)
        _check_rights(made, place)
    except _errors() as error:
        made.close()
        raise _unreachable(place, error) from error
    except BaseException:
        made.close()
        raise
    return ServerConnection(made)


def clean_up(connection: ServerConnection) -> None:
    """After an erasure: the server gives the room of what was erased free now, not some day."""
    connection.executescript("VACUUM personal")


def _founding(place: ServerPlace) -> list[str]:
    return [
        f"CREATE ROLE {place.role} NOLOGIN",
        f"GRANT {place.role} TO CURRENT_USER",
        f"CREATE SCHEMA {place.schema}",
        schema.schema(),
        schema.rights(place.schema, place.role),
        f"COMMENT ON SCHEMA {place.schema} IS '{_MARK}{migrations.NEWEST}'",
    ]


def _check_free(made: psycopg.Connection[Any], place: ServerPlace) -> None:
    if _version(made, place) is not None:
        raise BookExists(place.shown)


def _check_version(made: psycopg.Connection[Any], place: ServerPlace) -> None:
    found = _version(made, place)
    if found is None:
        raise NoSuchBook(place.shown)
    if found > migrations.NEWEST:
        raise BookNewer(place.shown, found, migrations.NEWEST)


def _version(made: psycopg.Connection[Any], place: ServerPlace) -> int | None:
    row = made.execute(
        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s",
        (place.schema,),
    ).fetchone()
    if row is None or not str(row[0]).startswith(_MARK):
        return None
    return int(str(row[0]).removeprefix(_MARK))


def _check_settings(made: psycopg.Connection[Any], place: ServerPlace) -> None:
    if made.info.server_version < OLDEST:
        raise ServerUnsafe(place.shown, "server_version", str(made.info.server_version))
    for name, expected in _SETTINGS.items():
        row = made.execute("SELECT current_setting(%s)", (name,)).fetchone()
        if row is None or row[0] != expected:
            raise ServerUnsafe(place.shown, name, str(row[0] if row else ""))


def _check_rights(made: psycopg.Connection[Any], place: ServerPlace) -> None:
    """Whether this role can change what the chain covers; guards alone are one wall only."""
    tables = [f"{place.schema}.{table}" for table in CHAINED]
    row = made.execute(
        "SELECT t FROM unnest(%s::text[]) AS t"
        " WHERE has_table_privilege(t, 'UPDATE, DELETE, TRUNCATE, TRIGGER') LIMIT 1",
        (tables,),
    ).fetchone()
    if row is not None:
        raise ServerUnsafe(place.shown, "rights", str(row[0]))


def _connected(place: ServerPlace) -> psycopg.Connection[Any]:
    try:
        import psycopg
    except ImportError as error:
        raise ServerDriverMissing from error
    try:
        return psycopg.connect(place.address, autocommit=True, connect_timeout=10)
    except psycopg.Error as error:
        raise _unreachable(place, error) from error


def _run(made: psycopg.Connection[Any], statement: str) -> None:
    # Made of our own names only; the book's own was looked at (``place_of``).
    made.execute(statement.encode())


def _errors() -> type[Exception]:
    try:
        import psycopg
    except ImportError as error:
        raise ServerDriverMissing from error
    return psycopg.Error


def _unreachable(place: ServerPlace, error: Exception) -> ServerUnreachable:
    return ServerUnreachable(place.shown, str(error).partition("\n")[0])
