"""A connection to a book on a server, with the face of the file's driver.

What goes wrong is named as the file's driver names it: whoever writes and reads knows one driver.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, Self

import sqlcipher3.dbapi2 as sqlcipher
from typing_extensions import override

from ledger.storage.postgres.statements import turned

if TYPE_CHECKING:
    import psycopg

Row = tuple[Any, ...]


class ServerConnection:
    """What a book needs of ``sqlite3.Connection``, on a server."""

    def __init__(self, made: psycopg.Connection[Row]) -> None:
        _teach(made)
        self._made = made

    @property
    def in_transaction(self) -> bool:
        return not self._made.closed and self._made.info.transaction_status != 0

    @property
    def process(self) -> int:
        """The number of the server's process that works for this connection."""
        return self._made.info.backend_pid

    @property
    def closed(self) -> bool:
        return self._made.closed

    def execute(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Answer:
        try:
            return self.cursor().execute(statement, values)
        except sqlcipher.Error:
            # Who waited for others in vain has begun nothing.
            if statement.startswith("BEGIN") and self.in_transaction:
                self._made.rollback()
            raise

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> Answer:
        cursor = self.cursor()
        for values in rows:
            cursor.execute(statement, values)
        return cursor

    def executescript(self, script: str) -> None:
        """Statements of PostgreSQL's own, without values."""
        try:
            self._made.execute(script.encode())
        except self._errors as error:
            _raise(error)

    def own_rows(self, statement: str) -> list[Row]:
        """The rows of a statement in PostgreSQL's own words."""
        try:
            return self._made.execute(statement.encode()).fetchall()
        except self._errors as error:
            _raise(error)

    def cursor(self) -> Answer:
        return Answer(self._made)

    def close(self) -> None:
        self._made.close()

    @property
    def _errors(self) -> type[Exception]:
        import psycopg

        return psycopg.Error


class Answer:
    """What a statement answers, as a cursor of the file's driver gives it."""

    def __init__(self, made: psycopg.Connection[Row]) -> None:
        import psycopg

        self._cursor = psycopg.RawCursor(made)
        self._error = psycopg.Error

    def execute(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Self:
        named: dict[Any, Any] = dict(values if isinstance(values, Mapping) else enumerate(values))
        missing = frozenset(name for name, value in named.items() if value is None)
        known = turned(statement, missing)
        try:
            self._cursor.execute(known.text, [named[name] for name in known.values])
        except self._error as error:
            _raise(error)
        return self

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> Self:
        for values in rows:
            self.execute(statement, values)
        return self

    @property
    def description(self) -> Sequence[Sequence[Any]] | None:
        """The columns of what was found, each with its name first."""
        return self._cursor.description

    def fetchone(self) -> Row | None:
        return self._cursor.fetchone() if self._cursor.description else None

    def fetchall(self) -> list[Row]:
        return self._cursor.fetchall() if self._cursor.description else []

    def __iter__(self) -> Iterator[Row]:
        return iter(self.fetchall())


def _teach(made: psycopg.Connection[Row]) -> None:
    """Give and take values as the file's driver does: texts, whole numbers, nothing else."""
    from psycopg.adapt import Loader
    from psycopg.types.numeric import Int8Dumper
    from psycopg.types.string import StrDumper

    class Whole(Loader):
        """Sums of whole numbers; a fraction would be a mistake and is refused."""

        @override
        def load(self, data: Any) -> int:
            return int(bytes(data))

    class Truth(Loader):
        @override
        def load(self, data: Any) -> int:
            return int(bytes(data) == b"t")

    class Number(Int8Dumper):
        """Yes and no are numbers in every column."""

        @override
        def dump(self, obj: Any) -> Any:
            return super().dump(int(obj))

    made.adapters.register_dumper(str, StrDumper)
    made.adapters.register_dumper(int, Int8Dumper)
    made.adapters.register_dumper(bool, Number)
    made.adapters.register_loader("numeric", Whole)
    made.adapters.register_loader("bool", Truth)


def _raise(error: Exception) -> NoReturn:
    """The same trouble as the file's driver would call it."""
    from psycopg import errors

    text = str(error).partition("\n")[0]
    if isinstance(error, errors.LockNotAvailable):
        raise sqlcipher.OperationalError(f"database is locked: {text}") from error
    if isinstance(error, errors.DiskFull):
        raise sqlcipher.OperationalError(f"database or disk is full: {text}") from error
    if isinstance(error, (errors.IntegrityError, errors.RaiseException)):
        raise sqlcipher.IntegrityError(text) from error
    if isinstance(error, errors.ReadOnlySqlTransaction | errors.InsufficientPrivilege):
        raise sqlcipher.OperationalError(f"readonly: {text}") from error
    raise sqlcipher.OperationalError(text) from error
