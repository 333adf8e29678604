"""Opening the file: settings of trust.md 6.1, the lock, and the names of what can go wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from ledger.domain.refusals import (
    BookDamaged,
    BookNewer,
    BookReadOnly,
    NoSuchBook,
    NotABook,
    WrongSettings,
)
from ledger.domain.refusals.keys import KeysOfAnother
from ledger.storage import keys, migrations
from ledger.storage.disks import check_place
from ledger.storage.secret import Secret
from ledger.storage.troubles import named_troubles, of_system

Connection = Any  # the driver ships no types
FileError = sqlcipher.Error
Make = Callable[[Connection], object]  # writes the schema of a new file
Check = Callable[[Connection, Path], int]  # whether a file is of the kind, and its version

# Unless told so the driver asks nothing for a method: an empty field costs as ten filled ones.
sqlcipher.register_adapter(type(None), {}.get)

APPLICATION = 0x53415443  # "SATC", so that other tools can tell what the file is
OLDEST_SQLITE = (3, 51, 3)  # the WAL-reset fault of older versions (trust.md 3.1)
LARGEST_LOG = 16 * 1024 * 1024
_LOCK_WAIT_MS = 200  # Book.open tries more than once (ledger.storage.meeting)
_HEADER = b"SQLite format 3\x00"
_PAGE = 4096

# Set before the first access; what is read back must be what was asked for.
_SETTINGS = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("wal_autocheckpoint", "0", "0"),
    ("foreign_keys", "ON", "1"),
    ("recursive_triggers", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("secure_delete", "ON", "1"),
    ("mmap_size", "0", None),
    # 32 MiB instead of 2: an act on a big book would else write pages out and read them again.
    ("cache_size", "-32768", "-32768"),
)


def create(path: Path, key: bytes = b"", make: Make | None = None) -> Connection:
    """Make the file of a new book with the newest schema; encrypted where there is a data key.

    Raises:
        BookExists, BookElsewhere, BookReadOnly, DiskFull, StorageFailed: why there is no new file.
    """
    from ledger.storage import belonging  # on first use: most starts make no book

    check_place(path)
    belonging.check_free(path)
    with named_troubles(path):
        try:
            path.touch(exist_ok=False)
        except OSError as error:
            raise of_system(error, path) from error
        connection = _connect(path, key)
        try:
            connection.execute("PRAGMA page_size = 4096")
            _settle(connection)
            if make is not None:
                make(connection)
            else:
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                migrations.migrate(connection, 0)
        except BaseException:
            discard(connection, path)
            raise
    return connection


def discard(connection: Connection, path: Path) -> None:
    """Take away the files of a book that came to nothing."""
    from ledger.storage import belonging  # on first use

    connection.close()
    belonging.clear(path)


class Outdated(Exception):
    """The file has the schema of an older program; it is never migrated where it lies."""


def open_file(
    path: Path, secret: Secret, *, outdated: bool = False, check: Check | None = None
) -> tuple[Connection, bytes]:
    """Open a book's file for reading and writing, alone; with it the data key, where it has one.

    With ``outdated`` a file of an older program opens as it is (``ledger.book.updating``).

    Raises:
        Outdated: it has the schema of an older program.
        NoSuchBook, NotABook, BookDamaged, BookNewer, BookInUse, BookReadOnly, and what is wrong
            with the secret: why not.
    """
    encrypted = is_encrypted(path)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise BookReadOnly(str(path))
    with named_troubles(path):
        connection, key = _opened(path, secret if encrypted else None, _connect)
        try:
            _settle(connection)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
            found = (check or _check_version)(connection, path)
        except BaseException:
            connection.close()
            raise
    if found < migrations.NEWEST and not outdated:
        connection.close()
        raise Outdated
    return connection, key


def open_for_reading(path: Path, secret: Secret) -> tuple[Connection, bytes]:
    """Open a book that lies on read-only media; nobody else can be writing it there."""
    encrypted = is_encrypted(path)
    with named_troubles(path):
        connection, key = _opened(path, secret if encrypted else None, _connect_for_reading)
        try:
            _check_version(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection, key


def is_encrypted(path: Path) -> bool:
    """Whether the file of a book needs a key.

    Raises:
        NoSuchBook, BookDamaged, NotABook: there is no book.
    """
    if not path.is_file():
        raise NoSuchBook(str(path))
    with named_troubles(path), path.open("rb") as file:
        start = file.read(len(_HEADER))
    if not start:
        raise BookDamaged(str(path), "empty")
    if start == _HEADER:
        return False
    if path.stat().st_size % _PAGE:
        raise NotABook(str(path))  # an encrypted book is whole pages too
    return True


def version_of(connection: Connection) -> int:
    """The version of the schema that an open file has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def checkpoint(connection: Connection) -> None:
    """Bring the write-ahead log into the main file; rare on purpose (trust.md 6.1)."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def log_of(path: Path) -> str:
    """Where the write-ahead log of a book lies."""
    return f"{path}-wal"


def tidy(connection: Connection, log: str, *, now: bool = False, above: int = LARGEST_LOG) -> None:
    """Bring a log that has grown large into the main file (trust.md 6.1).

    What was committed is safe in the log, so a disk that refuses now harms nothing.
    """
    with suppress(OSError, sqlcipher.Error):
        if now or os.stat(log).st_size > above:  # noqa: PTH116 - after every act: a path object costs more
            checkpoint(connection)


def copy(connection: Connection, target: Path, key: bytes = b"") -> None:
    """A copy made by the database itself, whole whatever happens meanwhile (trust.md 6.3).

    It is encrypted with ``key``, the book's own or a new one: each page is encrypted anew.
    """
    written = sqlcipher.connect(str(target), isolation_level=None)
    try:
        _give_key(written, keys.pragma(key) if key else "")
        connection.backup(written)
        written.execute("PRAGMA journal_mode = DELETE")  # one single file lies on the stick
    finally:
        written.close()
    with target.open("rb+") as opened:
        os.fsync(opened.fileno())


def close(connection: Connection) -> None:
    """Close cleanly: one single file remains."""
    try:
        checkpoint(connection)
    except sqlcipher.ProgrammingError:  # closed since a disk failed (book.committing)
        pass
    except sqlcipher.OperationalError as error:
        # A question that broke off still holds its rows: what it broke off with is the trouble.
        if "table is locked" not in str(error):
            raise
    finally:
        connection.close()


def _connect(path: Path, key: bytes = b"") -> Connection:
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise WrongSettings("sqlite", sqlcipher.sqlite_version)
    connection = sqlcipher.connect(
        str(path),
        timeout=0,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
    )
    connection.execute(f"PRAGMA busy_timeout = {_LOCK_WAIT_MS}")
    _give_key(connection, keys.pragma(key) if key else "")
    return connection


def _connect_for_reading(path: Path, key: bytes = b"") -> Connection:
    place = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
    connection = sqlcipher.connect(place, uri=True, isolation_level=None, check_same_thread=False)
    _give_key(connection, keys.pragma(key) if key else "")
    return connection


def _give_key(connection: Connection, key: str) -> None:
    # Without this a damaged file writes lines of the cipher's own log to standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key:
        connection.execute(f"PRAGMA key = {key}")


def _opened(
    path: Path, secret: Secret | None, connect: Callable[[Path, bytes], Connection]
) -> tuple[Connection, bytes]:
    """The connection, and the first of the secret's keys that reads the first page."""
    if secret is None:
        return connect(path, b""), b""
    for key in secret.keys_for(path):
        connection = connect(path, key)
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher.DatabaseError as error:
            connection.close()
            if "not a database" not in str(error):
                raise
        else:
            return connection, key
    raise KeysOfAnother(str(path))


def _settle(connection: Connection) -> None:
    for name, value, _ in _SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}")
    for name, _, expected in _SETTINGS:
        if expected is not None:
            found = str(connection.execute(f"PRAGMA {name}").fetchone()[0]).lower()
            if found != expected:
                raise WrongSettings(name, found)


def _check_version(connection: Connection, path: Path) -> int:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise NotABook(str(path))
    version = version_of(connection)
    if version > migrations.NEWEST:
        raise BookNewer(str(path), version, migrations.NEWEST)
    if spoilt := migrations.not_tables(connection):
        raise BookDamaged(str(path), spoilt[0])
    return version
