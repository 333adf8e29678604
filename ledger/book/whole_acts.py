"""Every act of a book with every row it wrote, out as JSON lines and in again as a new book.

The first line says which version of the schema the rows have; each further line is one act with
its rows by table. Nothing is left out but what is computed (running balances) and the desk. A book
made from them has the same fingerprints, act by act, and is audited before anybody may use it.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ledger.book import Book
from ledger.domain.refusals.acts_file import ActsFileNewer, ActsFileWrong
from ledger.queries.integrity import audit
from ledger.storage import balances, file, migrations

_DERIVED = {"account_balances", "account_days", "card_balances"}
_FIRST = ("lines", "entries", "personal")  # an entry seals its lines; the rest names entries
_WRONG = (
    *(ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError),
    file.FileError,
)


def act_lines(book: Book) -> Iterator[str]:
    """The lines of the file, one act at a time."""
    with book._whole_view():  # noqa: SLF001 - nobody writes while the book is read out
        connection = book._connection  # noqa: SLF001
        columns = _columns(connection)
        version = migrations.VERSIONS[-1]
        yield _text({"satcha": "acts", "schema": version, "columns": columns})
        heads = {name: _Rows(connection, name, columns[name]) for name in columns if name != "acts"}
        for row in connection.execute("SELECT * FROM acts ORDER BY number").fetchall():
            act = dict(zip(columns["acts"], row, strict=True))
            rows = {name: found for name, one in heads.items() if (found := one.of(act["number"]))}
            yield _text({"act": act, "rows": rows})


def found_again(path: Path, lines: Iterable[str]) -> str:
    """Make a new book of the lines; answers the fingerprint of its last act.

    Raises:
        BookExists, BookReadOnly, DiskFull, StorageFailed: there can be no file.
        ActsFileNewer, ActsFileWrong: why the lines make no book; no file is left behind.
    """
    connection = file.create(path)
    return made_of(lines, Book(path, connection), lambda: file.discard(connection, path))


def made_of(lines: Iterable[str], book: Book, discard: Callable[[], None]) -> str:
    """Fill an empty book with the acts of the lines, and close it; or take it away."""
    at = 0
    connection = book._connection  # noqa: SLF001
    try:
        connection.execute("BEGIN IMMEDIATE")
        columns = _columns(connection)
        for at, line in enumerate(lines, start=1):
            told = json.loads(line)
            if at == 1:
                _check_head(told, columns)
            else:
                _put(connection, told, columns)
        balances.rebuild(connection.cursor())
        _check_some(connection, at)
        connection.execute("COMMIT")
        fingerprint = _audited(book)
    except _WRONG as error:
        discard()
        raise ActsFileWrong(at) from error
    except BaseException:
        discard()
        raise
    book.close()
    return fingerprint


def _check_some(connection: Any, at: int) -> None:
    """A book has acts.

    Raises:
        ActsFileWrong: the file ended before any.
    """
    if connection.execute("SELECT MAX(number) FROM acts").fetchone()[0] is None:
        raise ActsFileWrong(at)


def _audited(book: Book) -> str:
    found = book.ask(audit)
    if found.findings:
        raise ActsFileWrong(found.findings[0].act or 0)
    return found.fingerprint


def _check_head(told: Any, columns: dict[str, list[str]]) -> None:
    if told["satcha"] != "acts":
        raise ActsFileWrong(1)
    if told["columns"] != columns:
        ours = migrations.VERSIONS[-1]
        if told["schema"] == ours:
            raise ActsFileWrong(1)
        raise ActsFileNewer(int(told["schema"]), ours)


def _put(connection: Any, told: Any, columns: dict[str, list[str]]) -> None:
    """Write the rows of one act; whatever names no table of ours has no columns either."""
    rows = told["rows"]
    for name in (*_FIRST, *(one for one in rows if one not in _FIRST)):
        _insert(connection, name, columns[name], rows.get(name, ()))
    act = [told["act"][name] for name in columns["acts"]]
    _insert(connection, "acts", columns["acts"], [act])


def _insert(connection: Any, name: str, columns: list[str], rows: Iterable[Any]) -> None:
    marks = ", ".join("?" * len(columns))
    named = ", ".join(f'"{one}"' for one in columns)
    for row in rows:
        values = [_value(one) for one in row]
        connection.execute(f"INSERT INTO {name} ({named}) VALUES ({marks})", values)


class _Rows:
    """The rows of one table in the order of acts, read once from beginning to end."""

    def __init__(self, connection: Any, name: str, columns: list[str]) -> None:
        keys = connection.execute(
            f"SELECT name FROM pragma_table_info('{name}') WHERE pk > 0 ORDER BY pk"
        )
        order = ", ".join(f'"{one[0]}"' for one in keys.fetchall())
        named = ", ".join(f'"{one}"' for one in columns)
        self._rows = iter(connection.execute(f"SELECT {named} FROM {name} ORDER BY act, {order}"))
        self._act = columns.index("act")
        self._next = next(self._rows, None)

    def of(self, act: int) -> list[list[Any]]:
        found = []
        while self._next is not None and self._next[self._act] == act:
            found.append([_plain(one) for one in self._next])
            self._next = next(self._rows, None)
        return found


def _columns(connection: Any) -> dict[str, list[str]]:
    """The columns of every table that is kept, by name."""
    kept = sorted(
        name
        for place, name, kind, *_ in connection.execute("PRAGMA table_list").fetchall()
        if (place, kind) == ("main", "table")
        and not name.startswith(("sqlite_", "desk_"))
        and name not in _DERIVED
    )
    return {
        name: [
            row[0]
            for row in connection.execute(
                f"SELECT name FROM pragma_table_info('{name}') ORDER BY cid"
            ).fetchall()
        ]
        for name in kept
    }


def _plain(value: Any) -> Any:
    return {"base64": b64encode(value).decode()} if isinstance(value, bytes) else value


def _value(told: Any) -> Any:
    return b64decode(told["base64"], validate=True) if isinstance(told, dict) else told


def _text(told: object) -> str:
    return json.dumps(told, ensure_ascii=False) + "\n"
